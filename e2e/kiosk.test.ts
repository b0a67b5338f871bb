import { createServer } from 'node:net';
import { type Language, languages } from '@okienko/shared';
import { catalogues } from '@okienko/shared/text';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { openBrowser } from './support/browser.ts';
import { writeClosedBranch } from './support/closedBranch.ts';
import { isFullRun } from './support/isFullRun.ts';
import { kioskFaults, type KioskScreen, kioskScreens } from './support/kioskMeasures.ts';
import { type RunningServer, startServer, temporaryFolder } from './support/startServer.ts';

const kioskAddress = 'kiosk/?device=kiosk-1';
const take = '[data-testid=take-ticket]';
const ticketNumber = '[data-testid=ticket-number]';
const unavailable = '[data-testid=unavailable]';

let server: RunningServer;
let browser: Browser;
let forgotten: Page;
let forgottenStory: Promise<readonly string[]>;

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
  // Left alone while the other tests run, so that nobody waits for 40 s without a touch.
  forgotten = await openKiosk(kioskScreens.portrait);
  await choose(forgotten, 'en');
  await openService(forgotten, 'pisma');
  forgottenStory = leaveAlone(forgotten).catch((error: unknown) => [String(error)]);
});

afterEach(async () => {
  for (const context of browser.contexts()) if (context !== forgotten.context()) await context.close();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function openKiosk({ width, height }: KioskScreen, url = server.url, given?: BrowserContext): Promise<Page> {
  const context = given ?? (await browser.newContext({ viewport: { width, height } }));
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  await page.goto(url + kioskAddress);
  await page.locator('[data-testid^=service-]').first().waitFor();
  return page;
}

async function choose(page: Page, language: Language): Promise<void> {
  await page.getByTestId(`language-${language}`).click();
  await page.locator(`html[lang=${language}]`).waitFor();
}

/** Finds the service on home, page by page as a customer does, and opens it. */
async function openService(page: Page, serviceId: string): Promise<void> {
  const service = page.getByTestId(`service-${serviceId}`);
  const more = page.getByTestId('more-services');
  for (;;) {
    await settled(page);
    if ((await service.count()) > 0) break;
    await more.click();
  }
  await service.click();
  await page.locator(take).waitFor();
}

/** Waits until what is shown has been measured and laid out: two frames after its letters are there. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

async function takeTicket(page: Page, serviceId: string): Promise<string> {
  await openService(page, serviceId);
  await page.locator(take).click();
  return page.locator(ticketNumber).innerText();
}

async function waitingFor(serviceId: string, url = server.url): Promise<number> {
  const response = await fetch(`${url}api/v1/queues`);
  const text = await response.text();
  const found = new RegExp(`"id":"${serviceId}".*?"waiting":(\\d+)`).exec(text);
  return Number(found?.[1]);
}

async function expectWellMade(page: Page, screen: KioskScreen): Promise<void> {
  await settled(page);
  expect(await kioskFaults(page, screen)).toEqual([]);
  expect(await axeFindings(page)).toEqual([]);
}

/** A port that nobody listens on. */
async function closedPort(): Promise<number> {
  const listener = createServer();
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  await new Promise((resolve) => listener.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The listener has no port.');
  return address.port;
}

describe.each(['portrait', 'small'] as const)('a ticket in two touches, %s', (layout) => {
  const screen = kioskScreens[layout];

  it.each(languages)(
    'given %s, then every page is in it, well made, and the next customer finds Polish',
    async (language) => {
      const page = await openKiosk(screen);
      await choose(page, language);
      await page.getByRole('heading', { name: catalogues[language]['kiosk.home.title'] }).waitFor();
      await expectWellMade(page, screen);

      await openService(page, 'pojazd-rejestracja');
      await expectWellMade(page, screen);
      await page.getByTestId('priority-question').click();
      await page.getByRole('heading', { name: catalogues[language]['kiosk.priority.question'] }).waitFor();
      await expectWellMade(page, screen);

      await page.locator(take).click();
      expect(await page.locator(ticketNumber).innerText()).toMatch(/^P\d{3}$/);
      await page.getByText(catalogues[language]['kiosk.ticket.take']).waitFor();
      await expectWellMade(page, screen);

      await page.getByTestId('done').click();
      await page.getByRole('heading', { name: catalogues.pl['kiosk.home.title'] }).waitFor();
      await page.context().close();
    },
  );
});

describe.each(['landscape', 'wide'] as const)('the other screens, %s', (layout) => {
  const screen = kioskScreens[layout];

  it.each(isFullRun ? languages : (['uk'] as const))(
    'given %s, then home, service and ticket are well made',
    async (language) => {
      const page = await openKiosk(screen);
      await choose(page, language);
      await expectWellMade(page, screen);
      await openService(page, 'dowod-wniosek');
      await expectWellMade(page, screen);
      await page.locator(take).click();
      await page.locator(ticketNumber).waitFor();
      await expectWellMade(page, screen);
    },
  );
});

describe('the ways to see and reach better', () => {
  const screen = kioskScreens.portrait;

  it.each(['isContrast', 'isLarge', 'isLow'])(
    'given %s, then the whole journey keeps it and the next customer does not',
    async (setting) => {
      const page = await openKiosk(screen);
      await page.getByTestId(`access-${setting}`).click();
      await expectWellMade(page, screen);
      await openService(page, 'dowod-wniosek');
      await expectWellMade(page, screen);
      await page.locator(take).click();
      await page.locator(ticketNumber).waitFor();
      await expectWellMade(page, screen);
      await page.getByTestId('done').click();
      await page.locator(`[data-testid=access-${setting}][aria-pressed=false]`).waitFor();
      await page.context().close();
    },
  );

  it('given low reach, then nothing to press is above 1,100 mm: y = 891 of 1920', async () => {
    const page = await openKiosk(screen);
    await page.getByTestId('access-isLow').click();
    const highestKey = () =>
      page.evaluate(() =>
        Math.min(...[...document.querySelectorAll('button, label')].map((key) => key.getBoundingClientRect().top)),
      );
    await settled(page);
    expect(await highestKey()).toBeGreaterThan(891);
    await openService(page, 'pojazd-rejestracja');
    await settled(page);
    expect(await highestKey()).toBeGreaterThan(891);
    await page.getByTestId('priority-question').click();
    await settled(page);
    expect(await highestKey()).toBeGreaterThan(891);
  });

  it('given keys alone, then a ticket can be taken', async () => {
    const page = await openKiosk(screen);
    await page.getByTestId('service-pisma').focus();
    await page.keyboard.press('Enter');
    await page.locator(take).focus();
    await page.keyboard.press('Enter');
    expect(await page.locator(ticketNumber).innerText()).toMatch(/^S\d{3}$/);
  });
});

describe('exactly one ticket', () => {
  it('given a double tap, then one more person waits', async () => {
    const page = await openKiosk(kioskScreens.portrait);
    await openService(page, 'dzialalnosc');
    const before = await waitingFor('dzialalnosc');
    await page.locator(take).dblclick();
    await page.locator(ticketNumber).waitFor();
    expect(await waitingFor('dzialalnosc')).toBe(before + 1);
  });

  it('given a reason for priority, then only the class leaves the kiosk', async () => {
    const page = await openKiosk(kioskScreens.portrait);
    const sent: string[] = [];
    page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))));
    await page.reload();
    await openService(page, 'dowod-odbior');
    await page.getByTestId('priority-senior').check();
    await page.locator(take).click();
    await page.locator(ticketNumber).waitFor();
    const command = sent.find((frame) => frame.includes('IssueTicket')) ?? '';
    expect(command).toMatch(/"priorityClass":"(?!ordinary)/);
    expect(sent.join()).not.toContain('senior');
  });

  it.each([
    ['its answer is lost', 'fromServer'],
    ['it has not left the kiosk', 'toServer'],
  ] as const)('given a reload after the press, when %s, then that one ticket is shown', async (_when, lost) => {
    const { width, height } = kioskScreens.portrait;
    const context = await browser.newContext({ viewport: { width, height } });
    let isCut = false;
    await context.routeWebSocket(/socket\.io/, (socket) => {
      const upstream = socket.connectToServer();
      socket.onMessage((message) => {
        if (!(isCut && lost === 'toServer' && String(message).includes('IssueTicket'))) upstream.send(message);
      });
      upstream.onMessage((message) => {
        if (!(isCut && lost === 'fromServer' && String(message).includes('ticketIssued'))) socket.send(message);
      });
    });
    const page = await openKiosk(kioskScreens.portrait, server.url, context);
    await openService(page, 'meldunki');
    const before = await waitingFor('meldunki');
    isCut = true;
    await page.locator(take).click();
    await page.getByText(catalogues.pl['kiosk.take.waiting']).waitFor();
    expect(await page.locator(ticketNumber).count()).toBe(0);
    isCut = false;
    await page.reload();
    const shown = await page.locator(ticketNumber).innerText();
    expect(shown).toMatch(/^M\d{3}$/);
    expect(await waitingFor('meldunki')).toBe(before + 1);

    await page.reload();
    expect(await page.locator(ticketNumber).innerText()).toBe(shown);
    expect(await waitingFor('meldunki')).toBe(before + 1);
  });
});

describe('trouble', () => {
  it('given a server that is killed, then within 5 s a calm page, and home by itself when it is back', async () => {
    const dataFolder = temporaryFolder();
    const first = await startServer({ dataFolder });
    const port = Number(new URL(first.url).port);
    const page = await openKiosk(kioskScreens.portrait, first.url);
    const holder = await openKiosk(kioskScreens.portrait, first.url, await browser.newContext());
    const number = await takeTicket(holder, 'pisma');

    await first.kill();
    const killedAtMs = performance.now();
    await page.locator(unavailable).waitFor();
    expect(performance.now() - killedAtMs).toBeLessThan(5_500);
    for (const screen of Object.values(kioskScreens)) {
      await page.setViewportSize(screen);
      await expectWellMade(page, screen);
    }
    expect((await page.locator('.kiosk').innerText()).toLowerCase()).not.toMatch(/system|błąd|serwer/);
    expect(await holder.locator(ticketNumber).innerText()).toBe(number);

    const second = await startServer({ dataFolder, port });
    const backAtMs = performance.now();
    await page.getByTestId('service-pisma').waitFor();
    expect(performance.now() - backAtMs).toBeLessThan(2_500);
    await second.stop();
  });

  it('given a press that the server never saw before it was killed, then nothing is issued minutes later', async () => {
    const dataFolder = temporaryFolder();
    const first = await startServer({ dataFolder });
    const port = Number(new URL(first.url).port);
    const page = await openKiosk(kioskScreens.portrait, first.url);
    await openService(page, 'pisma');
    await first.kill();
    await page.locator(take).click({ force: true });
    await page.locator(unavailable).waitFor();
    const second = await startServer({ dataFolder, port });
    await page.getByTestId('service-pisma').waitFor();
    expect(await waitingFor('pisma', second.url)).toBe(0);
    await second.stop();
  });

  it('given a printer that is not there, then the kiosk says first that there is no paper', async () => {
    const printerless = await startServer({ flags: ['--printer', `tcp://127.0.0.1:${await closedPort()}`] });
    for (const layout of ['portrait', 'small', 'landscape', 'wide'] as const) {
      const page = await openKiosk(kioskScreens[layout], printerless.url);
      await takeTicket(page, 'dowod-wniosek');
      const notice = page.getByTestId('notice');
      await notice.waitFor({ timeout: 15_000 });
      expect(await notice.innerText()).toContain(catalogues.pl['kiosk.ticket.noPaper.title']);
      const [noticeBox, numberBox] = [await notice.boundingBox(), await page.locator(ticketNumber).boundingBox()];
      expect(noticeBox?.y).toBeLessThan(numberBox?.y ?? 0);
      expect(await page.getByText('Weź bilet').count()).toBe(0);
      await expectWellMade(page, kioskScreens[layout]);
      await page.context().close();
    }
    await printerless.stop();
  });

  it.each(['portrait', 'landscape', 'small', 'wide'] as const)(
    'given closing time, %s, then the next opening comes first, then the hours, and no ticket is offered',
    async (layout) => {
      const dataFolder = temporaryFolder();
      const closed = await startServer({
        dataFolder,
        hasOwnPins: true,
        flags: ['--config', writeClosedBranch(dataFolder)],
      });
      const { width, height } = kioskScreens[layout];
      const context = await browser.newContext({ viewport: { width, height } });
      const page = await context.newPage();
      await page.goto(closed.url + kioskAddress);
      await page.getByRole('heading', { name: catalogues.pl['kiosk.closed.title'] }).waitFor();
      const words = await page.getByTestId('closed').innerText();
      expect(words).toMatch(/Otwieramy (dziś|jutro,|w|we)\s.*03:59/s);
      expect(words.indexOf('poniedziałek')).toBeGreaterThan(words.indexOf('Otwieramy'));
      expect(await page.locator('[data-testid^=service-]').count()).toBe(0);
      for (const language of languages) {
        await choose(page, language);
        await expectWellMade(page, kioskScreens[layout]);
      }
      await closed.stop();
    },
  );

  it('given fingers and keys that belong to a computer, then nothing of it opens', async () => {
    const page = await openKiosk(kioskScreens.portrait);
    const isRefused = (name: string) =>
      page.evaluate((type) => {
        const event = new Event(type, { bubbles: true, cancelable: true });
        document.querySelector('h1')?.dispatchEvent(event);
        return event.defaultPrevented;
      }, name);
    for (const name of ['contextmenu', 'dragstart', 'selectstart']) expect(await isRefused(name)).toBe(true);
  });
});

/** What a kiosk in the middle of a journey does while nobody touches it, and when somebody does once. */
async function leaveAlone(page: Page): Promise<readonly string[]> {
  const leftAtMs = performance.now();
  const warning = page.getByTestId('idle-warning');
  const hasWaited = (sinceMs: number) => `asks after ${Math.round((performance.now() - sinceMs) / 10_000)}0 s`;
  const story: string[] = [];
  await warning.waitFor({ timeout: 50_000 });
  story.push(hasWaited(leftAtMs), await warning.locator('.countdown').innerText());
  story.push(...(await kioskFaults(page, kioskScreens.portrait)), ...(await axeFindings(page)));
  await page.mouse.click(540, 300);
  const touchedAtMs = performance.now();
  await warning.waitFor({ state: 'hidden' });
  story.push(`${await page.locator(take).count()} key to take a ticket after the touch`);
  await warning.waitFor({ timeout: 50_000 });
  story.push(hasWaited(touchedAtMs));
  await page.getByRole('heading', { name: catalogues.pl['kiosk.home.title'] }).waitFor();
  return [...story, `${hasWaited(touchedAtMs)}: home`];
}

describe('a kiosk that was left', () => {
  it('given 40 s without a touch, then it asks for 20 s, a touch extends, and silence leads home in Polish', async () => {
    expect(await forgottenStory).toEqual([
      'asks after 40 s',
      '20\nseconds',
      '1 key to take a ticket after the touch',
      'asks after 40 s',
      'asks after 60 s: home',
    ]);
  }, 120_000);
});
