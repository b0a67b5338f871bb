import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Configuration } from '@okienko/shared';
import { type Mistake, parseConfiguration } from './domain/configurationCheck.ts';
import { StartRefused } from './startRefused.ts';

/** A branch's configuration as the file holds it, checked, with the SHA-256 of its text in hex. */
export type ConfigurationFile = {
  readonly text: string;
  readonly configHash: string;
  readonly configuration: Configuration;
  readonly warnings: readonly Mistake[];
};

/**
 * Reads and checks the configuration of a branch.
 *
 * @throws StartRefused when it cannot be read, or naming every mistake with its path: it is refused whole.
 */
export function readConfigurationFile(file: string): ConfigurationFile {
  const text = readText(file);
  const parsed = parseConfiguration(text);
  if (!parsed.isValid) {
    const lines = parsed.mistakes.map(
      ({ path, problem }) => `\n  ${path === '' ? 'the whole file' : path}: ${problem}`,
    );
    throw new StartRefused(`The configuration ${file} is not valid:${lines.join('')}`);
  }
  const configHash = createHash('sha256').update(text).digest('hex');
  return { text, configHash, configuration: parsed.configuration, warnings: parsed.warnings };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StartRefused(`The configuration ${file} cannot be read: ${why}.`, { cause: error });
  }
}
