import type { KeyPress, ShellContents } from './electronFacade.ts';
import type { ShellKind } from './shellKind.ts';

const zoomKeys = new Set(['+', '-', '=', '_', '0', 'Add', 'Subtract']);

/**
 * Swallows the keys that would change the window instead of the page: zoom, reload and full screen everywhere; on the
 * unattended kiosk and board also those that close, print or go back. Keys of the counter's page (F2–F4, F6–F10, F12,
 * Ctrl+Z, Alt+digit) pass.
 */
export function guardKeys(contents: ShellContents, kind: ShellKind): void {
  contents.on('before-input-event', (event, key) => {
    if (isWindowKey(key) || (kind !== 'counter' && isLeavingKey(key))) event.preventDefault();
  });
}

function isWindowKey({ key, control, meta }: KeyPress): boolean {
  if (key === 'F5' || key === 'F11') return true;
  return (control || meta) && (zoomKeys.has(key) || key.toLowerCase() === 'r');
}

function isLeavingKey({ key, control, alt, meta }: KeyPress): boolean {
  if (key === 'F12' || key === 'BrowserBack' || key === 'BrowserHome' || key === 'PrintScreen') return true;
  if (alt && (key === 'F4' || key === 'ArrowLeft' || key === 'ArrowRight' || key === 'Home')) return true;
  return (control || meta) && /^[a-z]$/i.test(key) && !isEditing(key);
}

/** A search field keeps select all, copy, cut, paste, undo and redo. */
function isEditing(key: string): boolean {
  return 'acvxyz'.includes(key.toLowerCase());
}
