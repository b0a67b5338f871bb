import type { AtIssue, Instant, JournalEvent, Language, PriorityClassId, PrintJob, ServiceId } from '@okienko/shared';

/** One paper that the journal asks for, with all that it says: a copy says what was true at the issue. */
export type PaperOrder = {
  readonly printJob: PrintJob;
  readonly ticketNumber: string;
  readonly serviceId: ServiceId;
  readonly priorityClass: PriorityClassId;
  readonly language: Language;
  readonly issuedAt: Instant;
  readonly atIssue: AtIssue;
  /** When a copy was ordered; null on the first paper. */
  readonly copiedAt: Instant | null;
};

/** The paper that an event orders at `at`; null where it orders none. */
export function paperOrderOf(event: JournalEvent, at: Instant): PaperOrder | null {
  if (event.type === 'TicketReprinted') {
    const { printJob, ticketNumber, serviceId, priorityClass, language, issuedAt, atIssue } = event;
    return { printJob, ticketNumber, serviceId, priorityClass, language, issuedAt, atIssue, copiedAt: at };
  }
  if (event.type !== 'TicketIssued' || event.printJob === null) return null;
  const { printJob, ticketNumber, serviceId, priorityClass, language, peopleAhead, waitRange, counterIds } = event;
  const atIssue = { peopleAhead, waitRange, counterIds };
  return { printJob, ticketNumber, serviceId, priorityClass, language, issuedAt: at, atIssue, copiedAt: null };
}
