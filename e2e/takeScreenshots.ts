import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './support/browser.ts';
import { connectDevice, issueTicket } from './support/deviceClient.ts';
import { type RunningServer, startServer, testPin } from './support/startServer.ts';
import { takeTicketPictures } from './ticketPictures.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../docs/screenshots');
const portrait = { width: 1080, height: 1920 };
const board = { width: 1920, height: 1080 };
const desk = { width: 1366, height: 768 };
const office = { width: 1440, height: 900 };

const server = await startServer();
const browser = await openBrowser(['--autoplay-policy=no-user-gesture-required']);
try {
  await fillTheHall(server);
  await takeAll(browser, server);
  await takeTicketPictures(browser, folder);
} finally {
  await browser.close();
  await server.stop();
}

/** People wait for every service, so that the pictures show a hall and not an empty room. */
async function fillTheHall({ url }: RunningServer): Promise<void> {
  const kiosk = await connectDevice(url, 'kiosk', 'kiosk-1');
  const services = ['dowod-wniosek', 'dowod-odbior', 'meldunki', 'pojazd-rejestracja', 'dzialalnosc', 'pisma'];
  for (const service of [...services, ...services, 'dowod-wniosek', 'pojazd-rejestracja']) {
    await kiosk.send(issueTicket(service));
  }
  kiosk.close();
}

/** One visit from the kiosk to the board, photographed on the way. */
async function takeAll(pages: Browser, { url }: RunningServer): Promise<void> {
  const display = await open(pages, `${url}display/?device=hall-1`, board);
  const kiosk = await open(pages, `${url}kiosk/?device=kiosk-1`, portrait);
  await kiosk.getByTestId('service-meldunki').waitFor();
  await save(kiosk, 'kiosk-home');
  await kiosk.getByTestId('service-meldunki').click();
  await kiosk.getByTestId('take-ticket').waitFor();
  await save(kiosk, 'kiosk-service');
  await kiosk.getByTestId('take-ticket').click();
  await kiosk.getByText('Weź bilet z drukarki').waitFor();
  await save(kiosk, 'kiosk-ticket');

  await callAt(pages, url, 'c1', 'counter-1');
  await callAt(pages, url, 'c4', 'counter-4');
  const counter = await open(pages, `${url}counter/?device=counter-3`, desk);
  await counter.getByTestId('counter-c3').click();
  await counter.getByTestId('pin').fill(testPin);
  await save(counter, 'counter-sign-in');
  await counter.getByTestId('sign-in').click();
  await counter.getByTestId('call-next').click();
  await counter.getByTestId('start-service').waitFor();
  const called = await counter.getByTestId('current-ticket').innerText();
  await display.locator(`[data-testid=current-call][data-ticket-number=${called}]`).waitFor({ timeout: 60_000 });
  await save(display, 'display-board');
  await counter.getByTestId('start-service').click();
  await counter.getByTestId('call-next').waitFor();
  await save(counter, 'counter-full');
  await counter.setViewportSize({ width: 360, height: 768 });
  await save(counter, 'counter-dock');
  await counter.setViewportSize({ width: 360, height: 120 });
  await save(counter, 'counter-strip');

  const landing = await open(pages, url, office);
  await landing.getByText('/kiosk/?device=kiosk-1').first().waitFor();
  await save(landing, 'landing');
  const printer = await open(pages, `${url}printer/`, office);
  await printer.getByText('M003').first().waitFor();
  await save(printer, 'printer');
}

async function callAt(pages: Browser, url: string, counter: string, device: string): Promise<void> {
  const page = await open(pages, `${url}counter/?device=${device}`, desk);
  await page.getByTestId(`counter-${counter}`).click();
  await page.getByTestId('pin').fill(testPin);
  await page.getByTestId('sign-in').click();
  await page.getByTestId('call-next').click();
  await page.getByTestId('start-service').waitFor();
  await page.close();
}

async function open(pages: Browser, address: string, viewport: { width: number; height: number }): Promise<Page> {
  const page = await pages.newPage({ viewport, reducedMotion: 'reduce' });
  await page.goto(address);
  return page;
}

async function save(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled' });
  process.stdout.write(`${name}.png\n`);
}
