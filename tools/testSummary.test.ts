import { describe, expect, it } from 'vitest';
import { summarizeTests } from './testSummary.mjs';

const fileOf = (status: string, ...tests: readonly string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

describe('summarizeTests', () => {
  it('counts passed and failed tests of all files', () => {
    const report = { testResults: [fileOf('passed', 'passed', 'skipped'), fileOf('failed', 'passed', 'failed')] };
    expect(summarizeTests(report, 1)).toEqual({ passed: 2, failed: 1 });
  });

  it('counts a file that could not be loaded as one failure', () => {
    expect(summarizeTests({ testResults: [fileOf('failed'), fileOf('passed', 'passed')] }, 1)).toEqual({
      passed: 1,
      failed: 1,
    });
  });

  it('reports a failure when vitest fails although every test passed', () => {
    expect(summarizeTests({ testResults: [fileOf('passed', 'passed')] }, 1)).toEqual({ passed: 1, failed: 1 });
  });

  it('reports a failure when nothing ran or nothing was reported', () => {
    expect(summarizeTests({ testResults: [] }, 0)).toEqual({ passed: 0, failed: 1 });
    expect(summarizeTests(null, 0)).toEqual({ passed: 0, failed: 1 });
  });
});
