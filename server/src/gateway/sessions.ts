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
  type SubscriptionRefusal,
  protocolVersion,
  type Handshake,
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

/** Finds out whose PIN this is, without keeping or logging it. */
export type IdentifyClerk = (pin: string, deviceId: DeviceId) => Promise<IdentifiedClerk>;
export type IdentifiedClerk =
  | { readonly isKnown: true; readonly clerkIds: readonly ClerkId[] }
  | { readonly isKnown: false; readonly rejection: Rejection };

const audienceOfDevice = { kiosk: 'kiosk', counter: 'counter', display: 'display' } as const;

/**
 * Opens a session for a device of the configuration on the namespace of its kind.
 *
 * Refusals: `UnsupportedVersion`, `DeviceUnknown`, `NotForThisDevice`.
 */
export function openSession(configuration: Configuration, audience: Audience, handshake: Handshake): Opened {
  if (handshake.protocolVersion !== protocolVersion) return { isOpen: false, reason: 'UnsupportedVersion' };
  const device = configuration.devices.find(({ id }) => id === handshake.deviceId);
  if (device === undefined) return { isOpen: false, reason: 'DeviceUnknown' };
  if (audienceOfDevice[device.kind] !== audience) return { isOpen: false, reason: 'NotForThisDevice' };
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
  state: BranchState,
  identify: IdentifyClerk,
): Authorised | Promise<Authorised> {
  const { device } = session;
  const isForKiosk = command.type === 'IssueTicket';
  if (device.kind === 'display' || (device.kind === 'kiosk') !== isForKiosk)
    return refuse({ reason: 'NotForThisDevice' });
  const actor: Actor = { deviceId: device.id, clerkId: clerkAt(state, device.id) };
  switch (command.type) {
    case 'IssueTicket': {
      const printerId = device.kind === 'kiosk' ? device.printer : null;
      return { isAllowed: true, actor, command: { ...command, origin: 'kiosk', printerId } };
    }
    case 'OpenCounter':
      return signIn(device.id, command, state, identify);
    case 'CallNext':
    case 'CallTicket':
    case 'RecallTicket':
    case 'StartService':
    case 'CloseTicket':
    case 'MarkNoShow':
    case 'ReinstateTicket':
    case 'CancelTicket':
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
  state: BranchState,
  identify: IdentifyClerk,
): Promise<Authorised> {
  const { counterId, pin, isTakeover } = command;
  if (!configurationOf(state).counters.some(({ id }) => id === counterId)) return refuse({ reason: 'CounterUnknown' });
  const identified = await identify(pin, deviceId);
  if (!identified.isKnown) return refuse(identified.rejection);
  const clerkId = bestClerk(identified.clerkIds, counterId, state);
  if (clerkId === null) return refuse({ reason: 'WrongPin', triesLeft: 0 });
  const actor: Actor = { deviceId, clerkId };
  return { isAllowed: true, actor, command: { type: 'OpenCounter', counterId, clerkId, deviceId, isTakeover } };
}

/**
 * Where several clerks share a PIN (a demo for tests): the one who sits there already, else the first who sits nowhere
 * else, else the first, whom the rules will refuse with the counter where they are.
 */
function bestClerk(clerkIds: readonly ClerkId[], counterId: CounterId, state: BranchState): ClerkId | null {
  const placeOf = (clerkId: ClerkId) =>
    [...state.counters].find(([, counter]) => counter.state !== 'closed' && counter.clerkId === clerkId)?.[0] ?? null;
  const atThisCounter = clerkIds.find((clerkId) => placeOf(clerkId) === counterId);
  return atThisCounter ?? clerkIds.find((clerkId) => placeOf(clerkId) === null) ?? clerkIds[0] ?? null;
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
