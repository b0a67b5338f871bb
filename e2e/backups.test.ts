import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { counterContract } from '@okienko/shared';
import { afterEach, describe, expect, it } from 'vitest';
import { connectDevice } from './support/deviceClient.ts';
import { type RunningServer, startServer, temporaryFolder } from './support/startServer.ts';

describe('the backups of a running server', () => {
  let server: RunningServer | null = null;
  afterEach(async () => {
    await server?.stop();
    server = null;
  });
  const alarmsOf = async ({ url }: RunningServer) => {
    const console = await connectDevice(url, 'counter', 'counter-1');
    const subscription = counterContract.parseSubscription(await console.subscribe());
    console.close();
    if (!subscription.isValid || subscription.value.answer !== 'snapshot')
      throw new Error('The console gets no picture.');
    return subscription.value.snapshot.figures.alarms;
  };
  const metricsOf = async ({ url }: RunningServer) => (await fetch(`${url}metrics`)).text();

  it('given a backup of half an hour before the start, then its age is a metric and nobody is alarmed', async () => {
    const folder = join(temporaryFolder(), 'stick');
    mkdirSync(folder);
    const stamp = new Date(Date.now() - 1_800_000).toISOString().replace(/[-:]|\.\d+/g, '');
    writeFileSync(join(folder, `okienko-${stamp}.sqlite`), '');
    server = await startServer({ flags: ['--backup-folder', folder] });
    const age = Number(/^okienko_backup_age_seconds (.+)$/m.exec(await metricsOf(server))?.[1]);
    expect(age).toBeGreaterThan(1_799);
    expect(age).toBeLessThan(3_600);
    expect(await alarmsOf(server)).toEqual([]);
  });

  it('given a file where the folder should be, then consoles are alarmed and the log says why; work goes on', async () => {
    const file = join(temporaryFolder(), 'stick');
    writeFileSync(file, 'not a folder');
    server = await startServer({ flags: ['--backup-folder', file] });
    expect(await alarmsOf(server)).toMatchObject([{ kind: 'backupFailed' }]);
    expect(server.errors()).toMatch(
      /"component":"backup".*"problem":"The folder .*stick cannot be used.*"msg":"backup failed"/,
    );
    expect(await metricsOf(server)).not.toMatch(/^okienko_backup_age_seconds /m);
  });
});
