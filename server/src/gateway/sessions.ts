import {
  assertNever,
  type Audience,
  type ClerkId,
  type ClientCommand,
  type Command,
  type Configuration,
  type CounterId,
  type Device,
  type DeviceId,
  type Rejection,
  claimedVersionOf,
  handshakeSchema,
  parse,
  protocolVersion,
  required,
  type SubscriptionRefusal,
} from '@okienko/shared';
import { type BranchState, configurationOf } from '../domain/branchState.ts';
import type { Actor } from '../domain/decision.ts';

/** One device's connection: what it is follows from the configuration, never from what it says of itself. */
export type Session = { readonly device: Device };

export type Opened =
  | { readonly isOpen: true; readonly session: Session }
  | { readonly isOpen: false; readonly reason: SubscriptionRefusal };

export type Authorised =
  | { readonly isAllowed: true; readonly command: Command; readonly actor: Actor }
  | { readonly isAllowed: false; readonly rejection: Rejection };

/** The committed state of this moment: while a PIN is checked turns go by, and a state may be thrown away. */
type ReadState = () => BranchState;

/** Finds out whose PIN this is, without keeping or logging it; a known PIN names at least one clerk. */
export type IdentifyClerk = (pin: string, deviceId: DeviceId) => Promise<IdentifiedClerk>;
export type IdentifiedClerk =
  | { readonly isKnown: true; readonly clerkIds: readonly ClerkId[] }
  | { readonly isKnown: false; readonly rejection: Rejection };

/**
 * Opens a session for a device of the configuration on the namespace of its kind, by the first words of the connection
 * as they came.
 *
 * Refusals: `UnsupportedVersion`, `DeviceUnknown`, `NotForThisDevice`.
 */
export function openSession(configuration: Configuration, audience: Audience, auth: unknown): Opened {
  if (claimedVersionOf(auth) !== protocolVersion) return { isOpen: false, reason: 'UnsupportedVersion' };
  const handshake = parse(handshakeSchema, auth);
  const device = configuration.devices.find(({ id }) => handshake.isValid && id === handshake.value.deviceId);
  if (device === undefined) return { isOpen: false, reason: 'DeviceUnknown' };
  if (device.kind !== audience) return { isOpen: false, reason: 'NotForThisDevice' };
  return { isOpen: true, session: { device } };
}

/**
 * Turns what a screen asks for into the domain's command, or says why this device may not ask it.
 *
 * A kiosk issues and nothing else, on its own printer; a console does everything else; a display asks nothing. Only a
 * sign-in takes time, because a PIN is checked. Whose counter it is, the rules decide in the turn itself: here it
 * could be another's by then.
 */
export function authorise(
  session: Session,
  command: ClientCommand,
  readState: ReadState,
  identify: IdentifyClerk,
): Authorised | Promise<Authorised> {
  const { device } = session;
  const isForKiosk = command.type === 'IssueTicket';
  if (device.kind === 'display' || (device.kind === 'kiosk') !== isForKiosk)
    return refuse({ reason: 'NotForThisDevice' });
  const actor: Actor = { deviceId: device.id, clerkId: clerkAt(readState(), device.id) };
  switch (command.type) {
    case 'IssueTicket': {
      const printerId = device.kind === 'kiosk' ? device.printer : null;
      return { isAllowed: true, actor, command: { ...command, origin: 'kiosk', printerId } };
    }
    case 'OpenCounter':
      return signIn(device.id, command, readState, identify);
    case 'CallNext':
    case 'CallTicket':
    case 'RecallTicket':
    case 'StartService':
    case 'CloseTicket':
    case 'MarkNoShow':
    case 'ReinstateTicket':
    case 'CancelTicket':
    case 'ReprintTicket':
    case 'PauseCounter':
    case 'ResumeCounter':
    case 'SignOffCounter':
      return { isAllowed: true, actor, command };
    default:
      return assertNever(command);
  }
}

async function signIn(
  deviceId: DeviceId,
  command: Extract<ClientCommand, { type: 'OpenCounter' }>,
  readState: ReadState,
  identify: IdentifyClerk,
): Promise<Authorised> {
  const { counterId, pin, isTakeover } = command;
  if (!configurationOf(readState()).counters.some(({ id }) => id === counterId))
    return refuse({ reason: 'CounterUnknown' });
  const identified = await identify(pin, deviceId);
  if (!identified.isKnown) return refuse(identified.rejection);
  const clerkId = bestClerk(identified.clerkIds, counterId, readState());
  const actor: Actor = { deviceId, clerkId };
  return { isAllowed: true, actor, command: { type: 'OpenCounter', counterId, clerkId, deviceId, isTakeover } };
}

/**
 * Where several clerks share a PIN (a demo for tests): the one who sits there already, else the first who sits nowhere
 * else, else the first, whom the rules will refuse with the counter where they are.
 */
function bestClerk(clerkIds: readonly ClerkId[], counterId: CounterId, state: BranchState): ClerkId {
  const placeOf = (clerkId: ClerkId) =>
    [...state.counters].find(([, counter]) => counter.state !== 'closed' && counter.clerkId === clerkId)?.[0] ?? null;
  const atThisCounter = clerkIds.find((clerkId) => placeOf(clerkId) === counterId);
  const sittingNowhere = clerkIds.find((clerkId) => placeOf(clerkId) === null);
  return atThisCounter ?? sittingNowhere ?? required(clerkIds[0], 'the clerk of a known PIN');
}

function clerkAt(state: BranchState, deviceId: DeviceId): ClerkId | null {
  for (const counter of state.counters.values()) {
    if (counter.state !== 'closed' && counter.deviceId === deviceId) return counter.clerkId;
  }
  return null;
}

function refuse(rejection: Rejection): Authorised {
  return { isAllowed: false, rejection };
}
