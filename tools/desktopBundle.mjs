// @ts-check
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { desktopApps } from './desktopApps.mjs';
import { parseLock } from './parseLock.mjs';

/** @typedef {import('./desktopApps.mjs').DesktopApp} DesktopApp */

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Bundles the two programs of one desktop app into a folder that Electron can start: main.js (an ES module, for
 * Electron's main process), preload.cjs (CommonJS, the only form that a sandboxed preload script may have) and the
 * package.json that names them. Electron and Node's own modules stay outside; everything else is in the bundle, so that
 * a package needs no node_modules. Rejects when a build fails.
 * @param {DesktopApp} app
 * @param {string} folder where the bundles go; what was in it is removed
 * @returns {Promise<void>}
 */
export async function bundleDesktopApp(app, folder) {
  await bundle(app, folder, { entry: 'main.ts', output: 'main.js', format: 'es', isFirst: true });
  await bundle(app, folder, { entry: 'preload.ts', output: 'preload.cjs', format: 'cjs', isFirst: false });
  const house = parseLock(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages[''];
  const manifest = {
    name: `okienko-${app}`,
    version: house?.version,
    description: `Okienko: ${app}`,
    author: 'Okienko',
    license: house?.license,
    type: 'module',
    main: 'main.js',
  };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/**
 * @param {DesktopApp} app
 * @param {string} folder
 * @param {{ entry: string, output: string, format: 'es' | 'cjs', isFirst: boolean }} program
 */
async function bundle(app, folder, { entry, output, format, isFirst }) {
  await build({
    configFile: false,
    root: join(root, 'apps', app, 'electron'),
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node24',
      outDir: folder,
      emptyOutDir: isFirst,
      minify: false,
      rolldownOptions: {
        input: join(root, 'apps', app, 'electron', entry),
        external: ['electron'],
        output: { format, entryFileNames: output, codeSplitting: false },
      },
    },
  });
}

/** Run as a program, it bundles all three into dist/desktop/<app>/. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const app of desktopApps) await bundleDesktopApp(app, join(root, 'dist', 'desktop', app));
}
