import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { filePipeOpener, tcpPipeOpener } from '@okienko/pipe';
import { app, BrowserWindow, dialog, ipcMain, Menu, net, powerSaveBlocker, screen, session } from 'electron';
import type { ElectronFacade } from './electronFacade.ts';

/** The real Electron behind the facade; the only file of the shell's main process that runs nowhere else. */
export function realElectron(): ElectronFacade {
  return {
    app,
    ipcMain,
    powerSaveBlocker,
    screen,
    programArguments: process.argv.slice(app.isPackaged ? 1 : 2),
    preloadPath: join(app.getAppPath(), 'preload.cjs'),
    useProfile: (name) => {
      const folder = join(app.getPath('userData'), name);
      mkdirSync(folder, { recursive: true });
      app.setPath('userData', folder);
    },
    onBug: (listener) => {
      process.on('uncaughtException', listener);
      process.on('unhandledRejection', listener);
    },
    defaultSession: () => session.defaultSession,
    createWindow: (options) => new BrowserWindow(options),
    removeMenu: () => Menu.setApplicationMenu(null),
    showError: (title, sentence) => dialog.showErrorBox(title, sentence),
    doesAnswer: (address, timeoutMs) =>
      net.fetch(address, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(timeoutMs) }).then(
        (response) => response.ok,
        () => false,
      ),
    startTimer: (delayMs, action) => void setTimeout(action, delayMs),
    wallNowMs: Date.now,
    printerOpener: (target) => (target.kind === 'tcp' ? tcpPipeOpener(target) : filePipeOpener(target.path)),
    log: (line) => void process.stderr.write(`${new Date().toISOString()} okienko ${line}\n`),
  };
}
