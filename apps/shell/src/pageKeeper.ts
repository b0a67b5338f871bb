import type { ElectronFacade, ShellContents } from './electronFacade.ts';
import { isOfOrigin, pageAddress } from './pageAddress.ts';
import type { ShellSettings } from './parseShellSettings.ts';
import { reloadDelayMs } from './reloadDelay.ts';
import { waitingPage } from './waitingPage.ts';

/** How often a server that does not answer is asked again: a screen should be there within 2 s of its server. */
const askAgainMs = 1_000;
const answerTimeoutMs = 4_000;

/** A page that has lived this long has recovered: its next failure is met without delay again. */
const stableMs = 60_000;

/** Chromium's code for a load that another load replaced: no failure. */
const abortedCode = -3;

/**
 * Keeps the device's page in the window without a person: waits for the server with a page that says so, and opens the
 * page anew when it fails to load, its process dies or stops answering. The delay grows with failures that follow each
 * other, up to a bound, and never ends: nobody stands by to press a key. Each failure is logged once.
 */
export class PageKeeper {
  readonly #contents: ShellContents;
  readonly #settings: ShellSettings;
  readonly #facade: ElectronFacade;
  #failures = 0;
  #isWaiting = false;
  /** One way back at a time: two signs of one failure must not start two loops. */
  #isOpening = false;

  constructor(contents: ShellContents, settings: ShellSettings, facade: ElectronFacade) {
    this.#contents = contents;
    this.#settings = settings;
    this.#facade = facade;
    contents.on('did-finish-load', () => this.#noteLoaded());
    contents.on('did-fail-load', (_event, code, problem, address, isMainFrame) => {
      if (isMainFrame && code !== abortedCode && isOfOrigin(address, settings.origin)) this.#reopen(problem);
    });
    contents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit') this.#reopen(`its process is gone (${reason})`);
    });
    contents.on('unresponsive', () => {
      facade.log('the page does not answer: its process is ended');
      contents.forcefullyCrashRenderer();
    });
  }

  /** Opens the page, now or as soon as the server answers. */
  async open(): Promise<void> {
    this.#isOpening = true;
    const page = pageAddress(this.#settings);
    const doesAnswer = await this.#facade.doesAnswer(page, answerTimeoutMs);
    if (this.#contents.isDestroyed()) return;
    if (doesAnswer) {
      this.#isOpening = false;
      this.#isWaiting = false;
      this.#load(page);
      return;
    }
    if (!this.#isWaiting) {
      this.#isWaiting = true;
      this.#facade.log(`waiting for the server at ${this.#settings.origin}`);
      this.#load(waitingPage(this.#settings.kind));
    }
    this.#openIn(askAgainMs);
  }

  #reopen(problem: string): void {
    if (this.#isOpening) return;
    this.#isOpening = true;
    this.#isWaiting = false;
    const delayMs = reloadDelayMs(this.#failures);
    this.#failures += 1;
    this.#facade.log(`the page failed: ${problem}; opened again in ${delayMs} ms`);
    this.#openIn(delayMs);
  }

  #openIn(delayMs: number): void {
    this.#facade.startTimer(delayMs, () => void this.open());
  }

  #noteLoaded(): void {
    if (!isOfOrigin(this.#contents.getURL(), this.#settings.origin)) return;
    const failuresAtLoad = this.#failures;
    this.#facade.startTimer(stableMs, () => {
      if (this.#failures === failuresAtLoad) this.#failures = 0;
    });
  }

  /** A load that fails is met through did-fail-load, which also sees those that the page itself starts. */
  #load(address: string): void {
    this.#contents.loadURL(address).catch((error: unknown) => this.#facade.log(String(error)));
  }
}
