import { milliseconds, seconds } from '@okienko/shared';
import { VirtualClock } from '@okienko/shared/testing';
import { describe, expect, it } from 'vitest';
import type { PrinterPort, PrinterStatus } from './printerPort.ts';
import { usualWatchTimes, watchPrinters } from './printerWatch.ts';

/** A port that answers when the test says so. */
function askedPort() {
  const open: ((status: PrinterStatus) => void)[] = [];
  const state = { isIdle: true, asked: 0 };
  const port: PrinterPort = {
    print: async () => ({ result: 'printed' }),
    status: () => {
      state.asked += 1;
      return new Promise((resolve) => open.push(resolve));
    },
    isIdle: () => state.isIdle,
    close: async () => undefined,
  };
  const answer = async (status: PrinterStatus) => {
    for (const resolve of open.splice(0)) resolve(status);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { port, state, answer };
}

function watched() {
  const clock = new VirtualClock('2026-11-24', '14:05');
  const { port, state, answer } = askedPort();
  const told: PrinterStatus[] = [];
  const watch = watchPrinters({
    ports: new Map([['hall', port]]),
    machineClock: clock.machine,
    times: usualWatchTimes,
    onStatus: (_, status) => void told.push(status),
  });
  return { clock, state, answer, told, watch };
}

describe('watching a printer', () => {
  it('given a start, then it is asked at once and its answer is told', async () => {
    const { state, answer, told } = watched();
    expect(state.asked).toBe(1);
    await answer({ state: 'paperLow' });
    expect(told).toEqual([{ state: 'paperLow' }]);
  });

  it('given a healthy printer, then it is asked every ten seconds, and never twice at once', async () => {
    const { clock, state, answer } = watched();
    clock.pass(seconds(60));
    expect(state.asked).toBe(1);
    await answer({ state: 'ready' });
    clock.pass(milliseconds(9_999));
    expect(state.asked).toBe(1);
    clock.pass(milliseconds(1));
    expect(state.asked).toBe(2);
  });

  it('given one in trouble, then it is asked more often, until it is well again', async () => {
    const { clock, state, answer, told } = watched();
    await answer({ state: 'failed', reason: 'coverOpen' });
    clock.pass(seconds(4));
    expect(state.asked).toBe(2);
    await answer({ state: 'ready' });
    clock.pass(seconds(9));
    expect(state.asked).toBe(2);
    expect(told).toHaveLength(2);
  });

  it('given a job that ended, then it is asked a second later instead of ten', async () => {
    const { clock, state, answer, watch } = watched();
    await answer({ state: 'ready' });
    watch.jobEnded('hall');
    watch.jobEnded('hall');
    clock.pass(seconds(1));
    expect(state.asked).toBe(2);
    clock.pass(seconds(20));
    expect(state.asked).toBe(2);
  });

  it('given jobs under way, then nothing is asked until the printer is idle', async () => {
    const { clock, state, answer } = watched();
    await answer({ state: 'ready' });
    state.isIdle = false;
    clock.pass(seconds(30));
    expect(state.asked).toBe(1);
    state.isIdle = true;
    clock.pass(seconds(1));
    expect(state.asked).toBe(2);
  });

  it('given a job that ends while a question is open, then no second one begins beside it', async () => {
    const { clock, state, answer, watch } = watched();
    state.isIdle = false;
    watch.jobEnded('hall');
    clock.pass(seconds(5));
    expect(state.asked).toBe(1);
    state.isIdle = true;
    await answer({ state: 'ready' });
    clock.pass(seconds(9));
    expect(state.asked).toBe(1);
  });

  it('given a watch that was closed, then it neither asks nor tells', async () => {
    const { clock, state, answer, told, watch } = watched();
    watch.close();
    await answer({ state: 'ready' });
    watch.jobEnded('hall');
    clock.pass(seconds(60));
    expect(state.asked).toBe(1);
    expect(told).toEqual([]);
  });
});
