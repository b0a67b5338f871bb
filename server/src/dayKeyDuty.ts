import type { CalendarDate } from '@okienko/shared';
import type { DayKeys } from './journal/dayKeys.ts';
import { JournalFault } from './journal/journal.ts';

/**
 * Destroys the keys of days that ended; to be called each second, because a disk that fails at the day's end may work
 * again later. `onFault` is told once of a failure, until a call succeeds.
 */
export function createDayKeyDuty(parts: {
  readonly dayKeys: Pick<DayKeys, 'keepOnly'>;
  readonly businessDate: () => CalendarDate | null;
  readonly onFault: (fault: JournalFault) => void;
}): () => void {
  let isFailing = false;
  return () => {
    const businessDate = parts.businessDate();
    if (businessDate === null) return;
    try {
      parts.dayKeys.keepOnly(businessDate);
      isFailing = false;
    } catch (error) {
      if (!(error instanceof JournalFault)) throw error;
      if (!isFailing) parts.onFault(error);
      isFailing = true;
    }
  };
}
