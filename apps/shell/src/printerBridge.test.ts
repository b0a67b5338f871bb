import type { OpenPipe } from '@okienko/pipe';
import { describe, expect, it } from 'vitest';
import { bridgeChannels, type ShellBridge } from './bridgeChannels.ts';
import { exposeBridge } from './exposeBridge.ts';
import { FakeContents, fakeElectron, FakeWindow, twoScreens } from './fakeElectron.ts';
import { parseShellSettings } from './parseShellSettings.ts';
import { serveBridge } from './serveBridge.ts';

const origin = 'http://127.0.0.1:8080';
const open = { type: 'open', connectionId: 1, timeoutMs: 10 };

/** The kiosk's page, preload script and main process, joined without Electron. */
function kioskWindow(programArguments: readonly string[], openPrinter?: OpenPipe) {
  const electron = fakeElectron(openPrinter === undefined ? {} : { openPrinter });
  const parsed = parseShellSettings('kiosk', ['--server', origin, '--device', 'kiosk-1', ...programArguments]);
  const screen = twoScreens[0];
  if (parsed.kind === 'refused' || screen === undefined) throw new Error('no window');
  const window = new FakeWindow();
  serveBridge(window, screen, parsed.settings, electron.facade);
  const pageFrame = { url: `${origin}/kiosk/?device=kiosk-1`, parent: null };
  const sent: unknown[] = [];
  const ask = async (value: unknown, event: object = {}): Promise<unknown> =>
    electron.handlers.get(bridgeChannels.printer)?.(
      { sender: window.webContents, senderFrame: pageFrame, ...event },
      value,
    );
  const bridges: ShellBridge[] = [];
  exposeBridge('kiosk', {
    contextBridge: { exposeInMainWorld: (_, bridge) => void bridges.push(bridge) },
    ipcRenderer: {
      invoke: (_, value) => {
        sent.push(value);
        return ask(value);
      },
    },
    rendererArguments: [],
  });
  const bridge = bridges[0];
  if (bridge?.kind !== 'kiosk') throw new Error('no bridge');
  return { ...electron, bridge, ask, sent };
}

const opens: OpenPipe = async () => ({
  kind: 'open',
  pipe: {
    write: async () => 'written',
    read: async () => ({ kind: 'silence' }),
    finish: async () => true,
    destroy: () => undefined,
  },
});

describe("the printer's way through the window", () => {
  it('given a kiosk that was started with its printer, when the page asks, then it is that printer', async () => {
    const { bridge, notes } = kioskWindow(['--printer', '/dev/usb/lp0'], opens);
    expect(await bridge.printer(open)).toEqual({ answer: 'opened' });
    expect(notes).toEqual(['printer {"kind":"file","path":"/dev/usb/lp0"}']);
  });

  it('given a kiosk that was started without one, then the server is told', async () => {
    expect(await kioskWindow([]).bridge.printer(open)).toEqual({ answer: 'refused', problem: 'noPrinter' });
  });

  it.each([
    ['nothing', undefined],
    ['an unknown operation', { ...open, type: 'format' }],
    ['one thing too many', { ...open, path: '/etc/passwd' }],
    ['bytes that are no base64', { type: 'write', connectionId: 1, timeoutMs: 10, bytes: '***' }],
    ['more bytes than a piece', { type: 'write', connectionId: 1, timeoutMs: 10, bytes: 'A'.repeat(50_000) }],
    ['a wait of an hour', { ...open, timeoutMs: 3_600_000 }],
  ])('given %s, then it does not leave the page, and the main process would refuse it too', async (_, value) => {
    const { bridge, ask, sent } = kioskWindow(['--printer', '/dev/usb/lp0'], opens);
    const refused = { answer: 'refused', problem: 'malformed' };
    expect(await bridge.printer(value)).toEqual(refused);
    expect(sent).toEqual([]);
    expect(await ask(value)).toEqual(refused);
  });

  it.each([
    ['another web contents', { sender: new FakeContents() }],
    ['another origin', { senderFrame: { url: 'https://example.org/', parent: null } }],
    ['a frame inside the page', { senderFrame: { url: `${origin}/kiosk/`, parent: {} } }],
  ])('given a message from %s, then the printer is not opened', async (_, event) => {
    const { ask } = kioskWindow(['--printer', '/dev/usb/lp0'], opens);
    expect(await ask(open, event)).toEqual({ answer: 'refused', problem: 'foreignSender' });
  });
});

describe('the printer in the arguments', () => {
  const printerOf = (text: string, kind: 'kiosk' | 'display' = 'kiosk') => {
    const parsed = parseShellSettings(kind, ['--server', origin, '--device', 'kiosk-1', '--printer', text]);
    return parsed.kind === 'settings' ? parsed.settings.printer : 'refused';
  };

  it.each([
    ['tcp://127.0.0.1:9100', { kind: 'tcp', host: '127.0.0.1', port: 9100 }],
    ['tcp://[::1]:9100', { kind: 'tcp', host: '::1', port: 9100 }],
    ['tcp://drukarka.lan:9100', { kind: 'tcp', host: 'drukarka.lan', port: 9100 }],
    ['/dev/usb/lp0', { kind: 'file', path: '/dev/usb/lp0' }],
    ['tcp://127.0.0.1', 'refused'],
    ['tcp://127.0.0.1:0', 'refused'],
    ['tcp://127.0.0.1:70000', 'refused'],
    ['/tmp/tickets', 'refused'],
    ['lp0', 'refused'],
  ])('given %s, then it is %j', (text, expected) => {
    expect(printerOf(text)).toEqual(expected);
  });

  it('given a board, then it has no printer to name', () => {
    expect(printerOf('/dev/usb/lp0', 'display')).toBe('refused');
  });
});
