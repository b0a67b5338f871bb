import type { CommandEnvelope } from '../protocol/clientCommand.ts';

/** What came back: a message still to be parsed, or nothing in time (also at once, when there is no connection). */
export type TransportAnswer =
  | { readonly kind: 'answered'; readonly message: unknown }
  | { readonly kind: 'unanswered' };

export type TransportListener = {
  readonly connected: () => void;
  readonly disconnected: () => void;
  readonly delta: (message: unknown) => void;
  readonly heartbeat: (message: unknown) => void;
  readonly figures: (message: unknown) => void;
};

/**
 * A connection that delivers each message at most once and in order, and never keeps one for later: what is sent
 * while offline is answered `unanswered` at once, because a press that fires minutes later calls the wrong person.
 */
export type Transport = {
  readonly isConnected: () => boolean;
  /** Starts to listen; called once. `connected` follows also where the connection is already there. */
  readonly listen: (listener: TransportListener) => void;
  readonly subscribe: () => Promise<TransportAnswer>;
  readonly send: (envelope: CommandEnvelope) => Promise<TransportAnswer>;
  readonly close: () => void;
};
