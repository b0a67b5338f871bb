/** The wire's version: raised when an old client could misread a message; a client of another version is refused. */
export const protocolVersion = 1;

/** The version that a message claims, before anything else of it is looked at: another may have another form. */
export function claimedVersionOf(message: unknown): unknown {
  const isVersioned = typeof message === 'object' && message !== null && 'protocolVersion' in message;
  return isVersioned ? message.protocolVersion : undefined;
}

/** How often the server proves that it is alive, in milliseconds. */
export const heartbeatIntervalMs = 1_000;
/** A screen without a heartbeat for this long is stale, in milliseconds. */
export const staleAfterMs = 4_000;

/** How old a press may be when it reaches the engine, in milliseconds: later, the person has moved on. */
export const ageLimitMs = { customer: 5_000, clerk: 15_000, device: 600_000 } as const;
