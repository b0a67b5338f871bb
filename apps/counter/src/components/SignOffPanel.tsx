import { keepShortWords, useText } from '@okienko/kit';
import type { ReactNode } from 'react';
import { useConsole } from '../console/Console.tsx';
import { usePage } from '../console/Page.tsx';
import { keyLookOf } from '../keys/keyLook.ts';
import { heldBy, type KeyMeaning } from '../keys/keyMeaning.ts';
import { coverWords } from '../words/coverWords.ts';
import { Panel } from './Panel.tsx';

/** The end of work: what happens to the counter and to those who wait, then one confirmation. */
export function SignOffPanel(): ReactNode {
  const text = useText();
  const { language, state, presses } = usePage();
  const { desk, situation, closePanel, press } = useConsole();
  const held = heldBy(situation);
  const meaning: KeyMeaning =
    held === null
      ? { kind: 'sends', command: { type: 'SignOffCounter', counterId: desk.settings.id } }
      : { kind: 'rests', why: held };
  const look = keyLookOf('confirmSignOff', meaning, presses);
  return (
    <Panel
      title={text('counter.signOff.title')}
      intro={keepShortWords(text('counter.signOff.what', { counter: desk.settings.label }))}
      confirm={{
        look,
        label: text(look === 'busy' ? 'counter.key.busy' : 'counter.key.signOff'),
        small: text('counter.signOff.small', { counter: desk.settings.label }),
        isDisabled: meaning.kind === 'rests',
      }}
      onConfirm={() => press('confirmSignOff', meaning)}
      onClose={closePanel}
      testId="sign-off-panel"
    >
      <p className="outcome">{keepShortWords(coverWords(desk, state.view, language, text))}</p>
    </Panel>
  );
}
