import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idSchemas } from '../base/ids.ts';
import { emptyKioskView, foldKioskView, type KioskEvent, kioskViewSchema } from './kioskView.ts';

const serviceId = idSchemas.service.parse('pisma');
const otherId = idSchemas.service.parse('meldunki');
const counterId = idSchemas.counter.parse('c1');
const waiting = (by: number, service = serviceId): KioskEvent => ({ type: 'waitingChanged', serviceId: service, by });
const settled = (count: number): KioskEvent => ({
  type: 'printSettled',
  print: {
    jobId: idSchemas.job.parse(`00000000-0000-7000-8000-${String(count).padStart(12, '0')}`),
    printerId: idSchemas.printer.parse('kiosk-1-printer'),
    outcome: { result: 'printed' },
  },
});
const after = (...events: readonly KioskEvent[]) => foldKioskView(emptyKioskView, events);

describe("the kiosk's picture", () => {
  it('given arrivals and calls, then each service counts by itself', () => {
    const { waiting: counts } = after(waiting(1), waiting(1), waiting(1, otherId), waiting(-1));
    expect(counts).toEqual({ pisma: 1, meldunki: 1 });
  });

  it('given a counter that opens, pauses and closes, then its last state', () => {
    const states = (['open', 'paused', 'closed'] as const).map((state): KioskEvent => ({
      type: 'counterChanged',
      counterId,
      state,
    }));
    expect(after(...states.slice(0, 2)).counters).toEqual({ c1: 'paused' });
    expect(after(...states).counters).toEqual({ c1: 'closed' });
  });

  it('given prints, then the newest first and no more than several kiosks can have in flight', () => {
    const { prints } = after(...Array.from({ length: 50 }, (_, index) => settled(index)));
    expect(prints).toHaveLength(32);
    expect(prints[0]?.jobId).toBe('00000000-0000-7000-8000-000000000049');
  });

  it('given a new day, then nobody waits and no print is known, but counters are as they are', () => {
    const view = after(
      waiting(1),
      settled(1),
      { type: 'counterChanged', counterId, state: 'open' },
      { type: 'dayStarted' },
    );
    expect(view).toEqual({ ...emptyKioskView, counters: { c1: 'open' } });
  });

  it('given any events in any batches, then the picture is the same, fits its schema, and the old one is untouched', () => {
    const event: fc.Arbitrary<KioskEvent> = fc.oneof(
      fc
        .tuple(fc.constantFrom(1, -1), fc.constantFrom(serviceId, otherId))
        .map(([by, service]) => waiting(by, service)),
      fc.nat({ max: 60 }).map(settled),
      fc.constant<KioskEvent>({ type: 'dayStarted' }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), fc.nat({ max: 60 }), (events, cut) => {
        const first = foldKioskView(emptyKioskView, events.slice(0, cut));
        const before = JSON.stringify(first);
        const whole = foldKioskView(emptyKioskView, events);
        expect(foldKioskView(first, events.slice(cut))).toEqual(whole);
        expect(JSON.stringify(first)).toBe(before);
        expect(kioskViewSchema.parse(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
      }),
    );
  });
});
