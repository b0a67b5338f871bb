// @ts-check

/**
 * @typedef {object} LockedPackage one entry of a package-lock.json, as far as it is used here
 * @property {string} [version]
 * @property {string} [license]
 * @property {boolean} [link]
 * @property {boolean} [optional]
 * @property {boolean} [dev]
 * @property {boolean} [devOptional]
 * @property {boolean} [peer]
 */

/** @typedef {{ packages: Record<string, LockedPackage> }} LockFile */

/**
 * Reads the text of a package-lock.json (or of npm's own node_modules/.package-lock.json).
 * Throws a SyntaxError for what is not JSON and an Error for a lock file of npm 6 or older, which has no `packages`.
 * @param {string} text
 * @returns {LockFile}
 */
export function parseLock(text) {
  /** @type {unknown} */
  const lock = JSON.parse(text);
  if (typeof lock !== 'object' || lock === null || !('packages' in lock))
    throw new Error('a lock file of npm 7 or newer has `packages`');
  return /** @type {LockFile} */ (lock);
}
