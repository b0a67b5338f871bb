import { describe, expect, it } from 'vitest';
import { bridgeChannels, type ShellBridge } from './bridgeChannels.ts';
import { exposeBridge } from './exposeBridge.ts';
import { FakeContents, fakeElectron, FakeWindow, twoScreens } from './fakeElectron.ts';
import { serveBridge } from './serveBridge.ts';
import type { ShellKind } from './shellKind.ts';
import { versionArgument } from './versionArgument.ts';

const origin = 'http://127.0.0.1:8080';

function exposed(kind: ShellKind) {
  const bridges = new Map<string, ShellBridge>();
  const sent: (readonly [string, unknown])[] = [];
  exposeBridge(kind, {
    contextBridge: { exposeInMainWorld: (name, bridge) => void bridges.set(name, bridge) },
    ipcRenderer: {
      invoke: (channel, value) => {
        sent.push([channel, value]);
        return Promise.resolve({ answer: 'accepted' });
      },
    },
    rendererArguments: ['--type=renderer', versionArgument('1.2.3')],
  });
  const bridge = bridges.get('okienkoShell');
  if (bridge === undefined) throw new Error('no bridge');
  return { bridge, sent };
}

function served(kind: ShellKind = 'counter') {
  const electron = fakeElectron();
  const window = new FakeWindow();
  const screen = twoScreens[0];
  if (screen === undefined) throw new Error('no screen');
  serveBridge(window, screen, { kind, origin, device: 'counter-1', screenNumber: 1, printer: null }, electron.facade);
  const pageFrame = { url: `${origin}/counter/?device=counter-1`, parent: null };
  const ask = (value: unknown, event: object = {}) =>
    electron.handlers.get(bridgeChannels.setForm)?.(
      { sender: window.webContents, senderFrame: pageFrame, ...event },
      value,
    );
  return { ...electron, window, ask };
}

describe('exposeBridge', () => {
  it('given the board, then the page learns who it runs in, and can ask nothing', () => {
    expect(exposed('display').bridge).toEqual({ kind: 'display', version: '1.2.3' });
  });

  it('given the counter, when the page asks for a form, then only a known one leaves the page', async () => {
    const { bridge, sent } = exposed('counter');
    if (bridge.kind !== 'counter') throw new Error('another bridge');
    expect(await bridge.setForm('full')).toEqual({ answer: 'accepted' });
    for (const value of ['dock', '', null, 1, { toString: () => 'full' }, ['full']]) {
      expect(await bridge.setForm(value)).toEqual({ answer: 'rejected', reason: 'UnknownForm' });
    }
    expect(sent).toEqual([['okienko:setForm', 'full']]);
  });
});

describe('serveBridge', () => {
  it('when the page asks for full and for the strip, then the window changes between them', () => {
    const { window, ask } = served();
    expect(ask('full')).toEqual({ answer: 'accepted' });
    expect(window.bounds).toEqual({ x: 0, y: 0, width: 1366, height: 728 });
    expect(ask('strip')).toEqual({ answer: 'accepted' });
    expect(window.bounds).toEqual({ x: 1006, y: 608, width: 360, height: 120 });
    expect(window.calls).toEqual(['not on top', 'on top']);
  });

  it.each([
    ['another web contents', { sender: new FakeContents() }],
    ['a frame that has gone', { senderFrame: null }],
    ['a frame inside the page', { senderFrame: { url: `${origin}/counter/`, parent: {} } }],
    ['another origin', { senderFrame: { url: 'https://example.org/', parent: null } }],
    ['the waiting page', { senderFrame: { url: 'data:text/html,x', parent: null } }],
  ])('given a message from %s, then it is refused and nothing changes', (_who, event) => {
    const { window, ask, notes } = served();
    expect(ask('full', event)).toEqual({ answer: 'rejected', reason: 'ForeignSender' });
    expect(window.bounds).toBeNull();
    expect(notes).toHaveLength(1);
  });

  it('given a value that the preload script would have refused, then it is refused here too', () => {
    const { window, ask } = served();
    expect(ask({ form: 'full' })).toEqual({ answer: 'rejected', reason: 'UnknownForm' });
    expect(window.bounds).toBeNull();
  });

  it('given the board, then no channel is open, and each of the others has its one', () => {
    expect(served('display').handlers.size).toBe(0);
    expect([...served('kiosk').handlers.keys()]).toEqual(['okienko:printer']);
    expect([...served('counter').handlers.keys()]).toEqual(['okienko:setForm']);
  });
});
