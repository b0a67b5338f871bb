import type { BytePipe, OpenPipe } from '@okienko/pipe';
import { describe, expect, it } from 'vitest';
import { fakeElectron } from './fakeElectron.ts';
import { PrinterSession } from './printerSession.ts';

const text = (bytes: string) => Buffer.from(bytes, 'latin1').toString('base64');

/** A printer that notes what is done to it, and says `answer` to every reading. */
function notedPrinter(answer: Uint8Array = new Uint8Array()) {
  const notes: string[] = [];
  const pipe: BytePipe = {
    write: async (bytes, timeoutMs) => {
      notes.push(`write ${Buffer.from(bytes).toString('latin1')} ${timeoutMs}`);
      return 'written';
    },
    read: async () => (answer.length === 0 ? { kind: 'silence' } : { kind: 'bytes', bytes: answer }),
    finish: async (timeoutMs) => {
      notes.push(`finish ${timeoutMs}`);
      return true;
    },
    destroy: () => void notes.push('destroy'),
  };
  const openPrinter: OpenPipe = async (timeoutMs) => {
    notes.push(`open ${timeoutMs}`);
    return { kind: 'open', pipe };
  };
  return { notes, openPrinter };
}

function sessionWith(openPrinter: OpenPipe | null) {
  const electron = fakeElectron();
  return { ...electron, session: new PrinterSession(openPrinter, electron.facade) };
}

describe('the printer beside a kiosk', () => {
  it('given a connection, then its bytes go both ways, until it is finished', async () => {
    const { notes, openPrinter } = notedPrinter(Uint8Array.of(0x12));
    const { session } = sessionWith(openPrinter);
    expect(await session.perform({ type: 'open', connectionId: 7, timeoutMs: 10 })).toEqual({ answer: 'opened' });
    const written = await session.perform({ type: 'write', connectionId: 7, timeoutMs: 20, bytes: text('D046') });
    expect(written).toEqual({ answer: 'written' });
    const read = await session.perform({ type: 'read', connectionId: 7, timeoutMs: 30 });
    expect(read).toEqual({ answer: 'bytes', bytes: Buffer.from([0x12]).toString('base64') });
    const finished = await session.perform({ type: 'finish', connectionId: 7, timeoutMs: 40 });
    expect(finished).toEqual({ answer: 'finished', isWhole: true });
    expect(notes).toEqual(['open 10', 'write D046 20', 'finish 40']);
    expect(await session.perform({ type: 'read', connectionId: 7, timeoutMs: 30 })).toEqual({ answer: 'lost' });
  });

  it('given a computer without a printer, or one that does not open, then the server is told why', async () => {
    const open = { type: 'open', connectionId: 1, timeoutMs: 10 } as const;
    expect(await sessionWith(null).session.perform(open)).toEqual({ answer: 'refused', problem: 'noPrinter' });
    const refusing: OpenPipe = async () => ({ kind: 'refused', problem: 'ENOENT' });
    expect(await sessionWith(refusing).session.perform(open)).toEqual({ answer: 'refused', problem: 'ENOENT' });
  });

  it('given a new opening, then the connection before it is ended and what still comes for it is lost', async () => {
    const { notes, openPrinter } = notedPrinter();
    const { session } = sessionWith(openPrinter);
    await session.perform({ type: 'open', connectionId: 1, timeoutMs: 10 });
    await session.perform({ type: 'open', connectionId: 2, timeoutMs: 10 });
    const late = await session.perform({ type: 'write', connectionId: 1, timeoutMs: 20, bytes: text('D046') });
    expect(late).toEqual({ answer: 'lost' });
    expect(notes).toEqual(['open 10', 'destroy', 'open 10']);
  });

  it('given two openings at once, then the later one holds and the other is closed', async () => {
    const { notes, openPrinter } = notedPrinter();
    const { session } = sessionWith(openPrinter);
    const answers = await Promise.all(
      [1, 2].map((connectionId) => session.perform({ type: 'open', connectionId, timeoutMs: 10 })),
    );
    expect(answers).toEqual([{ answer: 'lost' }, { answer: 'opened' }]);
    expect(notes).toEqual(['open 10', 'open 10', 'destroy']);
  });

  it('given a computer that slept between the opening and the ticket, then not a byte goes to the printer', async () => {
    const { notes, openPrinter } = notedPrinter();
    const { session, clock } = sessionWith(openPrinter);
    await session.perform({ type: 'open', connectionId: 1, timeoutMs: 10 });
    clock.nowMs += 15_001;
    const late = await session.perform({ type: 'write', connectionId: 1, timeoutMs: 20, bytes: text('D046') });
    expect(late).toEqual({ answer: 'lost' });
    expect(notes).toEqual(['open 10', 'destroy']);
  });

  it('given a server that went away, then the connection is ended by itself, and one in use is not', async () => {
    const { notes, openPrinter } = notedPrinter();
    const { session, timers } = sessionWith(openPrinter);
    await session.perform({ type: 'open', connectionId: 1, timeoutMs: 10 });
    await session.perform({ type: 'read', connectionId: 1, timeoutMs: 10 });
    expect(timers.map(({ delayMs }) => delayMs)).toEqual([15_000, 15_000]);
    timers[0]?.action();
    expect(notes).toEqual(['open 10']);
    timers[1]?.action();
    expect(notes).toEqual(['open 10', 'destroy']);
  });

  it('given a printer that says more than any answer, then no more is passed on than the server takes', async () => {
    const { openPrinter } = notedPrinter(new Uint8Array(100_000));
    const { session } = sessionWith(openPrinter);
    await session.perform({ type: 'open', connectionId: 1, timeoutMs: 10 });
    const read = await session.perform({ type: 'read', connectionId: 1, timeoutMs: 10 });
    expect(read.answer === 'bytes' && Buffer.from(read.bytes, 'base64').length).toBe(1_024);
  });

  it('given an order to destroy, then the connection is gone at once', async () => {
    const { notes, openPrinter } = notedPrinter();
    const { session } = sessionWith(openPrinter);
    await session.perform({ type: 'open', connectionId: 1, timeoutMs: 10 });
    await session.perform({ type: 'destroy', connectionId: 1 });
    expect(notes).toEqual(['open 10', 'destroy']);
    expect(await session.perform({ type: 'read', connectionId: 1, timeoutMs: 10 })).toEqual({ answer: 'lost' });
  });
});
