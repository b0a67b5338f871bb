import { describe, expect, it } from 'vitest';
import { CsvMistake, parseCsv } from './parseCsv.ts';

const fieldsOf = (text: string) => parseCsv(text).map(({ fields }) => fields);

describe('CSV', () => {
  it('given plain and quoted fields, then commas and doubled quotes within quotes are text', () => {
    expect(fieldsOf('a,b\n1,"x, ""y"""\n')).toEqual([
      ['a', 'b'],
      ['1', 'x, "y"'],
    ]);
  });

  it('given line ends of both kinds, empty lines and no last line end, then the rows are the same', () => {
    expect(fieldsOf('a,b\r\n\r\n1,2\n\n3,')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', ''],
    ]);
    expect(fieldsOf('')).toEqual([]);
  });

  it('given a quoted line end, then each row knows the line on which it begins', () => {
    expect(parseCsv('a\n"1\n2"\n3').map(({ line }) => line)).toEqual([1, 2, 4]);
  });

  it.each([
    ['a,b\n1,"open', 2],
    ['a"b,c', 1],
    ['"a"b,c', 1],
  ])('given %j, then line %i is named', (text, line) => {
    expect(() => parseCsv(text)).toThrow(expect.objectContaining({ name: CsvMistake.name, line }));
  });
});
