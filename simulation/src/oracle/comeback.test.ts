import { describe, expect, it } from 'vitest';
import { Comeback } from './comeback.ts';

const lost = { isLive: false, isWell: true, silentMs: 0 };
const live = { isLive: true, isWell: true, silentMs: 4_900 };

describe('a screen that comes back', () => {
  it('given a server that is there for as long as the way takes and two seconds, then it must be live', () => {
    const comeback = new Comeback(100);
    expect(comeback.judge(lost, 10_000, 12_200)).toBeNull();
    expect(comeback.judge(lost, 10_000, 12_201)).toContain('not back');
    expect(comeback.judge(live, 10_000, 12_201)).toBeNull();
    expect(comeback.judge(lost, null, 99_000)).toBeNull();
  });

  it('given a cable that was bad until now, then its silence must be noticed first', () => {
    const comeback = new Comeback(100);
    expect(comeback.judge({ ...lost, isWell: false }, 0, 20_000)).toBeNull();
    expect(comeback.judge(lost, 0, 28_200)).toBeNull();
    expect(comeback.judge(lost, 0, 28_201)).toContain('not back');
  });

  it('given a live picture after more than five seconds of silence, then it is a lie', () => {
    expect(new Comeback(100).judge({ ...live, silentMs: 5_001 }, 0, 60_000)).toContain('silence');
  });
});
