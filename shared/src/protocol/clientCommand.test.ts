import { describe, expect, it } from 'vitest';
import { clientCommandSchema, commandEnvelopeSchema } from './clientCommand.ts';
import { parse } from './parse.ts';

const ticketId = '0197a000-0000-7000-8000-000000000001';
const onTicket = { counterId: 'c1', ticketId, seenState: 'called' };
const replacing = { currentTicketId: null, outcomeId: null };

const commands = [
  { type: 'IssueTicket', serviceId: 'pisma', priorityClass: 'ordinary', language: 'uk' },
  { type: 'CallNext', counterId: 'c1', ...replacing },
  { type: 'CallNext', counterId: 'c1', currentTicketId: ticketId, outcomeId: 'settled' },
  { type: 'CallTicket', ...onTicket, ...replacing },
  { type: 'RecallTicket', ...onTicket, seenCallCount: 1 },
  { type: 'StartService', ...onTicket },
  { type: 'CloseTicket', ...onTicket, outcomeId: null },
  { type: 'MarkNoShow', ...onTicket },
  { type: 'ReinstateTicket', ...onTicket },
  { type: 'CancelTicket', ...onTicket },
  { type: 'ReprintTicket', ...onTicket, printerId: 'kiosk-1-printer' },
  { type: 'OpenCounter', counterId: 'c1', pin: '012345', isTakeover: false },
  { type: 'PauseCounter', counterId: 'c1', reasonId: 'lunch' },
  { type: 'ResumeCounter', counterId: 'c1' },
  { type: 'SignOffCounter', counterId: 'c1' },
];
const envelope = { protocolVersion: 1, commandId: ticketId, ageMs: 12.5, command: commands[0] };

describe('what a screen may ask for', () => {
  it.each(commands)('given $type, then it is read as it was sent', (command) => {
    expect(parse(clientCommandSchema, command)).toEqual({ isValid: true, value: command });
  });

  it.each(commands)('given $type with one thing missing or one too many, then it is refused', (command) => {
    for (const key of Object.keys(command)) {
      const without = Object.fromEntries(Object.entries(command).filter(([name]) => name !== key));
      expect(parse(clientCommandSchema, without).isValid, `without ${key}`).toBe(false);
    }
    expect(parse(clientCommandSchema, { ...command, extra: 1 }).isValid).toBe(false);
  });

  it.each([
    ["the server's own command", { type: 'EndDay', endingDate: null, startingDate: '2026-11-24' }],
    ['a configuration from a screen', { type: 'ChangeConfiguration', text: '{}', configHash: 'x' }],
    ["a printer port's report", { type: 'RecordPrintResult', jobId: ticketId, outcome: { result: 'printed' } }],
    ['a kiosk that chooses its printer', { ...commands[0], printerId: 'p1' }],
    ['a kiosk that says where it comes from', { ...commands[0], origin: 'phone' }],
    ['a clerk who says who they are', { type: 'OpenCounter', counterId: 'c1', clerkId: 'clerk-1', isTakeover: true }],
    ['a short PIN', { type: 'OpenCounter', counterId: 'c1', pin: '12345', isTakeover: false }],
    ['a PIN of letters', { type: 'OpenCounter', counterId: 'c1', pin: '12345a', isTakeover: false }],
    ['a state that no ticket has', { type: 'StartService', ...onTicket, seenState: 'gone' }],
    ['no type', { counterId: 'c1' }],
  ])('given %s, then it is refused', (_, command) => {
    expect(parse(clientCommandSchema, command).isValid).toBe(false);
  });
});

describe('the envelope of a press', () => {
  it('given one that fits, then it is read', () => {
    expect(parse(commandEnvelopeSchema, envelope).isValid).toBe(true);
  });

  it.each([
    ['an age from the future', { ageMs: -1 }, 'ageMs'],
    ['no age', { ageMs: Number.NaN }, 'ageMs'],
    ['an endless age', { ageMs: Number.POSITIVE_INFINITY }, 'ageMs'],
    ["a forged server's id", { commandId: 'day-end:2026-11-24' }, 'commandId'],
    ['half a version', { protocolVersion: 1.5 }, 'protocolVersion'],
    ['a mistake in the command', { command: { ...commands[1], counterId: 'C1' } }, 'command.counterId'],
  ])('given %s, then it is refused with the path', (_, change, path) => {
    expect(parse(commandEnvelopeSchema, { ...envelope, ...change })).toMatchObject({ isValid: false, path });
  });
});
