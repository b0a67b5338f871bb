import { useText } from '@okienko/kit';
import { assertNever, type Language, textIn } from '@okienko/shared';
import type { Translate } from '@okienko/shared/text';
import type { ReactNode } from 'react';
import { type Console, useConsole } from '../console/Console.tsx';
import { usePage } from '../console/Page.tsx';
import type { ConsoleForm } from '../desk/consoleForm.ts';
import { keyCaps, keyShortcuts } from '../keys/keyboard.ts';
import { keyLookOf } from '../keys/keyLook.ts';
import type { MainAction } from '../keys/keyMeaning.ts';
import { BigKey } from './BigKey.tsx';

const testIds: Readonly<Record<MainAction, string>> = {
  callNext: 'call-next',
  callNextClosing: 'call-next',
  startService: 'start-service',
  // Where the separate key is drawn too, that one carries the name `close-ticket`.
  closeTicket: 'main-close',
  resume: 'resume',
};

/** The one yellow key: what comes next in a visit, always in the same place and on F2. */
export function MainKey(): ReactNode {
  const text = useText();
  const { form, presses, language } = usePage();
  const console = useConsole();
  const { main } = console.meanings;
  const look = keyLookOf('main', main.meaning, presses);
  const isStrip = form === 'strip';
  const isWaiting = isStrip && main.meaning.kind === 'rests' && main.meaning.why === 'notLive';
  const label = look === 'busy' ? text('counter.key.busy') : labelOf(main.action, isStrip, text);
  return (
    <BigKey
      look={look}
      label={isWaiting ? text('counter.strip.wait') : label}
      small={smallLineOf(console, form, language, text)}
      cap={keyCaps.main}
      shortcut={keyShortcuts.main}
      isDisabled={main.meaning.kind === 'rests' || console.deafness.isDeaf}
      testId={isStrip && main.action === 'closeTicket' ? 'close-ticket' : testIds[main.action]}
      onPress={() => console.press('main', main.meaning)}
    />
  );
}

function labelOf(action: MainAction, isStrip: boolean, text: Translate): string {
  if (action === 'callNext' || action === 'callNextClosing') {
    return text(isStrip ? 'counter.key.callNext.short' : 'counter.key.callNext');
  }
  return text(`counter.key.${action}`);
}

/** What the press will do, or why it does nothing; the strip says only what its label does not. */
function smallLineOf(
  { desk, meanings, outcomeId }: Console,
  form: ConsoleForm,
  language: Language,
  text: Translate,
): string | null {
  const isStrip = form === 'strip';
  const { action, meaning } = meanings.main;
  if (meaning.kind === 'rests' && meaning.why !== 'pending') {
    if (form === 'dock' && meaning.why === 'nobodyWaiting') return text('counter.main.waiting', { count: 0 });
    return isStrip && (meaning.why === 'notLive' || meaning.why === 'nobodyWaiting')
      ? null
      : text(`counter.rest.${meaning.why}`);
  }
  const number = desk.currentTicket?.ticketNumber ?? '';
  const chosen = desk.configuration.outcomes.find(({ id }) => id === outcomeId);
  const outcome = chosen === undefined ? text('counter.outcome.none') : textIn(chosen.name, language);
  switch (action) {
    case 'callNextClosing':
      return text(form === 'full' ? 'counter.main.closing' : 'counter.main.closing.short', { number, outcome });
    case 'closeTicket':
      return text('counter.main.closing.short', { number, outcome });
    case 'startService':
      return isStrip ? null : text('counter.main.starting', { number });
    case 'callNext':
      return isStrip ? null : text('counter.main.waiting', { count: desk.waitingCount });
    case 'resume':
      return isStrip ? null : text('counter.main.resuming');
    default:
      return assertNever(action);
  }
}
