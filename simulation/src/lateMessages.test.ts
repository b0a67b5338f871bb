import {
  type BoardEvent,
  type BoardView,
  boardContract,
  createReplica,
  emptyBoardView,
  foldBoardView,
  type Transport,
  type TransportAnswer,
  type TransportListener,
} from '@okienko/shared';
import { VirtualClock } from '@okienko/shared/testing';
import { callOf, journalId } from '@okienko/shared/testing/boardCalls';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** A connection that promises nothing: a property says what comes, how often, and when. */
class CarelessTransport implements Transport {
  readonly subscribes: ((answer: TransportAnswer) => void)[] = [];
  listener: TransportListener | null = null;

  readonly isConnected = () => true;
  readonly listen = (listener: TransportListener) => {
    this.listener = listener;
    listener.connected();
  };
  readonly subscribe = () => new Promise<TransportAnswer>((answer) => this.subscribes.push(answer));
  readonly send = () => Promise.resolve({ kind: 'unanswered' as const });
  readonly close = () => undefined;
}

/** A server that commits calls and their ends, one event a delta, and remembers every picture that it ever had. */
class Branch {
  pictures: BoardView[] = [emptyBoardView];
  readonly deltas: object[] = [];
  readonly #past = new Map<string, readonly BoardView[]>();
  #epoch = 1;

  commit(): void {
    const seq = this.pictures.length;
    const before = this.pictures.at(-1) ?? emptyBoardView;
    const number = before.lastAnnouncementNumber + 1;
    const event: BoardEvent =
      seq % 3 === 0
        ? { type: 'callEnded', ticketNumber: before.calls[0]?.ticketNumber ?? callOf(1, 1).ticketNumber }
        : { type: 'announced', call: callOf(number, number + 100 * this.#epoch) };
    this.pictures.push(foldBoardView(before, [event]));
    this.deltas.push({ ...this.#run(), fromSeq: seq, toSeq: seq, events: [event] });
  }

  /** Starts again on a backup that lacks the last so many events; from there on other things happen. */
  restart(lost: number): void {
    this.#past.set(this.#run().epoch, this.pictures);
    this.pictures = this.pictures.slice(0, Math.max(1, this.pictures.length - lost));
    this.#epoch += 1;
  }

  pictureAt({ epoch, seq }: { readonly epoch: string; readonly seq: number }): BoardView | undefined {
    return (this.#past.get(epoch) ?? this.pictures)[seq];
  }

  heartbeat() {
    return { ...this.#run(), seq: this.pictures.length - 1, now: 1_000_000, clockRate: 1, isWritable: true };
  }

  snapshot() {
    const { seq, ...heartbeat } = this.heartbeat();
    const figures = { seq, opening: { state: 'open', closesAt: null } };
    const stamp = { ...this.#run(), seq };
    return {
      answer: 'snapshot',
      snapshot: { ...stamp, view: this.pictures.at(-1), figures, heartbeat: { seq, ...heartbeat } },
    };
  }

  #run() {
    return { journalId, epoch: `00000000-0000-7000-8000-00000000e${String(this.#epoch).padStart(3, '0')}` };
  }
}

type Happening = { readonly kind: 'commit' | 'deliver' | 'beat' | 'answer' | 'restart'; readonly back: number };
const happenings: fc.Arbitrary<readonly Happening[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('commit', 'commit', 'deliver', 'deliver', 'deliver', 'beat', 'answer', 'restart'),
    back: fc.nat(4),
  }),
  { maxLength: 60, size: 'max' },
);

function given() {
  const transport = new CarelessTransport();
  const branch = new Branch();
  const { machine } = new VirtualClock('2026-11-24', '14:05');
  const replica = createReplica({ contract: boardContract, transport, machineClock: machine });
  const happen = async ({ kind, back }: Happening): Promise<void> => {
    if (kind === 'commit') branch.commit();
    if (kind === 'deliver') transport.listener?.delta(branch.deltas.at(-1 - back));
    if (kind === 'beat') transport.listener?.heartbeat(branch.heartbeat());
    if (kind === 'answer') transport.subscribes.shift()?.({ kind: 'answered', message: branch.snapshot() });
    if (kind === 'restart') branch.restart(back);
    await new Promise((resolve) => setImmediate(resolve));
  };
  const isTrue = () => {
    const { position, view } = replica.state();
    expect(view).toEqual(position === null ? emptyBoardView : branch.pictureAt(position));
  };
  return { branch, replica, transport, happen, isTrue };
}

describe('messages that come late, twice, out of order or not at all', () => {
  it('given any of them, then a picture is always the one of its position, and in the end the newest', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, async (course) => {
        const { branch, replica, transport, happen, isTrue } = given();
        for (const happening of course) {
          await happen(happening);
          isTrue();
        }
        await happen({ kind: 'beat', back: 0 });
        while (transport.subscribes.length > 0) await happen({ kind: 'answer', back: 0 });
        expect(replica.state().position?.seq).toBe(branch.pictures.length - 1);
        isTrue();
      }),
      { numRuns: 150 },
    );
  });
});
