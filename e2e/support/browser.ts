import { type Browser, chromium } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The browser that the test runner found, headless, with a profile of its own.
 *
 * @throws Error saying what to do when the tests were not started by `npm test`.
 */
export async function openBrowser(extraFlags: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env['OKIENKO_BROWSER'];
  if (executablePath === undefined) throw new Error('Start the browser tests with `npm test`, which finds a browser.');
  return chromium.launch({ executablePath, args: [...flags, ...extraFlags] });
}
