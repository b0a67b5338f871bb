/** A broken promise of our own code: never caught to carry on, except by the engine's quarantine. */
export class AssertionFailure extends Error {
  override readonly name = 'AssertionFailure';
}

/**
 * States what must be true here, and stays on in production.
 *
 * @throws AssertionFailure with `message` when `condition` is false: that is a bug, not a bad input.
 */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new AssertionFailure(message);
}

/**
 * Gives back a value that must be there.
 *
 * @throws AssertionFailure naming `what` when the value is null or undefined.
 */
export function required<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new AssertionFailure(`${what} is missing`);
  return value;
}

/** Ends a switch over a union: a member without a case fails to compile, and fails loudly if it arrives anyway. */
export function assertNever(value: never): never {
  throw new AssertionFailure(`no case for ${JSON.stringify(value)}`);
}
