import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Configuration, Instant } from '@okienko/shared';

const program = join(dirname(fileURLToPath(import.meta.url)), '../../../server/src/main.ts');

/** The server ended, or never began, or its day is over: the replay cannot go on. */
export class ServerFault extends Error {
  override readonly name = 'ServerFault';
}

export type ServerProcess = {
  /** `http://127.0.0.1:<port>/` */
  readonly url: string;
  /** One for all clerks. */
  readonly pin: string;
  /** Rejects with a ServerFault when the server ends before it is told to; else never settles. */
  readonly lost: Promise<never>;
  /** Ends it as an operator does, and removes its folder. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts the server for this branch in a process and a temporary folder of its own.
 *
 * @throws ServerFault with what the server wrote, when it ends before it listens.
 */
export async function startServerProcess(options: {
  readonly configuration: Configuration;
  readonly port: number;
  readonly startAt: Instant;
  readonly speed: number;
}): Promise<ServerProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'okienko-replay-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeFolder);
  const configFile = join(folder, 'branch.json');
  writeFileSync(configFile, JSON.stringify(options.configuration));
  const pin = String(randomInt(1_000_000)).padStart(6, '0');
  const flags = {
    '--config': configFile,
    '--data': join(folder, 'data'),
    '--port': String(options.port),
    '--clock-start': new Date(options.startAt).toISOString(),
    '--clock-speed': String(options.speed),
  };
  const child = spawn(process.execPath, [program, ...Object.entries(flags).flat()], {
    env: { ...withoutOurs(process.env), OKIENKO_DEMO_PIN: pin },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  process.once('exit', () => child.kill());
  let written = '';
  let isStopping = false;
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written += text));
  const lost = new Promise<never>((_, reject) => {
    void ended.then((code) => {
      if (!isStopping) reject(new ServerFault(`The server ended with ${code}: ${lastLines(written)}`));
    });
  });
  const url = await Promise.race([addressOf(child.stdout.setEncoding('utf8')), lost]);
  return {
    url,
    pin,
    lost,
    stop: async () => {
      isStopping = true;
      child.kill();
      await ended;
      removeFolder();
    },
  };
}

/** A variable that is meant for the machine's own server must not print a replay's tickets or rotate real backups. */
function withoutOurs(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('OKIENKO_')));
}

/** The address in the first words of a server that listens. */
function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  let written = '';
  return new Promise((resolve) => {
    output.on('data', (text: string | Buffer) => {
      written += text.toString();
      const address = /http:\/\/[^\s/]+\//.exec(written)?.[0];
      if (address !== undefined) resolve(address);
    });
  });
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-5).join('\n');
}
