import { idSchemas, instantOf, seqOf } from '@okienko/shared';
import {
  backUpDisk,
  createMemoryDisk,
  type MemoryDisk,
  openMemoryJournal,
  restoreDisk,
} from '@okienko/server/journal/memoryJournal';
import type { Story } from './story.ts';

/** Numbers that every series of the day jumps over after a restore. */
const leastSkip = 50;

/** The server's disk: what survives its process, and the backups that somebody took of it. */
export class Disk {
  readonly #story: Story;
  readonly #newId: () => string;
  #content: MemoryDisk;
  #backup: MemoryDisk | null = null;
  /** What restores put aside: what any of them gave out is on paper in the hall. */
  readonly #former: MemoryDisk[] = [];

  constructor(story: Story, newId: () => string) {
    this.#story = story;
    this.#newId = newId;
    this.#content = createMemoryDisk(idSchemas.journal.parse(newId()));
  }

  content(): MemoryDisk {
    return this.#content;
  }

  backUp(): void {
    this.#backup = backUpDisk(this.#content);
    this.#story.count('backups');
  }

  /** Puts the last backup in the place of what is there, as `restore` does; false without one. */
  restore(nowMs: number): boolean {
    if (this.#backup === null) return false;
    this.#former.push(this.#content);
    const backup = this.#backup;
    const numberSkip = Math.max(leastSkip, ...this.#former.map((disk) => furthestBeyond(disk, backup)));
    this.#content = restoreDisk(this.#backup, {
      journalId: idSchemas.journal.parse(this.#newId()),
      restoredAt: instantOf(nowMs),
      numberSkip,
    });
    this.#story.tell('a backup was restored');
    this.#story.count('restores');
    return true;
  }
}

/**
 * How far any series ran beyond the backup's, on the backup's day or on one after it: those numbers are on paper in the
 * hall.
 */
function furthestBeyond(content: MemoryDisk, backup: MemoryDisk): number {
  const then = lastNumbersOf(backup).at(-1);
  const beyond = lastNumbersOf(content).flatMap(({ date, numbers }) =>
    then !== undefined && date < then.date
      ? []
      : [...numbers].map(([letter, count]) => count - (date === then?.date ? (then.numbers.get(letter) ?? 0) : 0)),
  );
  return Math.max(0, ...beyond);
}

type Day = { readonly date: string; readonly numbers: Map<string, number> };

/** The last number of each letter on each day of a journal. */
function lastNumbersOf(disk: MemoryDisk): readonly Day[] {
  const journal = openMemoryJournal(disk);
  const days: Day[] = [];
  for (const { event } of journal.read(seqOf(1), journal.head())) {
    if (event.type === 'BusinessDayStarted') days.push({ date: event.businessDate, numbers: new Map() });
    if (event.type === 'TicketIssued')
      days.at(-1)?.numbers.set(event.ticketNumber.slice(0, 1), Number(event.ticketNumber.slice(1)));
  }
  return days;
}
