import { required } from '@okienko/shared';
import type { RecordedQueue } from '../record/recordedDay.ts';
import { ReplayRefused } from '../replayRefused.ts';

/** O and I come last: people read them as digits. */
const spareLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZIO'.split('');

/**
 * A letter of its own for every queue: the record's where no queue before it has taken it, else the next free one.
 *
 * @throws ReplayRefused for more queues than there are letters.
 */
export function assignLetters(queues: readonly RecordedQueue[]): ReadonlyMap<string, string> {
  if (queues.length > spareLetters.length) {
    throw new ReplayRefused(
      `${queues.length} queues gave out tickets that day, and there are only ${spareLetters.length} letters for them.`,
    );
  }
  const letters = new Map<string, string>();
  const taken = new Set<string>();
  for (const { queueId, letter } of queues) {
    if (letter === null || taken.has(letter)) continue;
    letters.set(queueId, letter);
    taken.add(letter);
  }
  const free = spareLetters.filter((letter) => !taken.has(letter));
  for (const { queueId } of queues) {
    if (!letters.has(queueId)) letters.set(queueId, required(free.shift(), 'a free letter'));
  }
  return letters;
}
