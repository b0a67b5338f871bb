import type { ElectronFacade } from './electronFacade.ts';

/**
 * Refuses what a page may ask of the computer: every permission and device, every download; spelling is not checked,
 * for its dictionaries come from the internet. Sound needs no permission (see startShell's autoplay switch).
 */
export function guardSession(facade: ElectronFacade): void {
  const session = facade.defaultSession();
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    facade.log(`refused the permission ${permission}`);
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => {
    event.preventDefault();
    facade.log('refused a download');
  });
}
