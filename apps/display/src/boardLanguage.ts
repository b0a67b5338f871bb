import { type Language, languageSchema, parse } from '@okienko/shared';

/** The branch's first language; `?language=en` in the address overrides it, for checks and for a second board. */
export function boardLanguage(branchLanguages: readonly Language[], search: string): Language {
  const chosen = parse(languageSchema, new URLSearchParams(search).get('language'));
  return chosen.isValid ? chosen.value : (branchLanguages[0] ?? 'pl');
}
