import type { OpenPipe } from '@okienko/pipe';
import type { BrowserWindowConstructorOptions } from 'electron';
import type { PrinterTarget } from './printerTarget.ts';

/**
 * What the shell uses of Electron, and no more. The real modules fit these shapes as they are (realElectron.ts), tests
 * hand in a fake, and whatever is not named here the shell cannot touch.
 */
export interface ElectronFacade {
  readonly app: ShellApp;
  readonly ipcMain: ShellIpcMain;
  readonly powerSaveBlocker: { start(kind: 'prevent-display-sleep'): number };
  /** Usable only when the app is ready. */
  readonly screen: { getAllDisplays(): readonly ShellScreen[] };
  /** The arguments after the program's own path (and, unpackaged, after the app's folder). */
  readonly programArguments: readonly string[];
  /** The bundled preload script of this app. */
  readonly preloadPath: string;
  /** Keeps everything that the pages store in a folder of this name, apart from other profiles of this app. */
  useProfile(name: string): void;
  /** Calls `listener` instead of Electron's own box when something is thrown that nobody catches. */
  onBug(listener: (error: unknown) => void): void;
  defaultSession(): ShellSession;
  createWindow(options: BrowserWindowConstructorOptions): ShellWindow;
  removeMenu(): void;
  /** In a box where there is a desktop already, else on the standard error output. */
  showError(title: string, sentence: string): void;
  /** Whether the address answers with success within the timeout; never rejects. */
  doesAnswer(address: string, timeoutMs: number): Promise<boolean>;
  /** Runs `action` once after `delayMs` of the machine clock. */
  startTimer(delayMs: number, action: () => void): void;
  /** Milliseconds of this computer's clock, which goes on while it sleeps. */
  wallNowMs(): number;
  /** How the printer beside this computer is opened. */
  printerOpener(target: PrinterTarget): OpenPipe;
  log(line: string): void;
}

export interface Preventable {
  preventDefault(): void;
}

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ShellScreen {
  readonly bounds: Rectangle;
  /** Without the taskbar. */
  readonly workArea: Rectangle;
}

export interface ShellApp {
  readonly isPackaged: boolean;
  readonly commandLine: { appendSwitch(name: string, value?: string): void };
  getVersion(): string;
  enableSandbox(): void;
  requestSingleInstanceLock(): boolean;
  whenReady(): Promise<void>;
  exit(exitCode: number): void;
  on(event: 'before-quit' | 'second-instance', listener: () => void): unknown;
  on(event: 'web-contents-created', listener: (event: unknown, contents: ShellContents) => void): unknown;
  on(
    event: 'certificate-error',
    listener: (
      event: Preventable,
      contents: unknown,
      address: string,
      problem: string,
      certificate: unknown,
      answer: (isTrusted: boolean) => void,
    ) => void,
  ): unknown;
  on(
    event: 'select-client-certificate',
    listener: (event: Preventable, contents: unknown, address: string, list: unknown, choose: () => void) => void,
  ): unknown;
}

export interface ShellSession {
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: string, answer: (isGranted: boolean) => void) => void,
  ): void;
  setPermissionCheckHandler(handler: () => boolean): void;
  setDevicePermissionHandler(handler: () => boolean): void;
  setSpellCheckerEnabled(isEnabled: boolean): void;
  on(event: 'will-download', listener: (event: Preventable) => void): unknown;
}

/** One key press before the page sees it. */
export interface KeyPress {
  readonly type: string;
  readonly key: string;
  readonly control: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly meta: boolean;
}

export interface ShellContents {
  loadURL(address: string): Promise<void>;
  getURL(): string;
  isDestroyed(): boolean;
  setWindowOpenHandler(handler: () => { action: 'deny' }): void;
  setVisualZoomLevelLimits(minimum: number, maximum: number): Promise<void>;
  setZoomFactor(factor: number): void;
  insertCSS(css: string, options: { cssOrigin: 'user' }): Promise<string>;
  forcefullyCrashRenderer(): void;
  on(event: 'will-navigate', listener: (event: Preventable & { readonly url: string }) => void): unknown;
  on(event: 'will-redirect', listener: (event: Preventable & { readonly url: string }) => void): unknown;
  on(event: 'will-frame-navigate', listener: (event: Preventable & { readonly url: string }) => void): unknown;
  on(event: 'will-attach-webview', listener: (event: Preventable) => void): unknown;
  on(event: 'context-menu', listener: (event: Preventable) => void): unknown;
  on(event: 'before-input-event', listener: (event: Preventable, key: KeyPress) => void): unknown;
  on(event: 'did-finish-load', listener: () => void): unknown;
  on(
    event: 'did-fail-load',
    listener: (event: unknown, code: number, problem: string, address: string, isMainFrame: boolean) => void,
  ): unknown;
  on(event: 'render-process-gone', listener: (event: unknown, details: { readonly reason: string }) => void): unknown;
  on(event: 'unresponsive', listener: () => void): unknown;
}

export interface ShellWindow {
  readonly webContents: ShellContents;
  setBounds(bounds: Rectangle): void;
  setAlwaysOnTop(isOnTop: boolean, level?: 'floating'): void;
  show(): void;
  focus(): void;
  on(event: 'close', listener: (event: Preventable) => void): unknown;
  once(event: 'ready-to-show', listener: () => void): unknown;
}

export interface ShellFrame {
  readonly url: string;
  /** Null for the main frame. */
  readonly parent: unknown;
}

/** Who sent a message to the main process. */
export interface MessageOrigin {
  readonly sender: unknown;
  /** Null when the frame has gone meanwhile. */
  readonly senderFrame: ShellFrame | null;
}

export interface ShellIpcMain {
  handle(channel: string, listener: (event: MessageOrigin, ...values: unknown[]) => unknown): void;
}
