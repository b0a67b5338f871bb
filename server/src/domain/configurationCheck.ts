import { assert, type Configuration, configurationSchema } from '@okienko/shared';
import { locales, type z } from 'zod/mini';
import { crossMistakes } from './crossMistakes.ts';

/** One mistake of a configuration, and where: `services[3].letter`. */
export type Mistake = { readonly path: string; readonly problem: string };

export type ParsedConfiguration =
  | { readonly isValid: true; readonly configuration: Configuration; readonly warnings: readonly Mistake[] }
  | { readonly isValid: false; readonly mistakes: readonly Mistake[] };

/** The small schema library says no more than "invalid input" unless it is told the words. */
const { localeError } = locales.en();

/**
 * Reads a configuration file's text: every mistake with its path, or the whole configuration; never a part of it.
 *
 * First its form, then what must fit together across its parts. Warned of are letters O and I, because people read
 * them as digits, and services that no counter does.
 */
export function parseConfiguration(text: string): ParsedConfiguration {
  const form = parseForm(text);
  if (!form.isValid) return form;
  const { configuration } = form;
  const mistakes = crossMistakes(configuration);
  if (mistakes.length > 0) return { isValid: false, mistakes };
  return {
    isValid: true,
    configuration,
    warnings: [...letterWarnings(configuration), ...unservedWarnings(configuration)],
  };
}

/**
 * Reads the text of a configuration that was checked when it was taken into use.
 *
 * Only its form is looked at: a check that a later version adds must not make an old journal unreadable.
 *
 * @throws AssertionFailure where even the form is wrong.
 */
export function readTakenConfiguration(text: string): Configuration {
  const form = parseForm(text);
  assert(form.isValid, 'a configuration in use has the form that it was checked for');
  return form.configuration;
}

type ParsedForm =
  | { readonly isValid: true; readonly configuration: Configuration }
  | { readonly isValid: false; readonly mistakes: readonly Mistake[] };

function parseForm(text: string): ParsedForm {
  const json = parseJson(text);
  if (!json.isValid) return { isValid: false, mistakes: [{ path: '', problem: json.problem }] };
  const form = configurationSchema.safeParse(json.value, { error: localeError });
  if (form.success) return { isValid: true, configuration: form.data };
  return { isValid: false, mistakes: form.error.issues.flatMap(mistakesOf) };
}

function parseJson(text: string): { isValid: true; value: unknown } | { isValid: false; problem: string } {
  try {
    return { isValid: true, value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return { isValid: false, problem: `not JSON: ${error.message}` };
    throw error;
  }
}

/** The mistake at its own path: an unknown key at the key and not at what holds it, a bad key with what is bad of it. */
function mistakesOf(issue: z.core.$ZodIssue): readonly Mistake[] {
  const { path, message } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: pathText([...path, key]), problem: 'unknown key' }));
  }
  if (issue.code === 'invalid_key') return [{ path: pathText(path), problem: issue.issues[0]?.message ?? message }];
  return [{ path: pathText(path), problem: message }];
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

function letterWarnings(configuration: Configuration): readonly Mistake[] {
  return configuration.services.flatMap(({ letter }, index) =>
    letter === 'O' || letter === 'I'
      ? [
          {
            path: `services[${index}].letter`,
            problem: `${letter} can be read as the digit ${letter === 'O' ? '0' : '1'}`,
          },
        ]
      : [],
  );
}

function unservedWarnings({ services, counters }: Configuration): readonly Mistake[] {
  return services.flatMap(({ id }, index) =>
    counters.some((counter) => counter.services.includes(id))
      ? []
      : [{ path: `services[${index}].id`, problem: `no counter does "${id}": its tickets can never be called` }],
  );
}
