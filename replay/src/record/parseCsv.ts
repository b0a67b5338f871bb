/** One row of a CSV file, and the line of the file on which it begins. */
export type CsvRow = { readonly line: number; readonly fields: readonly string[] };

/** The text is no CSV: on this line. */
export class CsvMistake extends Error {
  override readonly name = 'CsvMistake';
  readonly line: number;

  constructor(line: number, problem: string) {
    super(problem);
    this.line = line;
  }
}

/** A field with its end: a quoted one, in which a quote is doubled, or a plain one. */
const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

/**
 * Splits the text of a CSV file into rows; empty lines are left out.
 *
 * Source: RFC 4180, with line ends of either kind.
 * @throws CsvMistake at a quote that stands or stays open where it must not.
 */
export function parseCsv(text: string): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  let fields: string[] = [];
  let line = 1;
  let rowLine = 1;
  field.lastIndex = 0;
  while (field.lastIndex < text.length || fields.length > 0) {
    const match = field.exec(text);
    if (match === null) throw new CsvMistake(line, 'a quote stands in the middle of a field, or is never closed');
    const [whole, quoted, plain = '', end] = match;
    fields.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    line += whole.split('\n').length - 1;
    if (end === ',') continue;
    if (fields.length > 1 || fields[0] !== '') rows.push({ line: rowLine, fields });
    fields = [];
    rowLine = line;
  }
  return rows;
}
