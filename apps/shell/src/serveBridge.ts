import type { PipeAnswer } from '@okienko/shared';
import {
  type BridgeAnswer,
  bridgeChannels,
  parseCounterForm,
  parsePipeOperation,
  refusedOperation,
} from './bridgeChannels.ts';
import { boundsOfForm } from './counterForm.ts';
import type { ElectronFacade, MessageOrigin, ShellScreen, ShellWindow } from './electronFacade.ts';
import { isOfOrigin } from './pageAddress.ts';
import type { ShellSettings } from './parseShellSettings.ts';
import { PrinterSession } from './printerSession.ts';

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
  switch (settings.kind) {
    case 'display':
      return;
    case 'kiosk':
      return servePrinter(window, settings, facade);
    case 'counter':
      return serveForm(window, screen, settings, facade);
  }
}

function serveForm(window: ShellWindow, screen: ShellScreen, settings: ShellSettings, facade: ElectronFacade): void {
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

function servePrinter(window: ShellWindow, settings: ShellSettings, facade: ElectronFacade): void {
  const openPipe = settings.printer === null ? null : facade.printerOpener(settings.printer);
  const session = new PrinterSession(openPipe, facade);
  facade.ipcMain.handle(bridgeChannels.printer, (event, value): PipeAnswer | Promise<PipeAnswer> => {
    if (!isOurPage(event, window, settings)) {
      facade.log('refused a message that did not come from the page');
      return refusedOperation('foreignSender');
    }
    const operation = parsePipeOperation(value);
    return operation === null ? refusedOperation('malformed') : session.perform(operation);
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
