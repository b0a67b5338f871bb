import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { registerDataFolderGauges } from './dataFolderGauges.ts';
import { MetricsRegistry } from './metricsRegistry.ts';

it('given a data folder, when it grows and when it goes, then a scrape tells its size, and then nothing but works', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'okienko-'));
  const registry = new MetricsRegistry();
  registerDataFolderGauges(registry, folder, 'journal.sqlite');
  const valueOf = async (name: string) => new RegExp(`^${name} (\\S+)$`, 'm').exec(await registry.text())?.[1] ?? null;
  expect(await valueOf('okienko_journal_bytes')).toBe('0');
  writeFileSync(join(folder, 'journal.sqlite'), 'x'.repeat(1_000));
  writeFileSync(join(folder, 'journal.sqlite-wal'), 'x'.repeat(234));
  expect(await valueOf('okienko_journal_bytes')).toBe('1234');
  expect(Number(await valueOf('okienko_data_free_bytes'))).toBeGreaterThan(1_000_000);
  rmSync(folder, { recursive: true });
  expect(await valueOf('okienko_data_free_bytes')).toBeNull();
});
