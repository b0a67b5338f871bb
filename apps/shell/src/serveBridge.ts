import { type BridgeAnswer, bridgeChannels, parseCounterForm } from './bridgeChannels.ts';
import { boundsOfForm } from './counterForm.ts';
import type { ElectronFacade, MessageOrigin, ShellScreen, ShellWindow } from './electronFacade.ts';
import { isOfOrigin } from './pageAddress.ts';
import type { ShellSettings } from './parseShellSettings.ts';

/**
 * Answers the bridge's requests in the main process. The value is checked again here, for a page that broke out of its
 * preload script can send anything, and only the main frame of our own window, on our own origin, is heard.
 */
export function serveBridge(
  window: ShellWindow,
  screen: ShellScreen,
  settings: ShellSettings,
  facade: ElectronFacade,
): void {
  if (settings.kind !== 'counter') return;
  facade.ipcMain.handle(bridgeChannels.setForm, (event, value): BridgeAnswer => {
    if (!isOurPage(event, window, settings)) {
      facade.log('refused a message that did not come from the page');
      return { answer: 'rejected', reason: 'ForeignSender' };
    }
    const form = parseCounterForm(value);
    if (form === null) return { answer: 'rejected', reason: 'UnknownForm' };
    window.setBounds(boundsOfForm(form, screen));
    window.setAlwaysOnTop(form === 'strip', 'floating');
    return { answer: 'accepted' };
  });
}

function isOurPage(event: MessageOrigin, window: ShellWindow, settings: ShellSettings): boolean {
  const frame = event.senderFrame;
  return (
    event.sender === window.webContents &&
    frame !== null &&
    frame.parent === null &&
    isOfOrigin(frame.url, settings.origin)
  );
}
