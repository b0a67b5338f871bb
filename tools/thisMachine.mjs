// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Long enough for a browser to be downloaded, short enough that a machine without a network says so. */
const commandTimeoutMs = 600_000;

/**
 * This computer, as the browser search sees it. Must be called after the packages are installed.
 * @param {import('./bootstrap.mjs').House} house
 * @returns {import('./findBrowser.mjs').Machine}
 */
export function thisMachine(house) {
  return {
    platform: process.platform,
    environment: house.environment,
    isRoot: process.getuid?.() === 0,
    hasFile: existsSync,
    run: (command, options) => {
      // A failed download prints three stack traces, and what to do is said afterwards in one line.
      const isQuiet = options[0] === '--version' || command === process.execPath;
      const result = spawnSync(command, options, {
        cwd: house.root,
        env: {
          ...house.environment,
          DEBIAN_FRONTEND: 'noninteractive',
          PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000',
        },
        stdio: ['ignore', isQuiet ? 'ignore' : 'inherit', isQuiet ? 'ignore' : 'inherit'],
        timeout: commandTimeoutMs,
      });
      return result.status === 0;
    },
    playwrightBrowser: async () => {
      const { chromium } = await import('playwright-core');
      const path = chromium.executablePath();
      return path === '' ? null : path;
    },
    say: (line) => console.log(line),
  };
}
