/**
 * Why the storage failed: no room, a failed read or write, another process holds it, no right to write, bytes that
 * are not what was written, or use after `close`.
 */
export type JournalFaultKind = 'full' | 'io' | 'locked' | 'readOnly' | 'corrupt' | 'closed';

/** The storage could not do what was asked. Not final: `probe` tells when it can again, except after `corrupt`. */
export class JournalFault extends Error {
  override readonly name = 'JournalFault';
  readonly kind: JournalFaultKind;

  constructor(kind: JournalFaultKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
