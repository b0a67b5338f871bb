import { describe, expect, it } from 'vitest';
import { ProcessGroup } from './processGroup.mjs';

/** Starts one line of JavaScript and gives its end, as the group heard it. */
function run(group: ProcessGroup, script: string): Promise<number> {
  return new Promise((resolve) => group.start(process.execPath, ['-e', script], process.env, resolve));
}

describe('ProcessGroup', () => {
  it('given a program that ends by itself, then its exit code is heard', async () => {
    const group = new ProcessGroup();
    expect(await run(group, 'process.exit(7)')).toBe(7);
    expect(await run(group, 'process.kill(process.pid, "SIGTERM")')).toBe(143);
    expect(group.size).toBe(0);
  });

  it('given a program that is not there, then it ends with 127', async () => {
    const group = new ProcessGroup();
    const exitCode = await new Promise((resolve) => group.start('/no/such/program', [], process.env, resolve));
    expect(exitCode).toBe(127);
  });

  it('when all are told to end, then none is left and nothing more is heard', async () => {
    const group = new ProcessGroup();
    const heard: number[] = [];
    for (const script of ['setInterval(() => {}, 1000)', 'process.stdin.resume(); setInterval(() => {}, 1000)']) {
      group.start(process.execPath, ['-e', script], process.env, (code) => heard.push(code));
    }
    expect(group.size).toBe(2);
    await group.endAll();
    expect(group.size).toBe(0);
    expect(heard).toEqual([]);
  });
});
