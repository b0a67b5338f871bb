import { guardKeys } from './guardKeys.ts';
import type { ElectronFacade, Preventable, ShellContents } from './electronFacade.ts';
import { isOfOrigin } from './pageAddress.ts';
import type { ShellSettings } from './parseShellSettings.ts';

/**
 * Keeps what is shown inside the one page: no way to another origin in any frame, no second window, no embedded web
 * view, no context menu, no zoom. It is applied to every web contents that ever comes to be, not only to ours, so that
 * one which a flaw brings into being is caught as well.
 */
export function guardContents(contents: ShellContents, settings: ShellSettings, facade: ElectronFacade): void {
  const stayInside = (event: Preventable & { readonly url: string }) => {
    if (isOfOrigin(event.url, settings.origin)) return;
    event.preventDefault();
    facade.log(`refused to leave the page for ${originForLog(event.url)}`);
  };
  contents.on('will-navigate', stayInside);
  contents.on('will-redirect', stayInside);
  contents.on('will-frame-navigate', stayInside);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('context-menu', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  guardKeys(contents, settings.kind);
  contents.on('did-finish-load', () => {
    contents.setZoomFactor(1);
    contents.setVisualZoomLevelLimits(1, 1).catch((error: unknown) => facade.log(`zoom stays free: ${String(error)}`));
  });
}

/** An address may carry what a visitor typed or a ticket's token: the log gets its origin only. */
function originForLog(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : 'an address that is none';
}
