import { type Alarm, type CommandId, idSchemas, type Instant } from '@okienko/shared';
import { type Journal, JournalFault, type QuarantineEntry } from '../journal/journal.ts';

/**
 * The commands that broke an assertion: refused from now on, told to staff, and kept in the journal for whoever mends
 * the program.
 *
 * What a device sent is refused for ever. The server's own (the day's end) is tried again by the next run: a program
 * that was repaired must be able to end the day that it broke on.
 */
export class Quarantine {
  readonly #journal: Journal;
  readonly #refused: Set<CommandId>;
  /** What a failing disk did not take yet. */
  #unwritten: QuarantineEntry[] = [];
  #lastAt: Instant | null = null;

  constructor(journal: Journal) {
    this.#journal = journal;
    const ids = journal.quarantined().map(({ commandId }) => commandId);
    this.#refused = new Set(ids.filter((id) => idSchemas.clientCommand.safeParse(id).success));
  }

  has(commandId: CommandId): boolean {
    return this.#refused.has(commandId);
  }

  /** Refuses the command from now on and writes it down; the fault, where the journal cannot take it yet. */
  add(entry: QuarantineEntry): JournalFault | null {
    this.#refused.add(entry.commandId);
    this.#lastAt = entry.at;
    this.#unwritten.push(entry);
    return this.writeDown();
  }

  /** Writes what could not be written before; the fault, where it still cannot. */
  writeDown(): JournalFault | null {
    try {
      for (const entry of this.#unwritten) this.#journal.quarantine(entry);
      this.#unwritten = [];
      return null;
    } catch (error) {
      if (error instanceof JournalFault) return error;
      throw error;
    }
  }

  /** What consoles show once a command was quarantined in this run. */
  alarms(): readonly Alarm[] {
    if (this.#lastAt === null) return [];
    return [{ kind: 'commandQuarantined', since: this.#lastAt, count: this.#refused.size }];
  }
}
