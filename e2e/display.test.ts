import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { openBrowser } from './support/browser.ts';
import { openSmallBranch, type SmallBranch } from './support/smallBranch.ts';
import { type RunningServer, startServer, temporaryFolder } from './support/startServer.ts';

declare global {
  /** What the page of a board did, written down inside it. */
  var boardDiary: { tones: number; large: { ticketNumber: string; atMs: number }[] };
}

/** The pulses of a new call end by themselves; axe measures contrast when the picture is still. */
const still = { reducedMotion: 'reduce' } as const;
const currentCall = '[data-testid=current-call]';

let server: RunningServer;
let branch: SmallBranch;
let browser: Browser;
let context: BrowserContext;
let board: Page;

beforeAll(async () => {
  server = await startServer({ dataFolder: temporaryFolder() });
  branch = await openSmallBranch(server.url);
  browser = await openBrowser(['--autoplay-policy=no-user-gesture-required']);
  context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  board = await openBoard(context);
});

afterAll(async () => {
  await browser?.close();
  branch?.close();
  await server?.stop();
});

async function openBoard(from: BrowserContext, query = '', url = server.url): Promise<Page> {
  const page = await from.newPage();
  await page.addInitScript(keepDiary);
  await page.goto(`${url}display/?device=hall-1${query}`);
  await page.locator('[data-testid=empty-place], [data-testid=current-call]').waitFor();
  return page;
}

/** Runs inside the page: counts tones and writes down who had the large place from when. */
function keepDiary(): void {
  globalThis.boardDiary = { tones: 0, large: [] };
  const Heard = globalThis.OscillatorNode;
  globalThis.OscillatorNode = class extends Heard {
    constructor(audio: BaseAudioContext, options?: OscillatorOptions) {
      super(audio, options);
      globalThis.boardDiary.tones += 1;
    }
  };
  const look = () => {
    const place = document.querySelector('[data-testid=current-call]');
    const ticketNumber = place?.getAttribute('data-ticket-number') ?? '';
    const { large } = globalThis.boardDiary;
    if (large.at(-1)?.ticketNumber !== ticketNumber) large.push({ ticketNumber, atMs: performance.now() });
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
}

const tonesOf = (page: Page) => page.evaluate(() => globalThis.boardDiary.tones);
const largeOf = (page: Page) => page.evaluate(() => globalThis.boardDiary.large);

async function waitForLarge(page: Page, ticketNumber: string): Promise<void> {
  await page.locator(`${currentCall}[data-ticket-number=${ticketNumber}]`).waitFor({ timeout: 30_000 });
}

describe('the board', () => {
  it('given nobody called yet, says where the number will stand', async () => {
    expect(await board.getByTestId('empty-place').textContent()).toContain('Numer pokażemy tutaj.');
    expect(await axeFindings(board)).toEqual([]);
  });

  it('given a call, shows it with its counter and sounds it once; given a recall, sounds it again in the same row', async () => {
    const ticketNumber = await branch.take('dowod-wniosek');
    expect(await branch.callNext('3')).toBe(ticketNumber);
    await waitForLarge(board, ticketNumber);
    expect(await board.locator(currentCall).getAttribute('data-counter')).toBe('3');
    await board.waitForFunction(() => globalThis.boardDiary.tones === 2);
    await branch.recall('3');
    await board.waitForFunction(() => globalThis.boardDiary.tones === 6);
    expect(await board.locator(`[data-ticket-number=${ticketNumber}]`).count()).toBe(1);
    await branch.startService('3');
    await board.getByTestId('empty-place').waitFor({ timeout: 30_000 });
    expect(await board.getByTestId('call-row').first().getAttribute('data-ticket-number')).toBe(ticketNumber);
  });

  it('given two calls together, gives each the large place for eight seconds, and the plate of the waiting one is filled', async () => {
    await branch.take('dowod-wniosek');
    await branch.take('dowod-wniosek');
    const called = await Promise.all([branch.callNext('2'), branch.callNext('3')]);
    await board.getByText('Wezwani', { exact: true }).waitFor();
    expect(await board.locator('[data-testid=call-row] .plate.go').count()).toBe(1);
    await board.waitForFunction(
      (numbers) => numbers.every((number) => globalThis.boardDiary.large.some((held) => held.ticketNumber === number)),
      called,
      { timeout: 30_000 },
    );
    const held = (await largeOf(board)).filter(({ ticketNumber }) => called.includes(ticketNumber));
    expect(held.map(({ ticketNumber }) => ticketNumber).sort()).toEqual([...called].sort());
    expect((held[1]?.atMs ?? 0) - (held[0]?.atMs ?? 0)).toBeGreaterThanOrEqual(7_900);
    await branch.startService('2');
    await branch.startService('3');
    await board.getByTestId('empty-place').waitFor({ timeout: 30_000 });
  });

  it.each([
    ['', 'Stanowisko'],
    ['&language=en', 'Counter'],
    ['&language=uk', 'Віконце'],
  ])('given the address %s, speaks its language and axe finds nothing', async (query, word) => {
    const quiet = await browser.newContext({ viewport: { width: 1080, height: 1920 }, ...still });
    const page = await openBoard(quiet, query);
    await branch.take('meldunki');
    const ticketNumber = await branch.callNext('2');
    await waitForLarge(page, ticketNumber);
    expect(await page.locator(currentCall).textContent()).toContain(word);
    expect(await axeFindings(page)).toEqual([]);
    await branch.startService('2');
    await quiet.close();
  });

  it('given a killed server, says so within five seconds, and is right again without a touch and without a second chime', async () => {
    await branch.take('meldunki');
    const before = await branch.callNext('3');
    await waitForLarge(board, before);
    const tones = await tonesOf(board);
    branch.close();
    await server.kill();
    await board.getByTestId('board-lost').waitFor({ timeout: 5_000 });
    expect(await board.getByTestId('board-lost').textContent()).toMatch(/Brak połączenia od \d\d:\d\d/);
    expect(await board.locator(currentCall).getAttribute('data-ticket-number')).toBe(before);
    expect(await axeFindings(board)).toEqual([]);

    server = await startServer({ dataFolder: server.dataFolder, port: Number(new URL(server.url).port) });
    await board.getByTestId('board-lost').waitFor({ state: 'detached', timeout: 10_000 });
    expect(await board.locator(currentCall).getAttribute('data-ticket-number')).toBe(before);
    expect(await tonesOf(board)).toBe(tones);

    await board.reload();
    await waitForLarge(board, before);
    expect(await tonesOf(board)).toBe(0);
  });
});

describe('a browser that wants a touch before it sounds', () => {
  it('given no touch, keeps the strip through a call; given one, removes it', async () => {
    const own = await startServer({ dataFolder: temporaryFolder() });
    const callers = await openSmallBranch(own.url);
    const strict = await openBrowser();
    try {
      const strictContext = await strict.newContext({ viewport: { width: 1920, height: 1080 }, ...still });
      const page = await openBoard(strictContext, '', own.url);
      await page.getByTestId('enable-sound').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await callers.take('meldunki');
      await waitForLarge(page, await callers.callNext('2'));
      expect(await page.getByTestId('enable-sound').isVisible()).toBe(true);
      expect(await tonesOf(page)).toBe(0);
      await page.getByTestId('enable-sound').click();
      await page.getByTestId('enable-sound').waitFor({ state: 'detached' });
    } finally {
      await strict.close();
      callers.close();
      await own.stop();
    }
  });
});
