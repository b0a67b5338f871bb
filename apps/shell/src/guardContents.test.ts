import { describe, expect, it } from 'vitest';
import { FakeContents, fakeElectron } from './fakeElectron.ts';
import { guardContents } from './guardContents.ts';
import type { ShellKind } from './shellKind.ts';

function guarded(kind: ShellKind = 'kiosk') {
  const contents = new FakeContents();
  const electron = fakeElectron();
  const settings = { kind, origin: 'http://127.0.0.1:8080', device: 'kiosk-1', screenNumber: 1, printer: null };
  guardContents(contents, settings, electron.facade);
  return { contents, notes: electron.notes };
}

const noKeys = { type: 'keyDown', control: false, alt: false, shift: false, meta: false };

describe('guardContents', () => {
  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])(
    'when %s leads to another origin, then it is refused',
    (name) => {
      const { contents } = guarded();
      for (const address of [
        'https://example.org/',
        'http://127.0.0.1:8081/',
        'https://127.0.0.1:8080/',
        'http://127.0.0.1:8080@example.org/',
        'file:///etc/passwd',
        'data:text/html,x',
        'about:blank',
        'nonsense',
      ]) {
        expect(contents.isNavigationPrevented(name, address), address).toBe(true);
      }
      expect(contents.isNavigationPrevented(name, 'http://127.0.0.1:8080/kiosk/?device=kiosk-1#x')).toBe(false);
    },
  );

  it('when a navigation is refused, then the log has its origin and nothing that a visitor may have typed', () => {
    const { contents, notes } = guarded();
    contents.isNavigationPrevented('will-navigate', 'https://example.org/?name=Anna');
    expect(notes).toEqual(['log refused to leave the page for https://example.org']);
  });

  it('when the page opens a window, a web view or a menu, then it gets none', () => {
    const { contents } = guarded();
    expect(contents.openWindowAnswer).toEqual({ action: 'deny' });
    expect(contents.isPrevented('will-attach-webview')).toBe(true);
    expect(contents.isPrevented('context-menu')).toBe(true);
  });

  it('when a page is there, then its zoom is fixed', () => {
    const { contents } = guarded();
    contents.emit('did-finish-load');
    expect(contents.calls).toEqual(['zoom 1', 'zoom limits 1 1']);
  });

  it.each([
    [{ key: '+', control: true }, true, true],
    [{ key: '-', control: true }, true, true],
    [{ key: '0', meta: true }, true, true],
    [{ key: 'R', control: true, shift: true }, true, true],
    [{ key: 'F5' }, true, true],
    [{ key: 'F11' }, true, true],
    [{ key: 'F4', alt: true }, true, false],
    [{ key: 'w', control: true }, true, false],
    [{ key: 'I', control: true, shift: true }, true, false],
    [{ key: 'ArrowLeft', alt: true }, true, false],
    [{ key: 'F12' }, true, false],
    [{ key: 'F2' }, false, false],
    [{ key: 'F4' }, false, false],
    [{ key: 'z', control: true }, false, false],
    [{ key: '3', alt: true }, false, false],
    [{ key: '+' }, false, false],
    [{ key: 'ą', control: true, alt: true }, false, false],
    [{ key: 'Enter' }, false, false],
  ])('when %o is pressed, then on the kiosk it is swallowed: %s, on the counter: %s', (press, onKiosk, onCounter) => {
    const key = { ...noKeys, ...press };
    expect(guarded('kiosk').contents.isPrevented('before-input-event', key)).toBe(onKiosk);
    expect(guarded('counter').contents.isPrevented('before-input-event', key)).toBe(onCounter);
  });
});
