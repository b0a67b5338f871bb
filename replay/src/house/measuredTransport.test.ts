import {
  type CommandEnvelope,
  commandEnvelopeSchema,
  milliseconds,
  parse,
  protocolVersion,
  required,
  type Transport,
  type TransportAnswer,
} from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { measuredTransport } from './measuredTransport.ts';

const commandId = '00000000-0000-4000-8000-000000000001';
const envelopeOf = (command: unknown): CommandEnvelope => {
  const parsed = parse(commandEnvelopeSchema, { protocolVersion, commandId, ageMs: 0, command });
  return required(parsed.isValid ? parsed.value : null, 'a valid envelope');
};
const pause = envelopeOf({ type: 'ResumeCounter', counterId: 'c1' });
const signIn = envelopeOf({ type: 'OpenCounter', counterId: 'c1', pin: '123456', isTakeover: false });
const answered = (message: unknown): TransportAnswer => ({ kind: 'answered', message });
const fault = answered({ answer: 'fault', fault: 'overloaded' });
const refused = answered({ answer: 'rejected', rejection: { reason: 'CounterNotOpen' } });

/** A connection whose every answer takes 10 ms; what was measured on it. */
async function measuredOver(envelope: CommandEnvelope, answers: readonly TransportAnswer[]) {
  const measured: number[] = [];
  let nowMs = 0;
  const left = [...answers];
  const transport: Transport = {
    isConnected: () => true,
    listen: () => undefined,
    subscribe: async () => ({ kind: 'unanswered' }),
    send: async () => {
      nowMs += 10;
      return left.shift() ?? { kind: 'unanswered' };
    },
    close: () => undefined,
  };
  const clock = { nowMs: () => milliseconds(nowMs) };
  const tested = measuredTransport(transport, clock, (waited) => measured.push(waited));
  for (const answer of answers) expect(await tested.send(envelope)).toBe(answer);
  return measured;
}

describe('the time to an answer', () => {
  it('given silence and a fault before it, then it counts from the first sending to the final answer', async () => {
    expect(await measuredOver(pause, [{ kind: 'unanswered' }, fault, refused])).toEqual([30]);
    expect(await measuredOver(pause, [refused])).toEqual([10]);
  });

  it('given a sign-in or no final answer, then it is not measured', async () => {
    expect(await measuredOver(signIn, [refused])).toEqual([]);
    expect(await measuredOver(pause, [fault, answered({ nonsense: 1 })])).toEqual([]);
  });
});
