import {
  assertNever,
  type ClientCommand,
  type CommandResult,
  type DurationMs,
  type Language,
  milliseconds,
  type RejectionReason,
  seconds,
  type SenderState,
  type ServiceId,
  type Settled,
} from '@okienko/shared';
import { type AccessSetting, defaultSettings, isChanged, type KioskSettings } from './kioskSettings.ts';
import type { PrintWait } from './paper.ts';

export type IssueTicket = Extract<ClientCommand, { type: 'IssueTicket' }>;
export type IssuedTicket = Extract<CommandResult, { type: 'ticketIssued' }>;

/** The priority reason lives here and nowhere else: health data, forgotten when the step ends. */
type Reading = { readonly serviceId: ServiceId; readonly reasonId: string | null; readonly isAskingPriority: boolean };

/** Where the customer is between the first touch and the number in their hand. */
export type Step =
  | { readonly at: 'home'; readonly page: number }
  | ({ readonly at: 'service' } & Reading)
  | ({
      readonly at: 'taking';
      readonly command: IssueTicket;
      /** False after a reload or a long loss: whoever pressed may have gone. */
      readonly isCustomerHere: boolean;
    } & Reading)
  | {
      readonly at: 'ticket';
      readonly ticket: IssuedTicket;
      readonly shownAtMs: DurationMs;
      readonly homeAtMs: DurationMs;
      readonly printWait: PrintWait;
      /** True once the customer was told that there may be no paper: the number stays long enough to be noted. */
      readonly isPaperMissing: boolean;
    }
  | { readonly at: 'refused'; readonly serviceId: ServiceId; readonly reason: RejectionReason };

/** One customer's way through the kiosk; every change of it is a new object. */
export type Journey = {
  readonly step: Step;
  readonly settings: KioskSettings;
  readonly touchedAtMs: DurationMs;
  /** Seconds until home as the page counts them down; null while nothing counts down. */
  readonly secondsLeft: number | null;
};

export type JourneyEvent =
  | { readonly type: 'languageChosen'; readonly language: Language }
  | { readonly type: 'settingToggled'; readonly setting: AccessSetting }
  | { readonly type: 'pageTurned'; readonly page: number }
  | { readonly type: 'serviceChosen'; readonly serviceId: ServiceId }
  | { readonly type: 'priorityOpened' }
  | { readonly type: 'reasonChosen'; readonly reasonId: string | null }
  | { readonly type: 'wentBack' }
  | { readonly type: 'takePressed'; readonly command: IssueTicket }
  | { readonly type: 'notSent' }
  | { readonly type: 'settled'; readonly settled: Settled }
  | { readonly type: 'becameUnavailable' }
  | { readonly type: 'paperMissed' }
  | { readonly type: 'finished' }
  | { readonly type: 'touched' }
  | { readonly type: 'ticked' };

/** How long nothing is touched before the kiosk asks, in milliseconds. */
export const idleAfterMs = seconds(40);
/** How long it then waits for an answer; EN 301 549 5.7 and WCAG 2.2.1 ask for at least 20 s. */
export const warningMs = seconds(20);
/** How long a ticket stays on the screen after the last touch, in milliseconds. */
export const ticketShownMs = seconds(30);
/** How long it stays where the screen is all that the customer has: time to find a pen or a telephone. */
export const withoutPaperShownMs = seconds(60);
/** After this long without word from the printer it is called slow, in milliseconds: a ticket prints in less than 1 s. */
export const printUsualMs = seconds(3);
/** How long a customer waits for word from the printer, in milliseconds. */
export const printPatienceMs = seconds(15);

const firstPage: Step = { at: 'home', page: 0 };
/** What nobody did: time, the server and the connection. */
const untouched = new Set<JourneyEvent['type']>([
  'ticked',
  'settled',
  'notSent',
  'becameUnavailable',
  'paperMissed',
  'finished',
]);

/**
 * The journey at the opening of the page. What the sender still holds from before a reload is settled first: until
 * then no new journey begins.
 */
export function startJourney(sender: SenderState, nowMs: DurationMs): Journey {
  const journey = homeFor(nowMs);
  if (sender.phase !== 'pending' || sender.pending.command.type !== 'IssueTicket') return journey;
  const { command } = sender.pending;
  const { serviceId, language } = command;
  return {
    ...journey,
    settings: { ...defaultSettings, language },
    step: { at: 'taking', command, isCustomerHere: false, serviceId, reasonId: null, isAskingPriority: false },
  };
}

/** The page with a ticket's number, as it is when the number is confirmed or a reload brings it back. */
export function showTicket(ticket: IssuedTicket, nowMs: DurationMs, shownMs: DurationMs = ticketShownMs): Step {
  const homeAtMs = laterBy(nowMs, shownMs);
  return { at: 'ticket', ticket, shownAtMs: nowMs, homeAtMs, printWait: 'fresh', isPaperMissing: false };
}

/** The journey after one event; the very same object where the event changes nothing. */
export function advance(journey: Journey, event: JourneyEvent, nowMs: DurationMs): Journey {
  if (event.type === 'ticked') return tick(journey, nowMs);
  const changed = change(journey, event, nowMs);
  return untouched.has(event.type) ? changed : touch(changed, nowMs);
}

function change(journey: Journey, event: Exclude<JourneyEvent, { type: 'ticked' }>, nowMs: DurationMs): Journey {
  const { step, settings } = journey;
  switch (event.type) {
    case 'languageChosen':
      return { ...journey, settings: { ...settings, language: event.language } };
    case 'settingToggled':
      return { ...journey, settings: { ...settings, [event.setting]: !settings[event.setting] } };
    case 'pageTurned':
      return step.at === 'home' ? { ...journey, step: { at: 'home', page: event.page } } : journey;
    case 'serviceChosen':
      return step.at === 'home' || step.at === 'refused' ? { ...journey, step: read(event.serviceId) } : journey;
    case 'priorityOpened':
      return step.at === 'service' ? { ...journey, step: { ...step, isAskingPriority: true } } : journey;
    case 'reasonChosen':
      return step.at === 'service' ? { ...journey, step: { ...step, reasonId: event.reasonId } } : journey;
    case 'wentBack':
      return { ...journey, step: before(step) };
    case 'takePressed':
      if (step.at !== 'service') return journey;
      return { ...journey, step: { ...step, at: 'taking', command: event.command, isCustomerHere: true } };
    case 'notSent':
      return step.at === 'taking' ? { ...journey, step: readAgain(step) } : journey;
    case 'settled':
      return step.at === 'taking' ? settle(journey, step, event.settled, nowMs) : journey;
    case 'becameUnavailable':
      return loseSight(journey, step);
    case 'paperMissed':
      return step.at === 'ticket' ? showLonger(journey, { ...step, isPaperMissing: true }, nowMs) : journey;
    case 'finished':
      return step.at === 'taking' ? journey : homeFor(nowMs);
    case 'touched':
      return journey;
    default:
      return assertNever(event);
  }
}

type Taking = Extract<Step, { at: 'taking' }>;
type Showing = Extract<Step, { at: 'ticket' }>;

function settle(journey: Journey, step: Taking, settled: Settled, nowMs: DurationMs): Journey {
  if (settled.outcome === 'accepted') {
    if (settled.result.type !== 'ticketIssued') return journey;
    return { ...journey, step: showTicket(settled.result, nowMs), secondsLeft: inSeconds(ticketShownMs) };
  }
  const { reason } = settled.rejection;
  // Nobody waits for an answer to a press that was forgotten over a reload or a long loss.
  if (!step.isCustomerHere) return homeFor(nowMs);
  return { ...journey, step: { at: 'refused', serviceId: step.serviceId, reason }, touchedAtMs: nowMs };
}

/** A confirmed number stays in sight over any loss; everything else begins again when the kiosk is back. */
function loseSight(journey: Journey, step: Step): Journey {
  switch (step.at) {
    case 'ticket':
      return journey;
    case 'taking':
      return step.isCustomerHere ? { ...journey, step: { ...step, isCustomerHere: false } } : journey;
    case 'home':
    case 'service':
    case 'refused':
      return { ...journey, step: firstPage, secondsLeft: null };
    default:
      return assertNever(step);
  }
}

function tick(journey: Journey, nowMs: DurationMs): Journey {
  const { step, settings } = journey;
  switch (step.at) {
    case 'taking':
      return journey;
    case 'ticket':
      return countDown(waitForPrint(journey, step, nowMs), step.homeAtMs, nowMs);
    case 'home':
      if (step.page === 0 && !isChanged(settings)) return journey;
      return warn(journey, nowMs);
    case 'service':
    case 'refused':
      return warn(journey, nowMs);
    default:
      return assertNever(step);
  }
}

function waitForPrint(journey: Journey, step: Showing, nowMs: DurationMs): Journey {
  const printWait = printWaitOf(milliseconds(nowMs - step.shownAtMs));
  return printWait === step.printWait ? journey : { ...journey, step: { ...step, printWait } };
}

function printWaitOf(waitedMs: DurationMs): PrintWait {
  if (waitedMs >= printPatienceMs) return 'overdue';
  return waitedMs >= printUsualMs ? 'slow' : 'fresh';
}

/** The whole time to note the number begins anew. */
function showLonger(journey: Journey, step: Showing, nowMs: DurationMs): Journey {
  const shownMs = step.isPaperMissing ? withoutPaperShownMs : ticketShownMs;
  return { ...journey, step: { ...step, homeAtMs: laterBy(nowMs, shownMs) }, secondsLeft: inSeconds(shownMs) };
}

function warn(journey: Journey, nowMs: DurationMs): Journey {
  const warnAtMs = laterBy(journey.touchedAtMs, idleAfterMs);
  return nowMs < warnAtMs ? journey : countDown(journey, laterBy(warnAtMs, warningMs), nowMs);
}

function countDown(journey: Journey, homeAtMs: DurationMs, nowMs: DurationMs): Journey {
  const secondsLeft = Math.ceil((homeAtMs - nowMs) / 1_000);
  if (secondsLeft <= 0) return homeFor(nowMs);
  return secondsLeft === journey.secondsLeft ? journey : { ...journey, secondsLeft };
}

function touch(journey: Journey, nowMs: DurationMs): Journey {
  const { step } = journey;
  if (step.at !== 'ticket') return { ...journey, touchedAtMs: nowMs, secondsLeft: null };
  return { ...showLonger(journey, step, nowMs), touchedAtMs: nowMs };
}

function homeFor(nowMs: DurationMs): Journey {
  return { step: firstPage, settings: defaultSettings, touchedAtMs: nowMs, secondsLeft: null };
}

function before(step: Step): Step {
  if (step.at === 'service' && step.isAskingPriority) return { ...step, isAskingPriority: false };
  return step.at === 'taking' || step.at === 'ticket' ? step : firstPage;
}

function read(serviceId: ServiceId): Step {
  return { at: 'service', serviceId, reasonId: null, isAskingPriority: false };
}

function readAgain({ serviceId, reasonId, isAskingPriority }: Taking): Step {
  return { at: 'service', serviceId, reasonId, isAskingPriority };
}

function laterBy(startMs: DurationMs, lengthMs: DurationMs): DurationMs {
  return milliseconds(startMs + lengthMs);
}

function inSeconds(lengthMs: DurationMs): number {
  return Math.ceil(lengthMs / 1_000);
}
