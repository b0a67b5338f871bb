import type { CommandOf } from '@okienko/shared';
import type { BranchState } from '../branchState.ts';
import { accepted, type Decision } from '../decision.ts';

/**
 * Takes note that this journal is a restored backup: the day's numbers go on `numberSkip` further, so that no paper in
 * the hall gets a twin (design §3, "the journal"). A restore that the state already knows changes nothing.
 */
export function recordRestore(state: BranchState, command: CommandOf<'RecordRestore'>): Decision {
  const { journalId, previousJournalId, numberSkip } = command;
  if (state.restoredAs === journalId) return accepted();
  return accepted({ type: 'JournalRestored', journalId, previousJournalId, numberSkip });
}
