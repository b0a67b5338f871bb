import { destination, type Logger, pino } from 'pino';

/** One JSON line for each thing that happened, on standard error; never a PIN, a payload or a person. */
export type ServerLog = Logger;

/** The log of this process: written at once, so that a crash loses none of it. */
export function createServerLog(): ServerLog {
  return pino({ name: 'okienko', level: 'info' }, destination({ fd: 2, sync: true }));
}
