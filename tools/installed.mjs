// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLock } from './parseLock.mjs';

/** @typedef {import('./parseLock.mjs').LockFile} LockFile */

/**
 * Whether node_modules under `root` holds exactly what package-lock.json asks for.
 * npm itself writes node_modules/.package-lock.json at the end of a complete installation, so an interrupted
 * one, an older one and one made by hand are all told apart without a stamp of our own.
 * @param {string} root
 * @returns {boolean}
 */
export function isInstalled(root) {
  const installedPath = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedPath)) return false;
  const wanted = parseLock(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return isSatisfied(wanted, parseLock(readFileSync(installedPath, 'utf8')));
}

/**
 * Whether `installed` has each package of `wanted` in its version; an optional one may be absent (another system's).
 * @param {LockFile} wanted
 * @param {LockFile} installed
 * @returns {boolean}
 */
export function isSatisfied(wanted, installed) {
  return Object.entries(wanted.packages).every(([path, locked]) => {
    if (!path.startsWith('node_modules/')) return true;
    const present = installed.packages[path];
    if (present === undefined) return locked.optional === true;
    return present.version === locked.version && present.link === locked.link;
  });
}
