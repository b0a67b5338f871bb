import { contextBridge, ipcRenderer } from 'electron';
import type { PreloadFacade } from './exposeBridge.ts';

/** What Electron gives a sandboxed preload script. */
export const realPreload: PreloadFacade = {
  contextBridge,
  ipcRenderer,
  rendererArguments: process.argv,
};
