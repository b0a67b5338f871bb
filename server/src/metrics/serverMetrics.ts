import {
  type Acknowledgement,
  type Alarm,
  alarmKinds,
  assertNever,
  type Configuration,
  type DurationMs,
} from '@okienko/shared';
import type { Pulse } from '../engine/engineRequest.ts';
import type { TurnObservation } from '../engine/turnMeter.ts';
import type { AnsweredRequest } from '../gateway/httpGateway.ts';
import type { RefusedMessage } from '../gateway/refusalLog.ts';
import type { StoredEvent } from '../journal/journal.ts';
import { createCommittedMetrics } from './committedMetrics.ts';
import type { MetricsRegistry } from './metricsRegistry.ts';
import { tally } from './tally.ts';

/** From half a millisecond, which is a local round trip, to five seconds, when a sender asks again. */
const durationBucketsSeconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const turnSizeBuckets = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000, 20_000];

/** What happens in the server, as it happens: docs/API.md says what each name means. */
export type ServerMetrics = {
  readonly onTurn: (turn: TurnObservation) => void;
  /** One command of a device was answered, so long after it arrived. */
  readonly onAnswered: (answered: { readonly type: string; readonly ackMs: DurationMs }) => void;
  readonly onRequest: (answered: AnsweredRequest) => void;
  readonly onRefused: (refused: RefusedMessage) => void;
  readonly onCommitted: (events: readonly StoredEvent[]) => void;
  /** The alarms that a scrape names are those that consoles were told last. */
  readonly onPulse: (pulse: Pulse) => void;
};

/**
 * Registers what is counted and timed, and gives the hooks that the parts of the server call.
 *
 * @param printers whose results begin at 0, so that the first failure is seen as a rise.
 */
export function createServerMetrics(registry: MetricsRegistry, printers: Configuration['printers']): ServerMetrics {
  const commitSeconds = registry.histogram('okienko_commit_seconds', 'Synced write of one turn of the engine.', {
    labelNames: [],
    buckets: durationBucketsSeconds,
  });
  const turnSeconds = registry.histogram('okienko_turn_seconds', 'One turn of the engine with its messages.', {
    labelNames: [],
    buckets: durationBucketsSeconds,
  });
  const turnCommands = registry.histogram('okienko_turn_commands', 'Commands answered in one turn of the engine.', {
    labelNames: [],
    buckets: turnSizeBuckets,
  });
  const ackSeconds = registry.histogram(
    'okienko_command_ack_seconds',
    'From the arrival of a command to its answer, commands refused before the rules included.',
    { labelNames: ['type'], buckets: durationBucketsSeconds },
  );
  const commands = registry.counter('okienko_commands_total', 'Commands answered by the engine, resends included.', [
    'type',
    'answer',
    'reason',
  ]);
  const refused = registry.counter(
    'okienko_refused_messages_total',
    'Messages refused before they reached the rules.',
    ['audience', 'reason'],
  );
  const requests = registry.counter('okienko_http_requests_total', 'Requests by pattern of address and status.', [
    'route',
    'status',
  ]);
  const committed = createCommittedMetrics(registry, printers);
  let alarms: readonly Alarm[] = [];
  const underKind = (kind: string) => ({ kind });
  registry.labelledGauge('okienko_alarms', 'Alarms that consoles show, by kind.', ['kind'], () =>
    tally(
      underKind,
      alarmKinds,
      alarms.map(({ kind }) => kind),
    ),
  );
  return {
    onTurn: ({ answers, commitMs, turnMs }) => {
      turnSeconds({}, turnMs / 1_000);
      if (commitMs !== null) commitSeconds({}, commitMs / 1_000);
      if (answers.length > 0) turnCommands({}, answers.length);
      for (const { type, acknowledgement } of answers) {
        commands({ type, answer: acknowledgement.answer, ...reasonOf(acknowledgement) });
      }
    },
    onAnswered: ({ type, ackMs }) => ackSeconds({ type }, ackMs / 1_000),
    onRequest: ({ route, status }) => requests({ route: route ?? 'none', status: String(status) }),
    onRefused: ({ audience, reason }) => refused({ audience, reason }),
    onCommitted: (events) => {
      for (const { event } of events) committed(event);
    },
    onPulse: ({ figures }) => {
      ({ alarms } = figures.counter);
    },
  };
}

function reasonOf(acknowledgement: Acknowledgement): { readonly reason?: string } {
  switch (acknowledgement.answer) {
    case 'accepted':
      return {};
    case 'rejected':
      return { reason: acknowledgement.rejection.reason };
    case 'fault':
      return { reason: acknowledgement.fault };
    default:
      return assertNever(acknowledgement);
  }
}
