import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurationSchema } from '@okienko/shared';
import { afterEach, describe, expect, it } from 'vitest';
import { connectDevice, issueTicket, newCommandId } from './support/deviceClient.ts';
import { runJournal } from './support/journalProgram.ts';
import { type RunningServer, startServer, temporaryFolder } from './support/startServer.ts';

const example = new URL('../server/examples/pom-bronowice.json', import.meta.url);
const publicBaseUrl = 'https://kolejka.example';
let running: RunningServer | null = null;
afterEach(async () => {
  await running?.kill();
  running = null;
});

/** The example branch with a public address, in a file of its own. */
function configurationFile(): string {
  const file = join(temporaryFolder(), 'branch.json');
  const { branch, ...rest } = configurationSchema.parse(JSON.parse(readFileSync(example, 'utf8')));
  writeFileSync(file, JSON.stringify({ ...rest, branch: { ...branch, publicBaseUrl } }));
  return file;
}

/** The bytes of every file of a folder, those beside the journal included. */
function contents(folder: string): readonly (readonly [name: string, bytes: Buffer])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name))]);
}

const holding = (folder: string, needle: Buffer) =>
  contents(folder).flatMap(([name, bytes]) => (bytes.includes(needle) ? [name] : []));

/** A key as SQLite stores it: right behind its day's text in the one row of its table. */
function keyIn(folder: string, businessDate: string): Buffer {
  const bytes = readFileSync(join(folder, 'secrets.sqlite'));
  const start = bytes.lastIndexOf(businessDate) + businessDate.length;
  return Buffer.from(bytes.subarray(start, start + 32));
}

describe('the address of a ticket', () => {
  it('given its day, then it is a secret of that day; given the next day, then nothing on the disk leads to it', async () => {
    const dataFolder = temporaryFolder();
    const flags = ['--config', configurationFile(), '--clock-start'];
    running = await startServer({ dataFolder, flags: [...flags, '2026-11-24T11:00:00Z'] });
    const kiosk = await connectDevice(running.url, 'kiosk', 'kiosk-1');
    const commandId = newCommandId();
    const answer = await kiosk.send(issueTicket('pisma'), commandId);
    if (answer.answer !== 'accepted' || answer.result.type !== 'ticketIssued') throw new Error('no ticket');
    const { ticketId, followUrl } = answer.result;
    const key = keyIn(dataFolder, '2026-11-24');
    const token = createHmac('sha256', key).update(ticketId).digest().subarray(0, 16).toString('base64url');
    expect(followUrl).toBe(`${publicBaseUrl}/BRO/${token}`);
    expect(await kiosk.send(issueTicket('pisma'), commandId)).toEqual(answer);
    // A backup lies in the same folder from here on, so that it is searched with the journal, its log and the keys.
    await runJournal('backup', join(dataFolder, 'backup.sqlite'), '--data', dataFolder);
    expect(holding(dataFolder, Buffer.from(ticketId))).toContain('backup.sqlite');
    expect(holding(dataFolder, key)).toEqual(['secrets.sqlite']);
    // Also the journal, which holds who worked where, is for the server's own user alone.
    const open = readdirSync(dataFolder).filter((name) => (statSync(join(dataFolder, name)).mode & 0o077) !== 0);
    expect(open).toEqual([]);
    expect(holding(dataFolder, Buffer.from(token))).toEqual([]);
    await running.stop();

    running = await startServer({ dataFolder, flags: [...flags, '2026-11-25T11:00:00Z'] });
    const nextDay = await connectDevice(running.url, 'kiosk', 'kiosk-1');
    expect(await nextDay.send(issueTicket('pisma'), commandId)).toMatchObject({ result: { followUrl: null } });
    await nextDay.subscribe();
    await new Promise((resolve) => nextDay.socket.once('heartbeat', resolve));
    await running.stop();
    expect(holding(dataFolder, key)).toEqual([]);
  });
});
