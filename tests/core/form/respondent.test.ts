// Who answered, by what the form says of its respondent.
import { describe, expect, it } from 'vitest'
import type { Form } from '../../../src/core/form/form.ts'
import { withPlaces } from '../../../src/core/form/places.ts'
import { consentsIn, districtName, respondentOf } from '../../../src/core/form/respondent.ts'
import { asked, formAsking } from './asking.ts'

const form: Form = {
  ...formAsking({
    group: { kind: 'text', ...asked, required: true },
    town: { kind: 'select', ...asked, choices: 'districts', required: true },
    mail: { kind: 'email', ...asked, data: 'personal' },
    directory: { kind: 'consent', ...asked, purpose: 'directory-2026' },
    photos: { kind: 'consent', ...asked, purpose: 'photos-2026' },
  }),
  respondent: { organisation: 'group', district: 'town', email: 'mail' },
}
const answers = { group: 'Forum Desa Sehat', town: '35.07', mail: 'siti@contoh.example' }

describe('the respondent', () => {
  it('is read from the questions the form names', () => {
    expect(respondentOf(form, answers)).toEqual({
      organisation: 'Forum Desa Sehat',
      district: '35.07',
      email: 'siti@contoh.example',
      person: null,
    })
  })

  it('has no address where none was given, or none is asked for', () => {
    expect(respondentOf(form, { ...answers, mail: '' }).email).toBeNull()
    const { email: _email, ...withoutEmail } = form.respondent
    expect(respondentOf({ ...form, respondent: withoutEmail }, answers).email).toBeNull()
  })
})

describe('the district of the respondent', () => {
  const filled = withPlaces(form, [{ code: '35.07', name: 'Kabupaten Malang' }])

  it('is named', () => {
    expect(districtName(filled, answers)).toBe('Kabupaten Malang')
  })

  it('is its code where the network has no such place', () => {
    expect(districtName(filled, { ...answers, town: '35.99' })).toBe('35.99')
  })
})

describe('consent', () => {
  it('is listed by purpose, and only what was given', () => {
    expect(consentsIn(form, { ...answers, photos: true })).toEqual(['photos-2026'])
    expect(consentsIn(form, { ...answers, photos: true, directory: true })).toEqual([
      'directory-2026',
      'photos-2026',
    ])
    expect(consentsIn(form, answers)).toEqual([])
  })

  it('is never read from anything but a plain yes', () => {
    expect(consentsIn(form, { photos: false, directory: 'true' })).toEqual([])
  })
})
