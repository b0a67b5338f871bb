import {
  type CalendarDate,
  type Configuration,
  type Instant,
  type JournalEvent,
  type Language,
  localMoment,
  textIn,
  type TicketId,
  type TicketNumber,
} from '@okienko/shared';
import { translatorOf } from '@okienko/shared/text';
import { readTakenConfiguration } from '../domain/configurationCheck.ts';
import { storySentence, type StoryContext } from './storySentence.ts';

/** A business day as it happened, and the configuration with which it began. */
export type StoryDay = {
  readonly businessDate: CalendarDate;
  readonly configuration: Configuration;
  readonly events: Iterable<{ readonly event: JournalEvent; readonly at: Instant }>;
};

/** A ticket's day in lines; without that ticket, what the day has instead. */
export type TicketStory =
  | { readonly isFound: true; readonly lines: readonly string[] }
  | { readonly isFound: false; readonly issued: readonly string[] };

/**
 * Tells what happened to a ticket, a line an event: the branch's wall time and a sentence.
 *
 * A corrected clock and a restore are told where they fall into the ticket's life, because they explain what else
 * cannot be understood: times that run backwards, numbers that are missing.
 */
export function ticketStory(day: StoryDay, ticketNumber: TicketNumber, language: Language): TicketStory {
  const telling = new Telling(day, ticketNumber, language);
  for (const { event, at } of day.events) telling.hear(event, at);
  return telling.story();
}

class Telling {
  readonly #day: StoryDay;
  readonly #ticketNumber: TicketNumber;
  readonly #lines: string[] = [];
  readonly #issued: TicketNumber[] = [];
  #context: StoryContext;
  #ticketId: TicketId | null = null;
  #isOpen = false;

  constructor(day: StoryDay, ticketNumber: TicketNumber, language: Language) {
    this.#day = day;
    this.#ticketNumber = ticketNumber;
    this.#context = { configuration: day.configuration, language, text: translatorOf(language) };
  }

  hear(event: JournalEvent, at: Instant): void {
    if (event.type === 'ConfigurationChanged') {
      this.#context = { ...this.#context, configuration: readTakenConfiguration(event.text) };
    }
    if (event.type === 'TicketIssued') this.#hearOfIssue(event.ticketNumber, event.ticketId);
    const isOwn = 'ticketId' in event && event.ticketId === this.#ticketId;
    const isAround = this.#isOpen && (event.type === 'ClockCorrected' || event.type === 'JournalRestored');
    if (isOwn || isAround) this.#tell(event, at);
    if (isOwn && event.type === 'TicketClosed') this.#isOpen = false;
  }

  story(): TicketStory {
    const { text, configuration, language } = this.#context;
    if (this.#ticketId === null) return { isFound: false, issued: rangesOf(this.#issued) };
    const date = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' }).format(
      Date.parse(this.#day.businessDate),
    );
    const title = text('story.title', {
      number: this.#ticketNumber,
      date,
      branch: textIn(configuration.branch.name, language),
    });
    return { isFound: true, lines: [title, ...this.#lines, ...(this.#isOpen ? [text('story.open')] : [])] };
  }

  #hearOfIssue(ticketNumber: TicketNumber, ticketId: TicketId): void {
    this.#issued.push(ticketNumber);
    if (ticketNumber !== this.#ticketNumber) return;
    this.#ticketId = ticketId;
    this.#isOpen = true;
  }

  #tell(event: JournalEvent, at: Instant): void {
    const sentence = storySentence(event, this.#context);
    if (sentence === null) return;
    const { date, time } = localMoment(at, this.#context.configuration.branch.timeZone);
    this.#lines.push(`${date === this.#day.businessDate ? time : `${date} ${time}`}  ${sentence}`);
  }
}

/** Numbers that follow one another as one range each, by letter: "D001–D031", "K007". */
function rangesOf(numbers: readonly TicketNumber[]): readonly string[] {
  const ranges: { readonly from: TicketNumber; readonly to: TicketNumber }[] = [];
  for (const number of [...new Set(numbers)].toSorted(byLetterAndCount)) {
    const last = ranges.at(-1);
    const isNext =
      last !== undefined && letterOf(last.to) === letterOf(number) && countOf(last.to) + 1 === countOf(number);
    if (isNext) ranges.splice(-1, 1, { from: last.from, to: number });
    else ranges.push({ from: number, to: number });
  }
  return ranges.map(({ from, to }) => (from === to ? from : `${from}–${to}`));
}

function byLetterAndCount(a: TicketNumber, b: TicketNumber): number {
  return letterOf(a).localeCompare(letterOf(b)) || countOf(a) - countOf(b);
}

function letterOf(number: TicketNumber): string {
  return number.slice(0, 1);
}

function countOf(number: TicketNumber): number {
  return Number(number.slice(1));
}
