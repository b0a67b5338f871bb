// @ts-check
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepareHouse } from './bootstrap.mjs';

const house = prepareHouse();
const result = spawnSync(house.node, [join(house.root, 'tools/house/check.ts')], {
  cwd: house.root,
  env: house.environment,
  stdio: 'inherit',
});
process.exitCode = result.status ?? 1;
