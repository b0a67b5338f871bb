import { keepShortWords, Plate, useText } from '@okienko/kit';
import { type CounterId, required } from '@okienko/shared';
import type { ReactNode, SubmitEvent } from 'react';
import { useConfiguration, usePage } from '../console/Page.tsx';
import { clerkNameOf } from '../desk/findDesk.ts';
import { PinField } from './PinField.tsx';
import { SignInKey } from './SignInForm.tsx';
import type { SignIn } from './useSignIn.ts';

type Properties = { readonly signIn: SignIn; readonly label: string | null; readonly notice: string | null };

/** Sign-in in the strip: the plates above, PIN and key below; what must be said takes the place of the plates. */
export function SignInStrip({ signIn, label, notice }: Properties): ReactNode {
  const text = useText();
  const { state } = usePage();
  const { counters } = useConfiguration();
  const { counterId, choose, refusal, askedAbout } = signIn;
  const said = useSaid(signIn, label) ?? refusal ?? notice;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    signIn.submit();
  };
  return (
    <main className={`counter strip sign-in ${state.connection === 'live' ? '' : 'stale'}`}>
      <h1 className="sr-only">{text('counter.signIn.short')}</h1>
      {said === null ? (
        <Plates ids={counters} chosenId={counterId} onChoose={choose} />
      ) : (
        <p className="alert" role="alert" data-testid={askedAbout === null ? 'rejection' : 'takeover-question'}>
          <span className="sign" aria-hidden="true">
            !
          </span>
          {keepShortWords(said)}
        </p>
      )}
      <form onSubmit={submit} aria-label={text('counter.signIn.short')}>
        <PinField pin={signIn.pin} onType={signIn.typePin} focusKey={counterId} />
        <SignInKey isTakeover={askedAbout !== null} restsWhy={signIn.restsWhy} label={label} />
      </form>
    </main>
  );
}

function useSaid({ askedAbout }: SignIn, label: string | null): string | null {
  const text = useText();
  const { state } = usePage();
  const configuration = useConfiguration();
  if (state.connection === 'stale') return text('counter.strip.stale');
  if (askedAbout === null) return null;
  const clerk = clerkNameOf(configuration, askedAbout) ?? text('counter.clerk.unknown');
  return text('counter.takeOver.question', { counter: required(label, 'the chosen counter'), clerk });
}

type PlatesProperties = {
  readonly ids: readonly { readonly id: CounterId; readonly label: string }[];
  readonly chosenId: CounterId | null;
  readonly onChoose: (counterId: CounterId) => void;
};

function Plates({ ids, chosenId, onChoose }: PlatesProperties): ReactNode {
  const text = useText();
  return (
    <ul className="plates" aria-label={text('counter.signIn.title')}>
      {ids.map(({ id, label }) => (
        <li key={id}>
          <button
            type="button"
            className={id === chosenId ? 'is-chosen' : undefined}
            aria-pressed={id === chosenId}
            aria-label={text('counter.place', { counter: label })}
            onClick={() => onChoose(id)}
            data-testid={`counter-${id}`}
          >
            <Plate label={label} />
          </button>
        </li>
      ))}
    </ul>
  );
}
