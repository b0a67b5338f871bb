import { idSchemas, milliseconds } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import type { IssuedTicket } from './journey.ts';
import { ticketKeeper } from './keptTicket.ts';

const shownMs = milliseconds(30_000);
const ticket: IssuedTicket = {
  type: 'ticketIssued',
  ticketId: idSchemas.ticket.parse('01900000-0000-7000-8000-000000000002'),
  ticketNumber: idSchemas.ticketNumber.parse('D046'),
  serviceId: idSchemas.service.parse('dowod-wniosek'),
  peopleAhead: 3,
  waitRange: null,
  counterIds: [],
  printJobId: null,
  followUrl: null,
};

function keeperOver(texts: Map<string, string>, nowMs: () => number, problems: string[] = []) {
  return ticketKeeper({
    storage: () => ({
      getItem: (key) => texts.get(key) ?? null,
      setItem: (key, text) => texts.set(key, text),
      removeItem: (key) => texts.delete(key),
    }),
    storageKey: 'ticket',
    wallNowMs: nowMs,
    report: (problem) => problems.push(problem),
  });
}

describe('the number that survives a reload', () => {
  it('given a number shown 10 s ago, then it may be shown for 20 s more', () => {
    const texts = new Map<string, string>();
    keeperOver(texts, () => 100_000).keep(ticket, 'uk', shownMs);
    expect(keeperOver(texts, () => 110_000).recall()).toEqual({ ticket, language: 'uk', leftMs: 20_000 });
  });

  it('given a number whose time is over, or from the future, then it is forgotten', () => {
    const texts = new Map<string, string>();
    keeperOver(texts, () => 100_000).keep(ticket, 'pl', shownMs);
    expect(keeperOver(texts, () => 130_000).recall()).toBeNull();
    expect(keeperOver(texts, () => 69_999).recall()).toBeNull();
  });

  it('given a number that was put away, then there is none', () => {
    const texts = new Map<string, string>();
    const keeper = keeperOver(texts, () => 100_000);
    keeper.keep(ticket, 'pl', shownMs);
    keeper.forget();
    expect(keeper.recall()).toBeNull();
  });

  it.each(['', '{', '[]', '{"ticket":{},"language":"pl","homeAtWallMs":9}', 'null'])(
    'given the text %j, then there is none',
    (text) => {
      expect(keeperOver(new Map([['ticket', text]]), () => 2).recall()).toBeNull();
    },
  );

  it('given a storage that refuses, then that is reported and nothing breaks', () => {
    const problems: string[] = [];
    const keeper = ticketKeeper({
      storage: () => {
        throw new Error('denied');
      },
      storageKey: 'ticket',
      wallNowMs: () => 0,
      report: (problem) => problems.push(problem),
    });
    keeper.keep(ticket, 'pl', shownMs);
    expect(keeper.recall()).toBeNull();
    expect(problems).toHaveLength(2);
  });
});
