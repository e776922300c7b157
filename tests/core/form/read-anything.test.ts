// Whatever is posted: nothing throws, and what was taken once is taken again, the same.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forms } from '../../../forms/index.ts'
import { collectFields, evidenceField, type Fields } from '../../../src/core/form/fields.ts'
import { fieldsOfAnswers } from '../../../src/core/form/fill.ts'
import type { Form } from '../../../src/core/form/form.ts'
import { messageFor } from '../../../src/core/form/message.ts'
import { withPlaces } from '../../../src/core/form/places.ts'
import { readAnswers } from '../../../src/core/form/read.ts'
import { showAnswer } from '../../../src/core/form/show.ts'
import { canonicalJson } from '../../../src/core/kernel/canonical.ts'
import { LOCALES } from '../../../src/core/kernel/text.ts'
import { districtsOf } from '../../../src/core/place/regions.ts'
import { anything } from '../anything.ts'
import { today } from './asking.ts'

/** What a person may well type or choose somewhere in our forms. */
const plausible = fc.oneof(
  fc.constantFrom('35.07', 'branch', 'member', 'health', 'other', 'women', 'yes', 'no'),
  fc.constantFrom('siti@contoh.example', '0812 3456 7890', '+62 812-3456-7890', 'Forum  Desa Sehat\r\n'),
  fc.constantFrom('23/11/2026', '2026-11-24', '29.2.2024', '2026-1-5'),
  fc.integer({ min: -5, max: 12_000 }).map(String),
  fc.integer({ min: 1000, max: 12_000 }).map((number) => new Intl.NumberFormat('id').format(number)),
  fc.constantFrom('1', '2', '3', '4', '', ' '),
)
const anyValue = fc.oneof({ weight: 3, arbitrary: plausible }, anything)

/** Any fields: the questions of a form and their notes, and names no form has. */
const fieldsFor = (form: Form) => {
  const ids = Object.keys(form.questions)
  const name = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...ids, ...ids.map(evidenceField)) },
    fc.constantFrom('submission', '__proto__', 'constructor', ''),
    anything,
  )
  return fc.array(fc.tuple(name, anyValue), { maxLength: 80 }).map(collectFields)
}

const everyForm = forms.map((form): [string, Form] => [form.id, withPlaces(form, districtsOf(['35']))])

describe.each(everyForm)('whatever is posted to %s', (_id, form) => {
  const ids = Object.keys(form.questions)
  const check = (rule: (fields: Fields) => void) =>
    fc.assert(fc.property(fieldsFor(form), rule), { numRuns: 300 })

  it('reading it never throws, and every question is answered or at issue or left empty', () => {
    check((fields) => {
      const { answers, issues } = readAnswers(form, fields, today)
      const atIssue = issues.map(({ question }) => question)
      expect(ids.filter((id) => Object.hasOwn(answers, id))).toEqual(Object.keys(answers))
      expect(ids.filter((id) => atIssue.includes(id))).toEqual(atIssue)
      expect(atIssue.filter((id) => Object.hasOwn(answers, id))).toEqual([])
    })
  })

  it('the answers can be stored as text and come back the same', () => {
    check((fields) => {
      const { answers } = readAnswers(form, fields, today)
      expect(JSON.parse(canonicalJson(answers))).toEqual(answers)
    })
  })

  it('no answer holds half a character, a control character or what turns the direction of writing', () => {
    const unseen = /(?![\t\n])\p{Cc}|\p{Cs}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u
    check((fields) => {
      const texts = [...fieldsOfAnswers(readAnswers(form, fields, today).answers).values()].flat()
      expect(texts.filter((text) => unseen.test(text))).toEqual([])
    })
  })

  it('what was taken is taken again, the same, and is no issue any more', () => {
    check((fields) => {
      const first = readAnswers(form, fields, today)
      const again = readAnswers(form, fieldsOfAnswers(first.answers), today)
      expect(again.answers).toEqual(first.answers)
      expect(again.issues.filter(({ problem }) => problem.kind !== 'missing')).toEqual([])
    })
  })

  it('a number is taken again as it is shown in either language', () => {
    check((fields) => {
      for (const [id, answer] of Object.entries(readAnswers(form, fields, today).answers)) {
        const question = form.questions[id]
        if (question?.kind !== 'number') continue
        for (const locale of LOCALES) {
          const shown = collectFields([[id, showAnswer(question, answer, locale)]])
          expect(readAnswers(form, shown, today).answers).toEqual({ [id]: answer })
        }
      }
    })
  })

  it('every issue has a message and every answer can be shown, in both languages', () => {
    check((fields) => {
      const { answers, issues } = readAnswers(form, fields, today)
      for (const locale of LOCALES) {
        for (const issue of issues) expect(messageFor(form, issue, locale)).toMatch(/.: .*\.$/)
        for (const [id, answer] of Object.entries(answers)) {
          const question = form.questions[id]
          expect(question && showAnswer(question, answer, locale)).not.toBe('')
        }
      }
    })
  })
})
