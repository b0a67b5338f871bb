import { type Command, minutes } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { ticketIdOf, warsaw } from '../domain/testing/exampleBranch.ts';
import { given, type Step } from '../domain/testing/given.ts';
import {
  callNext,
  close,
  endDay,
  issue,
  onTicket,
  openCounter,
  pause,
  printResult,
  recall,
  resume,
  settled,
  signOff,
} from '../domain/testing/requests.ts';
import { called, issued, later, missed, opened, paused, printJobOf, started } from '../domain/testing/steps.ts';
import { turnsOf } from './testing/turnsOf.ts';

/** What the audiences learn from one more command, a minute after these facts. */
function learnt(facts: readonly Step[], command: Command) {
  const branch = given(...facts, later(minutes(1)));
  const before = branch.events.length;
  const { rejection } = branch.when(command);
  return { rejection, turns: turnsOf(branch).slice(before) };
}

const at = warsaw('2026-11-24', '10:01');
const ticketId = ticketIdOf('D001');
const serviceId = 'dowod-wniosek';
const waiting = [opened('c2'), issued('D001', { language: 'uk', hasPrintJob: true })];
const call = [...waiting, called('D001', 'c2')];
const visit = [...call, started('D001')];
const announcement = { ticketNumber: 'D001', counterId: 'c2', serviceId, language: 'uk', at, isStillCalled: true };
const visitAt = { ticketId, ticketNumber: 'D001', serviceId, closedAt: at };
const { jobId, printerId } = printJobOf('D001');

describe('what each audience learns', () => {
  it.each([
    {
      what: 'a call',
      facts: waiting,
      command: callNext('c2'),
      display: [{ type: 'announced', call: { ...announcement, announcementNumber: 1, isRecall: false } }],
      kiosk: [{ type: 'waitingChanged', serviceId, by: -1 }],
      counter: [{ type: 'ticketCalled', ticketId, counterId: 'c2', at, callCount: 1 }],
    },
    {
      what: 'a recall',
      facts: call,
      command: recall('c2', 'D001', 1),
      display: [{ type: 'announced', call: { ...announcement, announcementNumber: 2, isRecall: true } }],
      kiosk: [],
      counter: [{ type: 'ticketRecalled', ticketId, at, callCount: 2 }],
    },
    {
      what: 'the start of service',
      facts: call,
      command: onTicket('StartService', 'c2', 'D001', 'called'),
      display: [{ type: 'callEnded', ticketNumber: 'D001' }],
      kiosk: [],
      counter: [{ type: 'serviceStarted', ticketId, at }],
    },
    {
      what: 'a missed call',
      facts: call,
      command: onTicket('MarkNoShow', 'c2', 'D001', 'called'),
      display: [{ type: 'callEnded', ticketNumber: 'D001' }],
      kiosk: [],
      counter: [{ type: 'ticketMissed', ticketId, at }],
    },
    {
      what: 'somebody who came after all',
      facts: [...call, missed('D001')],
      command: onTicket('ReinstateTicket', 'c2', 'D001', 'noShow'),
      display: [],
      kiosk: [{ type: 'waitingChanged', serviceId, by: 1 }],
      counter: [{ type: 'ticketReinstated', ticketId }],
    },
    {
      what: 'the end of a visit',
      facts: visit,
      command: close('c2', 'D001', settled),
      display: [],
      kiosk: [],
      counter: [{ type: 'ticketClosed', visit: { ...visitAt, counterId: 'c2', reason: 'served', outcomeId: settled } }],
    },
    {
      what: 'a waiting ticket withdrawn',
      facts: waiting,
      command: onTicket('CancelTicket', 'c2', 'D001', 'waiting'),
      display: [],
      kiosk: [{ type: 'waitingChanged', serviceId, by: -1 }],
      counter: [{ type: 'ticketClosed', visit: { ...visitAt, counterId: null, reason: 'cancelled', outcomeId: null } }],
    },
    {
      what: 'a called ticket withdrawn',
      facts: call,
      command: onTicket('CancelTicket', 'c2', 'D001', 'called'),
      display: [{ type: 'callEnded', ticketNumber: 'D001' }],
      kiosk: [],
      counter: [{ type: 'ticketClosed', visit: { ...visitAt, counterId: 'c2', reason: 'cancelled', outcomeId: null } }],
    },
    {
      what: 'a print that failed',
      facts: waiting,
      command: printResult('D001', { result: 'failed', reason: 'paperOut' }),
      display: [],
      kiosk: [{ type: 'printSettled', print: { jobId, printerId, outcome: { result: 'failed', reason: 'paperOut' } } }],
      counter: [{ type: 'printSettled', ticketId, outcome: { result: 'failed', reason: 'paperOut' } }],
    },
    {
      what: 'a copy that is ordered',
      facts: [opened('c2'), issued('D001')],
      command: onTicket('ReprintTicket', 'c2', 'D001', 'waiting'),
      display: [],
      kiosk: [],
      counter: [{ type: 'printOrdered', ticketId, printerId, isCopy: true }],
    },
    {
      what: 'a counter that opens',
      facts: [],
      command: openCounter('c2'),
      display: [],
      kiosk: [{ type: 'counterChanged', counterId: 'c2', state: 'open' }],
      counter: [{ type: 'counterOpened', counterId: 'c2', clerkId: 'clerk-2', deviceId: 'counter-2', at }],
    },
    {
      what: 'a break',
      facts: [opened('c2')],
      command: pause('c2'),
      display: [],
      kiosk: [{ type: 'counterChanged', counterId: 'c2', state: 'paused' }],
      counter: [{ type: 'counterPaused', counterId: 'c2', reasonId: 'lunch', at }],
    },
    {
      what: 'the end of a break',
      facts: [opened('c2'), paused('c2')],
      command: resume('c2'),
      display: [],
      kiosk: [{ type: 'counterChanged', counterId: 'c2', state: 'open' }],
      counter: [{ type: 'counterResumed', counterId: 'c2' }],
    },
    {
      what: 'a clerk who leaves',
      facts: [opened('c2')],
      command: signOff('c2'),
      display: [],
      kiosk: [{ type: 'counterChanged', counterId: 'c2', state: 'closed' }],
      counter: [{ type: 'counterSignedOff', counterId: 'c2' }],
    },
  ])('given $what, then each is told what it draws and no more', ({ facts, command, display, kiosk, counter }) => {
    expect(learnt(facts, command)).toEqual({ rejection: null, turns: [{ display, kiosk, counter }] });
  });

  it('given a new ticket, then consoles see it whole, its paper on its way', () => {
    const { turns } = learnt([], issue('dowod-wniosek', { printerId }));
    const print = { printerId, isCopy: false, outcome: null };
    expect(turns[0]).toMatchObject({
      display: [],
      kiosk: [{ type: 'waitingChanged', serviceId, by: 1 }],
      counter: [
        {
          type: 'ticketIssued',
          ticket: { ticketNumber: 'D001', state: 'waiting', issuedAt: at, waitingSince: at, callCount: 0, print },
        },
      ],
    });
  });

  it('given the end of a day, then pictures are cleared and screens learn the next weeks’ special days again', () => {
    const { turns } = learnt([issued('D001')], endDay('2026-11-24', '2026-11-25'));
    expect(turns.map(({ display }) => display.map(({ type }) => type))).toEqual([
      [],
      [],
      ['boardCleared', 'boardConfigured'],
    ]);
    expect(turns.map(({ kiosk }) => kiosk.map(({ type }) => type))).toEqual([
      ['waitingChanged'],
      [],
      ['dayStarted', 'kioskConfigured'],
    ]);
    expect(turns.map(({ counter }) => counter.map(({ type }) => type))).toEqual([['ticketClosed'], [], ['dayStarted']]);
  });
});
