import { join } from 'node:path';
import { type Alarm, type BusinessClock, minutes } from '@okienko/shared';
import { processClock, wallClock } from './clocks.ts';
import type { Settings } from './config.ts';
import { newestBackupTime, runBackup } from './journal/backupRun.ts';
import { BackupSchedule } from './journal/backupSchedule.ts';
import { journalFileName } from './journal/sqliteFile.ts';
import { registerBackupGauge } from './metrics/backupGauge.ts';
import type { MetricsRegistry } from './metrics/metricsRegistry.ts';
import type { ComponentLog } from './serverLog.ts';

/** The server's own backups while it runs. */
export type ScheduledBackups = {
  readonly alarms: () => readonly Alarm[];
  readonly stop: () => Promise<void>;
};

/** Starts the schedule of backups that the settings ask for, with its metric and its lines in the log. */
export function scheduleBackups(
  { backups, dataFolder }: Settings,
  businessClock: BusinessClock,
  registry: MetricsRegistry,
  log: ComponentLog,
): ScheduledBackups {
  if (backups === null) return { alarms: () => [], stop: () => Promise.resolve() };
  const { folder, everyMinutes } = backups;
  const schedule = new BackupSchedule({
    every: minutes(everyMinutes),
    newest: () => newestBackupTime(folder, wallClock.now()),
    run: (at) => runBackup({ source: join(dataFolder, journalFileName), folder, at }),
    machineClock: processClock,
    wallClock,
    businessClock,
    onOutcome: ({ result, ...fields }) =>
      result === 'done' ? log.info(fields, 'backed up') : log.error(fields, 'backup failed'),
  });
  schedule.start();
  registerBackupGauge(registry, () => schedule.ageSeconds());
  return { alarms: () => schedule.alarms(), stop: () => schedule.stop() };
}
