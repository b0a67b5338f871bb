import { assertNever, type Command } from '@okienko/shared';
import type { BranchState } from './branchState.ts';
import { callNext } from './commands/callNext.ts';
import { callTicket } from './commands/callTicket.ts';
import { cancelTicket } from './commands/cancelTicket.ts';
import { changeConfiguration } from './commands/changeConfiguration.ts';
import { closeTicket } from './commands/closeTicket.ts';
import { endDay } from './commands/endDay.ts';
import { issueTicket } from './commands/issueTicket.ts';
import { markNoShow } from './commands/markNoShow.ts';
import { openCounter } from './commands/openCounter.ts';
import { pauseCounter } from './commands/pauseCounter.ts';
import { recallTicket } from './commands/recallTicket.ts';
import { recordPrintResult } from './commands/recordPrintResult.ts';
import { recordRestore } from './commands/recordRestore.ts';
import { reinstateTicket } from './commands/reinstateTicket.ts';
import { reprintTicket } from './commands/reprintTicket.ts';
import { resumeCounter } from './commands/resumeCounter.ts';
import { signOffCounter } from './commands/signOffCounter.ts';
import { startService } from './commands/startService.ts';
import { accepted, type Decision, type DecisionContext } from './decision.ts';

/**
 * The rules: what follows from one command in one state, as events or as one reason why nothing does.
 *
 * Pure: it changes nothing and asks nothing but its arguments. It never throws for a wish that cannot be fulfilled; a
 * thrown assertion is a bug, which the engine quarantines.
 */
export function decide(state: BranchState, command: Command, context: DecisionContext): Decision {
  switch (command.type) {
    case 'IssueTicket':
      return issueTicket(state, command, context);
    case 'CallNext':
      return callNext(state, command, context);
    case 'CallTicket':
      return callTicket(state, command, context);
    case 'RecallTicket':
      return recallTicket(state, command, context);
    case 'StartService':
      return startService(state, command, context);
    case 'CloseTicket':
      return closeTicket(state, command, context);
    case 'MarkNoShow':
      return markNoShow(state, command, context);
    case 'ReinstateTicket':
      return reinstateTicket(state, command, context);
    case 'CancelTicket':
      return cancelTicket(state, command, context);
    case 'ReprintTicket':
      return reprintTicket(state, command, context);
    case 'OpenCounter':
      return openCounter(state, command);
    case 'PauseCounter':
      return pauseCounter(state, command, context);
    case 'ResumeCounter':
      return resumeCounter(state, command, context);
    case 'SignOffCounter':
      return signOffCounter(state, command, context);
    case 'RecordPrintResult':
      return recordPrintResult(state, command);
    case 'EndDay':
      return endDay(state, command);
    case 'ChangeConfiguration':
      return changeConfiguration(state, command);
    case 'CorrectClock':
      return accepted({ type: 'ClockCorrected', from: command.from, to: command.to });
    case 'RecordRestore':
      return recordRestore(state, command);
    default:
      return assertNever(command);
  }
}
