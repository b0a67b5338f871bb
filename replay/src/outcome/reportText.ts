import type { DayPlan } from '../plan/dayPlan.ts';
import { latestIssueMinutes, problemsOf, type ReplayOutcome, type ReplayReport } from './report.ts';
import type { Spread } from './spread.ts';

/** The report for people: what was planned, what became of it, and how it is to be read. */
export function reportText(plan: DayPlan, report: ReplayReport, outcome: ReplayOutcome): string {
  const { issued, called, closed, rejected, duplicateNumbers, outOfOrder, wait, ackMs } = report;
  const planned = plan.tickets.length;
  const { recorded } = wait;
  return [
    '',
    `${plan.title}: ${planned} tickets, ${plan.lines.length} lines, ${plan.configuration.counters.length} counters`,
    `  issued ${issued}, called ${called}, closed ${closed} of ${planned}`,
    `  rejected ${rejected}, duplicate numbers ${duplicateNumbers}, out of order ${outOfOrder}`,
    `  wait, business minutes:  ${spreadText(wait)}`,
    ...(recorded === null ? [] : [`  wait in the record:      ${spreadText(recorded)}`]),
    `  acknowledged, ms:        p50 ${shown(ackMs.p50)}  p99 ${shown(ackMs.p99)}  (all presses but sign-ins)`,
    `  issued at the latest ${latestIssueMinutes(outcome).toFixed(1)} business minutes after its time (one kiosk, one press at a time)`,
    ...plan.notes.map((note) => `  - ${note}`),
    ...outcome.rejections.slice(0, 10).map((rejection) => `  rejected: ${rejection}`),
    ...problemsOf(outcome).map((problem) => `  NOT RIGHT: ${problem}`),
    '',
  ].join('\n');
}

function spreadText({ mean, p50, p90 }: Spread): string {
  return `mean ${shown(mean)}  p50 ${shown(p50)}  p90 ${shown(p90)}`;
}

function shown(value: number | null): string {
  return value === null ? '–' : value.toFixed(1);
}
