// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepareHouse, stop } from './bootstrap.mjs';
import { ensureBrowser, noBrowserAdvice } from './findBrowser.mjs';
import { summarizeTests } from './testSummary.mjs';
import { thisMachine } from './thisMachine.mjs';
import { buildStaleWebApps } from './webApps.mjs';

const isFull = process.argv.includes('--full');
const filters = process.argv.slice(2).filter((option) => option !== '--full');

const house = prepareHouse();
await buildStaleWebApps(house);
const browser = await ensureBrowser(thisMachine(house));
if (browser === null) stop(noBrowserAdvice);
const summary = runVitest(browser);
console.log(`${summary.passed} passed, ${summary.failed} failed`);
process.exitCode = summary.failed === 0 ? 0 : 1;

/**
 * Runs every project of vitest.config.ts, or what the filters leave of them.
 * @param {string} browserPath
 */
function runVitest(browserPath) {
  const report = join(house.root, '.build', 'testReport.json');
  rmSync(report, { force: true });
  const vitest = join(house.root, 'node_modules', 'vitest', 'vitest.mjs');
  const options = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters];
  const result = spawnSync(house.node, [vitest, ...options], {
    cwd: house.root,
    env: { ...house.environment, OKIENKO_BROWSER: browserPath, ...(isFull ? { OKIENKO_FULL: '1' } : {}) },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return summarizeTests(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null, result.status ?? 1);
}
