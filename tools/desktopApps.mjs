// @ts-check

/** The apps that also run in windows of their own, in the order in which a first try needs them. */
export const desktopApps = /** @type {const} */ (['kiosk', 'counter', 'display']);

/** @typedef {typeof desktopApps[number]} DesktopApp */

/**
 * The device that each app is in the demo configuration.
 * @type {Readonly<Record<DesktopApp, string>>}
 */
export const demoDevices = { kiosk: 'kiosk-1', counter: 'counter-1', display: 'hall-1' };
