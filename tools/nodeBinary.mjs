// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The server's code uses what Node.js 24 has: type stripping without a flag, and its module resolution. */
export const serverNodeMajor = 24;

/** The launcher itself, and npm's own needs. */
export const launcherNodeMajor = 20;

/**
 * The Node.js binary that runs Okienko's own code: the pinned one in node_modules, else this machine's.
 * @param {string} root
 * @returns {string | null} null when neither is new enough (or the pinned one does not run here, as on musl)
 */
export function findNodeBinary(root) {
  const pinned = join(root, 'node_modules', '.bin', 'node');
  const candidates = existsSync(pinned) ? [pinned, process.execPath] : [process.execPath];
  return candidates.find((path) => majorOf(versionOf(path)) >= serverNodeMajor) ?? null;
}

/**
 * The major number in "v24.21.0"; 0 for anything else.
 * @param {string} version
 * @returns {number}
 */
export function majorOf(version) {
  return Number(/^v?(\d+)\./.exec(version)?.[1] ?? 0);
}

/**
 * @param {string} path
 * @returns {string} the version it prints, or an empty string when it does not run
 */
function versionOf(path) {
  if (path === process.execPath) return process.version;
  return spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout ?? '';
}
