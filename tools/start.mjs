// @ts-check
import { prepareHouse } from './bootstrap.mjs';
import { runProgram } from './runProgram.mjs';
import { buildStaleWebApps } from './webApps.mjs';

const house = prepareHouse();
await buildStaleWebApps(house);
runProgram(house, 'server/src/main.ts');
