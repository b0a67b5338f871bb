// @ts-check

/** @typedef {{ status: string, assertionResults: readonly { status: string }[] }} TestFile */

/**
 * Counts what vitest's JSON report says. A file that failed without a failed test in it (it could not be loaded)
 * counts as one failure, and so does a run that ended badly although each test passed.
 * @param {unknown} report the parsed report, or null when there is none
 * @param {number} exitCode vitest's own
 * @returns {{ passed: number, failed: number }}
 */
export function summarizeTests(report, exitCode) {
  const files = filesOf(report);
  const passed = countTests(files, 'passed');
  const failedFiles = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = countTests(files, 'failed') + failedFiles.length;
  const isSilentFailure = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: isSilentFailure ? 1 : failed };
}

/**
 * @param {readonly TestFile[]} files
 * @param {string} status
 */
function countTests(files, status) {
  return files.flatMap((file) => file.assertionResults).filter((test) => test.status === status).length;
}

/**
 * @param {unknown} report
 * @returns {readonly TestFile[]}
 */
function filesOf(report) {
  if (typeof report !== 'object' || report === null || !('testResults' in report)) return [];
  return Array.isArray(report.testResults) ? /** @type {readonly TestFile[]} */ (report.testResults) : [];
}
