import type { MetricsRegistry } from './metricsRegistry.ts';

/** Registers how old the newest good backup is; absent while there is none. */
export function registerBackupGauge(registry: MetricsRegistry, ageSeconds: () => number | null): void {
  registry.gauge('okienko_backup_age_seconds', 'Age of the newest verified backup.', ageSeconds);
}
