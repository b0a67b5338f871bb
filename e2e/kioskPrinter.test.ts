import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kioskContract, type KioskEvent, type PrinterCondition, type PrintResult } from '@okienko/shared';
import type { Browser } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { connectDevice, type DeviceClient, issueTicket } from './support/deviceClient.ts';
import { playPrinterBeside, printerBeside, writeBranchWithKioskPrinter } from './support/kioskWithPrinter.ts';
import { type RunningServer, startServer } from './support/startServer.ts';

let running: RunningServer;
let browser: Browser | null = null;

beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'okienko-kiosk-printer-'));
  running = await startServer({ flags: ['--config', writeBranchWithKioskPrinter(folder)] });
});
afterEach(async () => {
  await browser?.close();
  browser = null;
  await running.kill();
});

/** The virtual printer's port, and how many strips it printed. */
async function virtualPaper(): Promise<{ readonly port: number; readonly strips: number }> {
  const report: unknown = await (await fetch(`${running.url}api/v1/printer/tickets`)).json();
  const isReport = typeof report === 'object' && report !== null && 'port' in report && 'tickets' in report;
  if (!isReport || typeof report.port !== 'number' || !Array.isArray(report.tickets)) throw new Error('no report');
  return { port: report.port, strips: report.tickets.length };
}

/** Issues a ticket and waits for what became of its paper. */
async function printOne(kiosk: DeviceClient): Promise<PrintResult> {
  await kiosk.subscribe();
  const settled = new Promise<PrintResult>((resolve) => {
    kiosk.socket.on('delta', (message: unknown) => {
      const delta = kioskContract.parseDelta(message);
      const events: readonly KioskEvent[] = delta.isValid ? delta.value.events : [];
      for (const event of events) if (event.type === 'printSettled') resolve(event.print.outcome);
    });
  });
  await kiosk.send(issueTicket('dowod-wniosek'));
  return settled;
}

/** What the kiosk is told of its printer, once it is as wanted. */
function toldOfPrinter(kiosk: DeviceClient, isWanted: (condition: PrinterCondition) => boolean): Promise<void> {
  return new Promise((resolve) => {
    kiosk.socket.on('figures', (message: unknown) => {
      const figures = kioskContract.parseFigures(message);
      if (!figures.isValid) return;
      const conditions = Object.values(figures.value.printers);
      if (conditions.some((condition) => isWanted(condition))) resolve();
    });
  });
}

describe('a ticket on the printer beside a kiosk', () => {
  // P-40
  it('given a kiosk whose window has a printer, when a ticket is issued, then it is printed there and nowhere else', async () => {
    const kiosk = await connectDevice(running.url, 'kiosk', 'kiosk-1');
    const { port } = await virtualPaper();
    const asked = playPrinterBeside(kiosk, { host: '127.0.0.1', port });
    expect(await printOne(kiosk)).toEqual({ result: 'printed' });
    expect((await virtualPaper()).strips).toBe(1);
    expect(asked.map(({ type }) => type)).toContain('write');
    kiosk.close();
  });

  // P-43
  it('given a kiosk in a plain browser, then the ticket exists, its paper fails at once and the log says why', async () => {
    const kiosk = await connectDevice(running.url, 'kiosk', 'kiosk-1');
    kiosk.socket.on('printer', (_: unknown, answer: (outcome: unknown) => void) =>
      answer({ answer: 'refused', problem: 'noBridge' }),
    );
    const told = toldOfPrinter(kiosk, ({ state }) => state === 'notPrinting');
    expect(await printOne(kiosk)).toEqual({ result: 'failed', reason: 'unreachable' });
    await told;
    expect(running.errors()).toContain('noBridge');
    kiosk.close();
  });

  // P-42
  it('given a kiosk that goes in the middle of its ticket, then the outcome is unknown and another page prints the next', async () => {
    const going = await connectDevice(running.url, 'kiosk', 'kiosk-1');
    const { port } = await virtualPaper();
    const watching = await connectDevice(running.url, 'kiosk', 'kiosk-1');
    watching.socket.on('printer', (_: unknown, answer: (outcome: unknown) => void) =>
      answer({ answer: 'refused', problem: 'noPrinter' }),
    );
    const asked = playPrinterBeside(going, { host: '127.0.0.1', port });
    going.socket.on('printer', () => {
      const last = asked.at(-1);
      if (last?.type === 'write' && last.bytes.length > 200) going.close();
    });
    expect(await printOne(watching)).toEqual({ result: 'unknown' });
    const next = await connectDevice(running.url, 'kiosk', 'kiosk-1');
    playPrinterBeside(next, { host: '127.0.0.1', port });
    expect(await printOne(next)).toEqual({ result: 'printed' });
    watching.close();
    next.close();
  });

  it('given the real page in a window with a printer, then what it hands on prints the ticket', async () => {
    const { port } = await virtualPaper();
    const { asked, carryOut } = printerBeside({ host: '127.0.0.1', port });
    browser = await openBrowser();
    const page = await browser.newPage({ viewport: { width: 1080, height: 1920 } });
    await page.exposeFunction('playedPrinter', carryOut);
    await page.addInitScript(
      `window.okienkoShell = { kind: 'kiosk', version: '1', printer: (o) => playedPrinter(o) };`,
    );
    await page.goto(`${running.url}kiosk/?device=kiosk-1`);
    await page.getByTestId('service-meldunki').waitFor();
    const kiosk = await connectDevice(running.url, 'kiosk', 'kiosk-1');
    kiosk.socket.on('printer', (_: unknown, answer: (outcome: unknown) => void) =>
      answer({ answer: 'refused', problem: 'noPrinter' }),
    );
    expect(await printOne(kiosk)).toEqual({ result: 'printed' });
    expect((await virtualPaper()).strips).toBe(1);
    // Who waits for the result does not wait for the goodbye.
    await expect.poll(() => asked.map(({ type }) => type)).toContain('finish');
    kiosk.close();
  });
});
