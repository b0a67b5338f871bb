import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ClientCommand, type CommandResult, idSchemas, type Language } from '@okienko/shared';
import type { Browser, Page } from 'playwright-core';
import { connectDevice, type DeviceClient } from './support/deviceClient.ts';
import { type RunningServer, startServer, temporaryFolder, testPin } from './support/startServer.ts';

const example = join(dirname(fileURLToPath(import.meta.url)), '../server/examples/pom-bronowice.json');
/** A Tuesday, so that the branch is open and the pictures are the same whenever they are taken. */
const clockStart = '2026-11-24T13:05:00Z';

type Printed = { readonly profile: string; readonly prefix: string; readonly isFollowed: boolean };
const printers: readonly Printed[] = [
  { profile: 'generic80', prefix: 'ticket-80mm', isFollowed: false },
  { profile: 'generic58', prefix: 'ticket-58mm', isFollowed: false },
  { profile: 'kiosk80', prefix: 'ticket-80mm-kiosk', isFollowed: true },
];

/**
 * Takes pictures of paper: a server for each printer issues, copies and prints real tickets, and its own page draws
 * what the virtual printer received, one pixel a dot.
 */
export async function takeTicketPictures(browser: Browser, folder: string): Promise<void> {
  for (const printer of printers) {
    const server = await startServer({ flags: ['--config', configurationOf(printer), '--clock-start', clockStart] });
    try {
      await printTickets(server);
      await savePaper(browser, server.url, join(folder, printer.prefix));
    } finally {
      await server.stop();
    }
  }
}

function configurationOf({ profile, isFollowed }: Printed): string {
  const file = join(temporaryFolder(), `${profile}.json`);
  const text = readFileSync(example, 'utf8')
    .replace('"profile": "generic80"', `"profile": "${profile}"`)
    .replace('"timeZone":', isFollowed ? '"publicBaseUrl": "https://kolejka.example.pl", "timeZone":' : '"timeZone":');
  writeFileSync(file, text);
  return file;
}

/** People who came before; then a ticket in Polish, in English with priority, in Ukrainian, and a copy of the first. */
async function printTickets({ url }: RunningServer): Promise<void> {
  const kiosk = await connectDevice(url, 'kiosk', 'kiosk-1');
  for (const service of ['dowod-wniosek', 'dowod-wniosek', 'meldunki', 'meldunki']) {
    await resultOf(kiosk, issue(service, 'pl', 'ordinary'));
  }
  const first = await resultOf(kiosk, issue('dowod-wniosek', 'pl', 'ordinary'));
  await resultOf(kiosk, issue('dowod-wniosek', 'en', 'priority'));
  await resultOf(kiosk, issue('meldunki', 'uk', 'ordinary'));
  kiosk.close();
  const counter = await connectDevice(url, 'counter', 'counter-3');
  const counterId = idSchemas.counter.parse('c3');
  await resultOf(counter, { type: 'OpenCounter', counterId, pin: testPin, isTakeover: false });
  if (first.type !== 'ticketIssued') throw new Error(`expected a ticket, got ${first.type}`);
  const printerId = idSchemas.printer.parse('kiosk-1-printer');
  const { ticketId } = first;
  await resultOf(counter, { type: 'ReprintTicket', counterId, ticketId, seenState: 'waiting', printerId });
  counter.close();
}

function issue(service: string, language: Language, priorityClass: string): ClientCommand {
  return {
    type: 'IssueTicket',
    serviceId: idSchemas.service.parse(service),
    priorityClass: idSchemas.priorityClass.parse(priorityClass),
    language,
  };
}

async function resultOf(device: DeviceClient, command: ClientCommand): Promise<CommandResult> {
  const answer = await device.send(command);
  if (answer.answer !== 'accepted') throw new Error(`${command.type} was answered ${JSON.stringify(answer)}`);
  return answer.result;
}

/** The page shows the newest first: the copy, then the others in the turn opposite to their issue. */
async function savePaper(browser: Browser, url: string, prefix: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 2400 }, reducedMotion: 'reduce' });
  await page.goto(`${url}printer/`);
  const strips = page.getByTestId('printed-strip');
  await strips.nth(7).waitFor();
  for (const [index, name] of ['pl-copy', 'uk', 'en', 'pl'].entries()) {
    await saveStrip(page, index, `${prefix}-${name}.png`);
  }
  await page.close();
}

/** Lays the strip over the page at one pixel a dot, so that nothing of the list beside it is in the picture. */
async function saveStrip(page: Page, index: number, path: string): Promise<void> {
  const paper = page.getByTestId('printed-strip').nth(index).locator('.paper');
  await paper.evaluate((sheet) => {
    const drawing = sheet.querySelector('svg');
    if (!(sheet instanceof HTMLElement) || drawing === null) return;
    sheet.style.cssText = `position: fixed; inset: 0 auto auto 0; z-index: 1; border: 0; width: ${drawing.viewBox.baseVal.width}px`;
  });
  await paper.screenshot({ path, animations: 'disabled' });
  await paper.evaluate((sheet) => sheet.removeAttribute('style'));
  process.stdout.write(`${path.split('/').at(-1)}\n`);
}
