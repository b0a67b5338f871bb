import { describe, expect, it } from 'vitest';
import { milliseconds, seconds } from '../base/time.ts';
import { boardContract } from '../protocol/contracts.ts';
import { staleAfterMs } from '../protocol/version.ts';
import { ScriptedTransport } from '../testing/scriptedTransport.ts';
import { VirtualClock } from '../testing/virtualClock.ts';
import { emptyBoardView } from '../views/boardView.ts';
import { createReplica } from './replica.ts';

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const run = { journalId: id(1), epoch: id(2) };
const figures = { seq: 0, opening: { state: 'open', closesAt: null } };

function heartbeat(seq: number, more: object = {}) {
  return { ...run, seq, now: 1_000_000, clockRate: 1, isWritable: true, ...more };
}

function snapshot(seq: number, more: object = {}) {
  const stamp = { ...run, ...more };
  return {
    answer: 'snapshot',
    snapshot: { ...stamp, seq, view: emptyBoardView, figures, heartbeat: heartbeat(seq, more) },
  };
}

function announced(announcementNumber: number) {
  const call = { announcementNumber, ticketNumber: `D${String(announcementNumber).padStart(3, '0')}`, counterId: 'c2' };
  const rest = { serviceId: 'dowod-wniosek', language: 'pl', at: 5, isRecall: false, isStillCalled: true };
  return { type: 'announced', call: { ...call, ...rest } };
}

const delta = (fromSeq: number, toSeq: number, events: readonly object[] = [], more: object = {}) => ({
  ...run,
  fromSeq,
  toSeq,
  events,
  ...more,
});

async function liveAt(seq: number) {
  const clock = new VirtualClock('2026-11-24', '14:05');
  const transport = new ScriptedTransport();
  const replica = createReplica({ contract: boardContract, transport, machineClock: clock.machine });
  transport.connect();
  await transport.answer('subscribes', snapshot(seq));
  return { clock, transport, replica };
}

describe('a replica', () => {
  it('given a connection, when it opens, then the whole picture is asked for and the screen is live with it [P-10]', async () => {
    const { replica } = await liveAt(7);
    expect(replica.state()).toMatchObject({ connection: 'live', isWritable: true, position: { seq: 7 } });
  });

  it('given a picture, when the next delta comes, then it is folded [P-14]', async () => {
    const { transport, replica } = await liveAt(7);
    transport.deliver('delta', delta(8, 9, [announced(1)]));
    expect(replica.state().view.calls).toMatchObject([{ ticketNumber: 'D001' }]);
    expect(replica.state().position?.seq).toBe(9);
  });

  it('given a delta that was seen, when it comes again, then nothing changes [P-14]', async () => {
    const { transport, replica } = await liveAt(7);
    transport.deliver('delta', delta(8, 8, [announced(1)]));
    const before = replica.state();
    transport.deliver('delta', delta(8, 8, [announced(1)]));
    transport.deliver('delta', delta(3, 7, [announced(9)]));
    expect(replica.state()).toBe(before);
    expect(transport.subscribes).toHaveLength(0);
  });

  it.each([
    ['a gap', delta(9, 9)],
    ['another epoch', delta(8, 8, [], { epoch: id(3) })],
    ['another journal', delta(8, 8, [], { journalId: id(4) })],
    ['what does not parse', { ...delta(8, 8), events: [{ type: 'unknown' }] }],
  ])(
    'given %s, when it comes, then the picture stays and the whole is asked for again [P-14]',
    async (_name, message) => {
      const { transport, replica } = await liveAt(7);
      transport.deliver('delta', message);
      expect(transport.subscribes).toHaveLength(1);
      expect(replica.state().position?.seq).toBe(7);
    },
  );

  it('given many losses at once, when the picture is asked for, then it is asked for once', async () => {
    const { transport } = await liveAt(7);
    for (const seq of [10, 12, 14]) transport.deliver('delta', delta(seq, seq));
    transport.deliver('heartbeat', heartbeat(14));
    expect(transport.subscribes).toHaveLength(1);
  });

  it('given a heartbeat ahead of the picture, when it comes, then a loss is noticed without any delta [P-15]', async () => {
    const { transport } = await liveAt(7);
    transport.deliver('heartbeat', heartbeat(7));
    expect(transport.subscribes).toHaveLength(0);
    transport.deliver('heartbeat', heartbeat(8));
    expect(transport.subscribes).toHaveLength(1);
  });

  it('given silence, when four seconds are over, then the screen is stale and keeps its picture [P-16]', async () => {
    const { clock, transport, replica } = await liveAt(7);
    transport.deliver('delta', delta(8, 8, [announced(1)]));
    clock.pass(milliseconds(staleAfterMs - 1));
    expect(replica.state().connection).toBe('live');
    clock.pass(milliseconds(1));
    expect(replica.state().connection).toBe('stale');
    expect(replica.state().view.calls).toHaveLength(1);
    transport.deliver('heartbeat', heartbeat(8));
    expect(replica.state().connection).toBe('live');
  });

  it('given a lost connection, when it is back, then the screen subscribes by itself and is live again [P-16]', async () => {
    const { transport, replica } = await liveAt(7);
    transport.disconnect();
    expect(replica.state().connection).toBe('reconnecting');
    transport.connect();
    await transport.answer('subscribes', snapshot(20, { epoch: id(9) }));
    expect(replica.state()).toMatchObject({ connection: 'live', position: { epoch: id(9), seq: 20 } });
  });

  it('given no answer to a subscribe, when half a second is over, then it is asked again', async () => {
    const { clock, transport } = await liveAt(7);
    transport.deliver('delta', delta(10, 10));
    await transport.leaveUnanswered('subscribes');
    expect(transport.subscribes).toHaveLength(0);
    clock.pass(milliseconds(500));
    expect(transport.subscribes).toHaveLength(1);
  });

  it('given a refusal, when it comes, then the screen says why and asks again later', async () => {
    const { clock, transport, replica } = await liveAt(7);
    transport.deliver('delta', delta(10, 10));
    await transport.answer('subscribes', { answer: 'refused', reason: 'DeviceUnknown' });
    expect(replica.state()).toMatchObject({ connection: 'refused', refusal: 'DeviceUnknown' });
    clock.pass(milliseconds(staleAfterMs));
    expect(transport.subscribes).toHaveLength(1);
    expect(replica.state()).toMatchObject({ connection: 'refused', refusal: 'DeviceUnknown' });
  });

  it('given a server clock that runs twice as fast, when a second passes here, then two have passed there [P-17]', async () => {
    const { clock, transport, replica } = await liveAt(7);
    transport.deliver('heartbeat', heartbeat(7, { clockRate: 2 }));
    clock.pass(seconds(1));
    expect(replica.now()).toBe(1_002_000);
    clock.pass(milliseconds(0.25));
    expect(replica.now()).toBe(1_002_001);
  });

  it('given a listener, when the picture changes, then it is told, and after it stopped it is not', async () => {
    const { transport, replica } = await liveAt(7);
    let told = 0;
    const stop = replica.onChange(() => (told += 1));
    transport.deliver('delta', delta(8, 8));
    stop();
    transport.deliver('delta', delta(9, 9));
    expect(told).toBe(1);
  });
});
