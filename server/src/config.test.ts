import { describe, expect, it } from 'vitest';
import { readSettings } from './config.ts';

const defaults = { workingFolder: '/srv/point', configFile: '/house/example.json' };
const read = (args: readonly string[], environment: Record<string, string> = {}) =>
  readSettings(args, environment, defaults);

describe('the settings of the server', () => {
  it('given nothing, when they are read, then it is the demo on port 8080 of this machine', () => {
    expect(read([])).toEqual({
      host: '127.0.0.1',
      port: 8080,
      dataFolder: '/srv/point/.okienko',
      configFile: '/house/example.json',
      printer: null,
      demoPin: null,
      clock: null,
      logLevel: 'info',
      backups: { folder: '/srv/point/.okienko/backups', everyMinutes: 60 },
    });
  });

  it('given flags and variables, when they are read, then the flag wins', () => {
    const environment = { OKIENKO_PORT: '9000', OKIENKO_DATA: 'there', OKIENKO_DEMO_PIN: '123456' };
    expect(read(['--port', '0', '--printer', 'tcp://10.0.0.5:9100'], environment)).toMatchObject({
      port: 0,
      dataFolder: '/srv/point/there',
      printer: { kind: 'tcp', host: '10.0.0.5', port: 9100 },
      demoPin: '123456',
    });
    expect(read(['--printer', 'virtual']).printer).toEqual({ kind: 'virtual' });
    expect(read([], { OKIENKO_LOG_LEVEL: 'trace' }).logLevel).toBe('trace');
    expect(read(['--log-level', 'silent'], { OKIENKO_LOG_LEVEL: 'trace' }).logLevel).toBe('silent');
  });

  it('given a folder and a time for backups, then they are taken, and 0 means none', () => {
    const flags = ['--data', 'there', '--backup-folder', '/media/stick', '--backup-every-minutes', '15'];
    expect(read(flags).backups).toEqual({ folder: '/media/stick', everyMinutes: 15 });
    expect(read(['--data', 'there']).backups).toEqual({ folder: '/srv/point/there/backups', everyMinutes: 60 });
    expect(read([], { OKIENKO_BACKUP_EVERY_MINUTES: '0' }).backups).toBeNull();
  });

  it('given a device file as printer, then it is one, and another path is not', () => {
    expect(read(['--printer', '/dev/usb/lp0'], {})).toMatchObject({ printer: { kind: 'file', path: '/dev/usb/lp0' } });
    expect(() => read(['--printer', '/tmp/paper'], {})).toThrow(/is no printer/);
  });

  it('given another clock, when it is read, then its start is an instant and its speed a number', () => {
    const startAt = Date.UTC(2020, 0, 3, 6);
    const flags = ['--clock-start', '2020-01-03T07:00+01:00', '--clock-speed', '2.5'];
    expect(read(flags).clock).toEqual({ startAt, rate: 2.5 });
    expect(read([], { OKIENKO_CLOCK_SPEED: '600' }).clock).toEqual({ startAt: null, rate: 600 });
    expect(read(['--clock-start', '2020-01-03T06:00:00Z'], {}).clock).toEqual({ startAt, rate: 1 });
  });

  it.each([
    [['--prot', '1'], {}, /--prot/],
    [['extra'], {}, /extra/],
    [['--port', 'x'], {}, /--port x is no port/],
    [['--port', '70000'], {}, /--port 70000 is no port/],
    [['--host', '0.0.0.0'], {}, /loopback only/],
    [['--host', '192.168.1.5'], {}, /loopback only/],
    [['--printer', 'lpt1'], {}, /--printer lpt1 is no printer/],
    [['--backup-every-minutes', '0.5'], {}, /--backup-every-minutes 0.5: a number from 1 to 10080/],
    [['--backup-every-minutes', '99999'], {}, /a number from 1 to 10080/],
    [['--log-level', 'loud'], {}, /--log-level loud is none: trace, debug, info, warn, error, fatal, silent/],
    [[], { OKIENKO_LOG_LEVEL: '' }, /--log-level {2}is none/],
    [['--clock-start', '2020-01-03'], {}, /--clock-start 2020-01-03 is no instant/],
    [['--clock-start', '2020-13-03T07:00Z'], {}, /is no instant/],
    [['--clock-speed', '0.5'], {}, /--clock-speed 0.5 is no speed: a number from 1/],
    [['--clock-speed', '1e9'], {}, /is no speed/],
    [[], { OKIENKO_PROT: '1' }, /OKIENKO_PROT/],
    [[], { OKIENKO_DEMO_PIN: '12' }, /six digits/],
  ])('given %j and %j, when they are read, then one sentence says what is wrong', (args, environment, sentence) => {
    expect(() => read(args, environment)).toThrow(sentence);
  });
});
