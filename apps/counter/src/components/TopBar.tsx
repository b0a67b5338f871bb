import { DemoLabel, Plate, useText } from '@okienko/kit';
import type { ReactNode } from 'react';
import { useConsole } from '../console/Console.tsx';
import { useConfiguration } from '../console/Page.tsx';
import { keyCaps, keyShortcuts } from '../keys/keyboard.ts';
import { Clock } from './Clock.tsx';
import { KeyButton } from './KeyButton.tsx';
import { Status } from './Status.tsx';

/** Which counter this is, who works here, and the keys that concern the counter and not the visit. */
export function TopBar(): ReactNode {
  const text = useText();
  const { desk, meanings, panel, press } = useConsole();
  const { branch } = useConfiguration();
  const isPaused = desk.counter.state === 'paused';
  return (
    <header className="topbar">
      <Plate label={desk.settings.label} />
      <h1>{text('counter.place', { counter: desk.settings.label })}</h1>
      <span className="muted">{desk.clerkName ?? text('counter.clerk.unknown')}</span>
      <Status />
      {branch.isDemo && <DemoLabel />}
      <span className="spacer" />
      <KeyButton
        name="pause"
        meaning={meanings.pause}
        onPress={press}
        label={text(isPaused ? 'counter.key.pause.end' : 'counter.key.pause')}
        cap={keyCaps.pause}
        shortcut={keyShortcuts.pause}
        isOpen={panel === 'break'}
        testId="pause"
      />
      <KeyButton
        name="signOff"
        meaning={meanings.signOff}
        onPress={press}
        label={text('counter.key.signOff')}
        cap={keyCaps.signOff}
        shortcut={keyShortcuts.signOff}
        isOpen={panel === 'signOff'}
        testId="sign-off"
      />
      <Clock />
    </header>
  );
}
