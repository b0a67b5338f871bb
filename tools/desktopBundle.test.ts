import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoDevices, desktopApps } from './desktopApps.mjs';
import { bundleDesktopApp } from './desktopBundle.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'okienko-bundle-'));

/** What each page may ask of its window. */
const requests = { kiosk: ['printer'], counter: ['setForm'], display: [] } as const;

/** Stands in for Electron beside a bundle: it prints how the window is made, and ends as soon as there is one. */
const electronStub = `
import { EventEmitter } from 'node:events';
process.argv.splice(1, 1); // A packaged app has no script's path among its arguments.
const none = () => undefined;
const contents = new Proxy(new EventEmitter(), { get: (target, name) => target[name] ?? none });
export const app = Object.assign(new EventEmitter(), {
  isPackaged: true, commandLine: { appendSwitch: none }, enableSandbox: none, exit: (code) => process.exit(code),
  getAppPath: () => '/app', getPath: () => process.env.PROFILE, setPath: none, getVersion: () => '9.9.9',
  requestSingleInstanceLock: () => true, whenReady: () => Promise.resolve(),
});
export class BrowserWindow extends EventEmitter {
  constructor(options) { super(); console.log(JSON.stringify(options)); this.webContents = contents; process.exit(0); }
}
const area = { x: 0, y: 0, width: 1366, height: 768 };
export const screen = { getAllDisplays: () => [{ bounds: area, workArea: area }] };
export const session = { defaultSession: contents };
export const dialog = { showErrorBox: (title, sentence) => console.error(sentence) };
export const [Menu, ipcMain, powerSaveBlocker, net] = Array(4).fill({ setApplicationMenu: none, handle: none, start: none });
`;

beforeAll(async () => {
  for (const app of desktopApps) await bundleDesktopApp(app, join(folder, app));
  const electron = join(folder, 'node_modules', 'electron');
  mkdirSync(electron, { recursive: true });
  writeFileSync(join(electron, 'package.json'), '{"type":"module","exports":"./index.js"}');
  writeFileSync(join(electron, 'index.js'), electronStub);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (app: string, file: string) => readFileSync(join(folder, app, file), 'utf8');

function runMain(app: string, ...programArguments: string[]) {
  return spawnSync(process.execPath, [join(folder, app, 'main.js'), ...programArguments], {
    encoding: 'utf8',
    env: { ...process.env, PROFILE: join(folder, 'profile') },
  });
}

describe.each(desktopApps)('the desktop bundle of %s', (app) => {
  it('holds two programs and the package.json that names them', () => {
    expect(readdirSync(join(folder, app)).toSorted()).toEqual(['main.js', 'package.json', 'preload.cjs']);
    expect(JSON.parse(read(app, 'package.json'))).toMatchObject({
      name: `okienko-${app}`,
      main: 'main.js',
      type: 'module',
    });
  });

  it('has everything in main.js but Electron and Node itself', () => {
    const imported = [...read(app, 'main.js').matchAll(/^import .* from "([^"]+)";$/gm)].map((match) => match[1]);
    expect(imported).toContain('electron');
    expect(imported.filter((name) => name !== 'electron' && name?.startsWith('node:') !== true)).toEqual([]);
    expect(read(app, 'main.js')).not.toMatch(/\brequire\(|\bimport\(/);
  });

  it('when main.js runs, then it makes a sandboxed window for the arguments that it was given', () => {
    const result = runMain(app, '--server', 'http://127.0.0.1:8080', '--device', demoDevices[app]);
    expect(result.stderr).toBe('');
    expect(JSON.parse(result.stdout)).toMatchObject({
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        devTools: false,
        preload: join('/app', 'preload.cjs'),
        additionalArguments: ['--okienko-version=9.9.9'],
      },
    });
  });

  it('when main.js is given an argument that it does not know, then it ends with one sentence', () => {
    const result = runMain(app, '--remote-debugging-port=9222');
    expect(result.status).toBe(2);
    expect(result.stdout).toBe('');
    expect(result.stderr).toContain('Okienko does not know "--remote-debugging-port"');
  });

  it('has a preload.cjs that needs nothing but Electron and shows the page only its bridge', () => {
    const required: string[] = [];
    const shown: (readonly [string, readonly string[]])[] = [];
    const contextBridge = {
      exposeInMainWorld: (name: string, bridge: object) => void shown.push([name, Object.keys(bridge)]),
    };
    runInNewContext(read(app, 'preload.cjs'), {
      require: (name: string) => {
        required.push(name);
        return { contextBridge, ipcRenderer: {} };
      },
      process: { argv: [] },
    });
    expect(required).toEqual(['electron']);
    expect(shown).toEqual([['okienkoShell', ['kind', 'version', ...requests[app]]]]);
  });

  const assets = join(root, 'dist', 'web', app, 'assets');
  it.skipIf(!existsSync(assets))('has a built page that knows neither Electron nor Node', () => {
    const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(0);
    for (const name of scripts) {
      expect(readFileSync(join(assets, name), 'utf8'), name).not.toMatch(/["'`](electron|node:\w+)["'`]/);
    }
  });
});
