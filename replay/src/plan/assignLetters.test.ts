import { describe, expect, it } from 'vitest';
import { assignLetters } from './assignLetters.ts';

const queue = (queueId: string, letter: string | null) => ({ queueId, letter, name: queueId });

describe('letters of recorded queues', () => {
  it('given a letter that is free, then the queue keeps it, also where a queue before it has none', () => {
    const letters = assignLetters([queue('1', null), queue('2', 'A'), queue('3', 'B'), queue('4', 'A')]);
    expect([...letters.entries()].toSorted(([one], [other]) => Number(one) - Number(other))).toEqual([
      ['1', 'C'],
      ['2', 'A'],
      ['3', 'B'],
      ['4', 'D'],
    ]);
  });

  it('given 26 queues, then each has its own, O and I last; given 27, then it is refused', () => {
    const many = Array.from({ length: 26 }, (_, index) => queue(String(index), null));
    const letters = [...assignLetters(many).values()];
    expect(new Set(letters).size).toBe(26);
    expect(letters.slice(-2)).toEqual(['I', 'O']);
    expect(() => assignLetters([...many, queue('26', 'A')])).toThrow(/27 queues .* only 26 letters/);
  });
});
