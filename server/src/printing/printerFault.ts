import { statusBits } from './statusBytes.ts';

/** What the printer can be told to play. `paperLow` prints and says so; the others hold every ticket back. */
export type PrinterFault = 'none' | 'paperLow' | 'paperOut' | 'coverOpen' | 'offline';

/** Whether nothing can be printed, so that everything but real-time questions has to wait. */
export function isBlocking(fault: PrinterFault): boolean {
  return fault === 'paperOut' || fault === 'coverOpen' || fault === 'offline';
}

/** The byte that a printer in this state answers to `DLE EOT question`. */
export function realtimeAnswer(question: number, fault: PrinterFault): number {
  const { realtimeMark, offline, coverOpen, stoppedForPaper, paperNearEnd, paperOut } = statusBits;
  switch (question) {
    case 1:
      return realtimeMark | (isBlocking(fault) ? offline : 0);
    case 2:
      return realtimeMark | (fault === 'coverOpen' ? coverOpen : 0) | (fault === 'paperOut' ? stoppedForPaper : 0);
    case 4:
      if (fault === 'paperOut') return realtimeMark | paperNearEnd | paperOut;
      return realtimeMark | (fault === 'paperLow' ? paperNearEnd : 0);
    default:
      return realtimeMark;
  }
}

/** The byte that it answers to `GS r 1` when its turn comes. */
export function queuedAnswer(fault: PrinterFault): number {
  return fault === 'paperLow' ? statusBits.queuedPaperNearEnd : 0;
}
