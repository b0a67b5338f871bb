import { milliseconds } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { RejectionMemory } from './rejectionMemory.ts';
import { commandId } from './testing/testBranch.ts';

const rejection = { reason: 'QueueEmpty' } as const;

describe('the memory of rejections', () => {
  it('given a rejection, when it is asked for within its time, then it is there, and later it is not', () => {
    const memory = new RejectionMemory(milliseconds(1_000), 10);
    memory.remember(commandId(1), rejection, milliseconds(0));
    memory.remember(commandId(2), rejection, milliseconds(1_000));
    expect(memory.find(commandId(1))).toEqual(rejection);
    memory.remember(commandId(3), rejection, milliseconds(1_001));
    expect(memory.find(commandId(1))).toBeNull();
    expect(memory.find(commandId(2))).toEqual(rejection);
  });

  it('given more rejections than it holds, when one is added, then the oldest is forgotten', () => {
    const memory = new RejectionMemory(milliseconds(1_000), 2);
    for (const number of [1, 2, 3]) memory.remember(commandId(number), rejection, milliseconds(0));
    expect([1, 2, 3].map((number) => memory.find(commandId(number)) !== null)).toEqual([false, true, true]);
  });
});
