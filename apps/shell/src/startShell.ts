import type { ElectronFacade } from './electronFacade.ts';
import { guardApp } from './guardApp.ts';
import { guardSession } from './guardSession.ts';
import { openWindow } from './openWindow.ts';
import { parseShellSettings } from './parseShellSettings.ts';
import type { ShellKind } from './shellKind.ts';

/** Exit codes, for a supervisor: a second instance is no error, a wrong start is not worth repeating, a bug is. */
const exitCodes = { alreadyRuns: 0, bug: 1, wrongStart: 2 } as const;

/**
 * Runs one app from its arguments to its window. Refused arguments end it with a sentence and exit code 2; a second
 * start for the same device ends at once (and brings the first to the front); a bug ends it with exit code 1 so that a
 * supervisor starts it anew. Each device has its own profile, so one computer may drive two boards.
 */
export function startShell(kind: ShellKind, facade: ElectronFacade): void {
  const { app } = facade;
  facade.onBug((error) => {
    facade.log(`bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    app.exit(exitCodes.bug);
  });
  const parsed = parseShellSettings(kind, facade.programArguments);
  if (parsed.kind === 'refused') {
    facade.showError('Okienko', parsed.sentence);
    app.exit(exitCodes.wrongStart);
    return;
  }
  const { settings } = parsed;
  facade.useProfile(settings.device);
  if (!app.requestSingleInstanceLock()) {
    facade.log(`${settings.device} runs already on this computer`);
    app.exit(exitCodes.alreadyRuns);
    return;
  }
  guardApp(settings, facade);
  facade.removeMenu();
  void app.whenReady().then(() => {
    guardSession(facade);
    openWindow(settings, facade);
  });
}
