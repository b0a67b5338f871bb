import { describe, expect, it } from 'vitest';
import { emitPreventable, fakeElectron, kioskArguments } from './fakeElectron.ts';
import { startShell } from './startShell.ts';

/** Lets the promises of the start settle; no clock is involved. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('startShell', () => {
  it('given good arguments, when it starts, then one window shows the device page', async () => {
    const electron = fakeElectron();
    startShell('kiosk', electron.facade);
    await settled();
    expect(electron.windows).toHaveLength(1);
    expect(electron.windows[0]?.window.webContents.loaded).toEqual(['http://127.0.0.1:8080/kiosk/?device=kiosk-1']);
    expect(electron.app.isSandboxed).toBe(true);
    expect(electron.notes).toContain('menu removed');
    expect(electron.notes).toContain('profile kiosk-1');
  });

  it('given an unknown argument, then it ends with a sentence and code 2, and opens nothing', async () => {
    const electron = fakeElectron({ programArguments: [...kioskArguments, '--remote-debugging-port=9222'] });
    startShell('kiosk', electron.facade);
    await settled();
    expect(electron.notes[0]).toMatch(/^error Okienko does not know "--remote-debugging-port"/);
    expect(electron.app.exits).toEqual([2]);
    expect(electron.windows).toEqual([]);
  });

  it('given one that runs for this device, then a second ends and the first comes to the front', async () => {
    const second = fakeElectron({ hasLock: false });
    startShell('kiosk', second.facade);
    await settled();
    expect(second.app.exits).toEqual([0]);
    expect(second.windows).toEqual([]);

    const first = fakeElectron();
    startShell('kiosk', first.facade);
    await settled();
    first.app.emit('second-instance');
    expect(first.windows[0]?.window.calls).toContain('focus');
  });

  it('given an error that nobody catches, then it is logged and the process ends for a supervisor', () => {
    const electron = fakeElectron();
    startShell('kiosk', electron.facade);
    electron.bugListeners[0]?.(new Error('a hole'));
    expect(electron.notes.some((note) => note.includes('bug: Error: a hole'))).toBe(true);
    expect(electron.app.exits).toEqual([1]);
  });

  it('given a certificate that does not check out, then it is refused', () => {
    const electron = fakeElectron();
    startShell('kiosk', electron.facade);
    const answers: boolean[] = [];
    const answer = (isTrusted: boolean) => void answers.push(isTrusted);
    const rest = [{}, 'https://pom.example/', 'ERR_CERT_DATE_INVALID', {}, answer];
    expect(emitPreventable(electron.app, 'certificate-error', {}, rest)).toBe(true);
    expect(answers).toEqual([false]);
  });

  it("given a server that asks for a certificate, then none of the user's is lent", () => {
    const electron = fakeElectron();
    startShell('kiosk', electron.facade);
    const chosen: unknown[][] = [];
    const choose = (...values: unknown[]) => void chosen.push(values);
    expect(emitPreventable(electron.app, 'select-client-certificate', {}, [{}, '', [], choose])).toBe(true);
    expect(chosen).toEqual([[]]);
  });

  it('given the board, then it may play sound without a touch; the others may not', () => {
    const switches = (['kiosk', 'counter', 'display'] as const).map((kind) => {
      const electron = fakeElectron();
      startShell(kind, electron.facade);
      return electron.app.switches;
    });
    expect(switches).toEqual([
      ['disable-pinch', 'overscroll-history-navigation=0'],
      [],
      ['autoplay-policy=no-user-gesture-required'],
    ]);
  });

  it('given a page that asks for a permission, a device or a download, then it is refused', async () => {
    const electron = fakeElectron();
    startShell('counter', electron.facade);
    await settled();
    expect(electron.session.answers).toEqual({ request: false, check: false, device: false });
    expect(electron.session.isSpellingChecked).toBe(false);
    expect(emitPreventable(electron.session, 'will-download', {}, [])).toBe(true);
  });
});
