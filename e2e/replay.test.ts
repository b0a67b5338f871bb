import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from './support/startServer.ts';

const program = join(dirname(fileURLToPath(import.meta.url)), '../replay/src/main.ts');
const folder = temporaryFolder();

/** Two queues of one letter; in one minute tickets of both, and three calls of one queue within a minute. */
const tickets = [
  ['71', 2, 480, 481],
  ['71', 3, 480, 481.2],
  ['71', 4, 480, 481.4],
  ['72', 1, 480, 480],
  ['72', 5, 483.5, 500],
  ['71', 9, 484, 501],
] as const;

beforeAll(() => {
  const rows = tickets.map(([queue, ticket, issued, called]) =>
    ['UD_Test', queue, '2020-01-03', ticket, issued, called, called - issued].join(','),
  );
  const header = 'office,queue_id,date,ticket,issued_min,called_min,wait_min';
  rows.push('UD_Obok,1,2020-01-03,1,480,490,10', 'UD_Obok,1,2020-01-03,2,481,482,1');
  writeFileSync(join(folder, 'tickets_reconstructed.csv.gz'), gzipSync([header, ...rows].join('\n')));
  const queues = ['office,queue_id,letter,queue_name', 'UD_Test,71,K,Kasa', 'UD_Test,72,K,"Kasa, druga"'];
  writeFileSync(join(folder, 'queues.csv.gz'), gzipSync(queues.join('\n')));
});

/** Runs the replay to its end. */
function replay(...args: readonly string[]): Promise<{ readonly code: number | null; readonly output: string }> {
  // What is set for another server is not for the replay's: a real printer, the folder of real backups.
  const env = { ...process.env, OKIENKO_PRINTER: 'that of another server' };
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, output })));
}

describe.concurrent('a replay', () => {
  it('given a recorded day, when it is played on a real server, then every ticket is issued, called and closed in order', async () => {
    const reportFile = join(folder, 'report.json');
    const recorded = ['--data', folder, '--office', 'UD_Test', '--date', '2020-01-03'];
    const { code, output } = await replay(...recorded, '--speed', '1500', '--report', reportFile);
    expect(output).toMatch(/display {2}http:\/\/127\.0\.0\.1:\d+\/display\/\?device=hall-1/);
    expect(output).toMatch(/issued 6, called 6, closed 6 of 6/);
    expect(code).toBe(0);
    const report: unknown = JSON.parse(readFileSync(reportFile, 'utf8'));
    expect(report).toMatchObject({ outOfOrder: 0, wait: { recorded: { p50: 1.2, p90: 17 } } });
    const numbersHidden: unknown = JSON.parse(
      JSON.stringify(report, (_, value: unknown) => (Number.isFinite(value) ? 0 : value)),
    );
    const spread = { mean: 0, p50: 0, p90: 0 };
    expect(numbersHidden).toEqual({
      issued: 0,
      called: 0,
      closed: 0,
      rejected: 0,
      duplicateNumbers: 0,
      outOfOrder: 0,
      wait: { ...spread, recorded: spread },
      ackMs: { p50: 0, p99: 0 },
    });
  });

  it('given a record in which a later ticket was called first, when it is played, then it ends with 1: nobody is chosen', async () => {
    const { code, output } = await replay(
      '--data',
      folder,
      '--office',
      'UD_Obok',
      '--date',
      '2020-01-03',
      '--speed',
      '1500',
    );
    expect(output).toMatch(/issued 2, called 2, closed 2 of 2/);
    expect(output).toMatch(/NOT RIGHT: 2 tickets were called out of order/);
    expect(code).toBe(1);
  });

  it('given a speed that is too great for any machine, when its day is over, then it ends with 1 and says so', async () => {
    const { code, output } = await replay('--seed', '5', '--date', '2026-11-24', '--speed', '100000');
    expect(output).toMatch(/The day ended before its last visit: this machine is too slow for --speed 100000\./);
    expect(code).toBe(1);
  });

  it('given an office that is not there, when it is asked for, then it ends with 2 and names those that are', async () => {
    const { code, output } = await replay('--data', folder, '--office', 'UD_Nowy', '--date', '2020-01-03');
    expect([code, output]).toEqual([2, 'There are no tickets of an office UD_Nowy; there are of UD_Obok, UD_Test.\n']);
  });

  it('given a report in a folder that is not there, then it ends with 2 before the day begins', async () => {
    const { code, output } = await replay('--seed', '5', '--report', join(folder, 'missing', 'report.json'));
    expect([code, output]).toEqual([2, `There is no folder ${join(folder, 'missing')} for the report.\n`]);
  });
});
