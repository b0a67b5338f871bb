// @ts-check
import { prepareHouse } from './bootstrap.mjs';
import { runProgram } from './runProgram.mjs';
import { buildStaleWebApps } from './webApps.mjs';

// The pages are built because a replay is there to be watched.
const house = prepareHouse();
await buildStaleWebApps(house);
runProgram(house, 'replay/src/main.ts');
