// When a question is asked, and when it must be answered.
import { describe, expect, it } from 'vitest'
import { type Earlier, holds, isNeeded } from '../../../src/core/form/condition.ts'
import type { Answers, Condition, TextQuestion } from '../../../src/core/form/question.ts'
import { asked } from './asking.ts'

/** Earlier answers; `mistyped` were given too, but not taken. */
const knowing = (answers: Answers, ...mistyped: readonly string[]): Earlier => ({
  answers,
  given: new Set([...Object.keys(answers), ...mistyped]),
})

describe('a condition', () => {
  it.each<readonly [rule: string, condition: Condition, earlier: Earlier, held: boolean]>([
    ['on a choice holds where it was chosen', { question: 'q', is: 'a' }, knowing({ q: 'a' }), true],
    ['on a choice fails where another was', { question: 'q', is: 'a' }, knowing({ q: 'b' }), false],
    ['on a choice fails where nothing was', { question: 'q', is: 'a' }, knowing({}), false],
    ['on several choices holds for any', { question: 'q', is: ['a', 'b'] }, knowing({ q: 'b' }), true],
    ['on several choices fails for others', { question: 'q', is: ['a', 'b'] }, knowing({ q: 'c' }), false],
    ['on no choice never holds', { question: 'q', is: [] }, knowing({ q: 'a' }), false],
    ['on ticked choices holds where one is', { question: 'q', is: 'b' }, knowing({ q: ['a', 'b'] }), true],
    [
      'on ticked choices fails where none is',
      { question: 'q', is: ['c', 'd'] },
      knowing({ q: ['a', 'b'] }),
      false,
    ],
    ['compares whole choices, never parts', { question: 'q', is: 'a' }, knowing({ q: 'ab' }), false],
    ['on an answer holds where there is one', { question: 'q', answered: true }, knowing({ q: 'a' }), true],
    ['on an answer fails where there is none', { question: 'q', answered: true }, knowing({}), false],
    ['on no answer holds where there is none', { question: 'q', answered: false }, knowing({}), true],
    ['on no answer fails where there is one', { question: 'q', answered: false }, knowing({ q: 'a' }), false],
    [
      'takes a mistyped answer for one that was given',
      { question: 'q', answered: false },
      knowing({}, 'q'),
      false,
    ],
    ['takes the number zero for an answer', { question: 'q', answered: true }, knowing({ q: 0 }), true],
    ['looks at its own question only', { question: 'q', is: 'a' }, knowing({ r: 'a' }), false],
  ])('%s', (_rule, condition, earlier, held) => {
    expect(holds(condition, earlier)).toBe(held)
  })
})

describe('a question', () => {
  const question = (change: Partial<TextQuestion>): TextQuestion => ({ kind: 'text', ...asked, ...change })
  const branch: Condition = { question: 'form', is: 'branch' }

  it.each<readonly [rule: string, question: TextQuestion, answers: Answers, needed: boolean]>([
    ['is not needed unless it says so', question({}), {}, false],
    ['is needed where it is required', question({ required: true }), {}, true],
    ['is needed where its condition holds', question({ required: branch }), { form: 'branch' }, true],
    ['is not needed where its condition fails', question({ required: branch }), { form: 'other' }, false],
    ['required but not asked is not needed', question({ required: true, when: branch }), {}, false],
    ['required and asked is needed', question({ required: true, when: branch }), { form: 'branch' }, true],
    ['asked but not required is not needed', question({ when: branch }), { form: 'branch' }, false],
    [
      'needed by a condition of its own must be asked as well',
      question({ when: branch, required: { question: 'size', is: 'big' } }),
      { form: 'other', size: 'big' },
      false,
    ],
  ])('%s', (_rule, asks, answers, needed) => {
    expect(isNeeded(asks, knowing(answers))).toBe(needed)
  })
})
