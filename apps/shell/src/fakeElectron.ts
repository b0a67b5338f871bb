import { EventEmitter } from 'node:events';
import type { OpenPipe } from '@okienko/pipe';
import type { BrowserWindowConstructorOptions } from 'electron';
import type { ElectronFacade, MessageOrigin, Rectangle, ShellContents, ShellScreen } from './electronFacade.ts';

/** What a test decides about the computer that the shell runs on. */
export interface Scene {
  readonly programArguments?: readonly string[];
  readonly isPackaged?: boolean;
  readonly hasLock?: boolean;
  readonly screens?: readonly ShellScreen[];
  /** One answer for each time the server is asked; the last one stays. */
  readonly serverAnswers?: readonly boolean[];
  /** What opens the printer beside the computer; it refuses where nothing else is said. */
  readonly openPrinter?: OpenPipe;
}

type MessageListener = (event: MessageOrigin, ...values: unknown[]) => unknown;

/** A wide screen with a taskbar of 40 pixels, and a second one at its right. */
export const twoScreens: readonly ShellScreen[] = [
  { bounds: { x: 0, y: 0, width: 1366, height: 768 }, workArea: { x: 0, y: 0, width: 1366, height: 728 } },
  { bounds: { x: 1366, y: 0, width: 1920, height: 1080 }, workArea: { x: 1366, y: 0, width: 1920, height: 1080 } },
];

export const kioskArguments = ['--server', 'http://127.0.0.1:8080', '--device', 'kiosk-1'];

/** A web contents that loads nothing: tests emit its events by hand and read what was asked of it. */
export class FakeContents extends EventEmitter implements ShellContents {
  readonly calls: string[] = [];
  readonly loaded: string[] = [];
  hasGone = false;
  openWindowAnswer: { action: 'deny' } | null = null;

  loadURL(address: string): Promise<void> {
    this.loaded.push(address);
    return Promise.resolve();
  }

  getURL(): string {
    return this.loaded.at(-1) ?? '';
  }

  isDestroyed(): boolean {
    return this.hasGone;
  }

  setWindowOpenHandler(handler: () => { action: 'deny' }): void {
    this.openWindowAnswer = handler();
  }

  setVisualZoomLevelLimits(minimum: number, maximum: number): Promise<void> {
    this.calls.push(`zoom limits ${minimum} ${maximum}`);
    return Promise.resolve();
  }

  setZoomFactor(factor: number): void {
    this.calls.push(`zoom ${factor}`);
  }

  insertCSS(css: string): Promise<string> {
    this.calls.push(css);
    return Promise.resolve('key');
  }

  forcefullyCrashRenderer(): void {
    this.calls.push('crash renderer');
  }

  /** Emits an event whose default can be prevented, and says whether it was. */
  isPrevented(name: string, ...rest: unknown[]): boolean {
    return emitPreventable(this, name, {}, rest);
  }

  /** Emits a navigation of the given kind and says whether it was prevented. */
  isNavigationPrevented(name: string, url: string): boolean {
    return emitPreventable(this, name, { url }, []);
  }
}

/** A window that is never drawn: tests read where it was put and what was asked of it. */
export class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents();
  readonly calls: string[] = [];
  bounds: Rectangle | null = null;

  setBounds(bounds: Rectangle): void {
    this.bounds = bounds;
  }

  setAlwaysOnTop(isOnTop: boolean): void {
    this.calls.push(isOnTop ? 'on top' : 'not on top');
  }

  show(): void {
    this.calls.push('show');
  }

  focus(): void {
    this.calls.push('focus');
  }
}

class FakeApp extends EventEmitter {
  readonly switches: string[] = [];
  readonly exits: number[] = [];
  readonly commandLine = {
    appendSwitch: (name: string, value?: string) => {
      this.switches.push(value === undefined ? name : `${name}=${value}`);
    },
  };
  isSandboxed = false;
  readonly isPackaged: boolean;
  readonly #hasLock: boolean;

  constructor(scene: Scene) {
    super();
    this.isPackaged = scene.isPackaged ?? true;
    this.#hasLock = scene.hasLock ?? true;
  }

  getVersion(): string {
    return '1.2.3';
  }

  enableSandbox(): void {
    this.isSandboxed = true;
  }

  requestSingleInstanceLock(): boolean {
    return this.#hasLock;
  }

  whenReady(): Promise<void> {
    return Promise.resolve();
  }

  exit(exitCode: number): void {
    this.exits.push(exitCode);
  }
}

class FakeSession extends EventEmitter {
  isSpellingChecked = true;
  readonly answers: Record<string, boolean> = {};

  setPermissionRequestHandler(handler: (contents: unknown, name: string, answer: (is: boolean) => void) => void): void {
    handler(null, 'media', (isGranted) => {
      this.answers['request'] = isGranted;
    });
  }

  setPermissionCheckHandler(handler: () => boolean): void {
    this.answers['check'] = handler();
  }

  setDevicePermissionHandler(handler: () => boolean): void {
    this.answers['device'] = handler();
  }

  setSpellCheckerEnabled(isEnabled: boolean): void {
    this.isSpellingChecked = isEnabled;
  }
}

/** An Electron that records what the shell asks of it. */
export function fakeElectron(scene: Scene = {}) {
  const answers = [...(scene.serverAnswers ?? [true])];
  const record = {
    app: new FakeApp(scene),
    session: new FakeSession(),
    windows: new Array<{ readonly options: BrowserWindowConstructorOptions; readonly window: FakeWindow }>(),
    handlers: new Map<string, MessageListener>(),
    timers: new Array<{ readonly delayMs: number; readonly action: () => void }>(),
    bugListeners: new Array<(error: unknown) => void>(),
    /** Moved by hand. */
    clock: { nowMs: 0 },
    /** Everything else, in order: "log …", "error …", "profile …", "menu removed", "awake …". */
    notes: new Array<string>(),
  };
  const { app, notes } = record;
  const facade: ElectronFacade = {
    app,
    ipcMain: { handle: (channel, listener) => void record.handlers.set(channel, listener) },
    powerSaveBlocker: { start: (kind) => notes.push(`awake ${kind}`) },
    screen: { getAllDisplays: () => scene.screens ?? twoScreens },
    programArguments: scene.programArguments ?? kioskArguments,
    preloadPath: '/app/preload.cjs',
    useProfile: (name) => void notes.push(`profile ${name}`),
    onBug: (listener) => void record.bugListeners.push(listener),
    defaultSession: () => record.session,
    createWindow: (options) => {
      const window = new FakeWindow();
      record.windows.push({ options, window });
      app.emit('web-contents-created', {}, window.webContents);
      return window;
    },
    removeMenu: () => void notes.push('menu removed'),
    showError: (_title, sentence) => void notes.push(`error ${sentence}`),
    doesAnswer: () => Promise.resolve((answers.length > 1 ? answers.shift() : answers[0]) ?? false),
    startTimer: (delayMs, action) => void record.timers.push({ delayMs, action }),
    wallNowMs: () => record.clock.nowMs,
    printerOpener: (target) => {
      notes.push(`printer ${JSON.stringify(target)}`);
      return scene.openPrinter ?? (async () => ({ kind: 'refused', problem: 'ECONNREFUSED' }));
    },
    log: (line) => void notes.push(`log ${line}`),
  };
  return { ...record, facade };
}

/** Emits an event with a default, and says whether a listener prevented it. */
export function emitPreventable(emitter: EventEmitter, name: string, fields: object, rest: unknown[]): boolean {
  let isPrevented = false;
  const preventDefault = () => {
    isPrevented = true;
  };
  emitter.emit(name, { ...fields, preventDefault }, ...rest);
  return isPrevented;
}
