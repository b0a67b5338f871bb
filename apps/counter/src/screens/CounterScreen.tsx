import { useText } from '@okienko/kit';
import { assertNever, type CounterId } from '@okienko/shared';
import { type ReactNode, useMemo, useState } from 'react';
import { ConsoleProvider } from '../console/Console.tsx';
import { usePage } from '../console/Page.tsx';
import type { ConsoleForm } from '../desk/consoleForm.ts';
import { clerkNameOf, type Desk, findDesk } from '../desk/findDesk.ts';
import { labelOf } from '../words/said.ts';
import { ConnectingScreen } from './ConnectingScreen.tsx';
import { DockConsole } from './DockConsole.tsx';
import { FullConsole } from './FullConsole.tsx';
import { SignInScreen } from './SignInScreen.tsx';
import { StripConsole } from './StripConsole.tsx';

/** The one page of a counter: connecting, signing in, or working, in the form that its window allows. */
export function CounterScreen(): ReactNode {
  const { state, deviceId, form, settled } = usePage();
  const desk = useMemo(() => findDesk(state.view, deviceId), [state.view, deviceId]);
  const lostTo = useLostTo(desk);
  return (
    <>
      {state.view.configuration === null ? (
        <ConnectingScreen />
      ) : desk === null ? (
        <SignInScreen notice={lostTo} />
      ) : (
        <ConsoleProvider desk={desk}>{consoleIn(form)}</ConsoleProvider>
      )}
      <output className="sr-only" data-testid="said">
        {settled.said}
      </output>
    </>
  );
}

function consoleIn(form: ConsoleForm): ReactNode {
  switch (form) {
    case 'full':
      return <FullConsole />;
    case 'dock':
      return <DockConsole />;
    case 'strip':
      return <StripConsole />;
    default:
      return assertNever(form);
  }
}

/** In words, who took over the counter that this page worked at; null where nobody did. */
function useLostTo(desk: Desk | null): string | null {
  const text = useText();
  const { view } = usePage().state;
  const [workedAt, setWorkedAt] = useState<CounterId | null>(null);
  const deskId = desk?.settings.id ?? null;
  if (deskId !== null && deskId !== workedAt) setWorkedAt(deskId);
  const counter = workedAt === null ? undefined : view.counters[workedAt];
  if (desk !== null || workedAt === null || counter === undefined || counter.state === 'closed') return null;
  const known = view.configuration === null ? null : clerkNameOf(view.configuration, counter.clerkId);
  return text('counter.takenOver', { counter: labelOf(view, workedAt), clerk: known ?? text('counter.clerk.unknown') });
}
