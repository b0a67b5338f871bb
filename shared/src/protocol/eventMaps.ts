/**
 * The only definition of what travels on a socket. Payloads are `unknown` on both sides because each side parses what
 * it receives; the names and directions are what the types hold.
 */
export type ClientToServer = {
  readonly subscribe: (answer: (subscription: unknown) => void) => void;
  readonly command: (envelope: unknown, answer: (acknowledgement: unknown) => void) => void;
};

export type ServerToClient = {
  readonly delta: (delta: unknown) => void;
  readonly heartbeat: (heartbeat: unknown) => void;
  readonly figures: (figures: unknown) => void;
  /** Only to kiosks: bytes to and from the printer beside one. */
  readonly printer: (operation: unknown, answer: (outcome: unknown) => void) => void;
};
