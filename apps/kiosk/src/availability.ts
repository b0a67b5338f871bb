import { assertNever, type DurationMs, milliseconds, type ReplicaState } from '@okienko/shared';

/** Whether the kiosk can give tickets: not known yet, yes, or no. */
export type Availability = 'starting' | 'available' | 'unavailable';

type Conditions = Pick<ReplicaState<unknown, unknown>, 'connection' | 'isWritable'> & {
  readonly hasConfiguration: boolean;
  /** How long the picture has been stale or refused; null while it is neither. */
  readonly lostForMs: DurationMs | null;
  /** How long ago the page was opened. */
  readonly openForMs: DurationMs;
  /** How long a press has been without its answer; null where none is on its way. */
  readonly pendingForMs: DurationMs | null;
};

/** A customer waits this long for an answer, then is told that there is none, in milliseconds. */
export const patienceMs = milliseconds(5_000);
/** A page that was busy sees itself stale before it reads the heartbeat that has come: a loss must last this long. */
export const lossGraceMs = milliseconds(500);

/**
 * What the kiosk may promise now. The first seconds of a loss most often end by themselves, so they change nothing
 * but the keys; a picture that is stale, a journal that cannot write or an answer that does not come end the service.
 */
export function availabilityOf(conditions: Conditions): Availability {
  const { connection, isWritable, hasConfiguration, lostForMs, openForMs, pendingForMs } = conditions;
  if (pendingForMs !== null && pendingForMs >= patienceMs) return 'unavailable';
  switch (connection) {
    case 'stale':
    case 'refused':
      if (lostForMs === null || lostForMs >= lossGraceMs) return 'unavailable';
      return isWritable && hasConfiguration ? 'available' : 'unavailable';
    case 'connecting':
      return openForMs < patienceMs ? 'starting' : 'unavailable';
    case 'live':
    case 'reconnecting':
      return isWritable && hasConfiguration ? 'available' : 'unavailable';
    default:
      return assertNever(connection);
  }
}
