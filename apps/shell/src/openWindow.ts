import type { ElectronFacade, ShellScreen, ShellWindow } from './electronFacade.ts';
import { PageKeeper } from './pageKeeper.ts';
import type { ShellSettings } from './parseShellSettings.ts';
import { serveBridge } from './serveBridge.ts';
import { windowOptions } from './windowOptions.ts';

/**
 * Opens the one window of an app on its screen. The kiosk's closes only when the whole app ends (the operating system's
 * session, a supervisor's SIGTERM): that is the staff's way out, and a visitor has neither.
 */
export function openWindow(settings: ShellSettings, facade: ElectronFacade): ShellWindow {
  const screen = chooseScreen(settings, facade);
  const window = facade.createWindow(windowOptions(settings, screen, facade));
  window.once('ready-to-show', () => window.show());
  if (settings.kind === 'kiosk') keepOpen(window, facade);
  if (settings.kind === 'display') hideCursor(window, facade);
  if (settings.kind !== 'counter') facade.powerSaveBlocker.start('prevent-display-sleep');
  facade.app.on('second-instance', () => window.focus());
  serveBridge(window, screen, settings, facade);
  void new PageKeeper(window.webContents, settings, facade).open();
  return window;
}

/** A board on the wrong screen is better than none; the log says which was missing. */
function chooseScreen({ screenNumber }: ShellSettings, facade: ElectronFacade): ShellScreen {
  const screens = facade.screen.getAllDisplays();
  const chosen = screens[screenNumber - 1];
  if (chosen !== undefined) return chosen;
  facade.log(`screen ${screenNumber} is not there (this computer has ${screens.length}): using the first`);
  const first = screens[0];
  if (first === undefined) throw new Error('This computer has no screen.');
  return first;
}

function keepOpen(window: ShellWindow, facade: ElectronFacade): void {
  let isEnding = false;
  facade.app.on('before-quit', () => {
    isEnding = true;
  });
  window.on('close', (event) => {
    if (isEnding) return;
    event.preventDefault();
    facade.log('refused to close the kiosk');
  });
}

function hideCursor({ webContents }: ShellWindow, facade: ElectronFacade): void {
  webContents.on('did-finish-load', () => {
    webContents
      .insertCSS('*, *::before, *::after { cursor: none !important; }', { cssOrigin: 'user' })
      .catch((error: unknown) => facade.log(`the cursor stays visible: ${String(error)}`));
  });
}
