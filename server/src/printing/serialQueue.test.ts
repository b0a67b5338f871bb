import { describe, expect, it } from 'vitest';
import { createSerialQueue } from './serialQueue.ts';

describe('a serial queue', () => {
  it('given two tasks at once, then the second starts when the first has ended', async () => {
    const queue = createSerialQueue();
    const first = Promise.withResolvers<void>();
    const seen: string[] = [];
    const one = queue.run(async () => {
      seen.push('first starts');
      await first.promise;
      seen.push('first ends');
    });
    const other = queue.run(async () => {
      seen.push('second starts');
      return 'done';
    });
    await Promise.resolve();
    first.resolve();
    await one;
    expect(await other).toBe('done');
    expect(seen).toEqual(['first starts', 'first ends', 'second starts']);
  });

  it('given a task that fails, then it fails for its giver alone and the next one runs', async () => {
    const queue = createSerialQueue();
    const failing = queue.run(async () => {
      throw new Error('no paper');
    });
    const next = queue.run(async () => 'printed');
    await expect(failing).rejects.toThrow('no paper');
    expect(await next).toBe('printed');
    await queue.idle();
  });
});
