import { clientCommandSchema, idSchemas, parse, type PendingCommand, type PendingStore } from '@okienko/shared';

/** Keeps the pending command for as long as the page lives: enough for a console. */
export function memoryStore(): PendingStore {
  let kept: PendingCommand | null = null;
  return {
    load: () => kept,
    save: (pending) => {
      kept = pending;
    },
    clear: () => {
      kept = null;
    },
  };
}

/**
 * Keeps the pending command over a reload of the page, under `key` of the browser's storage.
 *
 * What is stored is parsed when it is read: text that no longer makes sense is cleared and reported, so that it can
 * never block a kiosk. Where the browser refuses to store, that is reported and the press goes on without a net.
 */
export function browserStore(
  key: string,
  report: (problem: string) => void = (problem) => console.error(problem),
): PendingStore {
  const attempt = (what: string, act: () => void) => {
    try {
      act();
    } catch (error) {
      report(`${what} of the pending command failed: ${String(error)}`);
    }
  };
  return {
    load: () => {
      let text: string | null = null;
      attempt('reading', () => {
        text = localStorage.getItem(key);
      });
      if (text === null) return null;
      const pending = parsePending(text);
      if (pending !== null) return pending;
      report('the stored pending command was unreadable and is cleared');
      attempt('clearing', () => localStorage.removeItem(key));
      return null;
    },
    save: (pending) => attempt('storing', () => localStorage.setItem(key, JSON.stringify(pending))),
    clear: () => attempt('clearing', () => localStorage.removeItem(key)),
  };
}

function parsePending(text: string): PendingCommand | null {
  const stored = parseJson(text);
  if (typeof stored !== 'object' || stored === null) return null;
  if (!('commandId' in stored && 'command' in stored && 'pressedAtWallMs' in stored)) return null;
  const { pressedAtWallMs } = stored;
  const commandId = parse(idSchemas.clientCommand, stored.commandId);
  const command = parse(clientCommandSchema, stored.command);
  if (!commandId.isValid || !command.isValid || typeof pressedAtWallMs !== 'number') return null;
  return { commandId: commandId.value, command: command.value, pressedAtWallMs };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
