import { required } from '@okienko/shared';
import { destination, type DestinationStream, type Logger, pino, stdSerializers, stdTimeFunctions } from 'pino';
import { textWithoutSecrets, withoutSecrets } from './withoutSecrets.ts';

/** From all to nothing; what is below the level of a log is not written. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** The parts of the server that a line can be about. */
const logComponents = ['server', 'engine', 'http', 'sockets', 'printing', 'journal', 'backup'] as const;
type LogComponent = (typeof logComponents)[number];

/** What one part writes to. */
export type ComponentLog = Logger;

/** The log of this process: one JSON line for each thing that happened; never a PIN, a payload or a person. */
export type ServerLog = (component: LogComponent) => ComponentLog;

/**
 * The log of this process, on standard error unless told otherwise: lines with `time` (of the machine, in UTC),
 * `level`, `component` and `msg`. Written at once, so that a crash loses none of it. Secrets that come here by mistake
 * are hidden, by their names and by their form.
 */
export function createServerLog(
  level: LogLevel,
  to: DestinationStream = destination({ fd: 2, sync: true }),
): ServerLog {
  const root = pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: withoutSecrets },
      serializers: {
        err: (error: Error) => withoutSecrets(Object.fromEntries(Object.entries(stdSerializers.err(error)))),
      },
      hooks: { streamWrite: textWithoutSecrets },
    },
    to,
  );
  const ofComponents = new Map(logComponents.map((component) => [component, root.child({ component })]));
  return (component) => required(ofComponents.get(component), 'the log of a component');
}
