import { describe, expect, it } from 'vitest';
import { parseShellSettings } from './parseShellSettings.ts';

/** The sentence of a refusal; an empty string where the arguments were taken. */
function refusalOf(...programArguments: string[]): string {
  const parsed = parseShellSettings('display', programArguments);
  return parsed.kind === 'refused' ? parsed.sentence : '';
}

function originOf(server: string): string {
  const parsed = parseShellSettings('display', ['--server', server, '--device', 'hall-1']);
  return parsed.kind === 'settings' ? parsed.settings.origin : 'refused';
}

describe('parseShellSettings', () => {
  it('given both forms of a flag, then they mean the same', () => {
    const settings = {
      kind: 'display',
      origin: 'http://127.0.0.1:8080',
      device: 'hall-1',
      screenNumber: 2,
      printer: null,
    };
    expect(
      parseShellSettings('display', ['--server', 'http://127.0.0.1:8080', '--device', 'hall-1', '--screen', '2']),
    ).toEqual({ kind: 'settings', settings });
    expect(parseShellSettings('display', ['--screen=2', '--device=hall-1', '--server=http://127.0.0.1:8080/'])).toEqual(
      { kind: 'settings', settings },
    );
  });

  it('given no screen, then it is the first', () => {
    const parsed = parseShellSettings('kiosk', ['--server=https://pom.example', '--device=kiosk-1']);
    expect(parsed.kind === 'settings' && parsed.settings.screenNumber).toBe(1);
  });

  it.each([
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
    ['https://pom.example', 'https://pom.example'],
    ['http://192.168.1.5:8080', 'refused'],
    ['http://127.0.0.1.example:8080', 'refused'],
    ['http://localhost@example.org', 'refused'],
    ['https://clerk:secret@pom.example', 'refused'],
    ['https://pom.example/kiosk', 'refused'],
    ['https://pom.example/?x', 'refused'],
    ['https://pom.example/#x', 'refused'],
    ['file:///etc/passwd', 'refused'],
    ['javascript:alert(1)', 'refused'],
    ['127.0.0.1:8080', 'refused'],
  ])('given the server %s, then the origin is %s', (server, origin) => {
    expect(originOf(server)).toBe(origin);
  });

  it.each([
    ['--remote-debugging-port=9222'],
    ['--no-sandbox'],
    ['--inspect'],
    ['--disable-web-security'],
    ['https://example.org'],
    ['--'],
  ])('given %s, which is not its own, then the start is refused', (word) => {
    expect(refusalOf('--server', 'https://pom.example', '--device', 'hall-1', word)).toContain(
      `does not know "${word.split('=')[0] ?? ''}"`,
    );
  });

  it('given a flag twice, without a value, or missing, then the sentence names it', () => {
    expect(refusalOf('--device=hall-1', '--device=hall-2')).toContain('--device twice');
    expect(refusalOf('--server')).toContain('the value of --server');
    expect(refusalOf('--server=')).toContain('the value of --server');
    expect(refusalOf('--device=hall-1')).toContain('misses --server');
    expect(refusalOf('--server=https://pom.example')).toContain('misses --device');
  });

  it('given a device or a screen in another form, then it is refused', () => {
    expect(refusalOf('--server=https://pom.example', '--device=../hall')).toContain('--device');
    expect(refusalOf('--server=https://pom.example', '--device=hall-1', '--screen=0')).toContain('--screen');
    expect(refusalOf('--server=https://pom.example', '--device=hall-1', '--screen=1.5')).toContain('--screen');
  });
});
