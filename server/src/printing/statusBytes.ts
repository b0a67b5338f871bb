import type { PrinterStatus } from './printerPort.ts';

/** The answers to `DLE EOT 1` to `4`, each null where none came. */
export type StatusAnswers = {
  readonly printer: number;
  readonly offlineCause: number | null;
  readonly errorCause: number | null;
  readonly paper: number | null;
};

/** Bits of the answers: Epson's ESC/POS reference, "DLE EOT, transmit real-time status" and "GS r, transmit status". */
export const statusBits = {
  /** Bits 1 and 4 are always 1 in an answer to `DLE EOT`. */
  realtimeMark: 0x12,
  offline: 0x08,
  coverOpen: 0x04,
  stoppedForPaper: 0x20,
  errorOccurred: 0x40,
  paperNearEnd: 0x0c,
  paperOut: 0x60,
  queuedPaperNearEnd: 0x03,
  queuedPaperOut: 0x0c,
} as const;

/** Whether the byte can be an answer to `DLE EOT`: bits 1 and 4 set, bits 0 and 7 clear. */
export function isRealtimeAnswer(byte: number): boolean {
  return (byte & 0x93) === statusBits.realtimeMark;
}

/** Whether the byte can be an answer to `GS r`: bits 4 and 7 clear. */
export function isQueuedAnswer(byte: number): boolean {
  return (byte & 0x90) === 0;
}

/** What the answers mean, the cause that a person mends first: an open cover (its paper sensor tells nothing), paper, a fault, plain offline. */
export function readStatus(answers: StatusAnswers): PrinterStatus {
  const { offline, stoppedForPaper, coverOpen, errorOccurred, paperOut, paperNearEnd } = statusBits;
  const offlineCause = answers.offlineCause ?? 0;
  const paper = answers.paper ?? 0;
  if ((offlineCause & coverOpen) !== 0) return { state: 'failed', reason: 'coverOpen' };
  if ((paper & paperOut) !== 0 || (offlineCause & stoppedForPaper) !== 0)
    return { state: 'failed', reason: 'paperOut' };
  const hasError = ((answers.errorCause ?? 0) & ~statusBits.realtimeMark) !== 0;
  if (hasError || (offlineCause & errorOccurred) !== 0) return { state: 'failed', reason: 'fault' };
  if ((answers.printer & offline) !== 0) return { state: 'failed', reason: 'offline' };
  return (paper & paperNearEnd) !== 0 ? { state: 'paperLow' } : { state: 'ready' };
}

/** `GS ( H` function 48 answers with the id that it was given: header 37h, identifier 22h, the id, NUL. */
export function processIdResponse(id: readonly number[]): readonly number[] {
  return [0x37, 0x22, ...id, 0x00];
}

/** `DLE DC4` function 8 answers when the buffers are empty. */
export const clearResponse: readonly number[] = [0x37, 0x25, 0x00];
