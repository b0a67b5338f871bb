import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idSchemas, seqOf, ticketNumberOf } from './ids.ts';

const accepts = (schema: keyof typeof idSchemas, input: unknown) => idSchemas[schema].safeParse(input).success;
const uuid = '0197a000-0000-7000-8000-000000000001';

describe('ids from outside', () => {
  it.each(['c1', 'counter-1', 'dowod-wniosek', '1', 'a'.repeat(64)])('given "%s", then it can name a thing', (text) => {
    expect(accepts('counter', text)).toBe(true);
  });

  it.each(['', '-c1', 'C1', 'c_1', 'c 1', 'ą', 'a'.repeat(65), 'c1\n', '__proto__', 'constructor', 7, null, {}])(
    'given %j, then it cannot',
    (input) => {
      expect(accepts('counter', input)).toBe(false);
    },
  );

  it('given any id, then no plain object answers to it by itself', () => {
    const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
    fc.assert(
      fc.property(fc.oneof(slug, fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype))), (text) => {
        expect(accepts('service', text) && text in {}).toBe(false);
      }),
    );
  });

  it.each([uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'])('given %s, then it is a UUID', (text) => {
    expect(accepts('ticket', text)).toBe(true);
  });

  it.each([uuid.toUpperCase(), uuid.slice(1), `${uuid}0`, uuid.replaceAll('-', ''), '', 1])(
    'given %j, then it is none',
    (text) => {
      expect(accepts('ticket', text)).toBe(false);
    },
  );

  it.each(['day-end:2026-11-24', `print:${uuid}`, `clock:${uuid}`, `configuration:${uuid}`])(
    "given the server's own id %s, then a journal holds it and a device cannot send it",
    (text) => {
      expect([accepts('command', text), accepts('clientCommand', text)]).toEqual([true, false]);
    },
  );

  it('given a press, then its id is a UUID for both', () => {
    expect([accepts('command', uuid), accepts('clientCommand', uuid)]).toEqual([true, true]);
    expect(accepts('command', 'day-start:2026-11-24')).toBe(false);
  });

  it.each([
    [0, true],
    [1, true],
    [-1, false],
    [0.5, false],
    ['1', false],
    [Number.MAX_SAFE_INTEGER + 1, false],
  ])('given the position %s, then that it is one is %s', (value, expected) => {
    expect(accepts('seq', value)).toBe(expected);
  });
});

describe('ticket numbers', () => {
  it.each([
    ['D', 1, 'D001'],
    ['D', 42, 'D042'],
    ['O', 999, 'O999'],
    ['D', 1_000, 'D1000'],
    ['A', 123_456, 'A123456'],
  ])('given letter %s and count %d, then %s', (letter, count, expected) => {
    expect(ticketNumberOf(letter, count)).toBe(expected);
  });

  it('given any letter and count of a day, then the number is read back as one, and no two are the same', () => {
    const letter = fc.stringMatching(/^[A-Z]$/);
    const count = fc.integer({ min: 1, max: 999_999 });
    fc.assert(
      fc.property(letter, count, count, (one, first, second) => {
        expect(accepts('ticketNumber', ticketNumberOf(one, first))).toBe(true);
        expect(ticketNumberOf(one, first) === ticketNumberOf(one, second)).toBe(first === second);
      }),
    );
  });

  it.each(['d042', 'D42', 'DD042', 'D', '042', 'D0420000', 'D042 '])(
    'given "%s", then it is no ticket number',
    (text) => {
      expect(accepts('ticketNumber', text)).toBe(false);
    },
  );

  it('given a position that the journal counted, then it is that number', () => {
    expect(seqOf(3)).toBe(3);
  });
});
