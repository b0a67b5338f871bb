import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from './sqliteLock.ts';

describe('the lock of a data folder', () => {
  let folder: string;
  const processes: ChildProcess[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'okienko-lock-'));
  });
  afterEach(() => {
    for (const process of processes.splice(0)) process.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });
  const inUse: unknown = expect.objectContaining({ name: 'JournalRefusal', kind: 'inUse' });

  /** Another process that tries the lock and, if it has it, keeps it until it is killed. */
  const startHolder = async () => {
    const holder = spawn(process.execPath, ['--input-type=module-typescript', '--eval', holderProgram, folder], {
      cwd: import.meta.dirname,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    processes.push(holder);
    const lines = createInterface({ input: holder.stdout })[Symbol.asyncIterator]();
    const { value: said } = await lines.next();
    return { said, kill: () => killed(holder) };
  };

  it('given a holder, then another process and another caller are refused', async () => {
    const lock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(inUse);
    expect((await startHolder()).said).toBe('inUse');
    lock.release();
    expect((await startHolder()).said).toBe('held');
    expect(() => lockFolder(folder)).toThrow(inUse);
  });

  it('given a holder that is killed with SIGKILL, then the folder is free at once', async () => {
    const holder = await startHolder();
    expect(holder.said).toBe('held');
    expect(() => lockFolder(folder)).toThrow(inUse);
    await holder.kill();
    lockFolder(folder).release();
  });

  it('given a folder that is not there, then that is one sentence', () => {
    expect(() => lockFolder(join(folder, 'missing'))).toThrow(/^The folder .* cannot be used: /);
  });
});

const holderProgram = `
  import { lockFolder } from './sqliteLock.ts';
  try {
    lockFolder(process.argv[1]);
    console.log('held');
    setInterval(() => {}, 1_000);
  } catch (error) {
    console.log(error.kind);
  }
`;

async function killed(holder: ChildProcess): Promise<void> {
  const ended = once(holder, 'exit');
  holder.kill('SIGKILL');
  await ended;
}
