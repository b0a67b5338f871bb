import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { idSchemas } from '@okienko/shared';
import { axeFindings } from './support/axe.ts';
import { openBrowser } from './support/browser.ts';
import {
  currentTicket,
  holdAnswersOf,
  pinsOf,
  pressMain,
  pressUntilCalled,
  said,
  signIn,
  take,
  yellowThings,
} from './support/consolePage.ts';
import { connectDevice, issueTicket } from './support/deviceClient.ts';
import { isFullRun } from './support/isFullRun.ts';
import { type RunningServer, startServer, temporaryFolder, testPin } from './support/startServer.ts';

const full = { width: 1366, height: 768 };
const dock = { width: 360, height: 768 };
const strip = { width: 360, height: 120 };
const exampleFile = join(import.meta.dirname, '../server/examples/pom-bronowice.json');

let browser: Browser;
const pages: Page[] = [];
const servers: RunningServer[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.context().close()));
  await Promise.all(servers.splice(0).map((server) => server.kill()));
});

async function start(options: Parameters<typeof startServer>[0] = {}): Promise<RunningServer> {
  const server = await startServer(options);
  servers.push(server);
  return server;
}

/** A computer of its own: no console remembers what another one chose. */
async function openConsole(server: RunningServer, device: string, size = full, language = 'pl'): Promise<Page> {
  const context = await browser.newContext({ viewport: size });
  const page = await context.newPage();
  pages.push(page);
  await page.goto(`${server.url}counter/?device=${device}&language=${language}`);
  return page;
}

describe('a visit in the full console, by keys alone', () => {
  it('given somebody waits, when they are called, served and closed, then each step is one key and is said', async () => {
    const server = await start();
    await take(server, 'dowod-wniosek', 2);
    const page = await openConsole(server, 'counter-3');
    await page.getByTestId('counter-c3').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type(testPin);
    await page.keyboard.press('Enter');
    await pressMain(page, 'call-next');
    await said(page, 'Wezwano D001');
    expect(await currentTicket(page)).toBe('D001');
    await page.keyboard.press('F3');
    await said(page, 'Ponowiono wezwanie D001');
    await pressMain(page, 'start-service');
    await said(page, 'Rozpoczęto obsługę D001');
    await page.keyboard.press('Alt+2');
    await page.getByText('D001 zakończy się: wniosek przyjęty').waitFor();
    await pressMain(page, 'call-next');
    await said(page, 'Wezwano D002');
    await pressMain(page, 'start-service');
    await said(page, 'Rozpoczęto obsługę D002');
    await page.keyboard.press('Alt+3');
    await page.keyboard.press('F4');
    await said(page, 'Zakończono D002');
    await page.getByText('brak dokumentów').waitFor();
    await page.getByText('wniosek przyjęty').waitFor();
  });

  it('given a person who does not come, when marked, then they can be put back, chosen by the arrows and cancelled', async () => {
    const server = await start();
    await take(server, 'dowod-wniosek', 3);
    const page = await openConsole(server, 'counter-3');
    await signIn(page, 'c3');
    await pressMain(page, 'call-next');
    await page.locator('[data-testid=no-show][aria-disabled=false]').waitFor();
    await page.keyboard.press('F6');
    await said(page, 'Brak osoby D001');
    await page.getByTestId('reinstate').focus();
    await page.keyboard.press('Enter');
    await said(page, 'Przywrócono D001');
    await page.getByRole('button', { name: 'Wezwij D001', exact: true }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await said(page, 'Wezwano D003');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await said(page, 'Anulowano D003');
    await page.getByRole('button', { name: 'Wezwij D002', exact: true }).focus();
    await page.keyboard.press('Delete');
    await page.getByText('Anulować bilet D002?').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Wezwij D002', exact: true }).waitFor();
    expect(await page.getByTestId('current-ticket').count()).toBe(0);
  });

  it('given a free counter, when the clerk takes a break, comes back and signs off, then panels ask in place', async () => {
    const server = await start();
    const page = await openConsole(server, 'counter-3');
    await signIn(page, 'c3');
    await page.locator('[data-testid=pause][aria-disabled=false]').waitFor();
    await page.keyboard.press('F12');
    await page.getByTestId('break-panel').waitFor();
    await page.keyboard.press('2');
    await page.keyboard.press('Enter');
    await said(page, 'Rozpoczęto przerwę');
    await page.getByText('przerwa od monitora').waitFor();
    await pressMain(page, 'resume');
    await said(page, 'Zakończono przerwę');
    await page.keyboard.press('Shift+F12');
    await page.getByTestId('sign-off-panel').getByText('Stanowisko 3 zostanie zamknięte, a').waitFor();
    await page.keyboard.press('Enter');
    await page.getByTestId('counter-c3').waitFor();
    expect(await page.getByTestId('counter-c3').getAttribute('aria-pressed')).toBe('true');
  });

  it('given a key held down, when it repeats, then one person is called', async () => {
    const server = await start();
    await take(server, 'dowod-wniosek', 3);
    const page = await openConsole(server, 'counter-3');
    await signIn(page, 'c3');
    await page.locator('[data-testid=call-next][aria-disabled=false]').waitFor();
    await page.keyboard.down('F2');
    for (let repeat = 0; repeat < 20; repeat += 1) await page.keyboard.down('F2');
    await page.keyboard.up('F2');
    await said(page, 'Wezwano D001');
    // The double press of an impatient hand: the key has just changed its meaning and does not hear it.
    await page.keyboard.press('F2');
    await page.locator('[data-testid=start-service][aria-disabled=false]').waitFor();
    expect(await currentTicket(page)).toBe('D001');
  });
});

describe('the strip', () => {
  it('given a visit, when it is called, started and closed by F2 alone, then number and service stand beside the key', async () => {
    const server = await start();
    await take(server, 'dowod-wniosek', 1);
    const page = await openConsole(server, 'counter-3', strip);
    await signIn(page, 'c3');
    await pressMain(page, 'call-next');
    await pressMain(page, 'start-service');
    expect(await currentTicket(page)).toBe('D001');
    await page.getByText('złożenie wniosku').waitFor();
    await page.keyboard.press('Alt+1');
    await page.getByText('D001: sprawa załatwiona').waitFor();
    const key = await page.getByTestId('close-ticket').boundingBox();
    expect(key?.height).toBeGreaterThanOrEqual(44);
    await pressMain(page, 'close-ticket');
    await said(page, 'Zakończono D001');
    await page.getByText('Nikt nie czeka').waitFor();
  });

  it('given a wider window, when it is dragged open, then the same visit is there in the full form', async () => {
    const server = await start();
    await take(server, 'dowod-wniosek', 1);
    const page = await openConsole(server, 'counter-3', strip);
    await signIn(page, 'c3');
    await pressMain(page, 'call-next');
    await page.locator('.strip').getByTestId('current-ticket').waitFor();
    await page.setViewportSize(dock);
    await page.locator('.dock').getByTestId('current-ticket').waitFor();
    await page.setViewportSize(full);
    await page.locator('.full').getByTestId('current-ticket').waitFor();
    expect(await currentTicket(page)).toBe('D001');
  });
});

describe('signing in', () => {
  it('given a wrong PIN, when it is sent, then the tries left are said in words and the field is empty again', async () => {
    const server = await start();
    const page = await openConsole(server, 'counter-3');
    await signIn(page, 'c3', '000000');
    await page.getByText('Nieprawidłowy PIN. Zostały 4 próby.').waitFor();
    expect(await page.getByTestId('pin').inputValue()).toBe('');
  });

  it('given a taken counter, when somebody else signs in, then it asks, takes over with the ticket, and the other is told', async () => {
    const server = await start({ hasOwnPins: true });
    const pins = pinsOf(server);
    await take(server, 'dowod-wniosek', 1);
    const mine = await openConsole(server, 'counter-2');
    await signIn(mine, 'c2', pins('clerk-2'));
    await pressMain(mine, 'call-next');
    await mine.getByTestId('current-ticket').waitFor();
    const other = await openConsole(server, 'counter-3');
    await signIn(other, 'c2', pins('clerk-3'));
    await other.getByTestId('takeover-question').getByText('pracuje Pracownik 2. Przejąć je?').waitFor();
    await other.keyboard.press('Enter');
    await other.getByTestId('current-ticket').waitFor();
    expect(await currentTicket(other)).toBe('D001');
    await mine.getByTestId('taken-over').getByText('Pracownik 3').waitFor();
  });

  it('given a clerk who works elsewhere, when signing in here, then the other counter is named', async () => {
    const server = await start({ hasOwnPins: true });
    const pins = pinsOf(server);
    const there = await openConsole(server, 'counter-2');
    await signIn(there, 'c2', pins('clerk-2'));
    await there.getByTestId('call-next').waitFor();
    const here = await openConsole(server, 'counter-3');
    await signIn(here, 'c3', pins('clerk-2'));
    const refusal = here.getByTestId('rejection');
    await refusal.waitFor();
    expect(await refusal.innerText()).toContain('Najpierw zakończ pracę przy stanowisku 2.');
  });
});

/** A press and the answer to it cost a page about half a second here. */
const pressesOfEach = isFullRun ? 50 : 10;

describe('two consoles', () => {
  it('given both press many times at once, when each press calls, then no ticket is called twice', async () => {
    const server = await start({ flags: ['--config', configurationWhereCallsStart()] });
    await take(server, 'dowod-wniosek', 2 * pressesOfEach);
    const consoles = [await openConsole(server, 'counter-2', strip), await openConsole(server, 'counter-3', strip)];
    for (const [index, page] of consoles.entries()) await signIn(page, `c${index + 2}`);
    const called = await Promise.all(consoles.map((page) => pressUntilCalled(page, pressesOfEach)));
    expect(called.map((numbers) => numbers.length)).toEqual([pressesOfEach, pressesOfEach]);
    expect(new Set(called.flat()).size).toBe(2 * pressesOfEach);
  }, 180_000);
});

describe('a press', () => {
  it('given an answer that takes long, then the key says so in its place, nothing is yellow, and the answer still counts', async () => {
    const server = await start();
    await take(server, 'dowod-wniosek', 1);
    const page = await openConsole(server, 'counter-3');
    const wire = await holdAnswersOf(page);
    await signIn(page, 'c3');
    await page.locator('[data-testid=call-next][aria-disabled=false]').waitFor();
    const before = await page.getByTestId('call-next').boundingBox();
    wire.hold((message) => message.startsWith('43'));
    await page.keyboard.press('F2');
    await page
      .getByTestId(/call-next|start-service/)
      .getByText('Chwileczkę…')
      .waitFor();
    expect(await page.getByTestId(/call-next|start-service/).boundingBox()).toEqual(before);
    expect(await yellowThings(page)).toBe(0);
    wire.release();
    await said(page, 'Wezwano D001');
  });

  it('given an old picture, when a key is pressed on it, then the refusal is said in words and Esc puts it away', async () => {
    const server = await start();
    const kiosk = await connectDevice(server.url, 'kiosk', 'kiosk-1');
    const issued = await kiosk.send(issueTicket('dowod-wniosek'));
    kiosk.close();
    if (issued.answer !== 'accepted' || issued.result.type !== 'ticketIssued') throw new Error('no ticket');
    const page = await openConsole(server, 'counter-3');
    const wire = await holdAnswersOf(page);
    await signIn(page, 'c3');
    await pressMain(page, 'call-next');
    await page.locator('[data-testid=start-service][aria-disabled=false]').waitFor();
    wire.hold((message) => message.includes('"delta"') || message.includes('"heartbeat"'));
    const twin = await connectDevice(server.url, 'counter', 'counter-3');
    const { ticketId } = issued.result;
    const counterId = idSchemas.counter.parse('c3');
    await twin.send({ type: 'MarkNoShow', counterId, ticketId, seenState: 'called' });
    twin.close();
    await page.keyboard.press('F2');
    await page.getByTestId('rejection').getByText('Stan zmienił się przed naciśnięciem.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('rejection').waitFor({ state: 'detached' });
    wire.release();
    await page.getByTestId('reinstate').waitFor();
    expect(await page.getByTestId('current-ticket').count()).toBe(0);
  });
});

describe('a lost connection', () => {
  it('given the server is killed, then nothing is armed within 5 s; and when it is back, all is alive without a touch', async () => {
    const dataFolder = temporaryFolder();
    const server = await start({ dataFolder });
    await take(server, 'dowod-wniosek', 2);
    const page = await openConsole(server, 'counter-3');
    await signIn(page, 'c3');
    await pressMain(page, 'call-next');
    await page.getByTestId('current-ticket').waitFor();
    await server.kill();
    await page.getByText(/Brak połączenia od \d\d:\d\d:\d\d/).waitFor({ timeout: 5_000 });
    expect(await page.getByTestId('start-service').getAttribute('aria-disabled')).toBe('true');
    expect(await page.locator('button:not([aria-disabled=true])').count()).toBe(0);
    expect(await yellowThings(page)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await start({ dataFolder, port: Number(new URL(server.url).port) });
    await page.locator('[data-testid=start-service][aria-disabled=false]').waitFor();
    expect(await yellowThings(page)).toBe(1);
    await page.keyboard.press('F2');
    await said(page, 'Rozpoczęto obsługę D001');
  });

  it('given a reload in the middle of a visit, then the same counter and ticket are there without signing in', async () => {
    const server = await start();
    await take(server, 'dowod-wniosek', 1);
    const page = await openConsole(server, 'counter-3');
    await signIn(page, 'c3');
    await pressMain(page, 'call-next');
    await page.getByTestId('current-ticket').waitFor();
    await page.reload();
    await pressMain(page, 'start-service');
    await said(page, 'Rozpoczęto obsługę D001');
    expect(await currentTicket(page)).toBe('D001');
  });
});

describe('three languages in three forms', () => {
  const forms = [full, dock, strip];
  it.each([
    ['pl', 'Wezwij', 'Rozpocznij obsługę'],
    ['en', 'Call', 'Start service'],
    ['uk', 'Викликати', 'Почати обслуговування'],
  ])(
    'given %s, when a visit goes through, then its words are there and axe finds nothing',
    async (language, call, startService) => {
      const server = await start();
      await take(server, 'dowod-wniosek', 2);
      await take(server, 'meldunki', 1);
      const page = await openConsole(server, 'counter-3', full, language);
      await page.getByTestId('counter-c3').waitFor();
      await expectCleanIn(page, forms);
      await signIn(page, 'c3');
      await page.getByTestId('call-next').getByText(call).waitFor();
      await expectCleanIn(page, forms);
      await pressMain(page, 'call-next');
      await page.getByTestId('start-service').getByText(startService).waitFor();
      await expectCleanIn(page, forms);
      await pressMain(page, 'start-service');
      await page.locator('[data-testid=call-next][aria-disabled=false]').waitFor();
      await expectCleanIn(page, forms);
    },
    120_000,
  );
});

/** axe on each form, and no text that sticks out of the window. */
async function expectCleanIn(page: Page, sizes: readonly (typeof full)[]): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    expect(await axeFindings(page)).toEqual([]);
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    expect(scrollWidth).toBe(clientWidth);
  }
  await page.setViewportSize(full);
}

/** The example with service starting at the call, so that every press of the main key calls somebody. */
function configurationWhereCallsStart(): string {
  const file = join(temporaryFolder(), 'configuration.json');
  const example = readFileSync(exampleFile, 'utf8');
  writeFileSync(file, example.replace('"serviceStartsAtCall": false', '"serviceStartsAtCall": true'));
  return file;
}
