import { performance } from 'node:perf_hooks';
import { memoryUsage } from 'node:process';
import type { MetricsRegistry } from './metricsRegistry.ts';

/** Registers what this process takes of the machine, under the names that dashboards for Node.js know. */
export function registerProcessGauges(registry: MetricsRegistry): void {
  registry.gauge('process_start_time_seconds', 'Start of the process, seconds since 1970.', () =>
    Math.round(performance.timeOrigin / 1_000),
  );
  registry.total('process_cpu_seconds_total', 'Processor time of the process, user and system.', () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000_000;
  });
  registry.gauge('process_resident_memory_bytes', 'Memory of the process.', () => memoryUsage.rss());
  registry.gauge('nodejs_heap_size_used_bytes', 'Objects on the heap of the process.', () => memoryUsage().heapUsed);
  registry.total(
    'nodejs_eventloop_busy_seconds_total',
    'Time in which the event loop was not idle.',
    () => performance.eventLoopUtilization().active / 1_000,
  );
}
