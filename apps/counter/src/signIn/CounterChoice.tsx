import { formatTime, Plate, useText } from '@okienko/kit';
import {
  assertNever,
  type CounterConfiguration,
  type CounterId,
  type CounterState,
  type Language,
} from '@okienko/shared';
import type { Translate } from '@okienko/shared/text';
import type { ReactNode } from 'react';
import { useConfiguration, usePage } from '../console/Page.tsx';
import { clerkNameOf } from '../desk/findDesk.ts';

type Properties = { readonly chosenId: CounterId | null; readonly onChoose: (counterId: CounterId) => void };

/** Every counter as its plate, with who is there: a taken one can be chosen too. */
export function CounterChoice({ chosenId, onChoose }: Properties): ReactNode {
  const text = useText();
  const { state, language } = usePage();
  const configuration = useConfiguration();
  return (
    <ul className="places">
      {configuration.counters.map(({ id, label, services }) => {
        const letters = configuration.services.filter((service) => services.includes(service.id));
        return (
          <li key={id}>
            <button
              type="button"
              className={id === chosenId ? 'is-chosen' : undefined}
              aria-pressed={id === chosenId}
              onClick={() => onChoose(id)}
              data-testid={`counter-${id}`}
            >
              <Plate label={label} />
              <span className="what">
                <b>{text('counter.place', { counter: label })}</b>{' '}
                {text('counter.signIn.services', { letters: letters.map(({ letter }) => letter).join(', ') })}
              </span>
              <span className="who">{whoIsThere(state.view.counters[id], configuration, language, text)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function whoIsThere(
  counter: CounterState | undefined,
  configuration: CounterConfiguration,
  language: Language,
  text: Translate,
): string {
  if (counter === undefined || counter.state === 'closed') return text('counter.signIn.free');
  const clerk = clerkNameOf(configuration, counter.clerkId) ?? text('counter.clerk.unknown');
  const { timeZone } = configuration.branch;
  switch (counter.state) {
    case 'open':
      return text('counter.signIn.since', { clerk, time: formatTime(counter.openedAt, timeZone, language) });
    case 'paused':
      return text('counter.signIn.paused', { clerk, time: formatTime(counter.pausedAt, timeZone, language) });
    default:
      return assertNever(counter);
  }
}
