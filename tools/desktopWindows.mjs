// @ts-check
import { join } from 'node:path';
import { demoDevices, desktopApps } from './desktopApps.mjs';

/** @typedef {import('./desktopApps.mjs').DesktopApp} DesktopApp */

/**
 * @typedef {object} WindowProgram how one window is started
 * @property {DesktopApp} app
 * @property {string} command
 * @property {readonly string[]} options
 */

/**
 * The pages of the demo configuration's devices.
 * @param {string} origin of the server
 * @returns {readonly { app: DesktopApp, address: string }[]}
 */
export function pageAddresses(origin) {
  return desktopApps.map((app) => ({ app, address: `${origin}/${app}/?device=${demoDevices[app]}` }));
}

/**
 * The three apps in Electron, from their bundles under dist/desktop/. The board asks for a second screen; where there
 * is only one its log says so and it takes that.
 * @param {string} electron
 * @param {string} root
 * @param {string} origin
 * @returns {readonly WindowProgram[]}
 */
export function electronWindows(electron, root, origin) {
  return desktopApps.map((app) => ({
    app,
    command: electron,
    options: [
      join(root, 'dist', 'desktop', app),
      `--server=${origin}`,
      `--device=${demoDevices[app]}`,
      ...(app === 'display' ? ['--screen=2'] : []),
    ],
  }));
}

/**
 * The three pages in Chromium, without its bars: kiosk and board over the whole screen, the counter as a strip.
 * @param {string} browser
 * @param {string} origin
 * @param {string} profiles an empty folder: each window has its own profile, as three devices would
 * @param {boolean} isRoot Chromium starts as root only without its sandbox
 * @returns {readonly WindowProgram[]}
 */
export function chromiumWindows(browser, origin, profiles, isRoot) {
  return pageAddresses(origin).map(({ app, address }) => ({
    app,
    command: browser,
    options: [
      `--app=${address}`,
      `--user-data-dir=${join(profiles, app)}`,
      ...placeOf(app),
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--password-store=basic',
      ...(isRoot ? ['--no-sandbox'] : []),
    ],
  }));
}

/**
 * @param {DesktopApp} app
 * @returns {readonly string[]}
 */
function placeOf(app) {
  switch (app) {
    case 'kiosk':
      return ['--kiosk', '--disable-pinch'];
    case 'counter':
      return ['--window-size=360,120'];
    case 'display':
      return ['--kiosk', '--autoplay-policy=no-user-gesture-required'];
  }
}
