import { describe, expect, it } from 'vitest';
import { bareDigitOf, deafForMs, deafMs, hear, readStroke, type Stroke } from './keyboard.ts';

const stroke = (changes: Partial<Stroke>): Stroke => ({
  key: '',
  code: '',
  isRepeat: false,
  hasShift: false,
  hasAlt: false,
  hasControl: false,
  hasMeta: false,
  ...changes,
});
const digit = (code: string, changes: Partial<Stroke> = {}) => stroke({ key: '1', code, ...changes });

describe('reading a stroke', () => {
  it.each([
    ['F2', 'main'],
    ['F3', 'recall'],
    ['F4', 'closeTicket'],
    ['F6', 'noShow'],
    ['F12', 'pause'],
    ['Delete', 'cancel'],
    ['Escape', 'dismiss'],
  ])('given %s goes down, when it is not held, it is %s', (key, kind) => {
    expect(readStroke(stroke({ key }))).toEqual({ kind: 'pressed', key: { kind } });
  });
  it('given a key of ours is held down, its repeats are kept from the browser and do nothing', () => {
    expect(readStroke(stroke({ key: 'F2', isRepeat: true }))).toEqual({ kind: 'swallowed' });
  });
  it.each(['F1', 'F5', 'F7', 'F8', 'F9', 'F10', 'F11', 'a', 'Enter', 'Tab'])('given %s, it is left alone', (key) => {
    expect(readStroke(stroke({ key }))).toEqual({ kind: 'ignored' });
  });
  it('given Shift and F12, signs off; Shift and F3 prints a copy; Shift and F2 is not ours yet', () => {
    expect(readStroke(stroke({ key: 'F3', hasShift: true }))).toEqual({ kind: 'pressed', key: { kind: 'reprint' } });
    expect(readStroke(stroke({ key: 'F12', hasShift: true }))).toEqual({ kind: 'pressed', key: { kind: 'signOff' } });
    expect(readStroke(stroke({ key: 'F2', hasShift: true }))).toEqual({ kind: 'ignored' });
  });
  it('given Alt and a digit of the upper row, chooses an outcome whatever the layout writes there', () => {
    expect(readStroke(stroke({ key: '¡', code: 'Digit2', hasAlt: true }))).toEqual({
      kind: 'pressed',
      key: { kind: 'outcome', digit: 2 },
    });
  });
  it('given a bare digit, AltGr, Alt on the number pad or a digit above five, chooses nothing', () => {
    const strokes = [
      digit('Digit2'),
      digit('Digit2', { hasAlt: true, hasControl: true }),
      digit('Numpad2', { hasAlt: true }),
      digit('Digit6', { hasAlt: true }),
    ];
    expect(strokes.map((one) => readStroke(one).kind)).toEqual(['ignored', 'ignored', 'ignored', 'ignored']);
  });
  it('given Control or Meta, F-keys belong to the browser', () => {
    expect(readStroke(stroke({ key: 'F4', hasControl: true })).kind).toBe('ignored');
    expect(readStroke(stroke({ key: 'F2', hasMeta: true })).kind).toBe('ignored');
  });
});

describe('a bare digit', () => {
  it('given the upper row or the number pad, is that digit; with Alt it is none', () => {
    expect([digit('Digit3'), digit('Numpad0'), digit('Digit3', { hasAlt: true }), stroke({ code: 'KeyA' })]).toSatisfy(
      (strokes: readonly Stroke[]) => strokes.map(bareDigitOf).join() === [3, 0, null, null].join(),
    );
  });
});

describe('the ear of the main key', () => {
  const ear = { identity: 'callNext:', changedAtMs: Number.NEGATIVE_INFINITY };
  it('given the key that was there from the start, listens at once', () => {
    expect(deafForMs(ear, 0)).toBe(0);
  });
  it('given a change of meaning, is deaf for 600 ms and then listens', () => {
    const changed = hear(ear, 'startService:1', 1_000);
    expect(deafForMs(changed, 1_000)).toBe(deafMs);
    expect(deafForMs(changed, 1_599)).toBe(1);
    expect(deafForMs(changed, 1_600)).toBe(0);
  });
  it('given the same meaning again, does not start anew', () => {
    const changed = hear(ear, 'startService:1', 1_000);
    expect(hear(changed, 'startService:1', 1_500)).toBe(changed);
  });
  it('given a meaning that comes back within the time, is deaf again', () => {
    const back = hear(hear(ear, 'b', 1_000), 'callNext:', 1_100);
    expect(deafForMs(back, 1_200)).toBe(500);
  });
});
