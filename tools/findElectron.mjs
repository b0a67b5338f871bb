// @ts-check
import { join } from 'node:path';

/** @typedef {import('./findBrowser.mjs').Machine} Machine */

/**
 * Electron's own binary, or the sentence that says why there is none to use. Its package brings only a script that
 * fetches the binary from outside the package registry, so a machine may well be without.
 * @param {Machine} machine
 * @param {string} root the repository's folder
 * @returns {{ kind: 'found', path: string } | { kind: 'none', sentence: string }}
 */
export function findElectron(machine, root) {
  const override = machine.environment['ELECTRON_OVERRIDE_DIST_PATH'];
  const isOverridden = override !== undefined && override !== '';
  const path = join(isOverridden ? override : join(root, 'node_modules', 'electron', 'dist'), binaryName(machine));
  if (!machine.hasFile(path)) {
    const sentence = isOverridden
      ? `ELECTRON_OVERRIDE_DIST_PATH has no Electron: ${path} is not there.`
      : "Electron's binary is not here (npx install-electron fetches it from outside the package registry).";
    return { kind: 'none', sentence };
  }
  if (machine.isRoot && machine.platform === 'linux') {
    return { kind: 'none', sentence: 'Electron keeps its sandbox only for a user other than root.' };
  }
  return { kind: 'found', path };
}

/** @param {Machine} machine */
function binaryName({ platform }) {
  if (platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron');
  return platform === 'win32' ? 'electron.exe' : 'electron';
}
