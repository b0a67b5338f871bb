import type { ClerkId, DeviceId, Instant, JournalEvent, Rejection } from '@okienko/shared';

/** Who asks: the device of the session and, at a counter, the clerk who is signed in there. */
export type Actor = { readonly deviceId: DeviceId; readonly clerkId: ClerkId | null };

/** What a rule may know besides the state: the time, whether the branch is open at it, who asks, and new ids (UUIDv7). */
export type DecisionContext = {
  readonly now: Instant;
  readonly actor: Actor;
  readonly newId: () => string;
  readonly isBranchOpen: boolean;
};

/** The answer of the rules: what happens, or one reason why nothing does. */
export type Decision =
  | { readonly kind: 'accepted'; readonly events: readonly JournalEvent[] }
  | { readonly kind: 'rejected'; readonly rejection: Rejection };

/** These events happen, in this order. */
export function accepted(...events: readonly JournalEvent[]): Decision {
  return { kind: 'accepted', events };
}

/** Nothing happens, for this reason. */
export function rejected(rejection: Rejection): Decision {
  return { kind: 'rejected', rejection };
}
