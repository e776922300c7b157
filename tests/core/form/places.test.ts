// The districts of a network in place of the word that stands for them.
import { describe, expect, it } from 'vitest'
import { withPlaces } from '../../../src/core/form/places.ts'
import { asked, formAsking, text } from './asking.ts'

const form = formAsking({
  organisation: { kind: 'text', ...asked, required: true },
  district: { kind: 'select', ...asked, choices: 'districts', required: true },
  role: { kind: 'select', ...asked, choices: { member: text } },
  village: { kind: 'select', ...asked, choices: 'districts' },
})
const places = [
  { code: '35.78', name: 'Kota Surabaya' },
  { code: '35.07', name: 'Kabupaten Malang' },
]
const filled = withPlaces(form, places)

describe('a form with its places', () => {
  it('offers the districts by code, in their order, with the same name in every language', () => {
    const district = filled.questions.district
    expect(district).toEqual({
      ...form.questions.district,
      choices: {
        '35.78': { id: 'Kota Surabaya', en: 'Kota Surabaya' },
        '35.07': { id: 'Kabupaten Malang', en: 'Kabupaten Malang' },
      },
    })
    expect(district?.kind === 'select' && Object.keys(district.choices)).toEqual(['35.78', '35.07'])
  })

  it('offers them wherever the form asks for a district', () => {
    expect(filled.questions.village).toMatchObject({ choices: { '35.07': { id: 'Kabupaten Malang' } } })
  })

  it('is otherwise the same, question by question in the same order', () => {
    expect(Object.keys(filled.questions)).toEqual(Object.keys(form.questions))
    expect({ ...filled, questions: { ...filled.questions, ...form.questions } }).toEqual(form)
    expect(filled.questions.role).toBe(form.questions.role)
  })

  it('leaves the form it was made from as it was', () => {
    expect(form.questions.district).toMatchObject({ choices: 'districts' })
  })

  it('without places offers none', () => {
    expect(withPlaces(form, []).questions.district).toMatchObject({ choices: {} })
  })
})
