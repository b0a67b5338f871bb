import type { ShellSettings } from './parseShellSettings.ts';

/** The page of this device on its server. */
export function pageAddress({ origin, kind, device }: ShellSettings): string {
  return `${origin}/${kind}/?device=${encodeURIComponent(device)}`;
}

/** Whether an address belongs to the one origin that the window may show. */
export function isOfOrigin(address: string, origin: string): boolean {
  return URL.canParse(address) && new URL(address).origin === origin;
}
