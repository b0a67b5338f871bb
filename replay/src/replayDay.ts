import { addDays, type DurationMs, instantAt, localMoment, required } from '@okienko/shared';
import { Reception } from './drive/reception.ts';
import { connectHall, type Hall } from './house/hall.ts';
import { nodeClock } from './house/nodeClock.ts';
import { ServerFault, type ServerProcess, startServerProcess } from './house/serverProcess.ts';
import { Timeline } from './house/timeline.ts';
import { watchServer } from './house/watch.ts';
import { Ledger } from './outcome/ledger.ts';
import type { ReplayOutcome } from './outcome/report.ts';
import { watchingDevice } from './plan/branchTemplate.ts';
import { clockStartOf, type DayPlan, type PlannedTicket } from './plan/dayPlan.ts';
import { tellProgress } from './tellProgress.ts';

/** What calls the people of a day: the record, or the clerks themselves. */
export type RunHall<Ticket extends PlannedTicket> = (
  parts: Pick<Hall, 'desks'> & { readonly reception: Reception<Ticket>; readonly timeline: Timeline },
) => Promise<void>;

type Options = {
  readonly speed: number;
  readonly port: number;
  readonly write: (line: string) => void;
};

/**
 * Plays a day from the first ticket to the last visit's end, on a server of its own.
 *
 * @throws ServerFault when the server does not start, or ends before the day does, or the day before its last visit.
 */
export async function replayDay<Ticket extends PlannedTicket>(
  plan: DayPlan<Ticket>,
  runHall: RunHall<Ticket>,
  options: Options,
): Promise<ReplayOutcome> {
  const { speed, port } = options;
  const { configuration } = plan;
  const server = await startServerProcess({ configuration, port, startAt: clockStartOf(plan, speed), speed });
  try {
    return await Promise.race([server.lost, playOn(server, plan, runHall, options)]);
  } finally {
    await server.stop();
  }
}

async function playOn<Ticket extends PlannedTicket>(
  { url, pin }: ServerProcess,
  plan: DayPlan<Ticket>,
  runHall: RunHall<Ticket>,
  { speed, write }: Options,
): Promise<ReplayOutcome> {
  const ledger = new Ledger();
  const rejections: string[] = [];
  const acknowledgedMs: DurationMs[] = [];
  write(openingLines(url, plan, speed));
  const watch = watchServer(url, watchingDevice, (event) => ledger.note(event));
  const hall = connectHall(url, plan.configuration, {
    acknowledged: (waited) => acknowledgedMs.push(waited),
    rejected: ({ command, rejection }) => rejections.push(`${command.type}: ${JSON.stringify(rejection)}`),
  });
  const timeline = new Timeline(watch.replica, nodeClock);
  const reception = new Reception(plan.tickets);
  const { timeZone } = plan.configuration.branch;
  let isOver = false;
  await hall.signIn(pin);
  write(await readyLine(plan, timeline));
  void tellProgress({ timeline, ledger, timeZone, write }, () => isOver);
  const visits = Promise.all([
    reception.run(hall.kiosk, timeline),
    runHall({ desks: hall.desks, reception, timeline }),
  ]);
  await Promise.race([visits, dayEnd(plan, timeline, speed)]);
  await hall.signOff();
  await watch.seen(hall.lastSeq());
  isOver = true;
  hall.close();
  watch.close();
  return {
    tickets: plan.tickets,
    lines: plan.lines,
    ticketIds: reception.ticketIds(),
    entries: ledger.entries(),
    callOrder: ledger.callOrder(),
    isLedgerComplete: watch.isComplete(),
    rejections,
    acknowledgedMs,
  };
}

/** The server ends its day whoever still waits: after it the clerks would press in vain for ever. */
async function dayEnd({ date, configuration }: DayPlan, timeline: Timeline, speed: number): Promise<never> {
  const { dayRollover, timeZone } = configuration.branch;
  await timeline.reach(instantAt(addDays(date, 1), dayRollover, timeZone));
  throw new ServerFault(`The day ended before its last visit: this machine is too slow for --speed ${speed}.`);
}

function openingLines(url: string, { title, configuration, tickets }: DayPlan, speed: number): string {
  const [counterConsole] = configuration.devices.filter((device) => device.kind === 'counter');
  const [kiosk] = configuration.devices.filter(({ kind }) => kind === 'kiosk');
  const [board] = configuration.devices.filter(({ kind }) => kind === 'display');
  const page = (kind: string, device: { readonly id: string } | undefined) =>
    device === undefined ? [] : [`  ${kind.padEnd(8)} ${url}${kind}/?device=${device.id}`];
  return [
    `Replaying ${title}: ${tickets.length} tickets, ${speed} times faster. Watch it:`,
    ...page('display', board),
    ...page('kiosk', kiosk),
    ...page('counter', counterConsole),
    `  all      ${url}`,
  ].join('\n');
}

/** Says when the clerks were there; where that was after the first ticket, the day's first waits are not the record's. */
async function readyLine({ tickets, configuration }: DayPlan, timeline: Timeline): Promise<string> {
  const now = await timeline.now();
  const { time } = localMoment(now, configuration.branch.timeZone);
  const firstAt = required(tickets[0], 'a ticket').issueAt;
  const lateMinutes = Math.ceil((now - firstAt) / 60_000);
  const remark =
    lateMinutes > 0 ? `: ${lateMinutes} minutes after the first ticket, on this machine at this speed` : '';
  return `  ${time}  ${configuration.counters.length} clerks signed in${remark}`;
}
