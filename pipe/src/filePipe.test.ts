import { execFileSync } from 'node:child_process';
import { constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { BytePipe } from './bytePipe.ts';
import { type DeviceFile, filePipeOpener } from './filePipe.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function pathOfNew(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'okienko-device-'));
  folders.push(folder);
  return join(folder, name);
}

function namedPipe(): string {
  const path = pathOfNew('lp0');
  execFileSync('mkfifo', [path]);
  return path;
}

const refusal = (code: string) => Object.assign(new Error(code), { code });

/** A device that answers each writing with `answer`, takes `room` bytes at a time and is busy every second time. */
function talkingDevice(answer: readonly number[], room = 3) {
  const taken: number[] = [];
  let waiting: readonly number[] = [];
  let isBusy = false;
  let openCount = 0;
  const file: DeviceFile = {
    async read(into) {
      if (waiting.length === 0) throw refusal('EAGAIN');
      into.set(waiting);
      const { length } = waiting;
      waiting = [];
      return length;
    },
    async write(bytes) {
      isBusy = !isBusy;
      if (isBusy) throw refusal('EAGAIN');
      const piece = bytes.subarray(0, room);
      taken.push(...piece);
      waiting = answer;
      return piece.length;
    },
    async close() {
      openCount -= 1;
    },
  };
  const openFile = async () => {
    openCount += 1;
    return file;
  };
  return { taken, openFile, isOpen: () => openCount > 0 };
}

async function opened(path: string, openFile?: () => Promise<DeviceFile>): Promise<BytePipe> {
  const opening = await filePipeOpener(path, openFile)(5_000);
  if (opening.kind === 'refused') throw new Error(opening.problem);
  return opening.pipe;
}

describe('a device file', () => {
  it('given a named pipe with a reader, then it gets every byte and no answer is waited for long', async () => {
    const path = namedPipe();
    const reader = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const pipe = await opened(path);
    expect(await pipe.write(Buffer.from('D042\n'), 5_000)).toBe('written');
    expect(await pipe.read(30)).toEqual({ kind: 'silence' });
    expect(await pipe.finish(10)).toBe(true);
    expect((await reader.read(Buffer.alloc(100), 0, 100, null)).bytesRead).toBe(5);
    await reader.close();
  });

  it('given a named pipe that nobody empties, then writing ends in time and the process is not held', async () => {
    const path = namedPipe();
    const reader = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const pipe = await opened(path);
    expect(await pipe.write(new Uint8Array(1024 * 1024), 60)).toBe('stalled');
    pipe.destroy();
    await reader.close();
  });

  it('given a named pipe whose reader goes, then the connection is lost', async () => {
    const path = namedPipe();
    const reader = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const pipe = await opened(path);
    await reader.close();
    expect(await pipe.write(Buffer.from('D042\n'), 5_000)).toBe('lost');
    pipe.destroy();
  });

  it('given what is not there, a pipe without a reader, or a plain file, then the opening is refused', async () => {
    const plain = pathOfNew('lp0');
    writeFileSync(plain, '');
    const problemOf = async (path: string) => filePipeOpener(path)(5_000);
    expect(await problemOf(join(plain, '..', 'gone'))).toEqual({ kind: 'refused', problem: 'ENOENT' });
    expect(await problemOf(namedPipe())).toEqual({ kind: 'refused', problem: 'ENXIO' });
    expect(await problemOf(plain)).toEqual({ kind: 'refused', problem: 'notADevice' });
  });

  it('given a slow device that answers, then it gets all bytes in order and its answer is read', async () => {
    const device = talkingDevice([0x12]);
    const pipe = await opened('/dev/usb/lp0', device.openFile);
    expect(await pipe.write(Uint8Array.of(1, 2, 3, 4, 5, 6, 7), 5_000)).toBe('written');
    expect(device.taken).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(await pipe.read(5_000)).toEqual({ kind: 'bytes', bytes: Uint8Array.of(0x12) });
    await pipe.finish(60_000);
    expect(device.isOpen()).toBe(false);
  });

  it('given an answer that came before a question, then it is forgotten', async () => {
    const device = talkingDevice([0x12], 100);
    const pipe = await opened('/dev/usb/lp0', device.openFile);
    await pipe.write(Uint8Array.of(1), 5_000);
    await pipe.write(Uint8Array.of(2), 5_000);
    expect(await pipe.read(5_000)).toEqual({ kind: 'bytes', bytes: Uint8Array.of(0x12) });
  });

  it('given a driver that does not come back, then every call ends in time and the file is refused until it does', async () => {
    const back = Promise.withResolvers<number>();
    const device = talkingDevice([]);
    const file = { ...(await device.openFile()), write: async () => back.promise };
    const openPipe = filePipeOpener('/dev/usb/lp0', async () => file);
    const opening = await openPipe(5_000);
    if (opening.kind === 'refused') throw new Error(opening.problem);
    expect(await opening.pipe.write(Uint8Array.of(1), 20)).toBe('stalled');
    expect(await openPipe(20)).toEqual({ kind: 'refused', problem: 'stuck' });
    back.resolve(1);
    expect(await openPipe(5_000)).toMatchObject({ kind: 'open' });
  });
});
