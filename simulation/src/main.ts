import { parseArgs } from 'node:util';
import { missingCoverage } from './coverage.ts';
import { type Ending, runSeed } from './runSeed.ts';

const usage = `Usage: npm run simulate -- [--seeds COUNT] [--from SEED] [--minutes MINUTES]
       npm run simulate -- --seed SEED

  --seeds    how many worlds to live, one after the other (100 where it is not given)
  --from     the first of them (1 where it is not given)
  --minutes  begin no other world after so long
  --seed     live this one alone and print its last 50 events
`;

process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<0 | 1 | 2> {
  const asked = readArguments(args);
  if (asked === null) {
    process.stderr.write(usage);
    return 2;
  }
  const { from, count, minutes } = asked;
  process.stdout.write(`Simulation of ${count} seeds from ${from}.\n`);
  const startedMs = performance.now();
  const totals = new Map<string, number>();
  let steps = 0;
  let lived = 0;
  for (let seed = from; seed < from + count; seed += 1) {
    if (performance.now() - startedMs > minutes * 60_000) break;
    const ending = await runSeed(seed);
    lived += 1;
    steps += ending.steps;
    for (const [kind, times] of ending.counts) totals.set(kind, (totals.get(kind) ?? 0) + times);
    if (ending.problem !== null || count === 1) process.stdout.write(storyOf(ending));
    if (ending.problem !== null) return 1;
    if (lived % 100 === 0) process.stdout.write(`  ${lived} seeds, ${steps} steps\n`);
  }
  process.stdout.write(tableOf(totals));
  const missing = lived >= 100 ? missingCoverage(totals) : [];
  const durationMs = Math.round(performance.now() - startedMs);
  process.stdout.write(`${lived} seeds kept every promise in ${steps} steps (${durationMs} ms).\n`);
  for (const kind of missing) process.stdout.write(`Never reached: ${kind}\n`);
  return missing.length === 0 ? 0 : 1;
}

type Asked = { readonly from: number; readonly count: number; readonly minutes: number };

function readArguments(args: readonly string[]): Asked | null {
  const text = { type: 'string' } as const;
  const options = { seeds: text, from: text, minutes: text, seed: text };
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true });
    const { seeds = '100', from = '1', minutes = '100000', seed } = values;
    const range = seed === undefined ? { from: Number(from), count: Number(seeds) } : { from: Number(seed), count: 1 };
    const asked = { ...range, minutes: Number(minutes) };
    return Object.values(asked).every((value) => Number.isSafeInteger(value) && value > 0) ? asked : null;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return null;
  }
}

function storyOf({ seed, problem, last, hash }: Ending): string {
  const verdict = problem === null ? 'kept every promise' : `broke a promise: ${problem}`;
  return `${last.join('\n')}\nSeed ${seed} ${verdict}\nIts story: ${hash}\nAgain: npm run simulate -- --seed ${seed}\n`;
}

function tableOf(totals: ReadonlyMap<string, number>): string {
  const rows = [...totals].toSorted(([one], [other]) => one.localeCompare(other, 'en'));
  return rows.map(([kind, times]) => `${String(times).padStart(9)}  ${kind}\n`).join('');
}
