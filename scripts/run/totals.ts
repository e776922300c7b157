// Counts what one run of vitest did, so that nothing that went wrong is missing from the totals.

export type Count = { passed: number; failed: number; skipped: number }

/** The part of vitest's JSON report that is counted. */
export type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/**
 * Counts a run from its report and exit code. A file that failed outside its tests, a crash, an unhandled error and a
 * run without any test are one failure each.
 */
export function countRun(report: VitestReport | undefined, exitCode: number): Count {
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  ).length
  const known = report.numFailedTests + brokenFiles
  const unexplained = known === 0 && (exitCode !== 0 || report.numPassedTests === 0)
  return {
    passed: report.numPassedTests,
    failed: unexplained ? 1 : known,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}
