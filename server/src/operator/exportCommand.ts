import { addDays, calendarDateSchema, instantAt, isCalendarDate, seqOf } from '@okienko/shared';
import { readTakenConfiguration } from '../domain/configurationCheck.ts';
import { type HistoricEvent, type History, openHistory } from '../journal/sqliteHistory.ts';
import { journalToRead, noJournalAt, type OperatorArguments, type Outcome, UsageError } from './operatorCommand.ts';

/**
 * Writes events as JSON lines, each with every column, in their order.
 *
 * @throws JournalFault at the first row that is not what was written; the lines before it are out by then.
 */
export async function exportCommand(args: OperatorArguments): Promise<Outcome> {
  const { path, isThere } = journalToRead(args);
  if (!isThere) return noJournalAt(path);
  const history = openHistory(path);
  try {
    const fromMs = momentOf(history, 'from', args.flags.from) ?? 0;
    const beforeMs = momentOf(history, 'to', args.flags.to) ?? Number.MAX_SAFE_INTEGER;
    const seqs = history.seqsBetween(fromMs, beforeMs);
    if (seqs !== null) {
      for (const lines of pagesOf(history.events(seqs.first, seqs.last), fromMs, beforeMs)) await args.write(lines);
    }
    return { exitCode: 0, output: '' };
  } finally {
    history.close();
  }
}

const linesPerPage = 500;

/** Times need not rise with the seq where a clock was corrected, so each is looked at. */
function* pagesOf(events: Iterable<HistoricEvent>, fromMs: number, beforeMs: number): Generator<string> {
  let lines: string[] = [];
  try {
    for (const event of events) {
      const { at } = event.metadata;
      if (at >= fromMs && at < beforeMs) lines.push(lineOf(event));
      if (lines.length < linesPerPage) continue;
      yield lines.join('');
      lines = [];
    }
  } catch (error) {
    // What comes before a damaged row is good, and wanted most then.
    yield lines.join('');
    throw error;
  }
  yield lines.join('');
}

function lineOf({ journalId, seq, metadata, event, eventVersion, payload, hash }: HistoricEvent): string {
  const { at, branchId, deviceId, clerkId, commandId, configHash } = metadata;
  const columns = { journalId, seq, at: new Date(at).toISOString(), type: event.type, eventVersion, branchId };
  const origin = { deviceId, clerkId, commandId, configHash };
  const content: unknown = JSON.parse(payload);
  return `${JSON.stringify({ ...columns, ...origin, payload: content, hash: Buffer.from(hash).toString('hex') })}\n`;
}

/** An instant as it is given; a date as the business day's begin for `from`, its end for `to`. */
function momentOf(history: History, flag: 'from' | 'to', text: string | undefined): number | null {
  if (text === undefined) return null;
  if (isCalendarDate(text)) {
    const configurationText = history.configurationText(seqOf(history.head));
    if (configurationText === null) throw new UsageError(`--${flag} ${text}: this journal has no day yet.`);
    const { timeZone, dayRollover } = readTakenConfiguration(configurationText).branch;
    const date = calendarDateSchema.parse(text);
    return instantAt(flag === 'from' ? date : addDays(date, 1), dayRollover, timeZone);
  }
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
  const epochMs = isInstant ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(epochMs)) return epochMs;
  throw new UsageError(
    `--${flag} ${text}: a day such as 2026-11-24 or an instant such as 2026-11-24T10:00+01:00 is expected.`,
  );
}
