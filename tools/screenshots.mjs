// @ts-check
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepareHouse, stop } from './bootstrap.mjs';
import { ensureBrowser, noBrowserAdvice } from './findBrowser.mjs';
import { thisMachine } from './thisMachine.mjs';
import { buildStaleWebApps } from './webApps.mjs';

// Takes the pictures of the README from the real product, so that they can never show what it is not.
const house = prepareHouse();
await buildStaleWebApps(house);
const browser = await ensureBrowser(thisMachine(house));
if (browser === null) stop(noBrowserAdvice);
const result = spawnSync(house.node, [join(house.root, 'e2e/takeScreenshots.ts')], {
  cwd: house.root,
  env: { ...house.environment, OKIENKO_BROWSER: browser },
  stdio: 'inherit',
});
process.exitCode = result.status ?? 1;
