import type { CalendarDate, Instant } from '../base/time.ts';
import type {
  BreakReasonId,
  ClerkId,
  CounterId,
  DeviceId,
  JobId,
  JournalId,
  OutcomeId,
  PrinterId,
  PriorityClassId,
  ServiceId,
  TicketId,
} from '../base/ids.ts';
import type { Language } from './language.ts';
import type { PrintResult } from './printing.ts';
import type { TicketOrigin, TicketState } from './ticket.ts';

/** What the sender saw when it pressed: a command on an old picture is refused as `SituationChanged`. */
type OnTicket = { readonly ticketId: TicketId; readonly seenState: TicketState };
type AtCounter = { readonly counterId: CounterId };
type Replacing = { readonly currentTicketId: TicketId | null; readonly outcomeId: OutcomeId | null };

/** A wish, in the imperative; the domain answers it with events or one rejection. Never stored. */
export type Command =
  | {
      readonly type: 'IssueTicket';
      readonly serviceId: ServiceId;
      readonly priorityClass: PriorityClassId;
      readonly language: Language;
      readonly origin: TicketOrigin;
      readonly printerId: PrinterId | null;
    }
  | ({ readonly type: 'CallNext' } & AtCounter & Replacing)
  | ({ readonly type: 'CallTicket' } & AtCounter & Replacing & OnTicket)
  | ({ readonly type: 'RecallTicket'; readonly seenCallCount: number } & AtCounter & OnTicket)
  | ({ readonly type: 'StartService' } & AtCounter & OnTicket)
  | ({ readonly type: 'CloseTicket'; readonly outcomeId: OutcomeId | null } & AtCounter & OnTicket)
  | ({ readonly type: 'MarkNoShow' } & AtCounter & OnTicket)
  | ({ readonly type: 'ReinstateTicket' } & AtCounter & OnTicket)
  | ({ readonly type: 'CancelTicket' } & AtCounter & OnTicket)
  | ({ readonly type: 'ReprintTicket'; readonly printerId: PrinterId } & AtCounter & OnTicket)
  | ({
      readonly type: 'OpenCounter';
      readonly clerkId: ClerkId;
      readonly deviceId: DeviceId;
      readonly isTakeover: boolean;
    } & AtCounter)
  | ({ readonly type: 'PauseCounter'; readonly reasonId: BreakReasonId } & AtCounter)
  | ({ readonly type: 'ResumeCounter' } & AtCounter)
  | ({ readonly type: 'SignOffCounter' } & AtCounter)
  | { readonly type: 'RecordPrintResult'; readonly jobId: JobId; readonly outcome: PrintResult }
  | { readonly type: 'EndDay'; readonly endingDate: CalendarDate | null; readonly startingDate: CalendarDate }
  | { readonly type: 'ChangeConfiguration'; readonly text: string; readonly configHash: string }
  | { readonly type: 'CorrectClock'; readonly from: Instant; readonly to: Instant }
  | {
      readonly type: 'RecordRestore';
      readonly journalId: JournalId;
      readonly previousJournalId: JournalId;
      readonly numberSkip: number;
    };

export type CommandType = Command['type'];
export type CommandOf<Type extends CommandType> = Extract<Command, { type: Type }>;
