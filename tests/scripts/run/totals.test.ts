// The rules of counting: nothing that went wrong is missing from the totals.
import { expect, test } from 'vitest'

import { countRun, failuresIn, timesIn, type VitestReport } from '../../../scripts/run/totals.ts'

const fine: VitestReport = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [fileOf('passed', { status: 'passed', fullName: 'adds up', failureMessages: [] })],
}

function fileOf(status: string, ...assertionResults: VitestReport['testResults'][0]['assertionResults']) {
  return {
    name: '/project/tests/sum.test.ts',
    status,
    message: 'No such module\nat line 3',
    startTime: 1_000,
    endTime: 2_500,
    assertionResults,
  }
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
  const testResults = [...fine.testResults, fileOf('failed')]
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

test('what failed is named in a line each, with the first line of why', () => {
  const wrong = {
    status: 'failed',
    fullName: 'sums adds up',
    failureMessages: ['expected 4\nat sum.ts', 'again'],
  }
  const right = { status: 'passed', fullName: 'sums is fine', failureMessages: [] }
  const failures = (...testResults: VitestReport['testResults']) =>
    failuresIn({ ...fine, testResults }, '/project')
  expect(failures(fileOf('failed', wrong, right))).toEqual(['tests/sum.test.ts > sums adds up: expected 4'])
  expect(failures(fileOf('failed'))).toEqual(['tests/sum.test.ts: No such module'])
  expect(failures(...fine.testResults)).toEqual([])
})

test('each file is told with the seconds it took', () => {
  expect(timesIn(fine, '/project')).toEqual([{ name: 'tests/sum.test.ts', seconds: 1.5 }])
})
