// Two answers side by side: every question once, and what differs is told by value.
import { expect, test } from 'vitest'
import { iko } from '../../../forms/iko/v1.ts'
import { compareAnswers } from '../../../src/core/form/compare.ts'

const answers = { organisation: 'Yayasan A', results: { level: 2, evidence: 'x' }, district: '35.07' }

test('every question of the form stands there once, in its order', () => {
  const rows = compareAnswers({ form: iko, answers }, { form: iko, answers: {} })
  expect(rows.map(({ id }) => id)).toEqual(Object.keys(iko.questions))
})

test('the same value is the same however it is spelled, and nothing is the same as nothing', () => {
  const other = { ...answers, results: { evidence: 'x', level: 2 } }
  const rows = compareAnswers({ form: iko, answers }, { form: iko, answers: other })
  expect(rows.filter(({ isSame }) => !isSame)).toEqual([])
})

test.each([
  ['another value', { ...answers, organisation: 'Yayasan B' }, 'organisation'],
  ['another level', { ...answers, results: { level: 3, evidence: 'x' } }, 'results'],
  ['another note', { ...answers, results: { level: 2, evidence: 'y' } }, 'results'],
  ['no answer', { organisation: 'Yayasan A', results: { level: 2, evidence: 'x' } }, 'district'],
])('%s is different', (_what, other, id) => {
  const rows = compareAnswers({ form: iko, answers }, { form: iko, answers: other })
  expect(rows.filter(({ isSame }) => !isSame).map((row) => row.id)).toEqual([id])
})

test('what only the other version of a form asked stands at the end', () => {
  const { influence, ...questions } = iko.questions
  const earlier = { ...iko, questions: { ...questions, old: influence } }
  const rows = compareAnswers({ form: iko, answers }, { form: earlier, answers })
  expect(rows.at(-1)?.id).toBe('old')
  expect(rows).toHaveLength(Object.keys(iko.questions).length + 1)
})
