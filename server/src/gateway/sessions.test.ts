import { type ClientCommand, type Handshake, idSchemas, instantOf, protocolVersion } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { type BranchState, configurationOf } from '../domain/branchState.ts';
import { testBranch } from '../engine/testing/testBranch.ts';
import { authorise, type Authorised, type IdentifyClerk, openSession, type Session } from './sessions.ts';

const counterId = idSchemas.counter.parse('c2');
const clerk = (number: number) => idSchemas.clerk.parse(`clerk-${number}`);
const issue: ClientCommand = {
  type: 'IssueTicket',
  serviceId: idSchemas.service.parse('pisma'),
  priorityClass: idSchemas.priorityClass.parse('ordinary'),
  language: 'uk',
};
const callNext: ClientCommand = { type: 'CallNext', counterId, currentTicketId: null, outcomeId: null };
const signIn: ClientCommand = { type: 'OpenCounter', counterId, pin: '123456', isTakeover: false };
const knows =
  (...numbers: readonly number[]): IdentifyClerk =>
  () =>
    Promise.resolve({ isKnown: true, clerkIds: numbers.map(clerk) });

function branchState(): BranchState {
  return testBranch().engine.query(({ state }) => state);
}

function sessionOf(name: string, state = branchState()): Session {
  const kind = name.startsWith('kiosk') ? 'kiosk' : name.startsWith('hall') ? 'display' : 'counter';
  const opened = openSession(configurationOf(state), kind, handshake(name));
  if (!opened.isOpen) throw new Error(opened.reason);
  return opened.session;
}

function handshake(name: string, version = protocolVersion): Handshake {
  return { protocolVersion: version, deviceId: idSchemas.device.parse(name) };
}

const ask = async (
  device: string,
  command: ClientCommand,
  identify = knows(2),
  state = branchState(),
): Promise<Authorised> => authorise(sessionOf(device, state), command, () => state, identify);

describe('opening a session', () => {
  it.each([
    ['a device of its kind', 'counter', 'counter-2', protocolVersion, { isOpen: true }],
    ['an unknown device', 'counter', 'counter-9', protocolVersion, { isOpen: false, reason: 'DeviceUnknown' }],
    ['a display that says it is a console', 'counter', 'hall-1', protocolVersion, { reason: 'NotForThisDevice' }],
    ['another version', 'counter', 'counter-2', protocolVersion + 1, { reason: 'UnsupportedVersion' }],
  ] as const)(
    'given %s, when it connects, then it is answered so [P-1] [P-2]',
    (_name, audience, device, version, expected) => {
      const configuration = configurationOf(branchState());
      expect(openSession(configuration, audience, handshake(device, version))).toMatchObject(expected);
    },
  );
});

describe('what a session may ask [P-28]', () => {
  it('given a kiosk, when it issues, then the server adds the origin and the printer of its configuration', async () => {
    expect(await ask('kiosk-1', issue)).toEqual({
      isAllowed: true,
      actor: { deviceId: 'kiosk-1', clerkId: null },
      command: { ...issue, origin: 'kiosk', printerId: 'kiosk-1-printer' },
    });
  });

  it.each([
    ['kiosk-1', callNext],
    ['kiosk-1', signIn],
    ['hall-1', issue],
    ['hall-1', callNext],
    ['counter-2', issue],
  ])('given %s, when it asks what is not its business, then it is refused', async (device, command) => {
    expect(await ask(device, command)).toEqual({ isAllowed: false, rejection: { reason: 'NotForThisDevice' } });
  });

  it('given a console where a clerk is signed in, when it commands, then the clerk is on record', async () => {
    const branch = testBranch();
    branch.send(branch.open('c2', 'clerk-2', 'counter-2'), 'counter-2');
    const state = branch.engine.query((reading) => reading.state);
    expect(await ask('counter-2', callNext, knows(2), state)).toMatchObject({ actor: { clerkId: 'clerk-2' } });
    expect(await ask('counter-3', callNext, knows(2), state)).toMatchObject({ actor: { clerkId: null } });
  });
});

describe('signing in [P-29]', () => {
  it('given a right PIN, when a clerk signs in, then the command names the clerk and not the PIN', async () => {
    const authorised = await ask('counter-2', signIn);
    expect(authorised).toMatchObject({ command: { type: 'OpenCounter', clerkId: 'clerk-2', deviceId: 'counter-2' } });
    expect(JSON.stringify(authorised)).not.toContain('123456');
  });

  it('given a wrong PIN, when a clerk signs in, then the reason is passed on', async () => {
    const rejection = { reason: 'PinLocked', until: instantOf(5) } as const;
    const identify = () => Promise.resolve({ isKnown: false as const, rejection });
    expect(await ask('counter-2', signIn, identify)).toEqual({ isAllowed: false, rejection });
  });

  it('given a PIN that several share, when one is at work elsewhere, then the next of them signs in', async () => {
    const branch = testBranch();
    branch.send(branch.open('c3', 'clerk-1', 'counter-3'), 'counter-3');
    const state = branch.engine.query((reading) => reading.state);
    expect(await ask('counter-2', signIn, knows(1, 2), state)).toMatchObject({ command: { clerkId: 'clerk-2' } });
  });

  it('given a PIN that several share, when one of them sits there already, then it is that one', async () => {
    const branch = testBranch();
    branch.send(branch.open('c2', 'clerk-3', 'counter-3'), 'counter-3');
    const state = branch.engine.query((reading) => reading.state);
    expect(await ask('counter-2', signIn, knows(1, 2, 3), state)).toMatchObject({ command: { clerkId: 'clerk-3' } });
  });

  it('given an unknown counter, when a clerk signs in, then no PIN is even looked at', async () => {
    const command: ClientCommand = { ...signIn, counterId: idSchemas.counter.parse('c99') };
    const identify = () => Promise.reject(new Error('a PIN was looked at'));
    expect(await ask('counter-2', command, identify)).toMatchObject({ rejection: { reason: 'CounterUnknown' } });
  });
});
