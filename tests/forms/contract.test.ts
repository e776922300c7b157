// What holds for every form we ship: the rules of the contract, lasting ids, plain words in both languages.
import { describe, expect, it } from 'vitest'
import { forms } from '../../forms/index.ts'
import { checkForm, loadForms } from '../../src/core/form/check.ts'
import { collectFields } from '../../src/core/form/fields.ts'
import type { Form } from '../../src/core/form/form.ts'
import { withPlaces } from '../../src/core/form/places.ts'
import { readAnswers } from '../../src/core/form/read.ts'
import { LOCALES, type Text } from '../../src/core/kernel/text.ts'
import { districtsOf } from '../../src/core/place/regions.ts'

const nameOf = ({ id, version }: Form): string => `${id} version ${version}`
const everyForm = forms.map((form): [string, Form] => [nameOf(form), form])

function formNamed(name: string): Form {
  const form = everyForm.find(([other]) => other === name)?.[1]
  if (!form) throw new Error(`${name} is gone`)
  return form
}

/** The ids of a form in page order; a question with choices of its own carries them after a colon. */
const idsOf = (form: Form): readonly string[] =>
  Object.entries(form.questions).map(([id, question]) =>
    'choices' in question && typeof question.choices === 'object'
      ? `${id}: ${Object.keys(question.choices).join(' ')}`
      : id,
  )

/** Every string in every language inside a value, with the way to it. */
function textsIn(value: unknown, place = ''): readonly (readonly [place: string, text: Text])[] {
  if (typeof value !== 'object' || value === null) return []
  const entries = Object.entries(value)
  const isText = entries.length === LOCALES.length && LOCALES.every((locale) => locale in value)
  if (!isText) return entries.flatMap(([key, inner]) => textsIn(inner, `${place}.${key}`))
  const lines = LOCALES.map((locale) => [Object.getOwnPropertyDescriptor(value, locale)?.value].flat())
  return (lines[0] ?? []).map((_, index) => {
    const [id, en] = lines.map((line) => String(line[index]))
    return [`${place}.${index}`, { id: id ?? '', en: en ?? '' }]
  })
}

/** Published ids. They stay as they are: answers, exports and comparisons over the years hang on them. */
const published: Readonly<Record<string, readonly string[]>> = {
  'registration version 1': [
    'organisation',
    'short_name',
    'district',
    'legal_form: foundation association registered community branch other',
    'parent_organisation',
    'decree_number',
    'network_role: member lead_partner learning_forum support_partner',
    'forum_name',
    'themes: budget_transparency health environment disability women_children education civil_documents livelihoods other',
    'themes_other',
    'groups_served: women children youth older_people persons_with_disabilities poor_families workers migrant_workers minorities general_public other',
    'groups_served_other',
    'disability_organisation: yes no',
    'profile',
    'contact_name',
    'contact_role',
    'whatsapp',
    'email',
    'consent_directory',
    'consent_donors',
    'consent_photos',
  ],
  'iko version 1': [
    'organisation',
    'district',
    'assessed_on',
    'participants_women',
    'participants_men',
    'participants_other',
    'participants_disability',
    'facilitator',
    'sender_name',
    'sender_role',
    'whatsapp',
    'email',
    'results',
    'standards',
    'delivery',
    'reach',
    'target_population',
    'learning',
    'resources',
    'social_capital',
    'adaptive_capacity',
    'influence',
  ],
}

describe.each(everyForm)('%s', (_name, form) => {
  it('upholds the contract', () => {
    expect(checkForm(form)).toEqual([])
  })

  it('is translated: no text of several words is the same in both languages', () => {
    const same = textsIn(form).filter(([, text]) => text.id === text.en && text.id.includes(' '))
    expect(same).toEqual([])
  })

  it('has no English words in its Indonesian', () => {
    const english =
      /\b(the|and|of|with|for|your|policy|brief|website|deadline|baseline|feedback|update|online|link|form|e-mail|workplan|report)\b/i
    const found = textsIn(form).filter(([, text]) => english.test(text.id))
    expect(found.map(([place, text]) => `${place}: ${text.id}`)).toEqual([])
  })

  it('keeps sentences short: at most 20 words in Indonesian, 22 in English', () => {
    const long = textsIn(form).flatMap(([place, { id, en }]) =>
      [
        { sentences: id.split(/[.:;!?…](?:\s|$)/), most: 20 },
        { sentences: en.split(/[.:;!?…](?:\s|$)/), most: 22 },
      ].flatMap(({ sentences, most }) =>
        sentences
          .filter((sentence) => sentence.split(/\s+/).filter(Boolean).length > most)
          .map((sentence) => `${place}: ${sentence}`),
      ),
    )
    expect(long).toEqual([])
  })
})

describe('the forms together', () => {
  it('can be loaded', () => {
    expect(loadForms(forms)).toBe(forms)
  })

  it.each(Object.entries(published))('keep the ids of %s, in their order', (name, ids) => {
    expect(idsOf(formNamed(name))).toEqual(ids)
  })
})

describe('personal data', () => {
  it.each([
    ['registration version 1', ['contact_name', 'contact_role', 'whatsapp', 'email']],
    ['iko version 1', ['facilitator', 'sender_name', 'sender_role', 'whatsapp', 'email']],
  ] as const)(
    'in %s are what names or reaches a person, and nothing sensitive is asked',
    (name, personal) => {
      const marked = Object.entries(formNamed(name).questions).filter(([, { data }]) => data)
      expect(marked.map(([id]) => id)).toEqual(personal)
      expect(marked.every(([, { data }]) => data === 'personal')).toBe(true)
    },
  )
})

describe.each(Object.keys(published))('the privacy notice of %s', (name) => {
  const { notice } = formNamed(name)

  it.each([
    {
      locale: 'id',
      phrases: [
        'jaringan',
        'Untuk apa',
        'Siapa yang melihat',
        'Cloudflare',
        'luar negeri',
        'disimpan selama',
        'Hak Anda',
      ],
    },
    {
      locale: 'en',
      phrases: [
        'network',
        'What for',
        'Who sees them',
        'Cloudflare',
        'abroad',
        'are kept while',
        'Your rights',
      ],
    },
  ] as const)(
    'tells who keeps the data, why, where, for how long and what one may ask ($locale)',
    ({ locale, phrases }) => {
      for (const phrase of phrases) expect(notice[locale]).toContain(phrase)
    },
  )

  it('does not rest on consent', () => {
    expect(notice.id).toMatch(/bukan persetujuan/)
    expect(notice.en).toMatch(/not consent/)
  })
})

const fieldsOf = (answers: Readonly<Record<string, string>>) => collectFields(Object.entries(answers))
const missingIn = (form: Form, answers: Readonly<Record<string, string>>): readonly string[] =>
  readAnswers(withPlaces(form, districtsOf(['35'])), fieldsOf(answers), '2026-11-23').issues.map(
    ({ question }) => question,
  )

describe('the registration', () => {
  const registration = formNamed('registration version 1')
  const least = {
    organisation: 'Kelompok Tani Contoh',
    district: '35.07',
    legal_form: 'community',
    network_role: 'member',
    themes: 'health',
    contact_name: 'Siti Contoh',
    whatsapp: '0812 0000 0000',
  }

  it('can be sent without any consent', () => {
    expect(missingIn(registration, least)).toEqual([])
  })

  it('asks for consent in separate boxes: for the contact list, for funders and for photos', () => {
    const purposes = Object.values(registration.questions).flatMap((question) =>
      question.kind === 'consent' ? [question.purpose] : [],
    )
    expect(purposes).toEqual(['directory', 'donors', 'photos'])
  })

  it('needs an e-mail address only where there is no WhatsApp number', () => {
    expect(missingIn(registration, { ...least, whatsapp: '' })).toEqual(['email'])
    expect(missingIn(registration, { ...least, whatsapp: '', email: 'siti@contoh.example' })).toEqual([])
  })

  it('asks a branch for its parent organisation, and nobody else', () => {
    expect(missingIn(registration, { ...least, legal_form: 'branch' })).toEqual(['parent_organisation'])
  })

  it('asks what another theme or another group is', () => {
    expect(missingIn(registration, { ...least, themes: 'other', groups_served: 'other' })).toEqual([
      'themes_other',
      'groups_served_other',
    ])
  })

  it('stays short: four sections, and no more than sixteen questions that everyone sees besides the consents', () => {
    const asked = Object.values(registration.questions).filter(
      ({ kind, when }) => kind !== 'consent' && !when,
    )
    expect(Object.keys(registration.sections)).toHaveLength(4)
    expect(asked.length).toBeLessThanOrEqual(16)
  })
})

describe('the IKO', () => {
  const iko = formNamed('iko version 1')
  const items = Object.entries(iko.questions).flatMap(([id, question]) =>
    question.kind === 'level' ? [{ id, question }] : [],
  )
  const instrument = iko.instrument

  it('has ten items, one in each subdomain, in the order of the domains', () => {
    expect(items.map(({ id, question }) => [question.section, question.subdomain, id])).toEqual(
      instrument?.domains.flatMap(({ id, subdomains }) =>
        subdomains.map((subdomain) => [id, subdomain.id, subdomain.id]),
      ),
    )
    expect(items).toHaveLength(10)
  })

  it('has five domains, each a section with its name, after the section on who answers', () => {
    expect(Object.keys(iko.sections)).toEqual([
      'about',
      'effectiveness',
      'efficiency',
      'relevance',
      'sustainability',
      'resilience',
    ])
    for (const { id, name } of instrument?.domains ?? []) expect(iko.sections[id]?.title).toEqual(name)
  })

  it('calls each item by the name of its subdomain', () => {
    const names = instrument?.domains.flatMap(({ subdomains }) => subdomains.map(({ name }) => name))
    expect(items.map(({ question }) => question.name)).toEqual(names)
  })

  it('says how to choose a level above the first item', () => {
    const intro = iko.sections.effectiveness?.intro
    expect(intro?.id).toContain('Bila ragu di antara dua level, pilih yang lebih rendah.')
    expect(intro?.en).toContain('If in doubt between two levels, choose the lower.')
  })

  it('is measured on levels 1 to 4, as means of means, with no score where a level is missing', () => {
    expect(instrument).toMatchObject({
      id: 'iko-simpul',
      version: 1,
      scale: { min: 1, max: 4 },
      aggregate: 'mean-of-means',
      missing: 'incomplete',
    })
  })

  it('has the bands Tumbuh from 1, Berkembang from 1.5 and Dewasa from 3.5', () => {
    expect(instrument?.bands.map(({ id, from, name }) => [id, from, name.id])).toEqual([
      ['nascent', '1', 'Tumbuh'],
      ['emergent', '1.5', 'Berkembang'],
      ['mature', '3.5', 'Dewasa'],
    ])
  })

  it.each(items)('describes the four levels of $id differently, each in at most 35 words', ({ question }) => {
    for (const locale of LOCALES) {
      const descriptions = question.levels.map(({ description }) => description[locale])
      expect(new Set(descriptions).size).toBe(4)
      for (const words of descriptions) expect(words.split(/\s+/).length).toBeLessThanOrEqual(35)
    }
  })

  it('needs every level', () => {
    expect(items.every(({ question }) => question.required === true)).toBe(true)
  })

  it('needs an e-mail address or a WhatsApp number', () => {
    const levels = Object.fromEntries(items.map(({ id }) => [id, '2']))
    const least = {
      organisation: 'Kelompok Tani Contoh',
      district: '35.77',
      sender_name: 'Siti Contoh',
      ...levels,
    }
    expect(missingIn(iko, least)).toEqual(['email'])
    expect(missingIn(iko, { ...least, whatsapp: '0812 0000 0000' })).toEqual([])
  })

  it('refuses a date of assessment that is still to come', () => {
    expect(missingIn(iko, { assessed_on: '2026-11-24' })).toContain('assessed_on')
  })

  it('says that its layout follows OPI and MADANI, that it is not validated and not the ministry’s', () => {
    for (const locale of LOCALES) {
      const attribution = instrument?.attribution[locale]
      for (const name of ['Pact', 'OPI', 'MADANI', 'Kemendagri']) expect(attribution).toContain(name)
    }
    expect(instrument?.attribution.id).toContain('belum divalidasi')
    expect(instrument?.attribution.en).toContain('not yet validated')
  })
})
