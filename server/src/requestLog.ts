import type { MachineClock } from '@okienko/shared';
import type { AnsweredRequest } from './gateway/httpGateway.ts';
import { RefusalLog } from './gateway/refusalLog.ts';
import type { ComponentLog } from './serverLog.ts';

/** What the log is told of each request: all at `trace`, refused ones at `warn`, counted and a few a second. */
export function createRequestLog(log: ComponentLog, machineClock: MachineClock): (answered: AnsweredRequest) => void {
  const refusals = new RefusalLog<AnsweredRequest>(machineClock, (refused) => log.warn(refused, 'request refused'));
  return (answered) => {
    log.trace(answered, 'request answered');
    if (isRefusal(answered.status)) refusals.note(answered);
  };
}

/** A page that is not there is no refusal, and a fault is written down where it happens. */
function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 404;
}
