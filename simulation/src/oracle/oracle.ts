import {
  type Audience,
  acknowledgementSchema,
  type CommandId,
  type EventOf,
  commandEnvelopeSchema,
  idSchemas,
  type JournalEvent,
  type JournalId,
  parse,
  type ReplicaState,
  seqOf,
} from '@okienko/shared';
import { openMemoryJournal, memoryPages } from '@okienko/server/journal/memoryJournal';
import type { StoredEvent } from '@okienko/server/journal/journal';
import { verifyJournal } from '@okienko/server/journal/verify';
import type { Disk } from '../world/disk.ts';
import type { SentWord } from '../world/simulatedServer.ts';
import type { Story } from '../world/story.ts';
import type { VirtualTime } from '../world/virtualTime.ts';
import { AnnouncementJudge, StandingCalls } from './announcements.ts';
import { CommandBook } from './commandBook.ts';
import { Hall } from './hall.ts';
import { leakIn } from './leaks.ts';
import { differenceFrom } from './notebookPictures.ts';
import { PictureComparison } from './pictureComparison.ts';
import { ReferencePictures } from './referencePictures.ts';
import { earlierInLine, isAutomatic, numberByPolicy } from './statedPolicy.ts';

type Parts = { readonly disk: Disk; readonly story: Story; readonly time: VirtualTime };
/** The pictures are held against the notebook at every so many events; each of them counts everybody. */
const comparedEvery = 25;

type Acknowledged = { readonly commandId: CommandId; readonly journalId: JournalId; readonly seq: number };

/**
 * Watches everything and knows no rule of the server: reads the journal event by event, every word that leaves the
 * server and every picture on a screen, and remembers the first broken promise.
 */
export class Oracle {
  readonly #parts: Parts;
  readonly #standing = new StandingCalls();
  /** Every number that was ever committed on a day, also in parts of a journal that a restore threw away. */
  readonly #numbersOf = new Map<string, Map<string, string>>();
  #acknowledged: Acknowledged[] = [];
  readonly #nameOfId = new Map<string, 'ticket' | 'job' | 'command'>();
  readonly #book = new CommandBook();
  #hall = new Hall();
  #pictures = new ReferencePictures();
  #seenSeq = 0;
  #commandOf = new Map<string, number>();
  #journalId: JournalId | null = null;
  #broken: string | null = null;
  #lastAt = 0;
  #comparison = new PictureComparison();
  /** While a restored journal is read from its beginning: what it tells is not happening now. */
  #isReadAgain = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** After each step of the world: whatever is new on the disk is judged. */
  look(): void {
    const content = this.#parts.disk.content();
    const head = content.events.length;
    if (head === this.#seenSeq && this.#journalId !== null) return;
    const journal = openMemoryJournal(content);
    this.#journalId = journal.journalId;
    for (const stored of journal.read(seqOf(this.#seenSeq + 1), seqOf(head))) this.#judge(stored);
    this.#seenSeq = head;
  }

  /** A backup has taken the journal's place: the notebook begins again, the numbers on paper stay. */
  restored(): void {
    const kept = this.#parts.disk.content().events.length;
    this.#acknowledged = this.#acknowledged.filter(({ seq }) => seq <= kept);
    this.#hall = new Hall();
    this.#pictures = new ReferencePictures();
    this.#comparison = new PictureComparison();
    this.#lastAt = 0;
    this.#commandOf = new Map();
    this.#seenSeq = 0;
    const before = this.#journalId;
    this.#journalId = null;
    this.#standing.allEnded(this.#parts.time.nowMs());
    this.#book.forget((commandId) => !this.#isCommitted(commandId));
    this.#isReadAgain = true;
    this.look();
    this.#isReadAgain = false;
    if (this.#journalId === before) this.complain('a restored journal kept its id');
  }

  /** A new process runs: what the one before had only in memory is forgotten. */
  serverStarted(): void {
    this.#book.forget((_, answer) => answer === 'rejected');
  }

  /** A word is about to leave the server: nothing in it may be uncommitted, or for other eyes. */
  hear({ deviceId, audience, kind, about, text }: SentWord): void {
    this.look();
    const overheard = { audience, isOwnAnswer: kind === 'answer' && about !== null, text };
    const leak = leakIn(overheard, (id) => this.#nameOfId.get(id) ?? null);
    if (leak !== null) this.complain(`${deviceId} was told ${leak}`);
    for (const [, name = '', seq = '0'] of text.matchAll(/"(seq|toSeq)":(\d+)/g)) {
      if (Number(seq) > this.#seenSeq)
        this.complain(`${deviceId} heard of ${name} ${seq} while ${this.#seenSeq} is committed`);
    }
    const envelope = kind === 'answer' ? parse(commandEnvelopeSchema, about) : null;
    if (envelope?.isValid !== true) return;
    const { message } = parsedAnswer(text);
    const answer = parse(acknowledgementSchema, message);
    if (!answer.isValid) return this.complain(`${deviceId} got an answer that does not parse`);
    this.#parts.story.count(`answered ${answer.value.answer}`);
    const { commandId } = envelope.value;
    if (this.#book.isKnown(commandId)) this.#parts.story.count('duplicates answered again');
    const wrong = this.#book.answer(envelope.value, answer.value, this.#parts.time.nowMs());
    if (wrong !== null) this.complain(`${deviceId}: ${wrong}`);
    if (answer.value.answer !== 'accepted') return;
    if (!this.#parts.disk.content().commands.has(commandId))
      this.complain(`command ${commandId} was acknowledged and is not committed`);
    this.#acknowledged.push({ commandId, journalId: answer.value.journalId, seq: answer.value.seq });
    const { result } = answer.value;
    const isTicketTold = result.type === 'ticketIssued' || result.type === 'ticketCalled';
    const number = isTicketTold ? this.#hall.tickets.get(result.ticketId)?.number : undefined;
    if (isTicketTold && number !== undefined && number !== result.ticketNumber)
      this.complain(`${deviceId} was told ${result.ticketNumber} of ticket ${number}`);
  }

  /** A screen shows a picture: at its position it must be the journal's own. */
  see(audience: Audience, deviceId: string, { position, view }: ReplicaState<unknown, unknown>): void {
    if (position === null || position.journalId !== this.#journalId) return;
    const wanted = this.#pictures.at(audience, position.seq);
    if (wanted === undefined)
      return this.complain(`${deviceId} shows a position ${position.seq} that is not in the journal`);
    if (!this.#comparison.isSame(view, wanted))
      this.complain(`${deviceId} shows another picture than the journal's at ${position.seq}`);
  }

  /** Whether a picture is the newest that there is. */
  isNewest({ position, connection }: ReplicaState<unknown, unknown>): boolean {
    return connection === 'live' && position?.journalId === this.#journalId && position.seq === this.#seenSeq;
  }

  isOfThisJournal({ position }: ReplicaState<unknown, unknown>): boolean {
    return position?.journalId === this.#journalId;
  }

  standing(): StandingCalls {
    return this.#standing;
  }

  judgeFor(deviceId: string): AnnouncementJudge {
    const judge = new AnnouncementJudge();
    this.#judges.set(deviceId, judge);
    return judge;
  }
  readonly #judges = new Map<string, AnnouncementJudge>();

  /** At a calm moment: the chain, the commands and what the displays left out. */
  takeStock(): void {
    this.look();
    this.#holdAgainstNotebook();
    const content = this.#parts.disk.content();
    const verification = verifyJournal(memoryPages(content));
    if (!verification.isSound) this.complain(`the chain is broken at ${verification.seq}: ${verification.problem}`);
    for (const { commandId } of this.#acknowledged) {
      if (!content.commands.has(commandId)) this.complain(`the acknowledged command ${commandId} is gone`);
    }
    for (const [deviceId, judge] of this.#judges) {
      const missing = judge.missing(this.#standing.all(), this.#parts.time.nowMs());
      if (missing !== null) this.complain(`${deviceId}: ${missing}`);
    }
  }

  /** Papers of the day that nobody knows the outcome of. */
  unsettledPapers(): number {
    return this.#hall.papers.size;
  }

  waiting(): number {
    return [...this.#hall.tickets.values()].filter(({ state }) => state === 'waiting').length;
  }

  #judge({ seq, metadata, event }: StoredEvent): void {
    const { story, time } = this.#parts;
    if (!this.#isReadAgain)
      story.tell(
        `#${seq} ${event.type}${'ticketNumber' in event ? ` ${event.ticketNumber}` : ''}${'counterId' in event && event.counterId !== null ? ` ${event.counterId}` : ''}`,
      );
    story.count(event.type);
    if (metadata.at < this.#lastAt && event.type !== 'ClockCorrected')
      this.complain(`event ${seq} is older than its past`);
    this.#lastAt = metadata.at;
    const before = this.#commandOf.get(metadata.commandId);
    if (before !== undefined && before !== seq - 1) this.complain(`the command ${metadata.commandId} acted twice`);
    if (before === undefined && !this.#isReadAgain) this.#book.act(metadata.commandId, this.#hall, time.nowMs());
    this.#commandOf.set(metadata.commandId, seq);
    this.#nameIds(metadata.commandId, event);
    if (event.type === 'TicketClosed' && metadata.commandId.startsWith('day-end:'))
      story.count(`the day ended with somebody ${event.from}`);
    if (event.type === 'TicketIssued') this.#noteNumber(event.ticketNumber, event.ticketId);
    if (event.type === 'JournalRestored') this.#forgetAbortedDays();
    if (event.type === 'TicketCalled' && isAutomatic(event)) this.#judgeCall(event, metadata.at);
    const problem = this.#hall.note(event, seq, metadata.at);
    if (problem !== null) this.complain(problem);
    if (!this.#isReadAgain && (event.type === 'TicketCalled' || event.type === 'TicketRecalled')) {
      this.#standing.called(
        openMemoryJournal(this.#parts.disk.content()).journalId,
        event.ticketId,
        event.announcementNumber,
        time.nowMs(),
      );
    }
    if (event.type === 'ServiceStarted' || event.type === 'TicketMarkedNoShow' || event.type === 'TicketClosed') {
      this.#standing.ended(event.ticketId, time.nowMs());
    }
    this.#pictures.note(event, seq, metadata.at);
    if (seq % comparedEvery === 0) this.#holdAgainstNotebook();
  }

  #judgeCall(event: EventOf<'TicketCalled'>, at: number): void {
    const { configuration } = this.#pictures;
    const earlier = earlierInLine(this.#hall, event.ticketId);
    if (earlier !== null) this.complain(`${event.ticketNumber} was called before ${earlier} of the same line`);
    if (configuration === null || this.#hall.isClockCorrected) return;
    const wanted = numberByPolicy(this.#hall, configuration, event.counterId, at);
    if (wanted !== event.ticketNumber)
      this.complain(`${event.ticketNumber} was called where the policy calls ${wanted}`);
    this.#parts.story.count('calls judged by the policy');
  }

  #holdAgainstNotebook(): void {
    const difference = differenceFrom(this.#hall, this.#pictures.newest());
    if (difference !== null) this.complain(difference);
  }

  #nameIds(commandId: string, event: JournalEvent): void {
    this.#nameOfId.set(commandId, 'command');
    if ('ticketId' in event) this.#nameOfId.set(event.ticketId, 'ticket');
    if ('printJob' in event && event.printJob !== null) this.#nameOfId.set(event.printJob.jobId, 'job');
  }

  #isCommitted(commandId: string): boolean {
    return this.#parts.disk.content().commands.has(idSchemas.command.parse(commandId));
  }

  /** A day that a wrong clock began, and a restore undid, may begin again one day: its numbers are then new. */
  #forgetAbortedDays(): void {
    for (const date of this.#numbersOf.keys()) if (date > (this.#hall.date ?? '')) this.#numbersOf.delete(date);
  }

  #noteNumber(number: string, ticketId: string): void {
    const date = this.#hall.date ?? '';
    const numbers = this.#numbersOf.get(date) ?? new Map<string, string>();
    this.#numbersOf.set(date, numbers);
    const known = numbers.get(number);
    if (known !== undefined && known !== ticketId) this.complain(`number ${number} was given out twice on ${date}`);
    numbers.set(number, ticketId);
  }

  /** The first broken promise, in words; null while all are kept. */
  broken(): string | null {
    return this.#broken;
  }

  /** Somebody saw a promise broken. The first one counts; the world ends after the step. */
  complain(promise: string): void {
    this.#broken ??= promise;
  }
}

function parsedAnswer(text: string): { readonly message: unknown } {
  const word: unknown = JSON.parse(text);
  return typeof word === 'object' && word !== null && 'message' in word ? { message: word.message } : { message: null };
}
