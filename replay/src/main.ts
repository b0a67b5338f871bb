import { randomInt } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { addDays, type CalendarDate, type Configuration, instantOf, localMoment } from '@okienko/shared';
import { GeneratedHall } from './drive/generatedHall.ts';
import { runRecordedHall } from './drive/recordedHall.ts';
import { ServerFault } from './house/serverProcess.ts';
import { problemsOf, type ReplayOutcome, reportOf } from './outcome/report.ts';
import { reportText } from './outcome/reportText.ts';
import { branchTemplate } from './plan/branchTemplate.ts';
import type { DayPlan } from './plan/dayPlan.ts';
import { generatedPlan, hoursOf } from './plan/generatedPlan.ts';
import { recordedPlan } from './plan/recordedPlan.ts';
import { readRecordedDay } from './record/recordedDay.ts';
import { replayDay } from './replayDay.ts';
import { ReplayRefused } from './replayRefused.ts';
import { readReplaySettings, type ReplaySettings } from './replaySettings.ts';

await run();

/** Replays a day and ends with 0 where it was all right, 1 where it was not, 2 where it could not be begun. */
async function run(): Promise<void> {
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  try {
    const settings = readReplaySettings(process.argv.slice(2), {
      workingFolder: process.env['INIT_CWD'] ?? process.cwd(),
      freshSeed: randomInt(2 ** 32),
    });
    process.exit(await replay(settings));
  } catch (error) {
    if (!(error instanceof ReplayRefused || error instanceof ServerFault)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(error instanceof ReplayRefused ? 2 : 1);
  }
}

async function replay(settings: ReplaySettings): Promise<number> {
  const template = branchTemplate();
  const { source, reportFile } = settings;
  // Now, and not after an hour's replay.
  if (reportFile !== null && !existsSync(dirname(reportFile))) {
    throw new ReplayRefused(`There is no folder ${dirname(reportFile)} for the report.`);
  }
  const options = { ...settings, write };
  if (source.kind === 'recorded') {
    const plan = recordedPlan(readRecordedDay(source.folder, source.office, source.date), template);
    return conclude(plan, settings, await replayDay(plan, (hall) => runRecordedHall(plan, hall), options));
  }
  const plan = generatedPlan(template, source.date ?? nextOpenDay(template), source.seed);
  const { configuration, tickets: visits } = plan;
  const outcome = await replayDay(plan, (hall) => new GeneratedHall({ ...hall, configuration, visits }).run(), options);
  return conclude(plan, settings, outcome);
}

function conclude(plan: DayPlan, { reportFile }: ReplaySettings, outcome: ReplayOutcome): number {
  const report = reportOf(outcome);
  write(reportText(plan, report, outcome));
  if (reportFile !== null) writeFileSync(reportFile, `${JSON.stringify(report, null, 2)}\n`);
  return problemsOf(outcome).length === 0 ? 0 : 1;
}

function nextOpenDay(configuration: Configuration): CalendarDate {
  let { date } = localMoment(instantOf(Date.now()), configuration.branch.timeZone);
  for (let tried = 0; tried < 31 && hoursOf(configuration, date) === null; tried += 1) date = addDays(date, 1);
  return date;
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}
