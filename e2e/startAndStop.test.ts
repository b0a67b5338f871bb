import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { connectDevice, issueTicket } from './support/deviceClient.ts';
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

  it('given a port in use, when the server starts, then it says so and makes nothing', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const folder = temporaryFolder();
    const ended = await runToEnd(['--port', String(port), '--data', folder]);
    expect(ended.code).toBe(1);
    expect(ended.sentence).toContain(`Port ${port} on 127.0.0.1 is already in use`);
    expect(readdirSync(folder)).toEqual([]);
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

  it('given a real branch, when somebody sets the PIN or the clock of a demo, then the server refuses and makes nothing', async () => {
    const folder = temporaryFolder();
    const example = readFileSync(join(dirname(main), '../examples/pom-bronowice.json'), 'utf8');
    const pinHash = `"scrypt:${'A'.repeat(24)}:${'A'.repeat(44)}"`;
    const config = join(folder, 'branch.json');
    writeFileSync(
      config,
      example.replace('"demo": true', '"demo": false').replaceAll('"pinHash": null', `"pinHash": ${pinHash}`),
    );
    const flags = ['--port', '0', '--data', join(folder, 'data'), '--config', config];
    const ended = await runToEnd(flags, { OKIENKO_DEMO_PIN: '123456' });
    expect(ended.code).toBe(1);
    expect(ended.sentence).toMatch(/^Okienko: OKIENKO_DEMO_PIN is for a demo only.*\n$/);
    const hurried = await runToEnd([...flags, '--clock-speed', '5']);
    expect(hurried.code).toBe(1);
    expect(hurried.sentence).toMatch(/^Okienko: Another clock .* is for a demo only.*\n$/);
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

  it('given a journal whose bytes were changed, when the server starts, then it refuses in one clear sentence', async () => {
    const server = await startServer();
    await server.stop();
    const file = join(server.dataFolder, 'journal.sqlite');
    const bytes = readFileSync(file, 'latin1');
    expect(bytes).toContain('Bronowice');
    writeFileSync(file, bytes.replaceAll('Bronowice', 'Brxnowice'), 'latin1');
    const ended = await runToEnd(['--port', '0', '--data', server.dataFolder]);
    expect(ended.code).toBe(1);
    const sentences = ended.sentence.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
    expect(sentences).toEqual([expect.stringMatching(/^Okienko: The journal cannot be replayed: restore .*$/)]);
  });

  it('given a running server with a screen, when it is told to stop, then it ends cleanly and starts again', async () => {
    const first = await startServer();
    expect(await first.stop()).toBe(0);
    const second = await startServer({ dataFolder: first.dataFolder });
    const health: unknown = await (await fetch(`${second.url}healthz`)).json();
    expect(health).toMatchObject({ status: 'ok', seq: 2 });
    expect(await second.stop()).toBe(0);
  });

  it('given a printer that never confirms and a connection that says nothing, when it is told to stop twice, then it ends within 2 s and the print is unknown', async () => {
    const printer = await silentPrinter();
    const first = await startServer({ flags: ['--printer', printer.flag] });
    const kiosk = await connectDevice(first.url, 'kiosk', 'kiosk-1');
    const mute = connect(Number(new URL(first.url).port), '127.0.0.1');
    await kiosk.send(issueTicket('pisma'));
    await printer.gotTicket;
    const stoppedAtMs = performance.now();
    const [code] = await Promise.all([first.stop(), first.stop()]);
    expect(code).toBe(0);
    expect(performance.now() - stoppedAtMs).toBeLessThan(2_000);
    expect(first.errors()).not.toMatch(/"level":"(warn|error|fatal)"/);
    mute.destroy();
    printer.close();

    const second = await startServer({ dataFolder: first.dataFolder });
    const console = await connectDevice(second.url, 'counter', 'counter-1');
    const picture: unknown = await console.socket.timeout(30_000).emitWithAck('subscribe');
    expect(JSON.stringify(picture)).toContain('"outcome":{"result":"unknown"}');
    await second.kill();
  });
});

/** A printer that is fine and takes a ticket, but never says that it was printed. */
async function silentPrinter() {
  const tickets = new EventEmitter();
  const gotTicket = once(tickets, 'ticket');
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes) => {
      // DLE EOT asks for a status; this one says "online, nothing wrong".
      if (bytes[0] === 0x10) socket.write(Buffer.alloc(bytes.length / 3, 0x12));
      else tickets.emit('ticket');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { flag: `tcp://127.0.0.1:${port}`, gotTicket, close: () => server.close() };
}
