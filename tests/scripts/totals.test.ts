// The rules of counting: nothing that went wrong is missing from the totals.
import { expect, test } from 'vitest'
import { countRun, type VitestReport } from '../../scripts/run/totals.ts'

const fine: VitestReport = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
}

test('tests that pass and fail are counted one by one', () => {
  expect(countRun(fine, 0)).toEqual({ passed: 3, failed: 0, skipped: 0 })
  expect(countRun({ ...fine, numFailedTests: 2 }, 1)).toEqual({ passed: 3, failed: 2, skipped: 0 })
})

test('skipped and unwritten tests are neither passed nor failed', () => {
  expect(countRun({ ...fine, numPendingTests: 1, numTodoTests: 1 }, 0)).toEqual({
    passed: 3,
    failed: 0,
    skipped: 2,
  })
})

test('a file that fails outside its tests is one failure', () => {
  const testResults = [...fine.testResults, { status: 'failed', assertionResults: [] }]
  expect(countRun({ ...fine, testResults }, 1).failed).toBe(1)
})

test('an exit code that no test explains is one failure', () => {
  expect(countRun(fine, 1).failed).toBe(1)
})

test('a run without a report is one failure', () => {
  expect(countRun(undefined, 0).failed).toBe(1)
})

test('a run without any test is one failure', () => {
  expect(countRun({ ...fine, numPassedTests: 0, testResults: [] }, 0).failed).toBe(1)
})
