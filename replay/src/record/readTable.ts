import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ReplayRefused } from '../replayRefused.ts';
import { CsvMistake, type CsvRow, parseCsv } from './parseCsv.ts';

/** One row, which says of each of its values where it is wrong. */
export type TableRow<Column extends string> = {
  readonly text: (column: Column) => string;
  /** @throws ReplayRefused naming file, line and column, always. */
  readonly refuse: (column: Column, problem: string) => never;
};

/**
 * The rows of `<folder>/<name>.csv.gz`, or of `<name>.csv` where that is there instead; columns may stand in any order,
 * and others beside them.
 *
 * @throws ReplayRefused naming the file that is not there or cannot be read, the column that is missing, the line that
 * is no row.
 */
export function readTable<Column extends string>(
  folder: string,
  name: string,
  columns: readonly Column[],
): readonly TableRow<Column>[] {
  const file = [`${name}.csv.gz`, `${name}.csv`].map((each) => join(folder, each)).find((path) => existsSync(path));
  if (file === undefined) throw new ReplayRefused(`${folder} holds neither ${name}.csv.gz nor ${name}.csv.`);
  const [header, ...rows] = rowsOf(file);
  const places = new Map(columns.map((column) => [column, header?.fields.indexOf(column) ?? -1]));
  for (const [column, place] of places) {
    if (place === -1) throw new ReplayRefused(`${file}, line 1: the column ${column} is missing.`);
  }
  return rows.map(({ line, fields }) => {
    if (fields.length !== header?.fields.length) {
      throw new ReplayRefused(
        `${file}, line ${line}: ${fields.length} fields, the header has ${header?.fields.length}.`,
      );
    }
    return {
      text: (column) => fields[places.get(column) ?? -1] ?? '',
      refuse: (column, problem) => {
        throw new ReplayRefused(`${file}, line ${line}, column ${column}: ${problem}.`);
      },
    };
  });
}

function rowsOf(file: string): readonly CsvRow[] {
  try {
    return parseCsv(textOf(file));
  } catch (error) {
    if (!(error instanceof CsvMistake)) throw error;
    throw new ReplayRefused(`${file}, line ${error.line}: ${error.message}.`, { cause: error });
  }
}

function textOf(file: string): string {
  try {
    const bytes = readFileSync(file);
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (error) {
    throw new ReplayRefused(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`, {
      cause: error,
    });
  }
}
