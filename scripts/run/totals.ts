// Counts what one run of vitest did, so that nothing that went wrong is missing from the totals.
import { relative } from 'node:path'

export type Count = { passed: number; failed: number; skipped: number }

/** The part of vitest's JSON report that is counted. */
export type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    name: string
    status: string
    message: string
    /** ms since 1970. */
    startTime: number
    endTime: number
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
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

/** What failed in a run, a line each: the file, the test, and the first line of why. Paths are told from `folder`. */
export const failuresIn = ({ testResults }: VitestReport, folder: string): readonly string[] =>
  testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const file = relative(folder, name)
      const failed = assertionResults.filter((assertion) => assertion.status === 'failed')
      return failed.length === 0
        ? [`${file}: ${firstLine(message)}`]
        : failed.map((test) => `${file} > ${test.fullName}: ${firstLine(test.failureMessages[0])}`)
    })

/** How long one file of tests took. */
export type FileTime = { readonly name: string; readonly seconds: number }

/** How long each file of a run took, without what was made ready before it. Paths are told from `folder`. */
export const timesIn = ({ testResults }: VitestReport, folder: string): readonly FileTime[] =>
  testResults.map(({ name, startTime, endTime }) => ({
    name: relative(folder, name),
    seconds: (endTime - startTime) / 1000,
  }))

const firstLine = (text = ''): string => text.split('\n', 1).join('').slice(0, 300)
