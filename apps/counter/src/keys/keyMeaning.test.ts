import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTicketActionAllowed } from '@okienko/shared';
import {
  called,
  counter3,
  deskAfter,
  deskPrinter,
  hallPrinter,
  issued,
  missed,
  paused,
  printOrdered,
  printSettled,
  situationOf,
  started,
  submitted,
  ticketIdOf,
  viewAfter,
  waitingTicketOf,
  withPrinters,
  opened,
} from '../testing/testDesk.ts';
import { missedTicketsOf } from '../desk/pastVisits.ts';
import {
  callTicketMeaning,
  cancelCurrentMeaning,
  cancelWaitingMeaning,
  type KeyMeaning,
  keyMeaningsOf,
  reinstateMeaning,
  reprintMeaning,
  reprintOnMeaning,
  type Situation,
} from './keyMeaning.ts';

const rests = (why: string) => ({ kind: 'rests', why });
const first = { counterId: counter3, ticketId: ticketIdOf(1) };

describe('the main key', () => {
  it('given nobody waits, when the counter is free, rests', () => {
    const { main } = keyMeaningsOf(situationOf(deskAfter([])));
    expect(main).toMatchObject({ action: 'callNext', meaning: rests('nobodyWaiting') });
  });
  it('given somebody waits, when the counter is free, calls next with no current ticket', () => {
    const { main } = keyMeaningsOf(situationOf(deskAfter([issued(1, 5)])));
    expect(main.meaning).toEqual({
      kind: 'sends',
      command: { type: 'CallNext', counterId: counter3, currentTicketId: null, outcomeId: null },
    });
  });
  it('given a called ticket, starts its service in the state that was seen', () => {
    const { main } = keyMeaningsOf(situationOf(deskAfter([issued(1, 5), called(1)])));
    expect(main).toMatchObject({
      action: 'startService',
      meaning: { kind: 'sends', command: { type: 'StartService', ...first, seenState: 'called' } },
    });
  });
  it('given a visit and somebody waiting, when the branch closes by calling, calls next with the chosen outcome', () => {
    const desk = deskAfter([issued(1, 5), issued(2, 4), called(1), started(1)]);
    const { main } = keyMeaningsOf(situationOf(desk, { outcomeId: submitted }));
    expect(main.action).toBe('callNextClosing');
    expect(main.meaning).toEqual({
      kind: 'sends',
      command: { type: 'CallNext', counterId: counter3, currentTicketId: ticketIdOf(1), outcomeId: submitted },
    });
  });
  it('given a visit and nobody waiting, closes the visit', () => {
    const { main } = keyMeaningsOf(situationOf(deskAfter([issued(1, 5), called(1), started(1)])));
    expect(main).toMatchObject({ action: 'closeTicket', meaning: { command: { type: 'CloseTicket', ...first } } });
  });
  it('given a visit and somebody waiting, when calling closes nothing in this branch, closes the visit', () => {
    const desk = deskAfter([issued(1, 5), issued(2, 4), called(1), started(1)], { callNextClosesCurrent: false });
    expect(keyMeaningsOf(situationOf(desk)).main).toMatchObject({
      action: 'closeTicket',
      meaning: { command: { type: 'CloseTicket', ...first, seenState: 'serving', outcomeId: null } },
    });
  });
  it('given an outcome is required and none is chosen, rests', () => {
    const desk = deskAfter([issued(1, 5), issued(2, 4), called(1), started(1)], { isOutcomeRequired: true });
    const meanings = keyMeaningsOf(situationOf(desk));
    expect(meanings.main.meaning).toEqual(rests('outcomeRequired'));
    expect(meanings.closeTicket).toEqual(rests('outcomeRequired'));
  });
  it('given a break, ends it', () => {
    const { main } = keyMeaningsOf(situationOf(deskAfter([issued(1, 5), paused])));
    expect(main).toMatchObject({
      action: 'resume',
      meaning: { command: { type: 'ResumeCounter', counterId: counter3 } },
    });
  });
  it('given an open panel, rests', () => {
    const { main } = keyMeaningsOf(situationOf(deskAfter([issued(1, 5)]), { isPanelOpen: true }));
    expect(main.meaning).toEqual(rests('panelOpen'));
  });
  it('given another ticket or another action, has another identity, so that it goes deaf', () => {
    const waiting = [issued(1, 5), issued(2, 4), issued(3, 3)];
    const identities = [
      deskAfter(waiting),
      deskAfter([...waiting, called(1)]),
      deskAfter([...waiting, called(1), started(1)]),
      deskAfter([...waiting, called(2)]),
      deskAfter([...waiting, called(2), started(2)]),
    ].map((desk) => keyMeaningsOf(situationOf(desk)).main.identity);
    expect(new Set(identities).size).toBe(identities.length);
  });
});

describe('the keys of the visit', () => {
  it('given a called ticket, recall carries the calls that were seen', () => {
    const { recall } = keyMeaningsOf(situationOf(deskAfter([issued(1, 5), called(1)])));
    expect(recall).toMatchObject({ command: { type: 'RecallTicket', ...first, seenCallCount: 1 } });
  });
  it('given a visit in service, recall and no-show rest until the next call', () => {
    const { recall, noShow } = keyMeaningsOf(situationOf(deskAfter([issued(1, 5), called(1), started(1)])));
    expect([recall, noShow]).toEqual([rests('needsCall'), rests('needsCall')]);
  });
  it('given nobody at the counter, each says that somebody must be there', () => {
    const { recall, closeTicket, noShow, cancel } = keyMeaningsOf(situationOf(deskAfter([issued(1, 5)])));
    expect(new Set([recall, closeTicket, noShow, cancel].map((meaning) => JSON.stringify(meaning)))).toEqual(
      new Set([JSON.stringify(rests('needsTicket'))]),
    );
  });
  it('given a called ticket, no-show names it; cancel asks first and then names it', () => {
    const situation = situationOf(deskAfter([issued(1, 5), called(1)]));
    expect(keyMeaningsOf(situation).noShow).toMatchObject({ command: { type: 'MarkNoShow', ...first } });
    expect(keyMeaningsOf(situation).cancel).toEqual({ kind: 'opens', panel: 'cancelCurrent' });
    expect(cancelCurrentMeaning(situation)).toMatchObject({ command: { type: 'CancelTicket', seenState: 'called' } });
  });
});

describe('the keys of the counter', () => {
  it('given a free counter, break and sign-off open their panels; in the strip there is no room for them', () => {
    const desk = deskAfter([]);
    expect(keyMeaningsOf(situationOf(desk))).toMatchObject({
      pause: { kind: 'opens', panel: 'break' },
      signOff: { kind: 'opens', panel: 'signOff' },
    });
    expect(keyMeaningsOf(situationOf(desk, { hasRoomForPanels: false }))).toMatchObject({
      pause: rests('needsRoom'),
      signOff: rests('needsRoom'),
    });
  });
  it('given a ticket at the counter, break and sign-off rest until the visit ends', () => {
    const { pause, signOff } = keyMeaningsOf(situationOf(deskAfter([issued(1, 5), called(1)])));
    expect([pause, signOff]).toEqual([rests('visitOpen'), rests('visitOpen')]);
  });
  it('given a break, the same key ends it, also in the strip', () => {
    const situation = situationOf(deskAfter([paused]), { hasRoomForPanels: false });
    expect(keyMeaningsOf(situation).pause).toMatchObject({ command: { type: 'ResumeCounter' } });
  });
});

describe('the keys of the rows', () => {
  it('given a free counter, a row calls its own ticket as it was seen', () => {
    const desk = deskAfter([issued(1, 5), issued(2, 4)]);
    expect(callTicketMeaning(situationOf(desk), waitingTicketOf(desk, 2))).toEqual({
      kind: 'sends',
      command: {
        type: 'CallTicket',
        counterId: counter3,
        ticketId: ticketIdOf(2),
        seenState: 'waiting',
        currentTicketId: null,
        outcomeId: null,
      },
    });
  });
  it('given a called ticket, rows rest', () => {
    const desk = deskAfter([issued(1, 5), issued(2, 4), called(1)]);
    expect(callTicketMeaning(situationOf(desk), waitingTicketOf(desk, 2))).toEqual(rests('visitOpen'));
  });
  it('given a break, rows neither call nor cancel', () => {
    const desk = deskAfter([issued(1, 5), paused]);
    const situation = situationOf(desk);
    expect(callTicketMeaning(situation, waitingTicketOf(desk, 1))).toEqual(rests('onBreak'));
    expect(cancelWaitingMeaning(situation, waitingTicketOf(desk, 1))).toEqual(rests('onBreak'));
  });
  it('given somebody who did not come, when another visit is open, they can be put back', () => {
    const events = [issued(1, 9), issued(2, 5), called(1), missed(1), called(2)];
    const desk = deskAfter(events);
    const ticket = missedTicketsOf(viewAfter([opened, ...events]), desk)[0];
    expect(ticket).toBeDefined();
    if (ticket === undefined) return;
    expect(reinstateMeaning(situationOf(desk), ticket)).toMatchObject({
      command: { type: 'ReinstateTicket', ...first, seenState: 'noShow' },
    });
  });
});

describe('a copy of the paper', () => {
  const failed = printSettled(1, { result: 'failed', reason: 'paperOut' });
  const order = { type: 'ReprintTicket', ...first };

  it('given one printer, the key of the visit and the key of a row print at once', () => {
    const atCounter = withPrinters(deskAfter([issued(1, 5), called(1)]), hallPrinter);
    const command = { ...order, seenState: 'called', printerId: hallPrinter.id };
    expect(keyMeaningsOf(situationOf(atCounter)).reprint).toEqual({ kind: 'sends', command });
    const inList = withPrinters(deskAfter([issued(1, 5)]), hallPrinter);
    expect(reprintMeaning(situationOf(inList), waitingTicketOf(inList, 1))).toEqual({
      kind: 'sends',
      command: { ...command, seenState: 'waiting' },
    });
  });
  it('given several printers, asks which one; the strip has no room and takes the one of the last paper', () => {
    const events = [issued(1, 5), called(1), printOrdered(1, false, deskPrinter.id), failed];
    const desk = withPrinters(deskAfter(events), hallPrinter, deskPrinter);
    expect(keyMeaningsOf(situationOf(desk)).reprint).toEqual({ kind: 'asksPrinter', ticketId: ticketIdOf(1) });
    const inStrip = situationOf(desk, { hasRoomForPanels: false });
    expect(keyMeaningsOf(inStrip).reprint).toMatchObject({ command: { printerId: deskPrinter.id } });
  });
  it('given a paper that is being printed, rests until its result is known', () => {
    const events = [issued(1, 5), printOrdered(1, false)];
    const desk = withPrinters(deskAfter(events), hallPrinter);
    expect(reprintMeaning(situationOf(desk), waitingTicketOf(desk, 1))).toEqual(rests('printing'));
    const done = withPrinters(deskAfter([...events, failed]), hallPrinter);
    const meaning = reprintOnMeaning(situationOf(done), waitingTicketOf(done, 1), hallPrinter.id);
    expect(meaning).toMatchObject({ kind: 'sends' });
  });
  it('given a branch without a printer, or nobody at the counter, rests and says why', () => {
    expect(keyMeaningsOf(situationOf(deskAfter([issued(1, 5), called(1)]))).reprint).toEqual(rests('noPrinter'));
    expect(keyMeaningsOf(situationOf(withPrinters(deskAfter([]), hallPrinter))).reprint).toEqual(rests('needsTicket'));
  });
  it('given a break, a copy for somebody who waits can still be printed', () => {
    const desk = withPrinters(deskAfter([issued(1, 5), paused]), hallPrinter);
    expect(reprintMeaning(situationOf(desk), waitingTicketOf(desk, 1))).toMatchObject({ kind: 'sends' });
  });
});

describe('arming', () => {
  const desks = [
    deskAfter([]),
    deskAfter([issued(1, 5), issued(2, 4)]),
    deskAfter([issued(1, 5), issued(2, 4), called(1)]),
    deskAfter([issued(1, 5), issued(2, 4), called(1), started(1)]),
    deskAfter([issued(1, 5), paused]),
  ];
  const situations = fc.record({
    desk: fc.constantFrom(...desks),
    connection: fc.constantFrom<Situation['connection'][]>('connecting', 'live', 'reconnecting', 'stale', 'refused'),
    isWritable: fc.boolean(),
    isSenderIdle: fc.boolean(),
    outcomeId: fc.constantFrom(null, submitted),
    isPanelOpen: fc.boolean(),
    hasRoomForPanels: fc.boolean(),
  });
  const allOf = (situation: Situation): readonly KeyMeaning[] => {
    const { main, ...others } = keyMeaningsOf(situation);
    const rows = situation.desk.waiting
      .flatMap(({ tickets }) => tickets)
      .flatMap((ticket) => [
        callTicketMeaning(situation, ticket),
        cancelWaitingMeaning(situation, ticket),
        reprintMeaning(situation, ticket),
      ]);
    return [main.meaning, ...Object.values(others), ...rows];
  };
  it('given any situation that is not live, writable and idle, every key rests', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const isHeld = situation.connection !== 'live' || !situation.isWritable || !situation.isSenderIdle;
        fc.pre(isHeld);
        expect(allOf(situation).every(({ kind }) => kind === 'rests')).toBe(true);
      }),
    );
  });
  it('given any situation, a command about a ticket is one that the table of actions allows', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        for (const meaning of allOf(situation)) {
          if (meaning.kind !== 'sends' || !('seenState' in meaning.command)) continue;
          expect(isTicketActionAllowed(meaning.command.seenState, meaning.command.type)).toBe(true);
        }
      }),
    );
  });
});
