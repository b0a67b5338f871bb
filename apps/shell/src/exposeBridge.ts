import { bridgeChannels, bridgeName, parseCounterForm, type ShellBridge } from './bridgeChannels.ts';
import type { ShellKind } from './shellKind.ts';
import { findVersion } from './versionArgument.ts';

/** What a preload script has of Electron. */
export interface PreloadFacade {
  readonly contextBridge: { exposeInMainWorld(name: string, bridge: ShellBridge): void };
  readonly ipcRenderer: { invoke(channel: string, value: string): Promise<unknown> };
  readonly rendererArguments: readonly string[];
}

/**
 * Gives the page its narrow bridge: who it runs in, and for the counter one request. The page never gets ipcRenderer or
 * a channel's name to choose, and a value that is not known does not leave the page's process.
 */
export function exposeBridge(kind: ShellKind, { contextBridge, ipcRenderer, rendererArguments }: PreloadFacade): void {
  const version = findVersion(rendererArguments) ?? 'unknown';
  if (kind !== 'counter') {
    contextBridge.exposeInMainWorld(bridgeName, { kind, version });
    return;
  }
  contextBridge.exposeInMainWorld(bridgeName, {
    kind,
    version,
    setForm: async (value) => {
      const form = parseCounterForm(value);
      if (form === null) return { answer: 'rejected', reason: 'UnknownForm' };
      return ipcRenderer.invoke(bridgeChannels.setForm, form);
    },
  });
}
