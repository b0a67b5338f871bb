import type { PretendedFault } from '@okienko/shared';
import { statusBits } from './statusBytes.ts';

/** Whether nothing can be printed, so that everything but real-time questions has to wait. */
export function isBlocking(fault: PretendedFault): boolean {
  return fault === 'paperOut' || fault === 'coverOpen' || fault === 'offline' || fault === 'unplugged';
}

/** The byte that a printer in this state answers to `DLE EOT question`. */
export function realtimeAnswer(question: number, fault: PretendedFault): number {
  const { realtimeMark, offline, coverOpen, stoppedForPaper, paperNearEnd, paperOut } = statusBits;
  switch (question) {
    case 1:
      return realtimeMark | (isBlocking(fault) ? offline : 0);
    case 2:
      return realtimeMark | (fault === 'coverOpen' ? coverOpen : 0) | (fault === 'paperOut' ? stoppedForPaper : 0);
    case 4:
      if (fault === 'paperOut') return realtimeMark | paperNearEnd | paperOut;
      return realtimeMark | (fault === 'paperLow' || fault === 'paperEnds' ? paperNearEnd : 0);
    default:
      return realtimeMark;
  }
}

/** The byte that it answers to `GS r 1` when its turn comes. */
export function queuedAnswer(fault: PretendedFault): number {
  return fault === 'paperLow' ? statusBits.queuedPaperNearEnd : 0;
}

/** Bytes that are an answer to no question: a wrong serial speed, another machine at the printer's address. */
const nonsense = [0xff, 0xa5, 0x91] as const;

/** What comes back for the answer that a healthy printer would give. */
export function spokenAnswer(answer: readonly number[], fault: PretendedFault): readonly number[] {
  if (fault === 'answersNothing') return [];
  return fault === 'garbage' ? nonsense : answer;
}
