import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { connectDevice, issueTicket } from './deviceClient.ts';
import { type RunningServer, testPin } from './startServer.ts';

/** Chooses a counter and signs in, as a clerk does. */
export async function signIn(page: Page, counter: string, pin = testPin): Promise<void> {
  await page.getByTestId(`counter-${counter}`).click();
  await page.getByTestId('pin').fill(pin);
  await page.keyboard.press('Enter');
}

/** Takes `count` tickets for a service at the kiosk. */
export async function take(server: RunningServer, service: string, count = 1): Promise<void> {
  const kiosk = await connectDevice(server.url, 'kiosk', 'kiosk-1');
  for (let taken = 0; taken < count; taken += 1) await kiosk.send(issueTicket(service));
  kiosk.close();
}

/** Waits until the main key does `testId` and takes presses again, then presses it by its key. */
export async function pressMain(page: Page, testId: string): Promise<void> {
  await page.locator(`[data-testid=${testId}][aria-disabled=false]`).waitFor();
  await page.keyboard.press('F2');
}

/** The number at the counter. */
export function currentTicket(page: Page): Promise<string> {
  return page.getByTestId('current-ticket').innerText();
}

/** Waits until the console has said `words` to a screen reader. */
export async function said(page: Page, words: string | RegExp): Promise<void> {
  await page.getByTestId('said').filter({ hasText: words }).waitFor({ state: 'attached' });
}

/** Puts itself between the page and its server: what is held arrives, in order, when it is released. */
export async function holdAnswersOf(page: Page) {
  let isHeld: (message: string) => boolean = () => false;
  let waiting: (() => void)[] = [];
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => server.send(message));
    server.onMessage((message) => {
      if (isHeld(String(message))) waiting.push(() => socket.send(message));
      else socket.send(message);
    });
  });
  await page.reload();
  return {
    hold: (which: (message: string) => boolean) => {
      isHeld = which;
    },
    release: () => {
      isHeld = () => false;
      for (const send of waiting) send();
      waiting = [];
    },
  };
}

/** Presses the main key as often as it takes presses, until `count` calls; the numbers in their order. */
export async function pressUntilCalled(page: Page, count: number): Promise<readonly string[]> {
  const numbers: string[] = [];
  let last = '';
  for (let press = 0; press < count; press += 1) {
    await pressMain(page, 'call-next');
    await page.waitForFunction(
      (before) => {
        const shown = document.querySelector('[data-testid=current-ticket]')?.textContent ?? '';
        return shown !== '' && shown !== before;
      },
      last,
      { polling: 20 },
    );
    last = await currentTicket(page);
    numbers.push(last);
  }
  return numbers;
}

/** How many elements have the yellow of the main key as their ground. */
export function yellowThings(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      [...document.querySelectorAll('body *')].filter(
        (element) => getComputedStyle(element).backgroundColor === 'rgb(255, 210, 31)',
      ).length,
  );
}

/** The PINs that the demo made for this folder, by clerk. */
export function pinsOf({ dataFolder }: RunningServer): (clerk: string) => string {
  const text = readFileSync(join(dataFolder, 'demo-pins.json'), 'utf8');
  return (clerk) => new RegExp(`"${clerk}": "([0-9]{6})"`).exec(text)?.[1] ?? '';
}
