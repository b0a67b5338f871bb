import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { openBrowser } from './support/browser.ts';
import { openSmallBranch, type SmallBranch } from './support/smallBranch.ts';
import { type RunningServer, startServer, temporaryFolder, testPin } from './support/startServer.ts';

let server: RunningServer;
let branch: SmallBranch;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = await startServer({ dataFolder: temporaryFolder() });
  branch = await openSmallBranch(server.url);
  browser = await openBrowser();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
});

afterAll(async () => {
  await browser?.close();
  branch?.close();
  await server?.stop();
});

describe('the first page', () => {
  it('leads through a first try in order, by addresses that open', async () => {
    await page.goto(server.url);
    await page.locator('.tour').waitFor();
    const addresses = await page
      .locator('.tour a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(addresses).toEqual([
      '/kiosk/?device=kiosk-1',
      '/printer/',
      '/counter/?device=counter-1',
      '/display/?device=hall-1',
    ]);
    for (const address of addresses) {
      const answer = await page.request.get(new URL(address ?? '', server.url).href);
      expect([address, answer.status()]).toEqual([address, 200]);
    }
  });

  it('names each device with its state and since when, and no secret', async () => {
    expect(await page.getByTestId('device-kiosk-1').textContent()).toMatch(/połączone\d\d:\d\d$/);
    expect(await page.getByTestId('device-counter-3').textContent()).toMatch(/otwarte: stanowisko 3\d\d:\d\d$/);
    expect(await page.getByTestId('device-hall-1').textContent()).toMatch(/niepołączone–$/);
    expect(await page.content()).not.toContain(testPin);
  });

  it.each([
    ['Polski', 'Otwórz kiosk', 'PIN-y są w terminalu'],
    ['English', 'Open the kiosk', 'the PINs are in the terminal'],
    ['Українська', 'Відкрити кіоск', 'PIN-коди в терміналі'],
  ])('given a touch of %s, speaks it and axe finds nothing', async (language, key, demo) => {
    await page.getByRole('button', { name: language }).click();
    await page.getByRole('link', { name: key }).waitFor();
    await page.getByText(demo).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('the printer’s page', () => {
  it('draws the ticket that the kiosk printed, from its bytes', async () => {
    const ticketNumber = await branch.take('dowod-wniosek');
    await page.goto(`${server.url}printer/`);
    const strip = page.locator(`[data-testid=printed-strip][data-title=${ticketNumber}]`);
    await strip.waitFor();
    const words = (await strip.textContent()) ?? '';
    expect(words).toContain('Dowód osobisty');
    expect(words).toContain('Twój numer');
    expect(await strip.locator('svg text').count()).toBeGreaterThan(10);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('given a fault to play, shows it and prints nothing; given none again, prints the next ticket and not the refused one', async () => {
    await page.getByTestId('pretend-paperOut').click();
    await page.locator('[data-testid=printer-state][data-fault=paperOut]').waitFor();
    expect(await page.getByTestId('pretend-paperOut').getAttribute('aria-pressed')).toBe('true');
    expect(await axeFindings(page)).toEqual([]);
    const settled = branch.nextPrint();
    const refused = await branch.take('meldunki');
    await settled;
    await page.getByTestId('pretend-paperOut').click();
    await page.locator('[data-testid=printer-state][data-fault=none]').waitFor();
    const printed = await branch.take('meldunki');
    await page.locator(`[data-testid=printed-strip][data-title=${printed}]`).waitFor();
    expect(await page.locator(`[data-testid=printed-strip][data-title=${refused}]`).count()).toBe(0);
  });

  it('given a server that is gone, says that it shows the last known state', async () => {
    branch.close();
    await server.kill();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('Nie można odczytać stanu.');
    expect(await axeFindings(page)).toEqual([]);
  });
});
