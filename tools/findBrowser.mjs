// @ts-check
import { delimiter, join } from 'node:path';

/**
 * @typedef {object} Machine what the search may see of this computer; a test hands in one of its own
 * @property {NodeJS.Platform} platform
 * @property {Record<string, string | undefined>} environment
 * @property {boolean} isRoot
 * @property {(path: string) => boolean} hasFile
 * @property {(command: string, options: readonly string[]) => boolean} run whether the command ended with 0
 * @property {() => Promise<string | null>} playwrightBrowser where playwright-core keeps its Chromium, if it can say
 * @property {(line: string) => void} say
 */

const commandNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const macPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const linuxPlaces = ['/snap/bin/chromium', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'];

const windowsPlaces = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

const packageManagers = [
  {
    command: 'apt-get',
    steps: [
      ['update', '-q'],
      ['install', '-y', '-q', '--no-install-recommends', 'chromium'],
    ],
  },
  { command: 'dnf', steps: [['install', '-y', 'chromium']] },
  { command: 'apk', steps: [['add', '--no-cache', 'chromium']] },
];

/** The one line for a machine on which no browser can be had. */
export const noBrowserAdvice =
  'The browser tests need Chrome, Chromium or Edge: install one, or set OKIENKO_BROWSER to its program file, and run npm test again.';

/**
 * The first Chromium-like browser that runs here: OKIENKO_BROWSER, then PATH, then the usual places, then
 * playwright-core's own.
 * @param {Machine} machine
 * @returns {Promise<string | null>}
 */
export async function findBrowser(machine) {
  const chosen = machine.environment['OKIENKO_BROWSER'];
  if (chosen !== undefined && chosen !== '') return doesRun(machine, chosen) ? chosen : null;
  const candidates = [...onPath(machine), ...usualPlaces(machine)];
  const own = await machine.playwrightBrowser();
  if (own !== null) candidates.push(own);
  return candidates.find((path) => doesRun(machine, path)) ?? null;
}

/**
 * A browser that runs here, installed if there is none: by playwright-core, else as root by the system's packages.
 * @param {Machine} machine
 * @returns {Promise<string | null>} null when none can be had; then `noBrowserAdvice` is what to say
 */
export async function ensureBrowser(machine) {
  const present = await findBrowser(machine);
  if (present !== null || machine.environment['OKIENKO_BROWSER']) return present;
  machine.say('No Chrome, Chromium or Edge here: trying playwright-core install chromium…');
  machine.run(process.execPath, [join('node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium']);
  return (await findBrowser(machine)) ?? (await installAsRoot(machine));
}

/**
 * @param {Machine} machine
 * @returns {Promise<string | null>}
 */
async function installAsRoot(machine) {
  if (!machine.isRoot) return null;
  const manager = packageManagers.find(({ command }) => programsOnPath(machine, [command]).length > 0);
  if (manager === undefined) return null;
  machine.say(`Installing Chromium with ${manager.command}…`);
  const isInstalled = manager.steps.every((step) => machine.run(manager.command, step));
  return isInstalled ? findBrowser(machine) : null;
}

/**
 * A browser whose libraries are missing is no browser. Chrome on Windows opens a window for --version, so there the
 * file itself must do.
 * @param {Machine} machine
 * @param {string} path
 */
function doesRun(machine, path) {
  if (!machine.hasFile(path)) return false;
  return machine.platform === 'win32' || machine.run(path, ['--version']);
}

/** @param {Machine} machine */
function onPath(machine) {
  return programsOnPath(machine, machine.platform === 'win32' ? ['chrome.exe', 'msedge.exe'] : commandNames);
}

/**
 * @param {Machine} machine
 * @param {readonly string[]} names
 */
function programsOnPath(machine, names) {
  const folders = (machine.environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).filter((path) => machine.hasFile(path));
}

/** @param {Machine} machine */
function usualPlaces(machine) {
  if (machine.platform === 'darwin') return macPlaces;
  if (machine.platform !== 'win32') return linuxPlaces;
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => machine.environment[name]);
  return roots.flatMap((root) => (root === undefined ? [] : windowsPlaces.map((place) => join(root, place))));
}
