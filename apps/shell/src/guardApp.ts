import type { ElectronFacade } from './electronFacade.ts';
import { guardContents } from './guardContents.ts';
import type { ShellSettings } from './parseShellSettings.ts';

/**
 * The rules that hold for the whole process, set before it is ready: every renderer in the sandbox, every web contents
 * guarded, a certificate that does not check out refused however it is asked for, no certificate of the user's lent.
 */
export function guardApp(settings: ShellSettings, facade: ElectronFacade): void {
  const { app } = facade;
  app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => guardContents(contents, settings, facade));
  app.on('certificate-error', (event, _contents, _address, problem, _certificate, answer) => {
    event.preventDefault();
    facade.log(`refused the server's certificate: ${problem}`);
    answer(false);
  });
  app.on('select-client-certificate', (event, _contents, _address, _list, choose) => {
    event.preventDefault();
    choose();
  });
  for (const [name, value] of switchesOf(settings)) app.commandLine.appendSwitch(name, value);
}

/** The board speaks without anyone to touch it; a finger on the kiosk must neither zoom nor swipe back. */
function switchesOf({ kind }: ShellSettings): readonly (readonly [name: string, value?: string])[] {
  if (kind === 'display') return [['autoplay-policy', 'no-user-gesture-required']];
  if (kind === 'kiosk') return [['disable-pinch'], ['overscroll-history-navigation', '0']];
  return [];
}
