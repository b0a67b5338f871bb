import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import type { BytePipe, OpenPipe, Opening, Reading, Writing } from './bytePipe.ts';
import { firstOf } from './firstOf.ts';

/** An open device file whose calls come back at once: they reject with `EAGAIN` where they would have to wait. */
export type DeviceFile = {
  readonly read: (into: Uint8Array) => Promise<number>;
  readonly write: (bytes: Uint8Array) => Promise<number>;
  readonly close: () => Promise<void>;
};

/** How soon a device that had nothing, or no room, is asked again. */
const askAgainMs = 10;
const greatestReading = 256;

/**
 * Opens a printer that is a device file, such as /dev/usb/lp0. Problems: the system's code, `notADevice`, `timeout`.
 *
 * Never waits inside the system: the file is opened with `O_NONBLOCK` and tried again every 10 ms until the time is
 * up. (A `net.Socket` does not take such a file, and a worker thread that hangs in a driver keeps the process from
 * ending just as well.) A driver that ignores `O_NONBLOCK` costs one thread of the pool and no more: until its call
 * comes back, the file is refused as `stuck`.
 */
export function filePipeOpener(path: string, openFile: typeof openDeviceFile = openDeviceFile): OpenPipe {
  const calls = new Calls();
  return async (timeoutMs) => {
    if (!(await calls.allCameBack(timeoutMs))) return { kind: 'refused', problem: 'stuck' };
    const opening = openFile(path);
    const opened = await calls.attempt(timeoutMs, opening);
    if (opened.kind === 'pending') closeLater(opening);
    if (opened.kind === 'done') return { kind: 'open', pipe: pipeOf(opened.value, calls) } satisfies Opening;
    return { kind: 'refused', problem: opened.kind === 'failed' ? opened.code : 'timeout' };
  };
}

/** A file that opens after its time is nobody's; that it failed after its time changes nothing. */
function closeLater(opening: Promise<DeviceFile>): void {
  void Promise.allSettled([opening.then((file) => file.close())]);
}

type Attempt<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'failed'; readonly code: string }
  | { readonly kind: 'pending' };

/** The calls into the system that have not come back yet. */
class Calls {
  readonly #pending = new Set<Promise<unknown>>();

  async allCameBack(timeoutMs: number): Promise<boolean> {
    return (await firstOf(timeoutMs, [Promise.all(this.#pending)])) !== null;
  }

  async attempt<Value>(timeoutMs: number, call: Promise<Value>): Promise<Attempt<Value>> {
    const settled = call.then(
      (value): Attempt<Value> => ({ kind: 'done', value }),
      (error: unknown): Attempt<Value> => ({ kind: 'failed', code: codeOf(error) }),
    );
    this.#pending.add(settled);
    void settled.then(() => this.#pending.delete(settled));
    return (await firstOf(Math.max(0, timeoutMs), [settled])) ?? { kind: 'pending' };
  }
}

function pipeOf(file: DeviceFile, calls: Calls): BytePipe {
  // USB's driver throws away what is on its way when the file is closed, so an unanswered writing needs a while more.
  let isAnswered = true;
  const close = () => void calls.attempt(0, file.close());

  async function readOnce(timeoutMs: number): Promise<Reading | 'later'> {
    const into = new Uint8Array(greatestReading);
    const attempt = await calls.attempt(timeoutMs, file.read(into));
    if (attempt.kind === 'pending') return { kind: 'silence' };
    if (attempt.kind === 'failed') return isNothingYet(attempt.code) ? 'later' : { kind: 'lost' };
    if (attempt.value === 0) return 'later';
    isAnswered = true;
    return { kind: 'bytes', bytes: into.subarray(0, attempt.value) };
  }

  return {
    async write(bytes, timeoutMs) {
      const untilMs = performance.now() + timeoutMs;
      await forgetReceived(() => readOnce(untilMs - performance.now()));
      isAnswered = false;
      return writeAll(bytes, untilMs, file, calls);
    },
    async read(timeoutMs) {
      const untilMs = performance.now() + timeoutMs;
      while (performance.now() < untilMs) {
        const reading = await readOnce(untilMs - performance.now());
        if (reading !== 'later') return reading;
        await elapsed(askAgainMs);
      }
      return { kind: 'silence' };
    },
    async finish(timeoutMs) {
      if (!isAnswered) await elapsed(timeoutMs);
      close();
      return true;
    },
    destroy: close,
  };
}

/** Devices that only take bytes say so by an error of their own, which is no loss of the connection. */
function isNothingYet(code: string): boolean {
  return code === 'EAGAIN' || code === 'EINVAL' || code === 'EBADF';
}

async function forgetReceived(readOnce: () => Promise<Reading | 'later'>): Promise<void> {
  let reading = await readOnce();
  while (reading !== 'later' && reading.kind === 'bytes') reading = await readOnce();
}

async function writeAll(bytes: Uint8Array, untilMs: number, file: DeviceFile, calls: Calls): Promise<Writing> {
  let rest = bytes;
  while (rest.length > 0) {
    const attempt = await calls.attempt(untilMs - performance.now(), file.write(rest));
    if (attempt.kind === 'failed' && attempt.code !== 'EAGAIN') return 'lost';
    if (attempt.kind === 'done') rest = rest.subarray(attempt.value);
    if (rest.length === 0) return 'written';
    if (attempt.kind === 'pending' || performance.now() >= untilMs) return 'stalled';
    if (attempt.kind === 'failed') await elapsed(askAgainMs);
  }
  return 'written';
}

/**
 * Opens a device's file for both directions, or a named pipe for writing; rejects with the system's error. A plain
 * file is none: somebody who wrote to /dev/usb/lp0 while the printer was away has made one, and it prints nothing.
 */
async function openDeviceFile(path: string): Promise<DeviceFile> {
  const { O_RDWR, O_WRONLY, O_NONBLOCK, O_NOCTTY } = constants;
  const kind = await stat(path);
  if (kind.isCharacterDevice()) return deviceFileOf(await open(path, O_RDWR | O_NONBLOCK | O_NOCTTY));
  // Opened for both, a named pipe would give us our own bytes for the printer's answers.
  if (kind.isFIFO()) return deviceFileOf(await open(path, O_WRONLY | O_NONBLOCK));
  throw Object.assign(new Error(`${path} is no device`), { code: 'notADevice' });
}

function deviceFileOf(handle: FileHandle): DeviceFile {
  return {
    read: async (into) => (await handle.read(into, 0, into.length, null)).bytesRead,
    write: async (bytes) => (await handle.write(bytes, 0, bytes.length, null)).bytesWritten,
    close: () => handle.close(),
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);
}

function elapsed(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs));
}
