import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { processClock } from '../clocks.ts';
import { drawTicket } from './drawTicket.ts';
import { startVirtualPrinter, type VirtualPrinter } from './virtualPrinter.ts';

const ticket = (text: string) => [0x1b, 0x40, ...Buffer.from(text, 'latin1'), 0x0a, 0x1d, 0x56, 0x42, 0x00];
const confirm = [0x1d, 0x72, 0x01];
const ask = (number: number) => Uint8Array.of(0x10, 0x04, number);

let printer: VirtualPrinter;
let client: Socket;

beforeEach(async () => {
  printer = await startVirtualPrinter({ port: 0, now: () => 1_700_000_000_000, machineClock: processClock });
  client = connect(printer.address);
  await once(client, 'connect');
});
afterEach(async () => {
  client.destroy();
  await printer.close();
});

/** Collects answers until there are this many. */
async function answersTo(bytes: Iterable<number>, count: number): Promise<readonly number[]> {
  const answers: number[] = [];
  const done = Promise.withResolvers<void>();
  const read = (piece: Buffer) => {
    answers.push(...piece);
    if (answers.length >= count) done.resolve();
  };
  client.on('data', read);
  client.write(Uint8Array.from(bytes));
  await done.promise;
  client.off('data', read);
  return answers;
}

const textsOf = () =>
  printer
    .tickets()
    .map(({ operations }) => operations.flatMap((each) => (each.type === 'text' ? [each.text] : [])).join());

describe('the virtual printer', () => {
  it('given a ticket, when it is cut, then it is kept with its time, its bytes and its cut', async () => {
    await answersTo([...ticket('D046'), ...confirm], 1);
    expect(printer.tickets()).toMatchObject([
      { stripNumber: 1, receivedAt: 1_700_000_000_000, byteCount: ticket('D046').length, isCut: true },
    ]);
    expect(drawTicket(printer.tickets()[0]?.operations ?? [], 576).title).toBe('D046');
  });

  it('given more than twenty tickets, then the last twenty are kept, the newest first', async () => {
    const numbers = Array.from({ length: 23 }, (_, index) => `D${100 + index}`);
    await answersTo([...numbers.flatMap(ticket), ...confirm], 1);
    expect(textsOf()).toHaveLength(20);
    expect([textsOf()[0], textsOf().at(-1)]).toEqual(['D122', 'D103']);
    expect(printer.tickets()[0]?.stripNumber).toBe(23);
  });

  it('given a connection that ends in mid-ticket, then what came is kept and is not cut', async () => {
    await answersTo([0x44, 0x30, 0x34, 0x0a, ...confirm], 1);
    client.write(Uint8Array.of(0x1d));
    client.end();
    await once(client, 'close');
    await expect.poll(() => printer.tickets().length).toBe(1);
    expect(printer.tickets()[0]).toMatchObject({
      isCut: false,
      operations: [{ text: 'D04' }, {}, { type: 'unknown' }],
    });
  });

  it('given a connection that printed nothing, then there is no strip', async () => {
    await answersTo([0x1b, 0x40, ...ask(1), ...confirm], 2);
    client.end();
    await once(client, 'close');
    expect(printer.tickets()).toEqual([]);
  });

  it('given each fault, then the status questions tell it as a real printer does', async () => {
    const told: Record<string, readonly number[]> = {};
    for (const fault of ['none', 'paperLow', 'paperOut', 'coverOpen', 'offline'] as const) {
      await printer.pretend(fault);
      expect(printer.fault()).toBe(fault);
      told[fault] = await answersTo([...ask(1), ...ask(2), ...ask(3), ...ask(4)], 4);
    }
    expect(told).toEqual({
      none: [0x12, 0x12, 0x12, 0x12],
      paperLow: [0x12, 0x12, 0x12, 0x1e],
      paperOut: [0x1a, 0x32, 0x12, 0x7e],
      coverOpen: [0x1a, 0x16, 0x12, 0x12],
      offline: [0x1a, 0x12, 0x12, 0x12],
    });
  });

  it('given a ticket sent while the cover is open, then it waits in the printer and comes out when it is closed', async () => {
    await printer.pretend('coverOpen');
    await answersTo([...ticket('D046'), ...confirm, ...ask(1)], 1);
    expect(printer.tickets()).toEqual([]);
    const confirmed = answersTo([], 1);
    await printer.pretend('none');
    expect(await confirmed).toEqual([0x00]);
    expect(textsOf()).toEqual(['D046']);
  });

  it('given paper low, then the confirmation carries it', async () => {
    await printer.pretend('paperLow');
    expect(await answersTo([...ticket('D046'), ...confirm], 1)).toEqual([0x03]);
  });

  it('given a port that is taken, then the start is refused', async () => {
    await expect(
      startVirtualPrinter({ port: printer.address.port, now: () => 0, machineClock: processClock }),
    ).rejects.toThrow(/EADDRINUSE/);
  });
});
