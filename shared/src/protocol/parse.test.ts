import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod/mini';
import { acknowledgementSchema } from './acknowledgement.ts';
import { boardContract, counterContract, kioskContract } from './contracts.ts';
import { clientCommandSchema, commandEnvelopeSchema } from './clientCommand.ts';
import { handshakeSchema, heartbeatSchema } from './messages.ts';
import { parse } from './parse.ts';

const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

/** Something that begins like a command and goes wrong somewhere inside. */
const nearlyCommand = fc.record({
  type: fc.constantFrom('IssueTicket', 'CallNext', 'CloseTicket', 'OpenCounter', '__proto__', 'constructor'),
  counterId: fc.oneof(fc.constant('c1'), anything),
  ticketId: anything,
  seenState: fc.oneof(fc.constant('waiting'), anything),
  pin: anything,
});

describe('parsing what comes from outside', () => {
  it('given anything at all, then no schema of the wire throws, and a refusal says where and what', () => {
    const schemas = [
      clientCommandSchema,
      commandEnvelopeSchema,
      handshakeSchema,
      heartbeatSchema,
      acknowledgementSchema,
    ];
    fc.assert(
      fc.property(fc.oneof(anything, nearlyCommand), (input) => {
        for (const schema of schemas) {
          const parsed = parse(schema, input);
          expect(parsed.isValid ? 'valid' : `${typeof parsed.path} ${parsed.problem.length > 0}`).toMatch(
            /^(valid|string true)$/,
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('given anything at all, then no contract throws', () => {
    fc.assert(
      fc.property(anything, (input) => {
        for (const { parseDelta, parseFigures, parseSubscription, parseView } of [
          boardContract,
          kioskContract,
          counterContract,
        ]) {
          const results = [parseDelta(input), parseFigures(input), parseSubscription(input), parseView(input)];
          expect(results.every(({ isValid }) => typeof isValid === 'boolean')).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('given a mistake in depth, then its dotted path', () => {
    const schema = z.object({ services: z.array(z.object({ letter: z.string() })) });
    expect(parse(schema, { services: [{ letter: 'D' }, { letter: 7 }] })).toMatchObject({
      isValid: false,
      path: 'services.1.letter',
    });
  });

  it('given a mistake at the root, then the path is empty', () => {
    expect(parse(z.string(), 7)).toEqual({ isValid: false, path: '', problem: 'Invalid input' });
  });

  it('given what fits, then the value', () => {
    expect(parse(z.int(), 7)).toEqual({ isValid: true, value: 7 });
  });
});
