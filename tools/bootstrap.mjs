// @ts-check
import { spawnSync } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstalled } from './installed.mjs';
import { findNodeBinary, launcherNodeMajor, majorOf, serverNodeMajor } from './nodeBinary.mjs';

/**
 * @typedef {object} House
 * @property {string} root the repository's folder
 * @property {string} node the Node.js binary for Okienko's own code
 * @property {NodeJS.ProcessEnv} environment this process's, with node_modules/.bin first in PATH
 */

/**
 * Makes a clone ready to run: checks Node.js, installs what package-lock.json asks for when it is not there, and finds
 * the binary that runs the code. It needs nothing but Node.js 20 and npm. What cannot be helped ends the process with
 * exit code 1 and one sentence.
 * @returns {House}
 */
export function prepareHouse() {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  if (majorOf(process.version) < launcherNodeMajor) {
    stop(
      `Okienko needs Node.js ${launcherNodeMajor} or newer and this is ${process.version}: install it from nodejs.org.`,
    );
  }
  if (!isInstalled(root)) install(root);
  const node = findNodeBinary(root);
  if (node === null) {
    stop(
      `Okienko's own code runs on Node.js ${serverNodeMajor}, which has no packaged binary for this system: ` +
        `install Node.js ${serverNodeMajor} from nodejs.org (this is ${process.version}).`,
    );
  }
  const path = [join(root, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter);
  return { root, node, environment: { ...process.env, PATH: path } };
}

/**
 * Ends the process with a sentence for people.
 * @param {string} sentence
 * @returns {never}
 */
export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/**
 * Install scripts never run (.npmrc): every native package here brings its binary along.
 * @param {string} root
 */
function install(root) {
  console.log('Installing the packages of package-lock.json (npm ci)…');
  const npm = process.env['npm_execpath'];
  const options = ['ci', '--loglevel=error'];
  const result =
    npm === undefined
      ? spawnSync('npm', options, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
      : spawnSync(process.execPath, [npm, ...options], { cwd: root, stdio: 'inherit' });
  if (result.status !== 0) stop('npm ci failed: see its message above, then try again.');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) prepareHouse();
