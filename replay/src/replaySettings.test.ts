import { describe, expect, it } from 'vitest';
import { readReplaySettings } from './replaySettings.ts';

const read = (...args: readonly string[]) => readReplaySettings(args, { workingFolder: '/srv', freshSeed: 99 });

describe('what is to be replayed', () => {
  it('given nothing, then it is a generated day from a fresh seed', () => {
    const source = { kind: 'generated', seed: 99, date: null };
    expect(read()).toEqual({ source, speed: 120, port: 0, reportFile: null });
  });

  it('given a folder, an office and a day, then it is that one', () => {
    const flags = ['--data', 'days', '--office', 'UD_Ursus', '--date', '2020-01-03', '--speed', '600'];
    expect(read(...flags, '--report', 'r.json', '--port', '8090')).toEqual({
      source: { kind: 'recorded', folder: '/srv/days', office: 'UD_Ursus', date: '2020-01-03' },
      speed: 600,
      port: 8090,
      reportFile: '/srv/r.json',
    });
    expect(read('--seed', '5', '--date', '2026-11-23').source).toMatchObject({ seed: 5, date: '2026-11-23' });
  });

  it.each([
    [['--sped', '1'], /--sped.* Known flags are --data/],
    [['--data', 'x', '--office', 'y'], /--data needs --office and --date/],
    [['--office', 'y'], /--office needs --data/],
    [['--data', 'x', '--seed', '1'], /--seed is for a generated day/],
    [['--date', '2020-02-30'], /--date 2020-02-30 is no day/],
    [['--speed', '0.5'], /--speed 0.5 cannot be/],
    [['--seed', '-1'], /--seed/],
    [['--port', '65536'], /--port 65536 cannot be/],
  ])('given %j, then one sentence says what is wrong', (args, sentence) => {
    expect(() => read(...args)).toThrow(sentence);
  });
});
