// What authors cannot declare: each mistake below must not compile, which the type check of the tests proves.
import { describe, expect, expectTypeOf, it } from 'vitest'
import { type AnswersOf, defineForm } from '../../../src/core/form/form.ts'
import type { LevelAnswer } from '../../../src/core/form/question.ts'

const text = { id: 'Teks', en: 'Text' }
const head = {
  id: 'small',
  version: 1,
  title: text,
  intro: text,
  afterwards: text,
  noticeVersion: '1',
  notice: text,
}
const respondent = { organisation: 'organisation', district: 'district' } as const
const sections = { about: { title: text } }
const organisation = { kind: 'text', section: 'about', label: text, required: true } as const
const district = {
  kind: 'select',
  section: 'about',
  label: text,
  choices: 'districts',
  required: true,
} as const
const role = {
  kind: 'choice',
  section: 'about',
  label: text,
  choices: { member: text, partner: text },
} as const

const sound = defineForm({
  ...head,
  respondent: { ...respondent, email: 'email', whatsapp: 'whatsapp' },
  sections,
  questions: {
    organisation,
    district,
    role: { ...role, required: true },
    partner_of: {
      kind: 'text',
      section: 'about',
      label: text,
      when: { question: 'role', is: 'partner' },
      required: { question: 'role', is: ['partner'] },
    },
    themes: { kind: 'choices', section: 'about', label: text, choices: { health: text, waste: text } },
    people: { kind: 'number', section: 'about', label: text, required: true },
    held_on: { kind: 'date', section: 'about', label: text },
    whatsapp: { kind: 'phone', section: 'about', label: text, data: 'personal' },
    email: {
      kind: 'email',
      section: 'about',
      label: text,
      data: 'personal',
      required: { question: 'whatsapp', answered: false },
    },
    photos: { kind: 'consent', section: 'about', label: text, purpose: 'photos' },
    results: {
      kind: 'level',
      section: 'about',
      subdomain: 'results',
      label: text,
      levels: [],
      evidence: { id: [], en: [] },
      required: true,
    },
  },
})

describe('a declaration does not compile', () => {
  it('with a text that is missing in one language', () => {
    defineForm({
      ...head,
      // @ts-expect-error nor is it known who answers, since the questions are not understood
      respondent,
      sections,
      questions: {
        organisation,
        district,
        // @ts-expect-error the label has no English
        note: { kind: 'text', section: 'about', label: { id: 'Catatan' } },
      },
    })
  })

  it('with an image that has no alternative text', () => {
    const image = { source: 'data:image/png;base64,AAAA', width: 9, height: 9 }
    defineForm({
      ...head,
      respondent,
      // @ts-expect-error the image says nothing to whoever does not see it
      sections: { about: { title: text, image } },
      questions: { organisation, district },
    })
  })

  it('with colours for bright devices only', () => {
    defineForm({
      ...head,
      respondent,
      sections,
      questions: { organisation, district },
      // @ts-expect-error there is no accent on dark pages
      theme: { light: { accent: '#0b4f8a' } },
    })
  })

  it('with a title that is missing in one language', () => {
    defineForm({
      ...head,
      // @ts-expect-error the title has no Indonesian
      title: { en: 'Small' },
      respondent,
      sections,
      questions: { organisation, district },
    })
  })

  it('with a condition on a choice that is not offered', () => {
    defineForm({
      ...head,
      respondent,
      sections,
      questions: {
        organisation,
        district,
        role,
        // @ts-expect-error the role offers no `chief`
        note: { kind: 'text', section: 'about', label: text, when: { question: 'role', is: 'chief' } },
      },
    })
  })

  it('with a list of choices of which one is not offered', () => {
    defineForm({
      ...head,
      respondent,
      sections,
      questions: {
        organisation,
        district,
        role,
        note: {
          kind: 'text',
          section: 'about',
          label: text,
          // @ts-expect-error the role offers no `chief`
          required: { question: 'role', is: ['member', 'chief'] },
        },
      },
    })
  })

  it('with a condition on a question that is not there', () => {
    defineForm({
      ...head,
      respondent,
      sections,
      questions: {
        organisation,
        district,
        // @ts-expect-error there is no question `whatsapp`
        note: { kind: 'text', section: 'about', label: text, when: { question: 'whatsapp', answered: true } },
      },
    })
  })

  it('with a choice asked of a question that has none', () => {
    defineForm({
      ...head,
      respondent,
      sections,
      questions: {
        organisation,
        district,
        // @ts-expect-error the organisation is typed, not chosen
        note: { kind: 'text', section: 'about', label: text, when: { question: 'organisation', is: 'ours' } },
      },
    })
  })

  it('with a question in a section that is not there', () => {
    defineForm({
      ...head,
      // @ts-expect-error nor is it known who answers, since the questions are not understood
      respondent,
      sections,
      questions: {
        organisation,
        district,
        // @ts-expect-error there is no section `contact`
        note: { kind: 'text', section: 'contact', label: text },
      },
    })
  })

  it('with a respondent that is not asked for', () => {
    defineForm({
      ...head,
      // @ts-expect-error there is no question `name`
      respondent: { organisation: 'name', district: 'district' },
      sections,
      questions: { organisation, district },
    })
  })

  it('with a respondent of another kind', () => {
    defineForm({
      ...head,
      // @ts-expect-error a district is no e-mail address
      respondent: { organisation: 'organisation', district: 'district', email: 'district' },
      sections,
      questions: { organisation, district },
    })
  })

  it('without saying who answers', () => {
    // @ts-expect-error there is no respondent
    defineForm({ ...head, sections, questions: { organisation, district } })
  })

  it('with a kind of question that does not exist', () => {
    defineForm({
      ...head,
      // @ts-expect-error nor is it known who answers, since the questions are not understood
      respondent,
      sections,
      questions: {
        organisation,
        district,
        // @ts-expect-error there is no kind `colour`
        note: { kind: 'colour', section: 'about', label: text },
      },
    })
  })
})

describe('a declaration', () => {
  it('is the form itself, with its ids in page order', () => {
    expect(sound.id).toBe('small')
    expect(Object.keys(sound.questions).slice(0, 4)).toEqual([
      'organisation',
      'district',
      'role',
      'partner_of',
    ])
  })

  it('types the answers: needed ones always, the others where given', () => {
    type Answers = AnswersOf<typeof sound>
    expectTypeOf<Answers['organisation']>().toEqualTypeOf<string>()
    expectTypeOf<Answers['district']>().toEqualTypeOf<string>()
    expectTypeOf<Answers['role']>().toEqualTypeOf<'member' | 'partner'>()
    expectTypeOf<Answers['people']>().toEqualTypeOf<number>()
    expectTypeOf<Answers['results']>().toEqualTypeOf<LevelAnswer>()
    expectTypeOf<Answers['partner_of']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<Answers['email']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<Answers['whatsapp']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<Answers['held_on']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<Answers['photos']>().toEqualTypeOf<boolean | undefined>()
    expectTypeOf<Answers['themes']>().toEqualTypeOf<readonly ('health' | 'waste')[] | undefined>()
  })
})
