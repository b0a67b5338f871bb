import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = join(dirname(fileURLToPath(import.meta.url)), '../../server/src/main.ts');

/** The PIN of every clerk of a server that tests start. */
export const testPin = '123456';

export type RunningServer = {
  /** `http://127.0.0.1:<port>/` */
  readonly url: string;
  readonly dataFolder: string;
  /** Ends it as an operator does (SIGTERM); resolves with its exit code, null where a signal ended it. */
  readonly stop: () => Promise<number | null>;
  /** Ends it as a power cut does (SIGKILL). */
  readonly kill: () => Promise<void>;
  /** Everything that it wrote to standard output so far. */
  readonly output: () => string;
  /** Everything that it wrote to standard error so far. */
  readonly errors: () => string;
};

/**
 * Starts the real server in a process of its own and waits until it names its address.
 *
 * @param options.dataFolder kept by the caller over several starts; else a new one that `stop` and `kill` leave to the
 * system's temporary folder's end of this process.
 * @throws Error with what the server wrote, when it ends before it listens.
 */
export async function startServer(
  options: {
    readonly dataFolder?: string;
    readonly port?: number;
    readonly flags?: readonly string[];
    /** Each clerk has a PIN of their own, kept in `demo-pins.json` of the data folder, instead of `testPin`. */
    readonly hasOwnPins?: boolean;
  } = {},
): Promise<RunningServer> {
  const dataFolder = options.dataFolder ?? temporaryFolder();
  const flags = ['--data', dataFolder, '--port', String(options.port ?? 0), ...(options.flags ?? [])];
  const child = spawn(process.execPath, [main, ...flags], {
    env: options.hasOwnPins === true ? process.env : { ...process.env, OKIENKO_DEMO_PIN: testPin },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const address = /http:\/\/[^\s/]+\//.exec(output)?.[0];
      if (address !== undefined) resolve(address);
    });
    void ended.then((code) => reject(new Error(`The server ended with ${code} before it listened: ${errors}`)));
  });
  const end = (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    return ended;
  };
  return {
    url,
    dataFolder,
    stop: () => end('SIGTERM'),
    kill: async () => {
      await end('SIGKILL');
    },
    output: () => output,
    errors: () => errors,
  };
}

const temporaryFolders: string[] = [];
process.once('exit', () => {
  for (const folder of temporaryFolders) rmSync(folder, { recursive: true, force: true });
});

const folders: string[] = [];
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder of this run, removed when the process of the tests ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'okienko-'));
  folders.push(folder);
  return folder;
}
