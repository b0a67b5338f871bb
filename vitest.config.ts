import { defineConfig } from 'vitest/config';

const isFull = process.env['OKIENKO_FULL'] === '1';

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
          pool: 'forks',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
