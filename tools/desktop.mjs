// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareHouse } from './bootstrap.mjs';
import { chromiumWindows, electronWindows, pageAddresses } from './desktopWindows.mjs';
import { findBrowser } from './findBrowser.mjs';
import { findElectron } from './findElectron.mjs';
import { ProcessGroup } from './processGroup.mjs';
import { serverOrigin, waitForServer } from './serverAddress.mjs';
import { thisMachine } from './thisMachine.mjs';
import { buildStaleWebApps } from './webApps.mjs';

const startTimeoutMs = 30_000;

const house = prepareHouse();
const machine = thisMachine(house);
const serverArguments = process.argv.slice(2);
const origin = serverOrigin(serverArguments, process.env);
const profiles = mkdtempSync(join(tmpdir(), 'okienko-windows-'));
const programs = new ProcessGroup();

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => void endAll(0));
await buildStaleWebApps(house);
startServer();
if (!(await waitForServer(origin, startTimeoutMs))) {
  console.error(`The server does not answer at ${origin}.`);
  await endAll(1);
}
await openWindows();

/** Without the server there is nothing to show: whatever ends it ends the windows too. */
function startServer() {
  const options = [join(house.root, 'server', 'src', 'main.ts'), ...serverArguments];
  programs.start(house.node, options, house.environment, (exitCode) => void endAll(exitCode));
}

/** Opens three windows with what this computer has, or says in a sentence what it lacks and where the pages are. */
async function openWindows() {
  const isWithoutDisplay =
    machine.platform === 'linux' && !machine.environment['DISPLAY'] && !machine.environment['WAYLAND_DISPLAY'];
  const windows = isWithoutDisplay
    ? 'There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set).'
    : await chooseWindows();
  if (typeof windows === 'string') {
    console.log(`${windows} The pages for any browser:`);
    for (const { address } of pageAddresses(origin)) console.log(`  ${address}`);
    return;
  }
  for (const { app, command, options } of windows) {
    programs.start(command, options, house.environment, (exitCode) => noteWindowEnd(app, exitCode));
  }
  console.log('Three windows are open: Alt+Tab changes between them, Ctrl+C here ends everything.');
}

/** @returns {Promise<string | readonly import('./desktopWindows.mjs').WindowProgram[]>} a string says what is missing */
async function chooseWindows() {
  const electron = findElectron(machine, house.root);
  if (electron.kind === 'found') {
    const bundling = spawnSync(house.node, [join(house.root, 'tools', 'desktopBundle.mjs')], {
      env: house.environment,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (bundling.status === 0) return electronWindows(electron.path, house.root, origin);
    return "The desktop apps could not be bundled: see Vite's message above.";
  }
  const browser = await findBrowser(machine);
  if (browser === null) return `${electron.sentence} There is no Chrome, Chromium or Edge either.`;
  console.log(`${electron.sentence} Opening windows of ${browser} instead.`);
  return chromiumWindows(browser, origin, profiles, machine.isRoot);
}

/**
 * @param {string} app
 * @param {number} exitCode
 */
function noteWindowEnd(app, exitCode) {
  console.log(`The window of ${app} has ended (${exitCode}).`);
  const isOnlyServerLeft = programs.size === 1;
  if (isOnlyServerLeft) void endAll(exitCode);
}

/**
 * @param {number} exitCode
 * @returns {Promise<never>}
 */
async function endAll(exitCode) {
  await programs.endAll();
  rmSync(profiles, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  process.exit(exitCode);
}
