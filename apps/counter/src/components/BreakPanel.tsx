import { keepShortWords, useText } from '@okienko/kit';
import { type BreakReasonId, type ClientCommand, textIn } from '@okienko/shared';
import { type ReactNode, useRef, useState } from 'react';
import { useConsole } from '../console/Console.tsx';
import { usePage } from '../console/Page.tsx';
import { useKeysWithin } from '../console/useKeysWithin.ts';
import { strokeOf } from '../console/useKeyboard.ts';
import { bareDigitOf } from '../keys/keyboard.ts';
import { keyLookOf } from '../keys/keyLook.ts';
import { heldBy, type KeyMeaning } from '../keys/keyMeaning.ts';
import { coverWords } from '../words/coverWords.ts';
import { Panel } from './Panel.tsx';

/** A break with its reason: a digit chooses, Enter starts it. */
export function BreakPanel(): ReactNode {
  const text = useText();
  const { language, state, presses } = usePage();
  const { desk, situation, closePanel, press } = useConsole();
  const { breakReasons } = desk.configuration;
  const [reasonId, setReasonId] = useState<BreakReasonId | null>(breakReasons[0]?.id ?? null);
  const meaning = startBreak(heldBy(situation), reasonId, desk.settings.id);
  const reasons = useRef<HTMLFieldSetElement>(null);
  useKeysWithin(reasons, (event) => {
    const digit = bareDigitOf(strokeOf(event));
    const reason = digit === null ? undefined : breakReasons[digit - 1];
    if (reason === undefined) return;
    event.preventDefault();
    setReasonId(reason.id);
  });
  const look = keyLookOf('startPause', meaning, presses);
  return (
    <Panel
      title={text('counter.break.title')}
      intro={text('counter.break.intro')}
      confirm={{
        look,
        label: text(look === 'busy' ? 'counter.key.busy' : 'counter.key.startPause'),
        small: text('counter.break.small', { counter: desk.settings.label }),
        isDisabled: meaning.kind === 'rests',
      }}
      onConfirm={() => press('startPause', meaning)}
      onClose={closePanel}
      testId="break-panel"
    >
      <fieldset ref={reasons}>
        <legend>
          {text('counter.break.reason')} <span>{text('counter.break.digit')}</span>
        </legend>
        <div className="three">
          {breakReasons.map(({ id, name }, index) => (
            <label key={id} className={`pick ${id === reasonId ? 'is-chosen' : ''}`}>
              <input
                type="radio"
                name="breakReason"
                className="sr-only"
                checked={id === reasonId}
                onChange={() => setReasonId(id)}
              />
              {index < 9 && <kbd aria-hidden="true">{index + 1}</kbd>}
              <span>{textIn(name, language)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <p className="outcome">{keepShortWords(coverWords(desk, state.view, language, text))}</p>
    </Panel>
  );
}

function startBreak(
  held: ReturnType<typeof heldBy>,
  reasonId: BreakReasonId | null,
  counterId: Extract<ClientCommand, { readonly type: 'PauseCounter' }>['counterId'],
): KeyMeaning {
  if (held !== null) return { kind: 'rests', why: held };
  if (reasonId === null) return { kind: 'rests', why: 'panelOpen' };
  return { kind: 'sends', command: { type: 'PauseCounter', counterId, reasonId } };
}
