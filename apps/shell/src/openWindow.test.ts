import { describe, expect, it } from 'vitest';
import { emitPreventable, fakeElectron, type Scene, twoScreens } from './fakeElectron.ts';
import { openWindow } from './openWindow.ts';
import type { ShellKind } from './shellKind.ts';

function opened(kind: ShellKind, scene: Scene & { readonly screenNumber?: number } = {}) {
  const electron = fakeElectron(scene);
  const screenNumber = scene.screenNumber ?? 1;
  openWindow(
    { kind, origin: 'http://127.0.0.1:8080', device: 'device-1', screenNumber, printer: null },
    electron.facade,
  );
  const first = electron.windows[0];
  if (first === undefined) throw new Error('no window');
  return { ...electron, ...first };
}

describe('openWindow', () => {
  it.each(['kiosk', 'counter', 'display'] as const)('given a %s, then its page is shut in', (kind) => {
    const { options } = opened(kind);
    expect(options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
      preload: '/app/preload.cjs',
    });
  });

  it('given an unpackaged app, then a developer has the tools', () => {
    expect(opened('kiosk', { isPackaged: false }).options.webPreferences?.devTools).toBe(true);
  });

  it('given the kiosk, when a visitor closes it, then it stays; when the app ends, then it closes', () => {
    const { app, window, options } = opened('kiosk');
    expect(options).toMatchObject({ kiosk: true, fullscreen: true, frame: false });
    expect(emitPreventable(window, 'close', {}, [])).toBe(true);
    app.emit('before-quit');
    expect(emitPreventable(window, 'close', {}, [])).toBe(false);
  });

  it('given the counter, then it is a strip on top in the lower right corner, and closes as any window', () => {
    const { window, options, notes } = opened('counter');
    expect(options).toMatchObject({ x: 1006, y: 608, width: 360, height: 120, alwaysOnTop: true });
    expect(options.kiosk ?? false).toBe(false);
    expect(emitPreventable(window, 'close', {}, [])).toBe(false);
    expect(notes).not.toContain('awake prevent-display-sleep');
  });

  it('given the board on the second screen, then it fills that one, awake and without a cursor', () => {
    const { window, options, notes } = opened('display', { screenNumber: 2 });
    expect(options).toMatchObject({ ...twoScreens[1]?.bounds, fullscreen: true });
    expect(notes).toContain('awake prevent-display-sleep');
    window.webContents.emit('did-finish-load');
    expect(window.webContents.calls.some((call) => call.includes('cursor: none'))).toBe(true);
  });

  it('given a screen that is not there, then the first is used and the log says so', () => {
    const { options, notes } = opened('display', { screenNumber: 3 });
    expect(options).toMatchObject({ x: 0, y: 0 });
    expect(notes).toContain('log screen 3 is not there (this computer has 2): using the first');
  });

  it('when the page is drawn, then the window appears, not before', () => {
    const { window, options } = opened('kiosk');
    expect(options.show).toBe(false);
    expect(window.calls).toEqual([]);
    window.emit('ready-to-show');
    expect(window.calls).toEqual(['show']);
  });
});
