import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startServer, temporaryFolder } from './support/startServer.ts';

const main = join(dirname(fileURLToPath(import.meta.url)), '../server/src/main.ts');

type Ended = { readonly code: number | null; readonly sentence: string };

function runToEnd(args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  const child = spawn(process.execPath, [main, ...args], { env: { ...process.env, ...environment } });
  let sentence = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (sentence += text));
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, sentence })));
}

/** The bytes of a folder, so that a refusal can be shown to touch nothing. */
function fingerprint(folder: string): readonly string[] {
  return readdirSync(folder)
    .toSorted()
    .filter((name) => !name.startsWith('lock'))
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')}`,
    );
}

describe('starting and stopping the server', () => {
  it('given a server on a folder, when a second one starts there, then it refuses and the first goes on', async () => {
    const first = await startServer();
    const second = await runToEnd(['--port', '0', '--data', first.dataFolder]);
    expect(second.code).toBe(1);
    expect(second.sentence).toMatch(/^Okienko: Another Okienko server .*\n$/);
    expect((await fetch(`${first.url}healthz`)).status).toBe(200);
    await first.kill();
  });

  it('given a port in use, when the server starts, then it says so', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const ended = await runToEnd(['--port', String(port), '--data', temporaryFolder()]);
    expect(ended.code).toBe(1);
    expect(ended.sentence).toContain(`Port ${port} on 127.0.0.1 is already in use`);
    taken.close();
  });

  it('given a file that is no journal, when the server starts, then it refuses and leaves it as it was', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'journal.sqlite'), 'not a database at all'.repeat(100));
    const before = fingerprint(folder);
    const ended = await runToEnd(['--port', '0', '--data', folder]);
    expect(ended.code).toBe(1);
    expect(ended.sentence).toMatch(/^Okienko: .*journal\.sqlite.*\n$/);
    expect(fingerprint(folder)).toEqual(before);
  });

  it('given a configuration with mistakes, when the server starts, then each is named with its path and nothing is made', async () => {
    const folder = temporaryFolder();
    const example = readFileSync(join(dirname(main), '../examples/pom-bronowice.json'), 'utf8');
    const config = join(folder, 'branch.json');
    writeFileSync(
      config,
      example.replace('"letter": "E"', '"letter": "D"').replace('"Europe/Warsaw"', '"Europe/Krakow"'),
    );
    const ended = await runToEnd(['--port', '0', '--data', join(folder, 'data'), '--config', config]);
    expect(ended.code).toBe(1);
    expect(ended.sentence).toContain('services[1].letter: "D" is taken by services[0]');
    expect(ended.sentence).toContain('branch.timeZone: no time zone "Europe/Krakow"');
    expect(readdirSync(folder)).toEqual(['branch.json']);
  });

  it.each([
    [['--config', '/nowhere/branch.json'], 1, /cannot be read/],
    [['--colour', 'red'], 2, /--colour/],
    [['--host', '0.0.0.0'], 2, /loopback only/],
  ])('given %j, when the server starts, then it ends with one clear sentence', async (flags, code, sentence) => {
    const ended = await runToEnd(['--port', '0', '--data', temporaryFolder(), ...flags]);
    expect(ended.code).toBe(code);
    expect(ended.sentence).toMatch(sentence);
    expect(ended.sentence.trim().split('\n')).toHaveLength(1);
  });

  it('given a running server with a screen, when it is told to stop, then it ends cleanly and starts again', async () => {
    const first = await startServer();
    expect(await first.stop()).toBe(0);
    const second = await startServer({ dataFolder: first.dataFolder });
    const health: unknown = await (await fetch(`${second.url}healthz`)).json();
    expect(health).toMatchObject({ status: 'ok', seq: 2 });
    expect(await second.stop()).toBe(0);
  });
});
