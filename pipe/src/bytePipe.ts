/** What came from the other side; `silence` = nothing in time, `lost` = nothing will come any more. */
export type Reading =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'silence' }
  | { readonly kind: 'lost' };

/** `written` = the system took all bytes, which does not mean that the printer did; `stalled` = not in time. */
export type Writing = 'written' | 'stalled' | 'lost';

/** One open connection to a printer, whatever it is made of. One operation at a time; each has a limit, none rejects. */
export type BytePipe = {
  /** Forgets what came before, since it answers nothing that is asked now, and hands the bytes over. */
  readonly write: (bytes: Uint8Array, timeoutMs: number) => Promise<Writing>;
  /** What came since the last reading or writing; waits for the first byte of it. */
  readonly read: (timeoutMs: number) => Promise<Reading>;
  /** Says that no more will come and waits until the other side has it all: false where the connection broke instead. */
  readonly finish: (timeoutMs: number) => Promise<boolean>;
  /** Ends at once and takes back what the system has not handed over yet, so that it is not printed later. */
  readonly destroy: () => void;
};

/** A pipe, or in a word why there is none: the system's code of the error, for a log. */
export type Opening =
  | { readonly kind: 'open'; readonly pipe: BytePipe }
  | { readonly kind: 'refused'; readonly problem: string };

/** Opens a connection within a time; never rejects. */
export type OpenPipe = (timeoutMs: number) => Promise<Opening>;
