// The list itself: long enough, and every case has a title of its own.
import { describe, expect, it } from 'vitest'
import { cases } from './data/cases.ts'
import { places } from './support/sending.ts'
import { problemsOf, textFieldsOf } from './support/text-fields.ts'

describe('the hostile cases', () => {
  it('are at least 200', () => {
    const count = Object.values(cases).reduce((sum, { length }) => sum + length, 0)
    expect(count).toBeGreaterThanOrEqual(200)
  })

  it.each(Object.entries(cases))('of %s have titles of their own', (_theme, list) => {
    const titles = list.map(({ title }) => title)
    expect(titles.filter((title, i) => titles.indexOf(title) < i)).toEqual([])
  })

  it('reach every text field of both forms', () => {
    const fields = Object.values(places).flatMap(({ form }) => textFieldsOf(form))
    expect(fields.map(({ field }) => field)).toHaveLength(24)
    for (const field of fields)
      expect(problemsOf([field], { title: '', typed: 'x'.repeat(field.max + 1) })).toEqual({
        [field.question]: 'tooLong',
      })
  })
})
