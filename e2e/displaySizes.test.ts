import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { openSmallBranch, type SmallBranch } from './support/smallBranch.ts';
import { type RunningServer, startServer } from './support/startServer.ts';

const panels = [
  ['1080p', 1920, 1080],
  ['upright', 1080, 1920],
  ['4K', 3840, 2160],
  ['an office screen', 1366, 768],
] as const;

let server: RunningServer;
let branch: SmallBranch;
let browser: Browser;

beforeAll(async () => {
  server = await startServer();
  branch = await openSmallBranch(server.url);
  for (let call = 0; call < 4; call += 1) {
    for (const counter of ['2', '3'] as const) {
      await branch.take('meldunki');
      await branch.callNext(counter);
      await branch.startService(counter);
    }
  }
  await branch.take('meldunki');
  await branch.callNext('3');
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  branch?.close();
  await server?.kill();
});

/** What sticks out of the panel, or lies under the sentence at its foot. */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const foot = document.querySelector('.board-foot')?.getBoundingClientRect().top ?? 0;
    const rows = [...document.querySelectorAll('[data-testid=call-row]')].filter(
      (row) => row.getBoundingClientRect().bottom > foot + 1,
    );
    const wide = [...document.querySelectorAll('.board *')].filter((part) => {
      const { right, bottom, left, top } = part.getBoundingClientRect();
      // The shift against burn-in moves everything by two pixels.
      return right > innerWidth + 3 || bottom > innerHeight + 3 || left < -3 || top < -3;
    });
    return [...rows, ...wide].map((part) => part.outerHTML.slice(0, 120));
  });
}

describe('the board on every panel', () => {
  for (const [name, width, height] of panels) {
    it.each(['pl', 'en', 'uk'])(
      `given a demo on ${name}, when the board is in %s, then nothing is cut off`,
      async (language) => {
        const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
        await page.goto(`${server.url}display/?device=hall-1&language=${language}`);
        await page.locator('[data-testid=current-call][data-counter="3"]').waitFor();
        await page.evaluate(() => document.fonts.ready);
        expect(await page.getByTestId('call-row').count()).toBe(6);
        expect(await cutOff(page)).toEqual([]);
        await page.close();
      },
    );
  }
});
