import { idSchemas, type Language, languageSchema, parse, required, seqOf, type TicketNumber } from '@okienko/shared';
import { translatorOf } from '@okienko/shared/text';
import { readTakenConfiguration } from '../domain/configurationCheck.ts';
import { type HistoricDay, type History, openHistory } from '../journal/sqliteHistory.ts';
import { journalToRead, noJournalAt, type OperatorArguments, type Outcome, UsageError } from './operatorCommand.ts';
import { ticketStory } from './ticketStory.ts';

/** Tells a ticket's day in sentences; code 1 where the day has no such ticket, with the numbers that it has. */
export function storyCommand(args: OperatorArguments): Outcome {
  const [first, ...files] = args.files;
  const ticketNumber = readTicketNumber(first);
  const language = readLanguage(args.flags.language);
  const { path, isThere } = journalToRead({ ...args, files });
  if (!isThere) return noJournalAt(path);
  const history = openHistory(path);
  try {
    return tell(history, ticketNumber, language, args.flags.date);
  } finally {
    history.close();
  }
}

function tell(history: History, ticketNumber: TicketNumber, language: Language, date: string | undefined): Outcome {
  const text = translatorOf(language);
  const days = history.days();
  const day = date === undefined ? days.at(-1) : days.find(({ businessDate }) => businessDate === date);
  if (day === undefined) {
    const [oldest, newest] = [days[0]?.businessDate, days.at(-1)?.businessDate];
    const known =
      oldest === undefined || newest === undefined ? text('story.noDays') : text('story.days', { oldest, newest });
    return { exitCode: 1, output: `${date === undefined ? '' : `${text('story.noDay', { date })} `}${known}\n` };
  }
  const story = ticketStory(storyDay(history, day), ticketNumber, language);
  if (story.isFound) return { exitCode: 0, output: `${story.lines.join('\n')}\n` };
  const missing = text('story.noTicket', { number: ticketNumber, date: day.businessDate });
  const others =
    story.issued.length === 0 ? text('story.noTickets') : text('story.tickets', { numbers: story.issued.join(', ') });
  return { exitCode: 1, output: `${missing} ${others}\n` };
}

function storyDay(history: History, { businessDate, firstSeq, lastSeq }: HistoricDay) {
  const configurationText = required(history.configurationText(seqOf(firstSeq)), 'a configuration before a day');
  return {
    businessDate,
    configuration: readTakenConfiguration(configurationText),
    events: (function* () {
      for (const { event, metadata } of history.events(firstSeq, lastSeq)) yield { event, at: metadata.at };
    })(),
  };
}

function readTicketNumber(text: string | undefined): TicketNumber {
  if (text === undefined) throw new UsageError('Which ticket? None is named.');
  const number = parse(idSchemas.ticketNumber, text.toUpperCase());
  if (number.isValid) return number.value;
  throw new UsageError(`${text} is no ticket number: one such as D042 is expected.`);
}

function readLanguage(text: string | undefined): Language {
  if (text === undefined) return 'pl';
  const language = parse(languageSchema, text);
  if (language.isValid) return language.value;
  throw new UsageError(`--language ${text}: pl, en or uk is expected.`);
}
