import type { PipeOperation } from '@okienko/shared';
import {
  bridgeChannels,
  bridgeName,
  parseCounterForm,
  parsePipeOperation,
  refusedOperation,
  type ShellBridge,
} from './bridgeChannels.ts';
import type { ShellKind } from './shellKind.ts';
import { findVersion } from './versionArgument.ts';

/** What a preload script has of Electron. */
export interface PreloadFacade {
  readonly contextBridge: { exposeInMainWorld(name: string, bridge: ShellBridge): void };
  readonly ipcRenderer: { invoke(channel: string, value: string | PipeOperation): Promise<unknown> };
  readonly rendererArguments: readonly string[];
}

/**
 * Gives the page its narrow bridge: who it runs in, and for the counter and the kiosk one request. The page never gets ipcRenderer or
 * a channel's name to choose, and a value that is not known does not leave the page's process.
 */
export function exposeBridge(kind: ShellKind, { contextBridge, ipcRenderer, rendererArguments }: PreloadFacade): void {
  const version = findVersion(rendererArguments) ?? 'unknown';
  const expose = (bridge: ShellBridge) => contextBridge.exposeInMainWorld(bridgeName, bridge);
  switch (kind) {
    case 'display':
      return expose({ kind, version });
    case 'kiosk':
      return expose({
        kind,
        version,
        printer: async (value) => {
          const operation = parsePipeOperation(value);
          return operation === null
            ? refusedOperation('malformed')
            : ipcRenderer.invoke(bridgeChannels.printer, operation);
        },
      });
    case 'counter':
      return expose({
        kind,
        version,
        setForm: async (value) => {
          const form = parseCounterForm(value);
          if (form === null) return { answer: 'rejected', reason: 'UnknownForm' };
          return ipcRenderer.invoke(bridgeChannels.setForm, form);
        },
      });
  }
}
