import { idSchemas, instantOf } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { device, issue, testBranch, uuid } from '../engine/testing/testBranch.ts';
import { DeviceRegistry } from '../gateway/deviceRegistry.ts';
import { createFaultyJournal } from '../journal/faultyJournal.ts';
import { createMemoryDisk, openMemoryJournal } from '../journal/memoryJournal.ts';
import { registerBranchGauges } from './branchGauges.ts';
import { MetricsRegistry } from './metricsRegistry.ts';

function scrapedBranch() {
  const faulty = createFaultyJournal(openMemoryJournal(createMemoryDisk(idSchemas.journal.parse(uuid(1)))));
  const branch = testBranch({ journal: faulty.journal });
  const devices = new DeviceRegistry();
  const registry = new MetricsRegistry();
  const epoch = idSchemas.epoch.parse(uuid(2));
  const { engine, journal } = branch;
  registerBranchGauges(registry, { engine, devices, journalId: journal.journalId, epoch, version: '9.8.7' });
  const scrape = async () => (await registry.text()).split('\n');
  return { branch, devices, setFull: faulty.setFull, scrape };
}

describe('how the branch stands at a scrape', () => {
  it('given a full disk, when it is scraped, then the journal is not writable, and is again when there is room', async () => {
    const { branch, setFull, scrape } = scrapedBranch();
    expect(await scrape()).toContain('okienko_journal_writable 1');
    setFull(true);
    branch.send(issue, 'kiosk-1');
    expect(await scrape()).toContain('okienko_journal_writable 0');
    setFull(false);
    branch.tick();
    expect(await scrape()).toContain('okienko_journal_writable 1');
  });

  it('given two pages of one console and none of the others, when it is scraped, then pages and missing devices are told', async () => {
    const { devices, scrape } = scrapedBranch();
    devices.connected(device('counter-1'), instantOf(1));
    devices.connected(device('counter-1'), instantOf(2));
    const lines = await scrape();
    expect(lines).toContain('okienko_clients{kind="counter"} 2');
    expect(lines).toContain('okienko_devices_offline{kind="counter"} 4');
    expect(lines).toContain('okienko_clients{kind="kiosk"} 0');
    expect(lines).toContain('okienko_devices_offline{kind="kiosk"} 1');
  });

  it('given tickets and an open counter, when it is scraped, then they are counted by state, with zeros', async () => {
    const { branch, scrape } = scrapedBranch();
    branch.send(issue, 'kiosk-1');
    branch.send(issue, 'kiosk-1');
    branch.send(branch.open('c2', 'clerk-2', 'counter-2'), 'counter-2');
    branch.send(branch.callNext('c2'), 'counter-2');
    const lines = await scrape();
    expect(lines).toContain('okienko_queue_waiting{service="dowod-wniosek",letter="D"} 1');
    expect(lines).toContain('okienko_tickets{state="waiting"} 1');
    expect(lines).toContain('okienko_tickets{state="closed"} 0');
    expect(lines).toContain('okienko_counters{state="open"} 1');
    expect(lines).toContain(`okienko_journal_seq ${branch.journal.head()}`);
    expect(lines.filter((line) => line.startsWith('okienko_server_info'))).toEqual([
      `okienko_server_info{version="9.8.7",journal_id="${uuid(1)}",epoch="${uuid(2)}",config_hash="example"} 1`,
    ]);
  });
});
