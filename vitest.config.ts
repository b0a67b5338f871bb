import { defineConfig } from 'vitest/config';

const isFull = process.env['OKIENKO_FULL'] === '1';

/** They watch a connection for seconds; on a machine that starves it, a page rightly gives it up. */
const needQuiet = ['e2e/pages.test.ts', 'e2e/heartbeat.test.ts'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'shared/**/*.test.ts',
            'pipe/**/*.test.ts',
            'server/**/*.test.ts',
            'apps/**/*.test.{ts,tsx}',
            'replay/**/*.test.ts',
            'tools/**/*.test.ts',
            'simulation/**/*.test.ts',
            'bench/**/*.test.ts',
          ],
          pool: 'forks',
          testTimeout: isFull ? 300_000 : 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'browser-journeys',
          include: ['e2e/**/*.test.ts'],
          exclude: needQuiet,
          pool: 'forks',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'quiet-journeys',
          include: needQuiet,
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
