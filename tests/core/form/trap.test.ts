// What is suspect about a form: a field that nobody sees, and too little time to read.
import { describe, expect, it } from 'vitest'
import { collectFields } from '../../../src/core/form/fields.ts'
import { SHORTEST, suspicionOf, TRAP_FIELD } from '../../../src/core/form/trap.ts'
import { newId } from '../../../src/core/kernel/id.ts'
import { clockAt, foreseen } from '../outside.ts'

const NOW = Date.UTC(2026, 10, 23, 3)
const mintedAt = (time: number) => newId(clockAt(time), foreseen(0))
const read = mintedAt(NOW - SHORTEST)
const none = collectFields([])
const typed = (value: string) => collectFields([[TRAP_FIELD, value]])

describe('an answer waits for a person', () => {
  it('where the field that nobody sees was filled in', () =>
    expect(suspicionOf(typed('https://spam.example'), read, NOW)).toBe('trap'))
  it('where it was sent within two seconds of the page’s making', () => {
    expect(suspicionOf(none, mintedAt(NOW), NOW)).toBe('haste')
    expect(suspicionOf(none, mintedAt(NOW - SHORTEST + 1), NOW)).toBe('haste')
  })
  it('where its page was made at a time to come', () =>
    expect(suspicionOf(none, mintedAt(NOW + 60_000), NOW)).toBe('haste'))
  it('for the field first where both is so', () =>
    expect(suspicionOf(typed('x'), mintedAt(NOW), NOW)).toBe('trap'))
})

describe('an answer does not wait', () => {
  it('where the field is empty, or holds nothing but spaces', () => {
    expect(suspicionOf(typed(''), read, NOW)).toBeNull()
    expect(suspicionOf(typed(' \t'), read, NOW)).toBeNull()
  })
  it('from two seconds on, however long ago the page was made', () => {
    expect(suspicionOf(none, read, NOW)).toBeNull()
    expect(suspicionOf(none, mintedAt(0), NOW)).toBeNull()
  })
  it('where its key tells no time, or there is none', () => {
    expect(suspicionOf(none, '8d7c5e0a-3f1b-4c2d-9a6e-5b4f3c2d1e0f', NOW)).toBeNull()
    expect(suspicionOf(none, null, NOW)).toBeNull()
  })
})
