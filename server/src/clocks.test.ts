import { idSchemas, milliseconds } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { newUuid, processClock } from './clocks.ts';

describe('ids of the server', () => {
  it('given many, then each is a UUID of version 7, none twice, and they begin with the time of making', () => {
    const beforeMs = Date.now();
    const ids = Array.from({ length: 1_000 }, newUuid);
    const afterMs = Date.now();
    expect(new Set(ids).size).toBe(1_000);
    for (const id of ids) {
      expect(idSchemas.clientCommand.safeParse(id).success).toBe(true);
      expect(id).toMatch(/^.{14}7.{4}[89ab]/);
      const madeMs = Number.parseInt(id.slice(0, 13).replace('-', ''), 16);
      expect(madeMs).toBeGreaterThanOrEqual(beforeMs);
      expect(madeMs).toBeLessThanOrEqual(afterMs);
    }
  });
});

describe('the clock of the process', () => {
  it('given a task that is taken back, when its time comes, then only the other one runs', async () => {
    const ran: string[] = [];
    const takeBack = processClock.schedule(milliseconds(1), () => void ran.push('first'));
    takeBack();
    await new Promise<void>((resolve) => {
      processClock.schedule(milliseconds(5), () => {
        ran.push('second');
        resolve();
      });
    });
    expect(ran).toEqual(['second']);
  });
});
