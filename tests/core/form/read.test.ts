// Reading a whole form: what counts of what was posted, and in which order the issues stand.
import { describe, expect, it } from 'vitest'
import { forms } from '../../../forms/index.ts'
import type { Form } from '../../../src/core/form/form.ts'
import { withPlaces } from '../../../src/core/form/places.ts'
import { readAnswers } from '../../../src/core/form/read.ts'
import { districtsOf } from '../../../src/core/place/regions.ts'
import { asked, posted, read, text, today } from './asking.ts'

const formNamed = (id: string): Form => {
  const form = forms.find((one) => one.id === id)
  if (!form) throw new Error(`${id} is gone`)
  return withPlaces(form, districtsOf(['35']))
}

const sent = {
  organisation: ' Forum  Desa Sehat ',
  district: '35.07',
  legal_form: 'branch',
  parent_organisation: 'Yayasan Bina Karya',
  network_role: 'member',
  themes: ['health', 'education'],
  contact_name: 'Siti Contoh',
  whatsapp: '0812 3456 7890',
  email: 'siti@contoh.example',
  consent_photos: 'yes',
}
const registration = formNamed('registration')
const readRegistration = (change: Readonly<Record<string, string | readonly string[]>>) =>
  readAnswers(registration, posted({ ...sent, ...change }), today)

describe('a filled form', () => {
  it('becomes typed answers, without anything that was left empty', () => {
    expect(readRegistration({ short_name: '', profile: ' ' })).toEqual({
      answers: {
        organisation: 'Forum Desa Sehat',
        district: '35.07',
        legal_form: 'branch',
        parent_organisation: 'Yayasan Bina Karya',
        network_role: 'member',
        themes: ['health', 'education'],
        contact_name: 'Siti Contoh',
        whatsapp: '+6281234567890',
        email: 'siti@contoh.example',
        consent_photos: true,
      },
      issues: [],
    })
  })

  it('is read without the fields that are not its questions', () => {
    const more = {
      submission: 'x',
      locale: 'en',
      website: 'spam',
      'organisation.evidence': 'x',
      __proto__: 'x',
    }
    expect(readRegistration(more)).toEqual(readRegistration({}))
  })

  it('is read with the first value of a field that is there twice', () => {
    const twice = { organisation: ['Forum Desa', 'Forum Kota'], network_role: ['member', 'lead_partner'] }
    expect(readRegistration(twice).answers).toMatchObject({
      organisation: 'Forum Desa',
      network_role: 'member',
    })
  })

  it('is not read past an empty first value', () => {
    expect(readRegistration({ organisation: ['', 'Forum Kota'] }).issues).toEqual([
      { question: 'organisation', problem: { kind: 'missing' } },
    ])
  })

  it('is read in page order, whatever the order of the fields', () => {
    const backwards = posted(Object.fromEntries(Object.entries(sent).reverse()))
    expect(JSON.stringify(readAnswers(registration, backwards, today))).toBe(
      JSON.stringify(readRegistration({})),
    )
  })
})

describe('the issues', () => {
  it('stand in page order, mistyped and missing ones alike', () => {
    const fields = posted({
      email: 'siti',
      district: '99.99',
      contact_name: '',
      themes: 'other',
      profile: 'x'.repeat(1001),
    })
    expect(
      readAnswers(registration, fields, today).issues.map(({ question, problem }) => [
        question,
        problem.kind,
      ]),
    ).toEqual([
      ['organisation', 'missing'],
      ['district', 'notOffered'],
      ['legal_form', 'missing'],
      ['network_role', 'missing'],
      ['themes_other', 'missing'],
      ['profile', 'tooLong'],
      ['contact_name', 'missing'],
      ['email', 'notEmail'],
    ])
  })

  it('are one for each question at most', () => {
    const { issues } = readAnswers(
      formNamed('iko'),
      posted({ results: '9', 'results.evidence': 'x'.repeat(6000) }),
      today,
    )
    expect(new Set(issues.map(({ question }) => question)).size).toBe(issues.length)
  })

  it('stand beside the answers that were taken', () => {
    const { answers, issues } = readRegistration({ email: 'siti' })
    expect(answers.organisation).toBe('Forum Desa Sehat')
    expect(answers).not.toHaveProperty('email')
    expect(issues).toHaveLength(1)
  })

  it('of a blank form are its required questions and the e-mail address', () => {
    const required = Object.entries(registration.questions).flatMap(([id, question]) =>
      (question.required === true && !question.when) || id === 'email' ? [id] : [],
    )
    const { answers, issues } = readAnswers(registration, posted({}), today)
    expect(issues).toEqual(required.map((question) => ({ question, problem: { kind: 'missing' } })))
    expect(answers).toEqual({})
  })
})

describe('a condition', () => {
  it('needs an e-mail address only where there is no WhatsApp number', () => {
    expect(readRegistration({ email: '' }).issues).toEqual([])
    expect(readRegistration({ whatsapp: '', email: '' }).issues).toEqual([
      { question: 'email', problem: { kind: 'missing' } },
    ])
    expect(readRegistration({ whatsapp: '' }).issues).toEqual([])
  })

  it('does not ask for an e-mail address because the WhatsApp number was mistyped', () => {
    expect(readRegistration({ whatsapp: '0812', email: '' }).issues).toEqual([
      { question: 'whatsapp', problem: { kind: 'notPhone' } },
    ])
  })

  it('does not hold on a choice that was not taken', () => {
    expect(readRegistration({ legal_form: 'branches', parent_organisation: '' }).issues).toEqual([
      { question: 'legal_form', problem: { kind: 'notOffered' } },
    ])
  })

  it('that does not hold loses nothing: the answer is kept', () => {
    const { answers, issues } = readRegistration({ legal_form: 'community', forum_name: 'Simpul Contoh' })
    expect(answers).toMatchObject({ parent_organisation: 'Yayasan Bina Karya', forum_name: 'Simpul Contoh' })
    expect(issues).toEqual([])
  })

  it('that does not hold still leaves what was mistyped to be mended', () => {
    const { issues } = readRegistration({ legal_form: 'community', parent_organisation: 'x'.repeat(201) })
    expect(issues).toEqual([
      { question: 'parent_organisation', problem: { kind: 'tooLong', max: 200, length: 201 } },
    ])
  })

  it('sees only earlier questions', () => {
    const questions = {
      first: { kind: 'text', ...asked, required: { question: 'second', answered: true } },
      second: { kind: 'text', ...asked },
    } as const
    expect(read(questions, { second: 'x' }).issues).toEqual([])
  })
})

describe('the levels of the IKO', () => {
  const iko = formNamed('iko')

  it('are read with their evidence', () => {
    const { answers } = readAnswers(
      iko,
      posted({ results: '4', 'results.evidence': 'Laporan tahunan', standards: '1' }),
      today,
    )
    expect(answers).toEqual({
      results: { level: 4, evidence: 'Laporan tahunan' },
      standards: { level: 1, evidence: '' },
    })
  })

  it('are each needed, and a note alone is not a level', () => {
    const { answers, issues } = readAnswers(iko, posted({ 'results.evidence': 'Laporan tahunan' }), today)
    expect(issues).toContainEqual({ question: 'results', problem: { kind: 'missing' } })
    expect(answers).toEqual({})
  })

  it('count from the lowest level of the instrument', () => {
    if (!iko.instrument) throw new Error('the IKO has an instrument')
    const fromZero: Form = {
      ...iko,
      instrument: { ...iko.instrument, scale: { ...iko.instrument.scale, min: 0, max: 3 } },
    }
    const { answers, issues } = readAnswers(fromZero, posted({ results: '0', standards: '4' }), today)
    expect(answers.results).toEqual({ level: 0, evidence: '' })
    expect(issues).toContainEqual({ question: 'standards', problem: { kind: 'notOffered' } })
  })
})

describe('a form without instrument', () => {
  it('counts levels from one', () => {
    const questions = {
      q: {
        kind: 'level',
        ...asked,
        subdomain: 'plans',
        levels: [{ description: text, nextSteps: { id: [], en: [] } }],
        evidence: { id: [], en: [] },
      },
    } as const
    expect(read(questions, { q: '1' }).answers).toEqual({ q: { level: 1, evidence: '' } })
    expect(read(questions, { q: '0' }).issues).toEqual([{ question: 'q', problem: { kind: 'notOffered' } }])
  })
})
