import { keepShortWords, useText } from '@okienko/kit';
import type { Translate } from '@okienko/shared/text';
import type { ReactNode, SubmitEvent } from 'react';
import { BigKey } from '../components/BigKey.tsx';
import { Notice } from '../components/Notice.tsx';
import { useConfiguration, usePage } from '../console/Page.tsx';
import { clerkNameOf } from '../desk/findDesk.ts';
import { keyCaps } from '../keys/keyboard.ts';
import type { KeyLook } from '../keys/keyLook.ts';
import { PinField } from './PinField.tsx';
import type { SignIn, SignInRest } from './useSignIn.ts';

/** The PIN and its yellow key; where the counter is taken, the question whether to take it over stands between them. */
export function SignInForm({ signIn, label }: { readonly signIn: SignIn; readonly label: string | null }): ReactNode {
  const text = useText();
  const { senderState } = usePage();
  const { pin, typePin, refusal, askedAbout, restsWhy, submit } = signIn;
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    submit();
  };
  const { counterId } = signIn;
  const focusKey = counterId === null ? null : `${counterId} ${senderState.lastSettled?.commandId ?? ''}`;
  return (
    <form onSubmit={send}>
      <PinField pin={pin} onType={typePin} focusKey={focusKey} />
      {refusal !== null && <Notice testId="rejection">{keepShortWords(refusal)}</Notice>}
      {askedAbout !== null && <TakeoverQuestion signIn={signIn} label={label ?? ''} />}
      {refusal === null && askedAbout === null && (
        <p className="reason">{keepShortWords(text('counter.signIn.pinHint'))}</p>
      )}
      <div className="go">
        <SignInKey isTakeover={askedAbout !== null} restsWhy={restsWhy} label={label} />
      </div>
    </form>
  );
}

function TakeoverQuestion({ signIn, label }: { readonly signIn: SignIn; readonly label: string }): ReactNode {
  const text = useText();
  const configuration = useConfiguration();
  const known = signIn.askedAbout === null ? null : clerkNameOf(configuration, signIn.askedAbout);
  return (
    <div className="question" role="alert" data-testid="takeover-question">
      <p>
        <b>{text('counter.takeOver.question', { counter: label, clerk: known ?? text('counter.clerk.unknown') })}</b>{' '}
        {keepShortWords(text('counter.takeOver.what'))}
      </p>
      <button type="button" className="key small is-armed" onClick={signIn.stopAsking}>
        {text('counter.key.keep')}
      </button>
    </div>
  );
}

type KeyProperties = {
  readonly isTakeover: boolean;
  readonly restsWhy: SignInRest | null;
  readonly label: string | null;
};

/** The yellow key of the sign-in page. */
export function SignInKey({ isTakeover, restsWhy, label }: KeyProperties): ReactNode {
  const text = useText();
  const { presses, form } = usePage();
  const isPressed = presses.pressed === 'signIn';
  const look: KeyLook = isPressed ? (presses.isSlow ? 'busy' : 'pressed') : restsWhy === null ? 'armed' : 'resting';
  const words = text(isTakeover ? 'counter.key.takeOver' : 'counter.key.signIn');
  return (
    <BigKey
      look={look}
      label={look === 'busy' ? text('counter.key.busy') : words}
      small={form === 'strip' ? null : smallLine(restsWhy, label, text)}
      cap={keyCaps.confirm}
      isDisabled={restsWhy !== null}
      testId="sign-in"
    />
  );
}

function smallLine(restsWhy: SignInRest | null, label: string | null, text: Translate): string | null {
  if (restsWhy === 'needsPin' || restsWhy === 'needsCounter') return text(`counter.signIn.${restsWhy}`);
  if (restsWhy !== null) return text(`counter.rest.${restsWhy}`);
  return label === null ? null : text('counter.signIn.small', { counter: label });
}
