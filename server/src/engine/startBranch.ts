import { type Acknowledgement, type Command, idSchemas, type JobId, type Rejection } from '@okienko/shared';
import type { BranchEngine } from './branchEngine.ts';
import type { PrintReports } from './printReports.ts';
import { ownRequest } from './serverDuties.ts';

/** A configuration that was read and checked, with the SHA-256 of its text. */
export type OfferedConfiguration = { readonly text: string; readonly configHash: string };

/** Why the branch cannot run with this configuration on this journal. */
export type StartRefusal = { readonly kind: 'rejected'; readonly rejection: Rejection } | { readonly kind: 'fault' };

/**
 * Brings a branch to its working state: the day that is due, the offered configuration, the numbers that a restore
 * skips, and the print jobs that were in flight when the server last stopped, which are unknown from now on and never
 * printed again by themselves.
 *
 * Runs its turns at once, before any session exists.
 * @returns null, or why the configuration was not taken: the running one stays and the server must not start.
 */
export function startBranch(
  engine: BranchEngine,
  offered: OfferedConfiguration,
  newId: () => string,
  reports: PrintReports,
): StartRefusal | null {
  const configuring = submitNow(engine, `configuration:${newId()}`, { type: 'ChangeConfiguration', ...offered });
  if (configuring !== null) return configuring;
  // A branch that has its first configuration now has a time zone, and so a day to begin.
  engine.drain();
  const recording = recordRestore(engine);
  if (recording !== null) return recording;
  const unsettled = engine.query(({ state }) =>
    [...state.tickets.values()].flatMap(({ print }): readonly JobId[] =>
      print !== null && print.outcome === null ? [print.jobId] : [],
    ),
  );
  for (const jobId of unsettled) reports.report(jobId, { result: 'unknown' });
  engine.drain();
  return null;
}

/** Before anybody can take a ticket: a number that is in the hall already must not be given out again. */
function recordRestore(engine: BranchEngine): StartRefusal | null {
  const restored = engine.unrecordedRestore();
  if (restored === null) return null;
  const { journalId, previousJournalId, numberSkip } = restored;
  return submitNow(engine, `restore:${journalId}`, { type: 'RecordRestore', journalId, previousJournalId, numberSkip });
}

function submitNow(engine: BranchEngine, id: string, command: Command): StartRefusal | null {
  let acknowledgement: Acknowledgement | null = null;
  engine.submit(ownRequest(idSchemas.command.parse(id), command, (answer) => (acknowledgement = answer)));
  engine.drain();
  return refusalOf(acknowledgement);
}

function refusalOf(acknowledgement: Acknowledgement | null): StartRefusal | null {
  if (acknowledgement?.answer === 'accepted') return null;
  if (acknowledgement?.answer === 'rejected') return { kind: 'rejected', rejection: acknowledgement.rejection };
  return { kind: 'fault' };
}
