/**
 * Why a data folder cannot be opened: another server has it, its journal was written by a newer program, the file is
 * no journal or a damaged one, or the disk does not let us. docs/OPERATIONS.md says of each what to do.
 */
export const journalRefusalKinds = ['inUse', 'newerProgram', 'notAJournal', 'damaged', 'unreachable'] as const;
export type JournalRefusalKind = (typeof journalRefusalKinds)[number];

/** The journal was not opened and nothing in it was changed; the message is one sentence for the operator. */
export class JournalRefusal extends Error {
  override readonly name = 'JournalRefusal';
  readonly kind: JournalRefusalKind;

  constructor(kind: JournalRefusalKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
