import { idSchemas, minutes, required } from '@okienko/shared';
import { VirtualClock } from '@okienko/shared/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ClerkPin, clerksWithPin, hashDemoPins, hashPin } from './clerkPins.ts';
import { PinGuard } from './pinGuard.ts';

const device = idSchemas.device.parse('counter-2');
const other = idSchemas.device.parse('counter-3');
let clerks: readonly ClerkPin[] = [];

beforeAll(async () => {
  clerks = [{ clerkId: idSchemas.clerk.parse('clerk-1'), pinHash: await hashPin('123456') }];
});

function guard(rate = 1) {
  const clock = new VirtualClock('2026-11-24', '14:05');
  return { clock, guard: new PinGuard(clerks, { clock: clock.business, rate }, clock.machine) };
}

describe('PINs', () => {
  it('given a PIN, when it is hashed twice, then the hashes differ and both know it', async () => {
    const [one, two] = [await hashPin('246810'), await hashPin('246810')];
    const clerkId = idSchemas.clerk.parse('clerk-9');
    expect(one).not.toBe(two);
    for (const pinHash of [one, two]) {
      expect(await clerksWithPin('246810', [{ clerkId, pinHash }])).toEqual([clerkId]);
      expect(await clerksWithPin('246811', [{ clerkId, pinHash }])).toEqual([]);
    }
  });

  it('given a demo whose clerks share a PIN, when it is hashed, then they share the hash and all are found', async () => {
    const [one, two, three] = ['clerk-1', 'clerk-2', 'clerk-3'].map((id) => idSchemas.clerk.parse(id));
    const hashed = await hashDemoPins([
      { clerkId: required(one, 'a clerk'), pin: '123456' },
      { clerkId: required(two, 'a clerk'), pin: '654321' },
      { clerkId: required(three, 'a clerk'), pin: '123456' },
    ]);
    expect(new Set(hashed.map(({ pinHash }) => pinHash)).size).toBe(2);
    expect(await clerksWithPin('123456', hashed)).toEqual([one, three]);
    expect(await clerksWithPin('654321', hashed)).toEqual([two]);
  });

  it('given wrong PINs, when five were tried, then the device rests for 15 minutes, even with the right one [P-29]', async () => {
    const { guard: pins, clock } = guard();
    const left: unknown[] = [];
    for (let tried = 0; tried < 5; tried += 1) left.push(await pins.identify('000000', device));
    expect(left.at(-1)).toEqual({ isKnown: false, rejection: { reason: 'WrongPin', triesLeft: 0 } });
    expect(await pins.identify('123456', device)).toEqual({
      isKnown: false,
      rejection: { reason: 'PinLocked', until: clock.business.now() + minutes(15) },
    });
    expect(await pins.identify('123456', other)).toMatchObject({ isKnown: true });
    clock.pass(minutes(15));
    expect(await pins.identify('123456', device)).toEqual({ isKnown: true, clerkIds: ['clerk-1'] });
  });

  it('given a clock that runs 60 times faster, when the device rests, then it is told the end as that clock will show it', async () => {
    const { guard: pins, clock } = guard(60);
    for (let tried = 0; tried < 5; tried += 1) await pins.identify('000000', device);
    expect(await pins.identify('123456', device)).toEqual({
      isKnown: false,
      rejection: { reason: 'PinLocked', until: clock.business.now() + minutes(15 * 60) },
    });
  });

  it('given many tries at once, when they are checked, then no more than five were really tried', async () => {
    const { guard: pins } = guard();
    const tries = await Promise.all(Array.from({ length: 12 }, () => pins.identify('000000', device)));
    const reasons = tries.map((answer) => (answer.isKnown ? 'known' : answer.rejection.reason));
    expect(reasons.filter((reason) => reason === 'WrongPin')).toHaveLength(5);
    expect(reasons.filter((reason) => reason === 'PinLocked')).toHaveLength(7);
  });

  it('given a right PIN after wrong ones, when it is checked, then the count begins anew', async () => {
    const { guard: pins } = guard();
    await pins.identify('000000', device);
    await pins.identify('123456', device);
    expect(await pins.identify('000000', device)).toMatchObject({ rejection: { triesLeft: 4 } });
  });

  it('given a check that broke, when the device tries again, then it is checked as ever', async () => {
    const clock = new VirtualClock('2026-11-24', '14:05');
    const broken = [{ clerkId: idSchemas.clerk.parse('clerk-1'), pinHash: 'no hash' }];
    const [sound] = clerks;
    const mended: ClerkPin[] = [...broken];
    const pins = new PinGuard(mended, { clock: clock.business, rate: 1 }, clock.machine);
    await expect(pins.identify('123456', device)).rejects.toThrow('the hash of a PIN is missing');
    mended.splice(0, 1, ...(sound === undefined ? [] : [sound]));
    expect(await pins.identify('123456', device)).toMatchObject({ isKnown: true });
  });
});
