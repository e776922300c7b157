// Lines of the log: JSON with fixed fields, and nothing in it by which somebody is known or reached.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineOf } from '../../../src/core/kernel/log-line.ts'
import type { LogFacts } from '../../../src/core/kernel/ports.ts'

const link = `${'Ab-_1'.repeat(5).slice(0, 22)}.a${'xY-_9'.repeat(5).slice(0, 22)}`

describe('a line of the log', () => {
  it('is one object with the event first', () => {
    expect(lineOf('request', { status: 503, request: 'a1', ms: 12, error: new TypeError('siti') })).toBe(
      '{"event":"request","request":"a1","status":503,"ms":12,"error":"TypeError"}',
    )
  })

  it('is one line, whatever a reason says', () => {
    expect(lineOf('step not done', { reason: '550\r\n{"event":"forged"}' })).not.toMatch(/[\r\n]/)
  })

  it.each([
    ['an address', 'mailbox siti@bina.example is full', 'mailbox (address) is full'],
    ['a link', `https://form.example/s/${link}/correction`, 'https://form.example/s/(link)/correction'],
    ['more than 200 characters', 'x'.repeat(300), 'x'.repeat(200)],
  ])('leaves out %s', (_what, reason, kept) => {
    expect(JSON.parse(lineOf('step not done', { reason }))).toEqual({ event: 'step not done', reason: kept })
  })

  it('leaves out what has no field, though somebody hands it over', () => {
    const facts: LogFacts = Object.assign(
      { count: 2 },
      { email: 'siti@bina.example', answers: { reach: '1' } },
    )
    expect(lineOf('request', facts)).toBe('{"event":"request","count":2}')
  })

  it('never says what an error says', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 6 }), (said) => {
        expect(JSON.parse(lineOf('x', { error: new Error(said) })).error).not.toContain(said)
      }),
    )
  })
})
