import { describe, expect, it } from 'vitest';
import { WaitingLine } from './waitingLine.ts';

describe('a line', () => {
  it('given members, then they come in the order in which they joined', async () => {
    const line = new WaitingLine(['a', 'b']);
    expect(await line.first()).toBe('a');
    line.join('a');
    expect([await line.first(), await line.first()]).toEqual(['b', 'a']);
  });

  it('given none, then whoever asked first gets the one that joins', async () => {
    const line = new WaitingLine<string>([]);
    const asked = [line.first(), line.first()];
    line.join('x');
    line.join('y');
    expect(await Promise.all(asked)).toEqual(['x', 'y']);
  });
});
