import type { CounterView, Language, Rejection } from '@okienko/shared';
import { formatTime } from '@okienko/kit';
import type { Translate } from '@okienko/shared/text';
import { clerkNameOf } from '../desk/findDesk.ts';
import { labelOf } from './said.ts';

type Around = { readonly view: CounterView; readonly language: Language; readonly text: Translate };

/** Why a press was not done and what to do, in words: never a code. */
export function rejectionWords(rejection: Rejection, { view, language, text }: Around): string {
  const { configuration } = view;
  switch (rejection.reason) {
    case 'CounterTaken': {
      const clerk = configuration === null ? null : clerkNameOf(configuration, rejection.clerkId);
      return text('counter.rejection.CounterTaken', { clerk: clerk ?? text('counter.clerk.unknown') });
    }
    case 'ClerkElsewhere':
      return text('counter.rejection.ClerkElsewhere', { counter: labelOf(view, rejection.counterId) });
    case 'WrongPin':
      return text('counter.rejection.WrongPin', { triesLeft: rejection.triesLeft });
    case 'PinLocked': {
      const timeZone = configuration?.branch.timeZone ?? 'UTC';
      return text('counter.rejection.PinLocked', { time: formatTime(rejection.until, timeZone, language) });
    }
    default:
      return text(`counter.rejection.${rejection.reason}`);
  }
}
