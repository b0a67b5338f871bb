import { seconds } from '@okienko/shared';
import { VirtualClock } from '@okienko/shared/testing';
import { describe, expect, it } from 'vitest';
import { RefusalLog, type RefusedMessage } from './refusalLog.ts';

describe('the log of refused messages [P-4]', () => {
  it('given a flood, when it is refused, then every message is counted and only some are written', () => {
    const clock = new VirtualClock('2026-11-24', '14:05');
    const counts: number[] = [];
    const refusals = new RefusalLog<RefusedMessage>(clock.machine, ({ count }) => counts.push(count));
    for (let sent = 0; sent < 1_000; sent += 1) refusals.note({ audience: 'kiosk', reason: 'Malformed', path: 'x' });
    expect(counts).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    clock.pass(seconds(1));
    for (let sent = 0; sent < 10; sent += 1) refusals.note({ audience: 'kiosk', reason: 'Malformed', path: 'x' });
    expect(counts.slice(20)).toEqual([1_001, 1_002, 1_003, 1_004, 1_005]);
  });
});
