import { describe, expect, it } from 'vitest';
import { leakIn, type NameOfId } from './leaks.ts';

const ticketId = '00000000-0000-7000-8000-000000000001';
const jobId = '00000000-0000-7000-8000-000000000002';
const names = new Map<string, 'ticket' | 'job'>([
  [ticketId, 'ticket'],
  [jobId, 'job'],
]);
const nameOf: NameOfId = (id) => names.get(id) ?? null;
const heard = (audience: 'display' | 'kiosk' | 'counter', said: unknown, isOwnAnswer = false) =>
  leakIn({ audience, isOwnAnswer, text: JSON.stringify(said) }, nameOf);

describe('what an audience may not hear', () => {
  it.each([
    ['display', { any: ticketId }],
    ['display', { any: jobId }],
    ['display', { clerkId: 'anna' }],
    ['display', { priorityClass: 'priority' }],
    ['kiosk', { any: ticketId }],
    ['kiosk', { ticketNumber: 'D001' }],
    ['kiosk', { reason: { rule: 'chosen' } }],
    ['counter', { any: jobId }],
    ['counter', { priorityReasons: [] }],
    ['counter', { pinHash: 'scrypt:' }],
    ['counter', { connection: { host: 'druk-7.internal' } }],
  ] as const)('given a %s that is told %o, then it is a leak', (audience, said) => {
    expect(heard(audience, said)).not.toBeNull();
  });

  it.each([
    ['display', { ticketNumber: 'D001', counterId: 'c1' }],
    ['kiosk', { waiting: { dowod: 3 }, prints: [{ jobId, outcome: { result: 'failed', reason: 'paperOut' } }] }],
    ['counter', { ticketId, ticketNumber: 'D001', clerkId: 'anna' }],
  ] as const)('given a %s that is told %o, then it is none', (audience, said) => {
    expect(heard(audience, said)).toBeNull();
  });

  it('given the answer to a kiosk’s own press, then it may name its ticket, and no secret', () => {
    expect(heard('kiosk', { ticketId, ticketNumber: 'D001' }, true)).toBeNull();
    expect(heard('kiosk', { pinHash: 'x' }, true)).not.toBeNull();
  });
});
