import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FakeContents, fakeElectron } from './fakeElectron.ts';
import { PageKeeper } from './pageKeeper.ts';
import { reloadDelayMs } from './reloadDelay.ts';

const page = 'http://127.0.0.1:8080/display/?device=hall-1';

async function kept(serverAnswers: readonly boolean[]) {
  const electron = fakeElectron({ serverAnswers });
  const contents = new FakeContents();
  const settings = {
    kind: 'display',
    origin: 'http://127.0.0.1:8080',
    device: 'hall-1',
    screenNumber: 1,
    printer: null,
  } as const;
  await new PageKeeper(contents, settings, electron.facade).open();
  /** Lets the last timer that was started end, and what it does settle. */
  const endLastTimer = async () => {
    electron.timers.at(-1)?.action();
    await new Promise<void>((resolve) => setImmediate(resolve));
  };
  return { ...electron, contents, endLastTimer };
}

const fail = (contents: FakeContents, code: number, address = page, isMainFrame = true) =>
  contents.emit('did-fail-load', {}, code, 'ERR_CONNECTION_REFUSED', address, isMainFrame);

describe('PageKeeper', () => {
  it('given a server that is not up yet, then a page says so once, and the real one follows by itself', async () => {
    const { contents, timers, notes, endLastTimer } = await kept([false, false, true]);
    expect(contents.loaded).toHaveLength(1);
    expect(decodeURIComponent(contents.loaded[0] ?? '')).toContain('Chwileczkę');
    expect(timers.map(({ delayMs }) => delayMs)).toEqual([1_000]);
    await endLastTimer();
    expect(contents.loaded).toHaveLength(1);
    await endLastTimer();
    expect(contents.loaded.slice(1)).toEqual([page]);
    expect(notes).toEqual(['log waiting for the server at http://127.0.0.1:8080']);
  });

  it('given a page whose process dies again and again, then the delay grows and the page always comes back', async () => {
    const { contents, timers, endLastTimer } = await kept([true]);
    for (const reason of ['crashed', 'oom', 'killed']) {
      contents.emit('render-process-gone', {}, { reason });
      await endLastTimer();
    }
    expect(timers.map(({ delayMs }) => delayMs)).toEqual([500, 1_000, 2_000]);
    expect(contents.loaded).toEqual([page, page, page, page]);
  });

  it('given a page that lived for a minute, when it fails, then the delay is short again', async () => {
    const { contents, timers, endLastTimer } = await kept([true]);
    contents.emit('render-process-gone', {}, { reason: 'oom' });
    await endLastTimer();
    contents.emit('did-finish-load');
    expect(timers.at(-1)?.delayMs).toBe(60_000);
    await endLastTimer();
    contents.emit('render-process-gone', {}, { reason: 'oom' });
    expect(timers.at(-1)?.delayMs).toBe(500);
  });

  it('given several signs of one failure, then the page is opened again once', async () => {
    const { contents, timers } = await kept([true]);
    fail(contents, -102);
    contents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(timers).toHaveLength(1);
  });

  it('given a failure while the server is being asked, then there is still one way back', async () => {
    const { contents, timers, endLastTimer } = await kept([true, false]);
    fail(contents, -102);
    const asked = endLastTimer();
    fail(contents, -102);
    await asked;
    expect(timers.map(({ delayMs }) => delayMs)).toEqual([500, 1_000]);
  });

  it('given a failure of something else, then nothing happens', async () => {
    const { contents, timers } = await kept([true]);
    fail(contents, -3);
    fail(contents, -102, page, false);
    fail(contents, -102, 'data:text/html,x');
    contents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(timers).toEqual([]);
  });

  it('given a page that hangs, then its process is ended', async () => {
    const { contents } = await kept([true]);
    contents.emit('unresponsive');
    expect(contents.calls).toEqual(['crash renderer']);
  });

  it('given a window that has gone, when a timer ends, then nothing is loaded', async () => {
    const { contents, endLastTimer } = await kept([false, true]);
    contents.hasGone = true;
    await endLastTimer();
    expect(contents.loaded).toHaveLength(1);
  });
});

describe('reloadDelayMs', () => {
  it('never falls, never exceeds 30 s, and is never nothing', () => {
    fc.assert(
      fc.property(fc.nat(), (failures) => {
        const delayMs = reloadDelayMs(failures);
        return delayMs >= 500 && delayMs <= 30_000 && reloadDelayMs(failures + 1) >= delayMs;
      }),
    );
    expect(reloadDelayMs(100)).toBe(30_000);
  });
});
