// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const ignoredNames = new Set(['node_modules', 'dist', '.build']);

/**
 * One SHA-256 over the names and bytes of every file under the given files and folders, in a fixed order.
 * Tests are left out, for they change nothing that is built; a path that does not exist counts as empty.
 * @param {string} root
 * @param {readonly string[]} paths relative to `root`
 * @returns {string} hexadecimal
 */
export function hashSources(root, paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((start) => listFiles(join(root, start))).sort()) {
    hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function listFiles(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !ignoredNames.has(name) && !/\.test\.tsx?$/.test(name))
    .flatMap((name) => listFiles(join(path, name)));
}
