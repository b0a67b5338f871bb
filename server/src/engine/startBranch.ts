import { type Acknowledgement, idSchemas, type JobId, type Rejection } from '@okienko/shared';
import type { BranchEngine } from './branchEngine.ts';
import type { PrintReports } from './printReports.ts';
import { ownRequest } from './serverDuties.ts';

/** A configuration that was read and checked, with the SHA-256 of its text. */
export type OfferedConfiguration = { readonly text: string; readonly configHash: string };

/** Why the branch cannot run with this configuration on this journal. */
export type StartRefusal = { readonly kind: 'rejected'; readonly rejection: Rejection } | { readonly kind: 'fault' };

/**
 * Brings a branch to its working state: the day that is due, the offered configuration, and the print jobs that were
 * in flight when the server last stopped, which are unknown from now on and never printed again by themselves.
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
  let acknowledgement: Acknowledgement | null = null;
  const configurationId = idSchemas.command.parse(`configuration:${newId()}`);
  const command = { type: 'ChangeConfiguration', ...offered } as const;
  engine.submit(ownRequest(configurationId, command, (answer) => (acknowledgement = answer)));
  engine.drain();
  const refusal = refusalOf(acknowledgement);
  if (refusal !== null) return refusal;
  // A branch that has its first configuration now has a time zone, and so a day to begin.
  engine.drain();
  const unsettled = engine.query(({ state }) =>
    [...state.tickets.values()].flatMap(({ print }): readonly JobId[] =>
      print !== null && print.outcome === null ? [print.jobId] : [],
    ),
  );
  for (const jobId of unsettled) reports.report(jobId, { result: 'unknown' });
  engine.drain();
  return null;
}

function refusalOf(acknowledgement: Acknowledgement | null): StartRefusal | null {
  if (acknowledgement?.answer === 'accepted') return null;
  if (acknowledgement?.answer === 'rejected') return { kind: 'rejected', rejection: acknowledgement.rejection };
  return { kind: 'fault' };
}
