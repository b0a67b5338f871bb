/** A bug that somebody might make: one piece of one file, written in another way. */
export type PlantedBug = {
  readonly name: string;
  /** The file's path in the repository. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
};

const engine = 'server/src/engine/';
const domain = 'server/src/domain/';

/**
 * What a simulation that is worth its name must find. The files stay as they are: the change is made while a file is
 * loaded, by `plant.ts`, in a process of its own.
 */
export const plantedBugs: readonly PlantedBug[] = [
  {
    name: 'no dedupe',
    file: `${engine}turn.ts`,
    find: 'const entry = journal.findCommand(commandId);',
    replace: 'const entry = null;',
  },
  {
    name: 'publish before commit',
    file: `${engine}branchEngine.ts`,
    find: 'if (plan.records.length > 0) this.#meter',
    replace: `if (plan.stored.length > 0) this.#parts.publish(publicationOf(plan, this.#parts.journal.journalId, this.#parts.epoch));
      if (plan.records.length > 0) this.#meter`,
  },
  {
    name: 'ack before commit',
    file: `${engine}turn.ts`,
    find: 'this.answers.push({ request, acknowledgement });',
    replace: 'request.answer(acknowledgement);',
  },
  {
    name: 'gap ignored',
    file: 'shared/src/replica/replica.ts',
    find: 'if (!isSameRun || delta.fromSeq !== position.seq + 1) {',
    replace: 'if (!isSameRun) {',
  },
  {
    name: 'stale number counter after a restart',
    file: `${domain}stateSnapshot.ts`,
    find: 'series: [...state.series],',
    replace: 'series: [...state.series].map(([letter, count]) => [letter, count - 1]),',
  },
  {
    name: 'two counters take one head',
    file: `${domain}evolve.ts`,
    find: '  leaveLine(state.lines, ticket.serviceId, ticket.priorityClass, ticket);\n  announce',
    replace: '  announce',
  },
  {
    name: 'replay applies twice',
    file: `${engine}liveState.ts`,
    find: 'live.views.add(applyEvent(live.state, stored.event, stored.seq, stored.metadata.at));',
    replace: `const learnt = applyEvent(live.state, stored.event, stored.seq, stored.metadata.at);
  live.views.add(learnt);
  if (stored.event.type === 'TicketIssued') live.views.add(learnt);`,
  },
  {
    name: 'the day’s end forgets called tickets',
    file: `${domain}commands/endDay.ts`,
    find: "    case 'called':\n    case 'noShow':\n      return 'noShow';",
    replace: "    case 'called':\n      return null;\n    case 'noShow':\n      return 'noShow';",
  },
  {
    name: 'an old picture is accepted',
    file: `${domain}commands/guards.ts`,
    find: "if (ticket.state !== seenState) return refuse({ reason: 'SituationChanged', state: ticket.state });",
    replace: '',
  },
  {
    name: 'spoken again after a reconnect',
    file: 'shared/src/announcements/announcer.ts',
    find: 'wasStale ? dropStaleCalls(queue, picture.now) : queue',
    replace: 'wasStale ? newAnnouncementQueue({ journalId: picture.journalId, announcementNumber: 0 }) : queue',
  },
  {
    name: 'a restore keeps the journal’s id',
    file: 'server/src/journal/memoryJournal.ts',
    find: 'return restores.at(-1)?.journalId ?? genesisId;',
    replace: 'return restores.length > 99 ? genesisId : genesisId;',
  },
  {
    name: 'a snapshot with the wrong position',
    file: `${engine}branchEngine.ts`,
    find: 'const stamp = { journalId, epoch, seq, heartbeat };',
    replace: 'const stamp = { journalId, epoch, seq: Math.max(0, seq - 1), heartbeat };',
  },
  {
    name: 'a rejection is forgotten',
    file: `${engine}rejectionMemory.ts`,
    find: 'return this.#entries.get(commandId)?.rejection ?? null;',
    replace: 'return null;',
  },
  {
    name: 'no press is too old',
    file: `${engine}turn.ts`,
    find: "if (limitMs !== null && request.ageMs > limitMs) return rejection({ reason: 'TooOld' });",
    replace: '',
  },
  {
    name: 'no numbers are skipped after a restore',
    file: `${domain}evolve.ts`,
    find: '(state.series.get(letter) ?? 0) + numberSkip)',
    replace: 'state.series.get(letter) ?? 0)',
  },
  {
    name: 'the last in line is called',
    file: `${domain}nextTicket.ts`,
    find: 'other.score - one.score ||',
    replace: 'one.score - other.score ||',
  },
  {
    name: 'kiosks forget who came back',
    file: 'server/src/projections/projectKiosk.ts',
    find: "    case 'TicketIssued':\n    case 'TicketReinstated':\n      return [{",
    replace: "    case 'TicketReinstated':\n      return [];\n    case 'TicketIssued':\n      return [{",
  },
  {
    name: 'boards hear too much',
    file: 'server/src/projections/projectBoard.ts',
    find: 'call: { ...call, isRecall',
    replace: 'call: { ...event, ...call, isRecall',
  },
  {
    name: 'a letter is left out after a restore',
    file: `${domain}evolve.ts`,
    find: "'ABCDEFGHIJKLMNOPQRSTUVWXYZ'",
    replace: "'ABCDEFGHIJKLNOPQRSTUVWXYZ'",
  },
  {
    name: 'a paper without an outcome is forgotten at the start',
    file: `${engine}startBranch.ts`,
    find: "reports.report(jobId, { result: 'unknown' });",
    replace: '',
  },
];
