import type { CounterView, Language, Rejection } from '@okienko/shared';
import { formatTime } from '@okienko/kit';
import type { Translate } from '@okienko/shared/text';
import { clerkNameOf } from '../desk/findDesk.ts';
import { labelOf } from './said.ts';

type Around = { readonly view: CounterView; readonly language: Language; readonly text: Translate };

/** Why a press was not done and what to do, in words: never a code. */
export function rejectionWords(rejection: Rejection, { view, language, text }: Around): string {
  const { configuration } = view;
  if (rejection.reason === 'CounterTaken') {
    const clerk = configuration === null ? null : clerkNameOf(configuration, rejection.clerkId);
    return text('counter.rejection.CounterTaken', { clerk: clerk ?? text('counter.clerk.unknown') });
  }
  if (rejection.reason === 'ClerkElsewhere') {
    return text('counter.rejection.ClerkElsewhere', { counter: labelOf(view, rejection.counterId) });
  }
  if (rejection.reason === 'WrongPin') {
    return text('counter.rejection.WrongPin', { triesLeft: rejection.triesLeft });
  }
  if (rejection.reason === 'PinLocked') {
    const timeZone = configuration?.branch.timeZone ?? 'UTC';
    return text('counter.rejection.PinLocked', { time: formatTime(rejection.until, timeZone, language) });
  }
  return text(`counter.rejection.${rejection.reason}`);
}
