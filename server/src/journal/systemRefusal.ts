import { JournalRefusal } from './journalRefusal.ts';

/** What the file system would not do, as a refusal in one sentence that begins with `what`; other errors are themselves. */
export function systemRefusalOf(error: unknown, what: string): unknown {
  if (!(error instanceof Error) || !('syscall' in error)) return error;
  return new JournalRefusal('unreachable', `${what}: ${error.message}.`, { cause: error });
}
