import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createServerLog, type LogLevel } from './serverLog.ts';

const lineSchema = z.looseObject({ time: z.string(), level: z.string(), component: z.string(), msg: z.string() });

function logOf(level: LogLevel) {
  const lines: string[] = [];
  const log = createServerLog(level, { write: (line) => void lines.push(line) });
  return { log, text: () => lines.join(''), parsed: () => lines.map((line) => lineSchema.parse(JSON.parse(line))) };
}

describe('the log of the server', () => {
  it('given something to say, when it is written, then it is one JSON line with time, level, component and message', () => {
    const { log, parsed } = logOf('info');
    log('printing').warn({ printerId: 'p1' }, 'ticket not printed');
    const [line] = parsed();
    expect(line).toMatchObject({ level: 'warn', component: 'printing', msg: 'ticket not printed', printerId: 'p1' });
    expect(Object.keys(line ?? {}).toSorted()).toEqual(['component', 'level', 'msg', 'printerId', 'time']);
    expect(line?.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('given a level, when less important things happen, then they are not written, and none at all when silent', () => {
    const { log, parsed } = logOf('error');
    log('server').warn('no');
    log('server').error('yes');
    expect(parsed().map(({ msg }) => msg)).toEqual(['yes']);
    const silent = logOf('silent');
    silent.log('server').fatal('no');
    expect(silent.parsed()).toEqual([]);
  });

  it('given an error, when it is written, then its stack and its cause are there, and secrets that it carries are not', () => {
    const { log, parsed, text } = logOf('info');
    const error = Object.assign(new Error('outer', { cause: new Error('inner') }), { command: { pin: '314159' } });
    log('engine').error({ err: error }, 'fault');
    const stack = z.object({ stack: z.string(), message: z.string() }).parse(parsed()[0]?.['err']);
    expect(stack.message).toContain('outer');
    expect(stack.stack).toMatch(/serverLog\.test\.ts:\d+.*caused by: Error: inner/s);
    expect(text()).not.toContain('314159');
  });

  it.each([
    { pin: '314159' },
    { PIN: 314_159 },
    { command: { type: 'OpenCounter', pin: '314159' } },
    { clerks: [{ id: 'x', pinHash: '314159' }] },
    { request: { headers: { authorization: '314159', cookie: '314159', 'set-cookie': ['314159'] } } },
    { result: { followUrl: 'https://x/314159', publicToken: '314159' } },
    { day_key: '314159', accessToken: '314159' },
    { quoted: '{"command":{"pin":"314159"}}' },
    { quoted: 'the PIN 314159 was wrong' },
    { text: '{"pinHash":"scrypt:MzE0MTU5:314159+abc="}' },
  ])('given %j, when it is written by mistake, then the secret is hidden', (fields) => {
    const { log, text } = logOf('trace');
    log('sockets').trace(fields, 'said too much');
    expect(text()).toContain('said too much');
    expect(text()).not.toContain('314159');
    expect(text()).toContain('[hidden]');
  });

  it('given names that only look alike, when they are written, then they stay', () => {
    const { log, text } = logOf('info');
    log('printing').info({ printerId: 'pin-board', spin: 3, tokenise: 'no' }, 'fine');
    expect(text()).not.toContain('[hidden]');
  });
});
