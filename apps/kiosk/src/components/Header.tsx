import { DemoLabel, formatDate, formatTime, OfficeMark, splitBranchName, useNow } from '@okienko/kit';
import { type KioskConfiguration, type Replica, textIn } from '@okienko/shared';
import type { ReactNode } from 'react';
import { useKiosk } from './KioskContext.ts';

type Branch = KioskConfiguration['branch'];
type Properties = {
  readonly replica: Pick<Replica<unknown, unknown>, 'now' | 'state'>;
  readonly branch: Branch | null;
  readonly ground?: 'light' | 'dark';
};

/** Whose kiosk this is, and what time it is; the place keeps its own name in every language. */
export function Header({ replica, branch, ground = 'light' }: Properties): ReactNode {
  const { settings } = useKiosk();
  const name = branch === null ? null : splitBranchName(textIn(branch.name, settings.language));
  return (
    <header className="head">
      <div className="office">
        <OfficeMark ground={settings.isContrast ? 'light' : ground} />
        <div>
          {name !== null && name.office !== null && <b>{name.office}</b>}
          {name !== null && (
            <span>
              <span lang="pl">{name.place}</span> {branch?.isDemo === true && <DemoLabel />}
            </span>
          )}
        </div>
      </div>
      {branch !== null && <Clock replica={replica} branch={branch} />}
    </header>
  );
}

function Clock({ replica, branch }: { readonly replica: Properties['replica']; readonly branch: Branch }): ReactNode {
  const { language } = useKiosk().settings;
  const now = useNow(replica);
  if (now === null) return null;
  return (
    <div className="clock">
      <b>{formatTime(now, branch.timeZone, language)}</b>
      <span>{formatDate(now, branch.timeZone, language)}</span>
    </div>
  );
}
