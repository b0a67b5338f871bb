import { z } from 'zod/mini';
import { assert, type Instant, type JournalEvent, parse, type Seq, seqOf } from '@okienko/shared';
import { type BranchState, configurationOf, emptyBranchState } from '../domain/branchState.ts';
import { evolve } from '../domain/evolve.ts';
import { snapshotOf, stateFrom, stateSnapshotSchema } from '../domain/stateSnapshot.ts';
import { type Journal, JournalFault, type Snapshot, type StoredEvent } from '../journal/journal.ts';
import { AudienceViews, project, type TurnEvents, viewsSnapshotSchema } from '../projections/audienceViews.ts';

const snapshotSchema = z.object({ state: stateSnapshotSchema, views: viewsSnapshotSchema });

/** How many events are read at once while the state is rebuilt. */
const pageSize = 5_000;

/** The branch's state and its audiences' pictures: what the journal says, and nothing that it does not. */
export type LiveState = { readonly state: BranchState; readonly views: AudienceViews };

/**
 * Rebuilds state and pictures from the newest snapshot and the events after it.
 *
 * A snapshot that another version wrote in another form is told to `onUnreadable` and not used: every event is
 * replayed instead, which is slower and no less true. Where older events were removed, the replay begins at the anchor.
 *
 * @throws JournalFault `corrupt` where the anchor's own state is of another form: an older program can still read it.
 * @throws AssertionFailure where an event does not fit the state: the journal is wrong, and the server must not start.
 */
export function rebuildFrom(journal: Journal, onUnreadable: (seq: Seq, problem: string) => void): LiveState {
  const live = startingPoint(journal, onUnreadable);
  while (live.state.seq < journal.head()) {
    const from = seqOf(live.state.seq + 1);
    for (const stored of journal.read(from, seqOf(live.state.seq + pageSize))) replay(live, stored);
  }
  return live;
}

/** The state and the pictures as one text for the journal's snapshot. */
export function snapshotText({ state, views }: LiveState): string {
  return JSON.stringify({ state: snapshotOf(state), views: views.snapshot() });
}

/** Applies an event to the state and says what each audience learns from it; the pictures stay as they are. */
export function applyEvent(state: BranchState, event: JournalEvent, seq: Seq, at: Instant): TurnEvents {
  evolve(state, event, seq, at);
  return project({ event, at, configuration: configurationOf(state) });
}

function replay(live: LiveState, stored: StoredEvent): void {
  live.views.add(applyEvent(live.state, stored.event, stored.seq, stored.metadata.at));
}

function startingPoint(journal: Journal, onUnreadable: (seq: Seq, problem: string) => void): LiveState {
  const start = journal.start();
  for (const snapshot of [journal.newestSnapshot(), start.snapshot]) {
    const live = snapshot === null ? null : liveFrom(snapshot, onUnreadable);
    if (live !== null) return live;
  }
  if (start.seq > 0) {
    throw new JournalFault('corrupt', `The state at event ${start.seq}, where this journal begins, cannot be read.`);
  }
  return { state: emptyBranchState(), views: new AudienceViews() };
}

function liveFrom(snapshot: Snapshot, onUnreadable: (seq: Seq, problem: string) => void): LiveState | null {
  const parsed = parse(snapshotSchema, JSON.parse(snapshot.text));
  if (!parsed.isValid) {
    onUnreadable(snapshot.seq, `${parsed.path}: ${parsed.problem}`);
    return null;
  }
  const state = stateFrom(parsed.value.state);
  assert(state.seq === snapshot.seq, 'a snapshot stands at the position that it names');
  const views = new AudienceViews();
  views.restore(parsed.value.views);
  return { state, views };
}
