import { type Language, languages, type PretendedFault } from '@okienko/shared';
import { type MessageId, translatorOf } from '@okienko/shared/text';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { openBrowser } from './support/browser.ts';
import { said, signIn } from './support/consolePage.ts';
import { isFullRun } from './support/isFullRun.ts';
import { kioskFaults, kioskScreens } from './support/kioskMeasures.ts';
import { type RunningServer, startServer, temporaryFolder } from './support/startServer.ts';
import { deskPrinterName, writeBranchWithTwoPrinters } from './support/twoPrinters.ts';

/** What people read while the printer plays a fault: at the kiosk on the ticket's page, and on a console. */
type Told = {
  readonly fault: PretendedFault;
  readonly kiosk: readonly [id: MessageId, why?: 'paperOut' | 'notPrinted'];
  readonly alarm: MessageId | null;
  readonly mark: 'noPaper' | 'paperUnsure' | null;
};
/** A whole strip comes out; of `paperEnds` its second half, with the new roll, from a printer that cannot be told to forget. */
const printing = new Set<PretendedFault>(['slow', 'paperLow', 'paperEnds']);
const noPaper: Told['kiosk'] = ['kiosk.ticket.noPaper.body', 'notPrinted'];
const faults: readonly Told[] = [
  { fault: 'diesInMidJob', kiosk: ['kiosk.ticket.unsure.title'], alarm: trouble('unreachable'), mark: 'paperUnsure' },
  { fault: 'slow', kiosk: ['kiosk.ticket.slow.title'], alarm: null, mark: null },
  { fault: 'paperLow', kiosk: ['kiosk.ticket.take'], alarm: 'counter.alarm.paperLow', mark: null },
  {
    fault: 'paperOut',
    kiosk: ['kiosk.ticket.noPaper.body', 'paperOut'],
    alarm: trouble('paperOut'),
    mark: 'noPaper',
  },
  { fault: 'coverOpen', kiosk: noPaper, alarm: trouble('coverOpen'), mark: 'noPaper' },
  { fault: 'offline', kiosk: noPaper, alarm: trouble('offline'), mark: 'noPaper' },
  { fault: 'unplugged', kiosk: noPaper, alarm: trouble('unreachable'), mark: 'noPaper' },
  { fault: 'answersNothing', kiosk: noPaper, alarm: trouble('offline'), mark: 'noPaper' },
  { fault: 'garbage', kiosk: noPaper, alarm: trouble('fault'), mark: 'noPaper' },
  { fault: 'paperEnds', kiosk: ['kiosk.ticket.unsure.title'], alarm: trouble('paperOut'), mark: 'paperUnsure' },
];
const played = isFullRun
  ? faults.flatMap((told) => languages.map((language) => ({ ...told, language })))
  : faults.slice(0, 1).map((told) => ({ ...told, language: 'pl' as const }));

const printer = 'Drukarka kiosku 1';
const consoleAddress = 'counter/?device=counter-3';
const screen = kioskScreens.portrait;

let server: RunningServer;
let browser: Browser;
let kiosk: Page;
let console3: Page;

beforeAll(async () => {
  const flags = ['--config', writeBranchWithTwoPrinters(temporaryFolder())];
  [server, browser] = await Promise.all([startServer({ flags }), openBrowser()]);
  kiosk = await (await browser.newContext({ viewport: screen })).newPage();
  console3 = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage();
  await Promise.all([kiosk.goto(`${server.url}kiosk/?device=kiosk-1`), console3.goto(server.url + consoleAddress)]);
  await signIn(console3, 'c3');
  await console3.getByTestId('call-next').waitFor();
});

afterAll(async () => {
  await browser?.close();
  await server?.kill();
});

function trouble(problem: 'paperOut' | 'coverOpen' | 'offline' | 'unreachable' | 'fault'): MessageId {
  return `counter.alarm.printer.${problem}`;
}

async function pretend(fault: PretendedFault): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ fault });
  expect((await fetch(`${server.url}api/v1/printer/pretend`, { method: 'POST', headers, body })).status).toBe(204);
}

/** The strips of the printer, newest first, each as one text with its number. */
async function strips(): Promise<readonly string[]> {
  const report: unknown = await (await fetch(`${server.url}api/v1/printer/tickets`)).json();
  if (typeof report !== 'object' || report === null || !('tickets' in report) || !Array.isArray(report.tickets))
    throw new Error('The printer tells no strips.');
  return report.tickets.map((ticket) => JSON.stringify(ticket));
}

/** Takes a ticket as a customer does; its number as the page shows it. */
async function takeTicket(language: Language = 'pl'): Promise<string> {
  await kiosk.getByTestId(`language-${language}`).click();
  await kiosk.getByTestId('service-dowod-wniosek').click();
  await kiosk.getByTestId('take-ticket').click();
  return kiosk.getByTestId('ticket-number').innerText();
}

async function finish(): Promise<void> {
  await kiosk.getByTestId('done').click();
  await kiosk.getByTestId('service-dowod-wniosek').waitFor();
}

const row = (number: string) => console3.locator(`tr[data-ticket-number=${number}]`);
const mark = (number: string, kind: string) => row(number).locator(`[data-mark=${kind}]`);
const alarm = () => console3.getByTestId('alarm');

/** The alarm's sentence without its time: what the clerk reads before and after it. */
async function alarmSays(id: MessageId, language: Language): Promise<void> {
  const sentence = translatorOf(language)(id, { printer, time: '|' });
  for (const part of sentence.split('|')) await alarm().filter({ hasText: part.trim() }).waitFor();
}

describe('a printer without paper, from the press to the copy', () => {
  it('given no paper, then kiosk and console say so; given a copy elsewhere, then it is told; given a new roll, nothing is late', async () => {
    await pretend('paperOut');
    const number = await takeTicket();
    const notice = kiosk.getByTestId('notice');
    await notice.filter({ hasText: 'W drukarce skończył się papier. Zapisz lub sfotografuj swój numer.' }).waitFor();
    expect(await kiosk.getByText('Weź bilet').count()).toBe(0);
    await kiosk.getByText('Za 60 s wrócimy do początku.').or(kiosk.getByText('Za 59 s wrócimy')).waitFor();
    await alarmSays('counter.alarm.printer.paperOut', 'pl');
    await mark(number, 'noPaper').filter({ hasText: 'bez wydruku' }).waitFor();

    await finish();
    const hint = kiosk.getByTestId('no-paper');
    await hint.waitFor();
    expect(await kioskFaults(kiosk, screen)).toEqual([]);
    expect(await axeFindings(kiosk)).toEqual([]);
    expect(await axeFindings(console3)).toEqual([]);
    await kiosk.getByTestId('service-dowod-wniosek').click();
    const described = kiosk.locator('[data-testid=take-ticket][aria-describedby]');
    expect(await described.getAttribute('aria-describedby')).toBe(await hint.getAttribute('id'));

    await row(number).getByTestId('reprint-other').click();
    const panel = console3.getByTestId('printer-panel');
    await panel.getByText(/nie ma papieru/).waitFor();
    expect(await axeFindings(console3)).toEqual([]);
    await console3.keyboard.press('Enter');
    await console3
      .getByTestId('copy-news')
      .filter({ hasText: `Kopia ${number} nie wydrukowała się (${printer}): nie ma papieru.` })
      .waitFor();
    await mark(number, 'copyFailed').waitFor();
    await console3.keyboard.press('Escape');
    await console3.getByTestId('copy-news').waitFor({ state: 'detached' });

    await row(number).getByTestId('reprint-other').click();
    await panel.getByText(deskPrinterName).click();
    await console3.keyboard.press('Enter');
    await said(console3, `Kopia ${number} wydrukowana (${deskPrinterName}).`);
    await mark(number, 'copyPrinted').waitFor();

    await pretend('none');
    await Promise.all([alarm().waitFor({ state: 'detached' }), hint.waitFor({ state: 'detached' })]);
    expect(await strips()).toEqual([]);

    await console3.keyboard.press('F2');
    await console3.getByTestId('current-ticket').filter({ hasText: number }).waitFor();
    await console3.keyboard.press('Shift+F3');
    await panel.getByText(printer).click();
    await console3.keyboard.press('Enter');
    await said(console3, `Kopia ${number} wydrukowana (${printer}).`);
    await console3.locator('.visit [data-mark=copyPrinted]').waitFor();
    const [copy = '', ...others] = await strips();
    expect(others).toEqual([]);
    expect(copy).toContain('KOPIA');
    expect(copy).toContain(number);
  });
});

describe('each fault, from its bytes to what people read', () => {
  it.each(played)(
    'given $fault in $language, then the kiosk, the alarm and the mark say so until it is mended',
    async (told) => {
      const { fault, language, mark: paperMark } = told;
      const text = translatorOf(language);
      await console3.goto(`${server.url}${consoleAddress}&language=${language}`);
      await kiosk.reload();
      await pretend(fault);
      const number = await takeTicket(language);
      const [id, why] = told.kiosk;
      await kiosk
        .getByText(text(id, why === undefined ? {} : { why }))
        .first()
        .waitFor();
      expect(await kioskFaults(kiosk, screen)).toEqual([]);
      if (told.alarm !== null) await alarmSays(told.alarm, language);
      if (paperMark !== null)
        await mark(number, paperMark)
          .filter({ hasText: text(`counter.mark.${paperMark}`) })
          .waitFor();
      // A slow printer is not hurried.
      if (fault === 'slow') await kiosk.getByText(text('kiosk.ticket.take')).waitFor();
      await pretend('none');
      await alarm().waitFor({ state: 'detached' });
      await finish();
      const complete = (await strips()).filter((strip) => strip.includes(number) && strip.includes('"ending":"cut"'));
      expect(complete).toHaveLength(printing.has(fault) ? 1 : 0);
    },
  );
});
