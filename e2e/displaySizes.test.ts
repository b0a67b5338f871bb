import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { isFullRun } from './support/isFullRun.ts';
import { openSmallBranch, type SmallBranch } from './support/smallBranch.ts';
import { type RunningServer, startServer, temporaryFolder } from './support/startServer.ts';

const panels = [
  ['1080p', 1920, 1080],
  ['upright', 1080, 1920],
  ['4K', 3840, 2160],
  ['an office screen', 1366, 768],
] as const;

let server: RunningServer;
let branch: SmallBranch;
let browser: Browser;

/** Calls six people and serves all but the last, who is called at counter 3. */
async function callPeople(): Promise<void> {
  for (let call = 0; call < 4; call += 1) {
    for (const counter of ['2', '3'] as const) {
      await branch.take('meldunki');
      await branch.callNext(counter);
      await branch.startService(counter);
    }
  }
  await branch.take('meldunki');
  await branch.callNext('3');
}

beforeAll(async () => {
  server = await startServer();
  branch = await openSmallBranch(server.url);
  await callPeople();
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

/** A label that sticks out of its plate, or a place that sticks out of its column. */
function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const fits = (part: Element, place: Element | null) =>
      part.getBoundingClientRect().right <= (place?.getBoundingClientRect().right ?? 0) + 1;
    const columns = [...document.querySelectorAll('.call .where')].filter(
      (where) => !fits(where, where.closest('.large-place')) || where.scrollWidth > where.clientWidth + 1,
    );
    const plates = [...document.querySelectorAll('.recent .plate')].filter(
      (plate) => !fits(plate, plate.closest('li')) || plate.scrollWidth > plate.clientWidth + 1,
    );
    return [...columns, ...plates].map((part) => part.outerHTML.slice(0, 120));
  });
}

describe.each(isFullRun ? ['28', 'A28'] : ['28'])('the board of an office with a counter %s', (label) => {
  let office: RunningServer;

  beforeAll(async () => {
    const config = join(temporaryFolder(), 'branch.json');
    const example = join(dirname(fileURLToPath(import.meta.url)), '../server/examples/pom-bronowice.json');
    writeFileSync(config, readFileSync(example, 'utf8').replace('"label": "3"', `"label": "${label}"`));
    office = await startServer({ flags: ['--config', config] });
    branch.close();
    branch = await openSmallBranch(office.url);
    await callPeople();
  });

  afterAll(async () => {
    await office?.kill();
  });

  it.each(panels.slice(0, 2))('given %s, then its label fits large and in the rows', async (_, width, height) => {
    const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
    await page.goto(`${office.url}display/?device=hall-1`);
    await page.locator(`[data-testid=current-call][data-counter="${label}"]`).waitFor();
    await page.evaluate(() => document.fonts.ready);
    expect(await page.locator(`[data-testid=call-row][data-counter="${label}"]`).count()).toBe(3);
    expect(await tooWide(page)).toEqual([]);
    await page.close();
  });
});
