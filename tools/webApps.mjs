// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stop } from './bootstrap.mjs';
import { hashSources } from './sourceHash.mjs';

/** The web pages, each an app of its own under apps/. */
export const webApps = ['kiosk', 'counter', 'display', 'landing'];

/**
 * Builds each page whose sources are newer than its dist/web/<app>/, all at once, and says which in one line.
 * A failed build ends the process with exit code 1 after Vite's own message.
 * @param {import('./bootstrap.mjs').House} house
 * @returns {Promise<void>}
 */
export async function buildStaleWebApps(house) {
  const stale = webApps.filter((app) => hasPage(house.root, app) && !isFresh(house.root, app));
  if (stale.length === 0) return;
  console.log(`Building the pages: ${stale.join(', ')}…`);
  const failed = (await Promise.all(stale.map((app) => build(house, app)))).filter((app) => app !== null);
  if (failed.length > 0) stop(`The build of ${failed.join(', ')} failed: see Vite's message above.`);
}

/**
 * @param {string} root
 * @param {string} app
 */
function hasPage(root, app) {
  return existsSync(join(root, 'apps', app, 'index.html'));
}

/**
 * @param {string} root
 * @param {string} app
 */
function isFresh(root, app) {
  const path = hashPath(root, app);
  return existsSync(path) && readFileSync(path, 'utf8') === sourceHash(root, app);
}

/**
 * @param {string} root
 * @param {string} app
 */
function hashPath(root, app) {
  return join(root, 'dist', 'web', app, '.source-hash');
}

/**
 * @param {string} root
 * @param {string} app
 */
function sourceHash(root, app) {
  return hashSources(root, [`apps/${app}`, 'apps/kit', 'shared/src', 'package-lock.json', 'tools/viteApp.mjs']);
}

/**
 * The hash is taken before the build: a file that changes meanwhile makes the page stale again, never falsely fresh.
 * @param {import('./bootstrap.mjs').House} house
 * @param {string} app
 * @returns {Promise<string | null>} the app's name when its build failed
 */
function build(house, app) {
  const hash = sourceHash(house.root, app);
  const vite = join(house.root, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(house.node, [vite, 'build', '--logLevel', 'warn'], {
    cwd: join(house.root, 'apps', app),
    env: house.environment,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve) => {
    child.on('exit', (code) => {
      if (code === 0) writeFileSync(hashPath(house.root, app), hash);
      resolve(code === 0 ? null : app);
    });
  });
}
