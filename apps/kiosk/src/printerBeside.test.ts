import { describe, expect, it } from 'vitest';
import { printerBeside } from './printerBeside.ts';

const operation = { type: 'read', connectionId: 1, timeoutMs: 5 };

describe('the printer beside a kiosk', () => {
  it('given its own window, then the operation and the answer pass as they are', async () => {
    const asked: unknown[] = [];
    const printer = async (value: unknown) => {
      asked.push(value);
      return { answer: 'silence' };
    };
    expect(await printerBeside({ printer }, () => undefined)(operation)).toEqual({ answer: 'silence' });
    expect(asked).toEqual([operation]);
  });

  // P-43
  it('given a plain browser, then it says that there is no bridge, also to whoever looks at the log', async () => {
    const problems: unknown[] = [];
    const answer = await printerBeside(undefined, (problem) => problems.push(problem))(operation);
    expect(answer).toEqual({ answer: 'refused', problem: 'noBridge' });
    expect(problems).toHaveLength(1);
  });

  it('given a window that fails, then the connection counts as lost', async () => {
    const problems: unknown[] = [];
    const failure = new Error('gone');
    const answer = await printerBeside({ printer: () => Promise.reject(failure) }, (problem) => problems.push(problem))(
      operation,
    );
    expect(answer).toEqual({ answer: 'lost' });
    expect(problems).toEqual([failure]);
  });
});
