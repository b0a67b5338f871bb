import type { BrowserWindowConstructorOptions } from 'electron';
import { boundsOfForm, stripSize } from './counterForm.ts';
import type { ElectronFacade, ShellScreen } from './electronFacade.ts';
import type { ShellSettings } from './parseShellSettings.ts';
import { versionArgument } from './versionArgument.ts';

/** The ground of the page, so that nothing white flashes before the first paint (look: stone, board). */
const groundColour = { kiosk: '#F4F1EA', counter: '#F4F1EA', display: '#0B1F3F' } as const;

/**
 * How the window of one app is made: always isolated, sandboxed and without Node.js in the page; its place and frame
 * follow from what the device is for.
 */
export function windowOptions(
  settings: ShellSettings,
  screen: ShellScreen,
  facade: ElectronFacade,
): BrowserWindowConstructorOptions {
  return {
    ...placeOf(settings, screen),
    show: false,
    backgroundColor: groundColour[settings.kind],
    autoHideMenuBar: true,
    webPreferences: {
      preload: facade.preloadPath,
      additionalArguments: [versionArgument(facade.app.getVersion())],
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      zoomFactor: 1,
      devTools: !facade.app.isPackaged,
      // A page in the background must still count, chime and keep its connection.
      backgroundThrottling: false,
    },
  };
}

function placeOf({ kind }: ShellSettings, screen: ShellScreen): BrowserWindowConstructorOptions {
  switch (kind) {
    case 'kiosk':
      return { ...screen.bounds, kiosk: true, fullscreen: true, frame: false, minimizable: false };
    case 'display':
      return { ...screen.bounds, fullscreen: true, frame: false };
    case 'counter':
      return {
        ...boundsOfForm('strip', screen),
        minWidth: stripSize.width,
        minHeight: stripSize.height,
        frame: false,
        alwaysOnTop: true,
        fullscreenable: false,
      };
  }
}
