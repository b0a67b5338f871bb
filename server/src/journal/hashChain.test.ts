import { createHash } from 'node:crypto';
import { idSchemas } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { type ChainedEvent, eventHash, genesisHash, snapshotHash } from './hashChain.ts';

const journalId = idSchemas.journal.parse('0197a000-0000-7000-8000-000000000001');
const genesis = '6e147a1af70b032c07d87886b6739b05f4fc0bee86af108c98f4eb452be17ebd';

/** Written out by hand from the table in `eventHash`; the hashes come from another program's SHA-256. */
const first = {
  event: eventOf({ seq: 1, clerkId: null, payload: '{"counterId":"2"}' }),
  bytes: [
    genesis,
    '0000000000000001',
    '000001a20cc88e80',
    '00000001',
    '0000000d436f756e7465724f70656e6564',
    '0000000962726f6e6f77696365',
    '00000009636f756e7465722d31',
    'ffffffff',
    '000000026331',
    '0000000466303064',
    '7b22636f756e7465724964223a2232227d',
  ].join(''),
  hash: 'fb5032b2c60c3b09f21162bb9d64e95b40c49a86d2130c80040f61523c5a7558',
};
const second = {
  event: eventOf({
    seq: 2,
    at: 1_795_510_800_001,
    eventVersion: 3,
    type: 'Zażółć',
    clerkId: 'anna',
    commandId: 'c2',
    payload: '{"text":"gęślą"}',
  }),
  hash: 'f50fe73004cc68bc561dc2ddbfd0fc0918433c05cd877844992b9466bbf7ee1f',
};

describe('hash chain', () => {
  it('binds the first event to the id of the journal', () => {
    expect(genesisHash(journalId).toString('hex')).toBe(genesis);
  });

  it('hashes exactly the documented bytes', () => {
    const expected = createHash('sha256').update(Buffer.from(first.bytes, 'hex')).digest('hex');
    expect(expected).toBe(first.hash);
    expect(eventHash(Buffer.from(genesis, 'hex'), first.event).toString('hex')).toBe(first.hash);
  });

  it('counts bytes, not letters, where text is Polish', () => {
    expect(eventHash(Buffer.from(first.hash, 'hex'), second.event).toString('hex')).toBe(second.hash);
  });

  it('binds a snapshot to the hash at its place', () => {
    const expected = 'f52296810061f15e2c76887704af1906177032e3a7bfeeb99b001da43bde9f8a';
    expect(snapshotHash(Buffer.from(second.hash, 'hex'), '{"żółw":1}').toString('hex')).toBe(expected);
  });

  it.each<Partial<ChainedEvent>>([
    { seq: 2 },
    { at: 1_795_510_800_001 },
    { eventVersion: 2 },
    { type: 'CounterPaused' },
    { branchId: 'zakopianka' },
    { deviceId: 'counter-2' },
    { clerkId: '' },
    { commandId: 'c2' },
    { configHash: 'f00e' },
    { payload: Buffer.from('{"counterId":"3"}') },
    { deviceId: 'counter-1c', commandId: '1' },
  ])('gives another hash when %o differs', (change) => {
    const changed = eventHash(Buffer.from(genesis, 'hex'), { ...first.event, ...change });
    expect(changed.toString('hex')).not.toBe(first.hash);
  });
});

function eventOf(fields: Partial<Omit<ChainedEvent, 'payload'>> & { readonly payload: string }): ChainedEvent {
  return {
    seq: 1,
    at: 1_795_510_800_000,
    eventVersion: 1,
    type: 'CounterOpened',
    branchId: 'bronowice',
    deviceId: 'counter-1',
    clerkId: null,
    commandId: 'c1',
    configHash: 'f00d',
    ...fields,
    payload: Buffer.from(fields.payload),
  };
}
