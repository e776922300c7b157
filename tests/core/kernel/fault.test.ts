// Classes of errors: which kind it was, and never a word of what was asked or answered.
import { DrizzleQueryError } from 'drizzle-orm/errors'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { errorClass, isPassing, mayPass } from '../../../src/core/kernel/fault.ts'

const d1 = (message: string): Error => new Error(`D1_ERROR: ${message}`, { cause: new Error(message) })

describe('the class of an error', () => {
  it.each<[Error, string, boolean, boolean]>([
    [d1('Network connection lost.'), 'D1_ERROR: network connection lost', true, true],
    [new Error('Network connection lost.'), 'Error: network connection lost', true, true],
    [d1('D1 DB reset because its code was updated.'), 'D1_ERROR: code updated', true, true],
    [
      d1('Internal error while starting up D1 DB storage caused object to be reset.'),
      'D1_ERROR: storage reset',
      true,
      true,
    ],
    [d1('Internal error in D1 DB storage caused object to be reset.'), 'D1_ERROR: storage reset', true, true],
    [
      d1('Cannot resolve D1 DB due to transient issue on remote node.'),
      'D1_ERROR: transient issue',
      true,
      true,
    ],
    [
      d1("Can't read from request stream because client disconnected."),
      'D1_ERROR: client disconnected',
      true,
      true,
    ],
    [d1('D1 DB is overloaded. Requests queued for too long.'), 'D1_ERROR: overloaded', true, true],
    [d1('D1 DB is overloaded. Too many requests queued.'), 'D1_ERROR: overloaded', true, true],
    [d1('internal error; reference = 0v1abc'), 'D1_ERROR: internal error', true, true],
    [
      d1('D1 DB storage operation exceeded timeout which caused object to be reset.'),
      'D1_ERROR: timeout',
      false,
      true,
    ],
    [d1("D1 DB's isolate exceeded its memory limit and was reset."), 'D1_ERROR: memory limit', false, true],
    [d1('D1 DB exceeded its CPU time limit and was reset.'), 'D1_ERROR: cpu limit', false, true],
    [
      d1('UNIQUE constraint failed: people.email: SQLITE_CONSTRAINT'),
      'D1_ERROR: SQLITE_CONSTRAINT',
      false,
      false,
    ],
    [d1('no such table: refusals: SQLITE_ERROR'), 'D1_ERROR: no such table', false, false],
    [new Error("D1_TYPE_ERROR: Type 'undefined' not supported"), 'D1_TYPE_ERROR', false, false],
    [new TypeError('siti@bina.example is not a function'), 'TypeError', false, false],
  ])('of %s is %s', (error, expected, passes, later) => {
    expect(errorClass(error)).toBe(expected)
    expect([isPassing(error), mayPass(error)]).toEqual([passes, later])
  })

  it('is that of what a query failed of, not of the query', () => {
    const failed = new DrizzleQueryError(
      'select overloaded',
      ['SQLITE_CONSTRAINT', 'siti@bina.example'],
      d1('Network connection lost.'),
    )
    expect(errorClass(failed)).toBe('D1_ERROR: network connection lost')
    expect(isPassing(failed)).toBe(true)
  })

  it('names a class of our own', () => {
    class WithdrawnThing extends Error {}
    expect(errorClass(new WithdrawnThing('siti'))).toBe('WithdrawnThing')
  })

  it.each([['siti@bina.example'], [null], [undefined], [{ message: 'siti' }]])(
    'of %j tells nothing',
    (thrown) => {
      expect(errorClass(thrown)).toBe('no error')
    },
  )

  it('is out of a short list whatever a message says', () => {
    const errors = fc
      .tuple(fc.string(), fc.constantFrom('', 'D1_ERROR: ', 'D1_EXEC_ERROR: '), fc.string())
      .map(([before, prefix, after]) => Object.assign(new Error(prefix + after), { name: before }))
    fc.assert(
      fc.property(errors, (error) => {
        expect(errorClass(error)).toMatch(/^[A-Za-z]\w{0,39}(?:: [\w ]+)?$/)
      }),
    )
  })
})
