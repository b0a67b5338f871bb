import type { Browser, Page } from 'playwright-core';
import { staleAfterMs } from '@okienko/shared';
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

/** Lets a page run for longer than a screen waits for a heartbeat: what was complained of, how often it connected. */
async function runPage(path: string) {
  const page = await browser.newPage({ viewport: { width: 1080, height: 1920 } });
  const complaints = complaintsOf(page);
  let connections = 0;
  page.on('websocket', () => (connections += 1));
  await page.goto(`${server.url}${path}`);
  await page.waitForTimeout(staleAfterMs + 2_000);
  await page.close();
  return { path, complaints, connections };
}

describe('every page under its own policy', () => {
  it('given all five, when they run, then the browser complains of nothing and each screen keeps its one connection [P-16]', async () => {
    const screens = ['kiosk/?device=kiosk-1', 'counter/?device=counter-1', 'display/?device=hall-1'];
    const reports = ['', 'printer/'];
    expect(await Promise.all([...screens, ...reports].map((path) => runPage(path)))).toEqual([
      ...screens.map((path) => ({ path, complaints: [], connections: 1 })),
      ...reports.map((path) => ({ path, complaints: [], connections: 0 })),
    ]);
  });
});
