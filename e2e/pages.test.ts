import type { Browser, Page } from 'playwright-core';
import { heartbeatIntervalMs, staleAfterMs } from '@okienko/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { type RunningServer, startServer } from './support/startServer.ts';

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
  // As in the office's windows: without it a browser warns that a page may not sound before it is touched.
  browser = await openBrowser(['--autoplay-policy=no-user-gesture-required']);
  server = await startServer();
});

afterAll(async () => {
  await browser.close();
  await server.kill();
});

/** Everything that the browser complains of: errors, warnings, what the page's policy refused, what did not load. */
function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return complaints;
}

/** As many heartbeats as make a screen stale that does not hear them, and two more. */
const beats = staleAfterMs / heartbeatIntervalMs + 2;
/** As many answers as a page of reports asks for in about the same time. */
const reports = 3;

/** Resolves when the page has heard the server for longer than a screen waits for it: by socket, or by its reports. */
function heardForLong(page: Page, isScreen: boolean): Promise<void> {
  let heard = 0;
  return new Promise((resolve) => {
    const hear = (isWord: boolean) => {
      heard += isWord ? 1 : 0;
      if (heard >= (isScreen ? beats : reports)) resolve();
    };
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => hear(payload.includes('"heartbeat"'))),
    );
    if (!isScreen) page.on('response', (response) => hear(response.url().includes('/api/')));
  });
}

/** Lets a page run for a while: what was complained of, how often it connected. */
async function runPage(path: string) {
  const page = await browser.newPage({ viewport: { width: 1080, height: 1920 } });
  const complaints = complaintsOf(page);
  let connections = 0;
  page.on('websocket', () => (connections += 1));
  const heard = heardForLong(page, path.includes('device='));
  await page.goto(`${server.url}${path}`);
  await heard;
  await page.close();
  return { path, complaints, connections };
}

describe('every page under its own policy', () => {
  it('given all five, when they run, then the browser complains of nothing and each screen keeps its one connection [P-16]', async () => {
    const screens = ['kiosk/?device=kiosk-1', 'counter/?device=counter-1', 'display/?device=hall-1'];
    const reportPages = ['', 'printer/'];
    expect(await Promise.all([...screens, ...reportPages].map((path) => runPage(path)))).toEqual([
      ...screens.map((path) => ({ path, complaints: [], connections: 1 })),
      ...reportPages.map((path) => ({ path, complaints: [], connections: 0 })),
    ]);
  });
});
