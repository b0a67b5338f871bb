import { verifySqliteJournal } from '../journal/sqliteVerify.ts';
import type { Verification } from '../journal/verify.ts';
import { journalToRead, noJournalAt, type OperatorArguments, type Outcome } from './operatorCommand.ts';

/** Recomputes every hash of a journal or a backup; code 1 where something is wrong. */
export function verifyCommand(args: OperatorArguments): Outcome {
  const { path, isThere } = journalToRead(args);
  if (!isThere) return noJournalAt(path);
  const verification = verifySqliteJournal(path);
  return { exitCode: verification.isSound ? 0 : 1, output: `${path}\n${describe(verification)}\n` };
}

/** A sound journal's id, newest event and hash, in one line. */
export function headLine({ journalId, head }: Extract<Verification, { isSound: true }>): string {
  return `Journal ${journalId}, event ${head.seq}, hash ${Buffer.from(head.hash).toString('hex')}`;
}

function describe(verification: Verification): string {
  if (!verification.isSound) return `BROKEN at event ${verification.seq}: ${verification.problem}.`;
  const { events, commands, anchor, restores } = verification;
  return [
    `Sound: ${events} events of ${commands} commands, every hash in place.`,
    ...(anchor === null
      ? []
      : [`Days up to ${anchor.businessDate} were removed; anchor at event ${anchor.seq}, key ${anchor.fingerprint}.`]),
    ...restores.map(({ restoredAt, seq, previousJournalId, numberSkip }) => {
      const when = new Date(restoredAt).toISOString();
      return `Restored ${when} at event ${seq}, from ${previousJournalId}; numbers skip ${numberSkip}.`;
    }),
    headLine(verification),
  ].join('\n');
}
