import { describe, expect, it } from 'vitest';
import { isQueuedAnswer, isRealtimeAnswer, readStatus } from './statusBytes.ts';

const fine = { printer: 0x12, offlineCause: 0x12, errorCause: 0x12, paper: 0x12 };

describe('status bytes of the printer reference', () => {
  it('given answers without any mark, then the printer is ready', () => {
    expect(readStatus(fine)).toEqual({ state: 'ready' });
    expect(readStatus({ printer: 0x16, offlineCause: null, errorCause: null, paper: null })).toEqual({
      state: 'ready',
    });
  });

  it('given the paper near its end, then it prints and says so', () => {
    expect(readStatus({ ...fine, paper: 0x1e })).toEqual({ state: 'paperLow' });
  });

  it('given a cause, then it is named before plain offline', () => {
    const offline = { ...fine, printer: 0x1a };
    expect(readStatus(offline)).toEqual({ state: 'failed', reason: 'offline' });
    expect(readStatus({ ...offline, offlineCause: 0x16 })).toEqual({ state: 'failed', reason: 'coverOpen' });
    expect(readStatus({ ...offline, offlineCause: 0x32 })).toEqual({ state: 'failed', reason: 'paperOut' });
    expect(readStatus({ ...offline, paper: 0x7e })).toEqual({ state: 'failed', reason: 'paperOut' });
    expect(readStatus({ ...offline, offlineCause: 0x52 })).toEqual({ state: 'failed', reason: 'fault' });
    expect(readStatus({ ...offline, errorCause: 0x1a })).toEqual({ state: 'failed', reason: 'fault' });
  });

  it('given an open cover whose sensor sees no paper, then the cover is what to mend', () => {
    expect(readStatus({ ...fine, printer: 0x1a, offlineCause: 0x36, paper: 0x7e })).toEqual({
      state: 'failed',
      reason: 'coverOpen',
    });
  });

  it('given bytes of other kinds, then they are not taken for answers', () => {
    expect([0x12, 0x1a, 0x7e].map(isRealtimeAnswer)).toEqual([true, true, true]);
    expect([0x00, 0x10, 0x11, 0x13, 0x92, 0x41].map(isRealtimeAnswer)).toEqual(Array.from({ length: 6 }, () => false));
    expect([0x00, 0x03, 0x0f, 0x60].map(isQueuedAnswer)).toEqual([true, true, true, true]);
    expect([0x12, 0x11, 0x80].map(isQueuedAnswer)).toEqual([false, false, false]);
  });
});
