// @ts-check
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const heading = `Okienko contains the work of others. Each package below is part of what runs at a service point; its licence is in
its own folder under node_modules. This list is written by tools/notice.mjs from package-lock.json.
`;

/**
 * The third-party notices for what runs in production: name, version, licence and copyright of each package.
 * @param {string} root
 * @param {import('./parseLock.mjs').LockFile} lock
 * @param {string} previous the present NOTICE: it keeps the copyright of a package that is not for this system
 * @returns {string}
 */
export function noticeText(root, lock, previous) {
  const entries = Object.entries(lock.packages)
    .filter(([path, locked]) => path.includes('node_modules/') && isShipped(locked))
    .map(([path, locked]) => {
      const title = `${path.slice(path.lastIndexOf('node_modules/') + 13)} ${locked.version ?? ''}`;
      return `${title}\n  Licence: ${locked.license ?? 'see its folder'}\n  ${copyrightOf(root, path, title, previous)}`;
    });
  return `${heading}\n${[...new Set(entries)].sort().join('\n\n')}\n`;
}

/** @param {import('./parseLock.mjs').LockedPackage} locked */
function isShipped(locked) {
  return locked.link !== true && locked.dev !== true && locked.devOptional !== true && locked.peer !== true;
}

/**
 * @param {string} root
 * @param {string} path
 * @param {string} title
 * @param {string} previous
 */
function copyrightOf(root, path, title, previous) {
  const folder = join(root, path);
  if (!existsSync(folder)) return lineAfter(previous, title);
  const licences = readdirSync(folder)
    .filter((name) => /^(licen[cs]e|copying|copyright)/i.test(name))
    .sort();
  const lines = licences.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  const line = lines
    .map((text) => text.replace(/^[\s*#>]+/, '').trim())
    .find((text) => /^(copyright\b.*\d{4}|©|\(c\))/i.test(text));
  return line ?? authorOf(folder);
}

/** @param {string} folder */
function authorOf(folder) {
  /** @type {unknown} */
  const fields = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (typeof fields !== 'object' || fields === null || !('author' in fields)) return 'Copyright: its contributors';
  const { author } = fields;
  if (typeof author === 'object' && author !== null && 'name' in author) return `Copyright: ${String(author.name)}`;
  return `Copyright: ${String(author)}`;
}

/**
 * @param {string} notice
 * @param {string} title
 */
function lineAfter(notice, title) {
  const lines = notice.split('\n');
  const at = lines.indexOf(title);
  return at === -1 ? 'Copyright: see its folder' : (lines[at + 2] ?? '').trim();
}
