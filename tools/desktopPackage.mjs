// @ts-check
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareHouse, stop } from './bootstrap.mjs';
import { desktopApps } from './desktopApps.mjs';

/**
 * @typedef {object} PackageOrder
 * @property {import('./desktopApps.mjs').DesktopApp} app
 * @property {string} bundles the folder with main.js, preload.cjs and package.json
 * @property {string} output where linux-unpacked/ is made
 * @property {string | undefined} electronDist an unpacked Electron or its zip; otherwise electron-builder downloads it
 */

/**
 * Packages one desktop app for Linux as a folder, by electron-builder.yml.
 * @param {import('./bootstrap.mjs').House} house
 * @param {PackageOrder} order
 * @returns {{ isPackaged: boolean, message: string }} the message is electron-builder's own
 */
export function packageDesktopApp(house, { app, bundles, output, electronDist }) {
  const builder = join(house.root, 'node_modules', 'electron-builder', 'cli.js');
  const options = [
    '--linux',
    'dir',
    `--config=${join(house.root, 'electron-builder.yml')}`,
    `--projectDir=${house.root}`,
    `-c.appId=pl.okienko.${app}`,
    `-c.directories.app=${bundles}`,
    `-c.directories.output=${output}`,
    ...(electronDist === undefined ? [] : [`-c.electronDist=${electronDist}`]),
  ];
  const result = spawnSync(house.node, [builder, ...options], {
    cwd: house.root,
    env: house.environment,
    encoding: 'utf8',
  });
  return { isPackaged: result.status === 0, message: `${result.stdout}${result.stderr}` };
}

/** Run as a program, it bundles and packages all three into dist/package/<app>/linux-unpacked/. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const house = prepareHouse();
  const bundling = spawnSync(house.node, [join(house.root, 'tools', 'desktopBundle.mjs')], {
    env: house.environment,
    stdio: 'inherit',
  });
  if (bundling.status !== 0) stop("The desktop apps could not be bundled: see Vite's message above.");
  for (const app of desktopApps) {
    const output = join(house.root, 'dist', 'package', app);
    const { isPackaged, message } = packageDesktopApp(house, {
      app,
      bundles: join('dist', 'desktop', app),
      output,
      electronDist: process.env['ELECTRON_OVERRIDE_DIST_PATH'],
    });
    if (!isPackaged) stop(`${message}\nThe package of ${app} could not be made: see electron-builder's message above.`);
    console.log(`${join(output, 'linux-unpacked')} is made.`);
  }
}
