import { describe, expect, it } from 'vitest';
import { idSchemas, seqOf } from '../base/ids.ts';
import { milliseconds, minutes } from '../base/time.ts';
import type { ClientCommand } from '../protocol/clientCommand.ts';
import { ScriptedTransport } from '../testing/scriptedTransport.ts';
import { VirtualClock } from '../testing/virtualClock.ts';
import { createCommandSender, type PendingCommand, type PendingStore } from './commandSender.ts';
import type { ReplicaState } from './replica.ts';

const uuid = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const journalId = idSchemas.journal.parse(uuid(1));
const counterId = idSchemas.counter.parse('c2');
const callNext: ClientCommand = { type: 'CallNext', counterId, currentTicketId: null, outcomeId: null };
const accepted = (seq: number) => ({ answer: 'accepted', journalId, seq, result: { type: 'done' } });

type Options = { readonly connection?: 'live' | 'stale' | 'reconnecting'; readonly stored?: PendingCommand };

function screen({ connection = 'live', stored }: Options = {}) {
  const clock = new VirtualClock('2026-11-24', '14:05');
  const transport = new ScriptedTransport();
  transport.connect();
  const kept: (PendingCommand | null)[] = [stored ?? null];
  const store: PendingStore = {
    load: () => kept.at(-1) ?? null,
    save: (pending) => void kept.push(pending),
    clear: () => void kept.push(null),
  };
  let position = { journalId, epoch: idSchemas.epoch.parse(uuid(2)), seq: seqOf(5) };
  const listeners = new Set<() => void>();
  const state = (): ReplicaState<unknown, unknown> => ({
    connection,
    refusal: null,
    view: null,
    figures: null,
    position,
    isWritable: true,
    lastHeartbeatAt: null,
    clockRate: 1,
  });
  let made = 100;
  const sender = createCommandSender({
    transport,
    replica: {
      state,
      onChange: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    machineClock: clock.machine,
    wallNowMs: clock.business.now,
    newCommandId: () => idSchemas.command.parse(uuid((made += 1))),
    store,
  });
  const see = (seq: number) => {
    position = { ...position, seq: seqOf(seq) };
    for (const listener of listeners) listener();
  };
  return { clock, transport, sender, see, kept };
}

describe('a command sender', () => {
  it('given a press, when it is accepted, then it is settled only when its position is in the picture [P-22]', async () => {
    const { transport, sender, see } = screen();
    expect(sender.press(callNext)).toBe(true);
    await transport.answer('sent', accepted(6));
    expect(sender.state()).toMatchObject({ phase: 'pending', progress: 'accepted' });
    see(6);
    expect(sender.state()).toMatchObject({ phase: 'idle', lastSettled: { outcome: 'accepted' } });
  });

  it('given a pending press, when the key is pressed again, then nothing is sent [P-20]', () => {
    const { transport, sender } = screen();
    sender.press(callNext);
    expect(sender.press(callNext)).toBe(false);
    expect(transport.sent).toHaveLength(1);
  });

  it.each(['stale', 'reconnecting'] as const)(
    'given a %s picture, when a key is pressed, then nothing is sent',
    (connection) => {
      const { transport, sender, kept } = screen({ connection });
      expect(sender.press(callNext)).toBe(false);
      expect(transport.sent).toHaveLength(0);
      expect(kept).toEqual([null]);
    },
  );

  it('given no answer or a fault, when half a second is over, then the same id goes again, older [P-21]', async () => {
    const { clock, transport, sender } = screen();
    sender.press(callNext);
    const first = transport.sent[0]?.question;
    await transport.leaveUnanswered('sent');
    expect(sender.state()).toMatchObject({ phase: 'pending', progress: 'unanswered' });
    clock.pass(milliseconds(500));
    const second = transport.sent[0]?.question;
    await transport.answer('sent', { answer: 'fault', fault: 'journal' });
    expect(sender.state()).toMatchObject({ phase: 'pending', progress: 'fault' });
    clock.pass(milliseconds(500));
    const third = transport.sent[0]?.question;
    expect([second?.commandId, third?.commandId]).toEqual([first?.commandId, first?.commandId]);
    expect([first?.ageMs, second?.ageMs, third?.ageMs]).toEqual([0, 500, 1_000]);
  });

  it('given a rejection, when it comes, then the press is settled with its reason and the next may go [P-23]', async () => {
    const { transport, sender } = screen();
    sender.press(callNext);
    await transport.answer('sent', { answer: 'rejected', rejection: { reason: 'QueueEmpty' } });
    expect(sender.state()).toMatchObject({
      phase: 'idle',
      lastSettled: { outcome: 'rejected', rejection: { reason: 'QueueEmpty' } },
    });
    expect(sender.press(callNext)).toBe(true);
  });

  it('given a wall clock that slept, when a command is resent, then the greater of both ages counts [P-24]', async () => {
    const { clock, transport, sender } = screen();
    sender.press(callNext);
    await transport.leaveUnanswered('sent');
    clock.jump(minutes(3));
    clock.pass(milliseconds(500));
    expect(transport.sent[0]?.question.ageMs).toBe(minutes(3) + 500);
  });

  it('given a wall clock set back, when a command is resent, then its age does not shrink [P-24]', async () => {
    const { clock, transport, sender } = screen();
    sender.press(callNext);
    await transport.leaveUnanswered('sent');
    clock.jump(minutes(-3));
    clock.pass(milliseconds(500));
    expect(transport.sent[0]?.question.ageMs).toBe(500);
  });

  it('given a press from before a reload, when the page starts, then that id goes first and no other [P-25]', () => {
    const commandId = idSchemas.command.parse(uuid(77));
    const { transport, sender } = screen({ stored: { commandId, command: callNext, pressedAtWallMs: 0 } });
    expect(transport.sent[0]?.question.commandId).toBe(commandId);
    expect(sender.press(callNext)).toBe(false);
  });

  it('given a press, when it is sent, then it was stored before, and cleared when it is settled [P-25]', async () => {
    const { transport, sender, see, kept } = screen();
    sender.press(callNext);
    expect(kept.at(-1)?.commandId).toBe(transport.sent[0]?.question.commandId);
    await transport.answer('sent', accepted(6));
    see(6);
    expect(kept.at(-1)).toBeNull();
  });

  it('given a sign-in, when it is settled, then its PIN is forgotten [P-29]', async () => {
    const { transport, sender } = screen();
    sender.press({ type: 'OpenCounter', counterId, pin: '123456', isTakeover: false });
    await transport.answer('sent', { answer: 'rejected', rejection: { reason: 'WrongPin', triesLeft: 4 } });
    expect(sender.state()).toMatchObject({ lastSettled: { command: { type: 'OpenCounter', counterId } } });
    expect(JSON.stringify(sender.state())).not.toContain('123456');
  });

  it('given an answer from another journal, when the picture is of a restored one, then the press does not hang', async () => {
    const { transport, sender, see } = screen();
    sender.press(callNext);
    await transport.answer('sent', { ...accepted(600), journalId: uuid(8) });
    see(7);
    expect(sender.state().phase).toBe('idle');
  });

  it('given a press on its way, when the screen is closed and no answer comes, then nothing is sent any more', async () => {
    const { clock, transport, sender, kept } = screen();
    sender.press(callNext);
    sender.close();
    await transport.leaveUnanswered('sent');
    clock.pass(minutes(1));
    expect(transport.sent).toHaveLength(0);
    expect(kept.at(-1)).not.toBeNull();
  });

  it('given a late answer to a settled press, when it comes, then the next press does not take it for its own', async () => {
    const { transport, sender, see } = screen();
    sender.press(callNext);
    await transport.answer('sent', accepted(5));
    see(5);
    sender.press(callNext);
    expect(sender.state()).toMatchObject({ phase: 'pending', progress: 'sent' });
  });
});
