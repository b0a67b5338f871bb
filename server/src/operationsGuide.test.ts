import { readFileSync } from 'node:fs';
import { alarmKinds, printFailureReasons, required } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { knownFlags, knownVariables } from './config.ts';
import { journalRefusalKinds } from './journal/journalRefusal.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const guide = read('docs/OPERATIONS.md');

/** The first cells of the table under a heading, without their backticks. */
function rowsUnder(heading: string): readonly string[] {
  const section = required(guide.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0], `the section ${heading}`);
  const cells = [...section.matchAll(/^\| (.+?) \|/gm)].map(([, cell]) => required(cell, 'a cell'));
  return cells.map((cell) => cell.replaceAll('`', ''));
}

describe('the guide for who runs the server', () => {
  it('given the settings, when its tables are read, then they have every flag and variable, and no other', () => {
    for (const table of [guide, read('README.md')]) {
      const rows = [...table.matchAll(/^\| (`(--[a-z-]+)`|none)? ?\| `(OKIENKO_\w+)` \|/gm)];
      expect(rows.flatMap(([, , flag]) => flag ?? []).toSorted()).toEqual(knownFlags.toSorted());
      expect(rows.flatMap(([, , , variable]) => variable ?? []).toSorted()).toEqual(knownVariables.toSorted());
    }
  });

  it('given every kind of alarm, then the guide says what to do', () => {
    expect(rowsUnder('Alarms').slice(1)).toEqual(expect.arrayContaining([...alarmKinds]));
  });

  it('given every reason not to open a data folder, then the guide says what to do', () => {
    expect(rowsUnder('When it does not start')).toEqual(expect.arrayContaining([...journalRefusalKinds]));
  });

  it('given every result of printing, then the guide says what to do', () => {
    const results = [
      'printed',
      'sentUnconfirmed',
      'unknown',
      ...printFailureReasons.map((reason) => `failed, ${reason}`),
    ];
    expect(rowsUnder('Printers')).toEqual(expect.arrayContaining(results));
  });

  it('given its advice on the log, when the program is searched, then it writes such lines', () => {
    const program = ['branchLog.ts', 'requestLog.ts', 'scheduledBackups.ts', 'main.ts']
      .map((file) => read(`server/src/${file}`))
      .join('');
    const messages = rowsUnder('The log')
      .slice(1)
      .flatMap((cell) => cell.split(', '));
    expect(messages.length).toBeGreaterThan(10);
    expect(messages.filter((message) => !program.includes(`'${message}'`))).toEqual([]);
  });

  it('given its advice on metrics, then each is documented with its meaning', () => {
    const documented = read('docs/API.md');
    const names = [...guide.matchAll(/okienko_[a-z_]+/g)].map(([name]) => name.replace(/_(bucket|count|sum)$/, ''));
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !documented.includes(`| \`${name}\` |`))).toEqual([]);
  });
});
