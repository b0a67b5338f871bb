import { ContrastIcon, LargeTextIcon, LowReachIcon, useText } from '@okienko/kit';
import type { MessageId } from '@okienko/shared/text';
import type { ReactNode } from 'react';
import type { AccessSetting } from '../kioskSettings.ts';
import { useKiosk } from './KioskContext.ts';
import { NoPaperHint } from './NoPaperHint.tsx';

type Choice = {
  readonly setting: AccessSetting;
  readonly long: MessageId;
  readonly short: MessageId;
  readonly icon: ReactNode;
};

const contrast: Choice = {
  setting: 'isContrast',
  long: 'kiosk.access.contrast',
  short: 'kiosk.access.contrastShort',
  icon: <ContrastIcon />,
};
const portraitChoices: readonly Choice[] = [
  { setting: 'isLow', long: 'kiosk.access.low', short: 'kiosk.access.lowShort', icon: <LowReachIcon /> },
  contrast,
  { setting: 'isLarge', long: 'kiosk.access.large', short: 'kiosk.access.largeShort', icon: <LargeTextIcon /> },
];

/**
 * Ways to see and reach better, always last on the page. Low reach is offered where it changes something: a screen
 * in landscape at the usual height has every key within reach (below 1,100 mm) as it is. Text at 200 % is laid out
 * for the portrait screen.
 */
export function AccessRow(): ReactNode {
  const text = useText();
  const { settings, layout, hasPaper, dispatch } = useKiosk();
  const shown = layout === 'portrait' ? portraitChoices : [contrast];
  const row = (
    <footer className="access" aria-label={text('kiosk.access.label')}>
      {shown.map(({ setting, long, short, icon }) => (
        <button
          key={setting}
          type="button"
          aria-pressed={settings[setting]}
          data-testid={`access-${setting}`}
          onClick={() => dispatch({ type: 'settingToggled', setting })}
        >
          {icon}
          <span>{text(settings.isLarge ? short : long)}</span>
        </button>
      ))}
    </footer>
  );
  if (layout === 'portrait' || hasPaper) return row;
  // The one key here leaves room beside it, and lists and cards need all of theirs.
  return (
    <div className="foot">
      <NoPaperHint />
      {row}
    </div>
  );
}
