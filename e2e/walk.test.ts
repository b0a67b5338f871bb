import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { type RunningServer, startServer, testPin } from './support/startServer.ts';

const kioskSize = { width: 1080, height: 1920 };
const deskSize = { width: 1366, height: 768 };
const boardSize = { width: 1920, height: 1080 };

let browser: Browser;
let server: RunningServer;
const pages: Page[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

beforeEach(async () => {
  server = await startServer();
});

afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.close()));
  await server.kill();
});

async function open(path: string, viewport: { readonly width: number; readonly height: number }): Promise<Page> {
  const page = await browser.newPage({ viewport });
  pages.push(page);
  await page.goto(`${server.url}${path}`);
  return page;
}

async function signIn(counter: string, device: string): Promise<Page> {
  const page = await open(`counter/?device=${device}`, deskSize);
  await page.getByTestId(`counter-${counter}`).click();
  await page.getByTestId('pin').fill(testPin);
  await page.getByTestId('sign-in').click();
  await page.getByTestId('call-next').waitFor();
  return page;
}

async function takeTicket(kiosk: Page, service: string): Promise<string> {
  await kiosk.getByTestId(`service-${service}`).click();
  await kiosk.getByTestId('take-ticket').click();
  return kiosk.getByTestId('ticket-number').innerText();
}

describe('a visit, from the kiosk to the board', () => {
  it.each([
    ['Polski', 'Złożenie wniosku', 'Weź bilet z drukarki'],
    ['English', 'Submit an application', 'Take your ticket from the printer'],
    ['Українська', 'Подання заяви', 'Візьміть талон із принтера'],
  ])(
    'given a customer who reads %s, when they take a ticket, then it is printed, called, shown and closed',
    async (language, paper, takeIt) => {
      const display = await open('display/?device=hall-1', boardSize);
      const kiosk = await open('kiosk/?device=kiosk-1', kioskSize);
      await kiosk.getByText(language, { exact: true }).click();
      const ticketNumber = await takeTicket(kiosk, 'pisma');
      expect(ticketNumber).toBe('S001');
      await kiosk.getByText(takeIt).waitFor();

      const printer = await open('printer/', deskSize);
      await printer.getByText(ticketNumber).first().waitFor();
      expect(await printer.locator('main').innerText()).toContain(paper);

      const counter = await signIn('c1', 'counter-1');
      await counter.getByTestId('call-next').click();
      const call = display.locator(`[data-testid=current-call][data-ticket-number=${ticketNumber}][data-counter="1"]`);
      await call.waitFor();
      expect(await counter.getByTestId('current-ticket').innerText()).toBe(ticketNumber);
      await counter.getByTestId('start-service').click();
      await counter.getByTestId('close-ticket').click();
      await counter.getByTestId('current-ticket').waitFor({ state: 'detached' });
    },
  );

  it('given two customers and two clerks, when both press at once, then the board shows both calls', async () => {
    const display = await open('display/?device=hall-1', boardSize);
    const kiosk = await open('kiosk/?device=kiosk-1', kioskSize);
    await takeTicket(kiosk, 'dowod-wniosek');
    await kiosk.getByText('Gotowe').click();
    await takeTicket(kiosk, 'dowod-wniosek');
    const [two, three] = [await signIn('c2', 'counter-2'), await signIn('c3', 'counter-3')];
    await Promise.all([two.getByTestId('call-next').click(), three.getByTestId('call-next').click()]);
    await Promise.all([two.getByTestId('start-service').waitFor(), three.getByTestId('start-service').waitFor()]);
    const called = await Promise.all([two, three].map((page) => page.getByTestId('current-ticket').innerText()));
    expect(called.toSorted((one, other) => one.localeCompare(other))).toEqual(['D001', 'D002']);
    for (const ticketNumber of called) {
      await display.locator(`[data-testid][data-ticket-number=${ticketNumber}]`).first().waitFor();
    }
  });
});
