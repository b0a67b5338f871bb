// @ts-check
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { prepareHouse } from './bootstrap.mjs';
import { buildStaleWebApps } from './webApps.mjs';

const house = prepareHouse();
await buildStaleWebApps(house);
runServer();

/**
 * Runs the server in the foreground with this command's arguments and ends as it ends. Signals are passed on because
 * a supervisor sends them to this process only; the server must bear the second one that a terminal's Ctrl-C brings.
 */
function runServer() {
  const server = spawn(house.node, [join(house.root, 'server/src/main.ts'), ...process.argv.slice(2)], {
    env: house.environment,
    stdio: 'inherit',
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => server.kill(signal));
  }
  server.on('exit', (code, signal) => {
    process.exit(signal === null ? (code ?? 1) : 128 + constants.signals[signal]);
  });
}
