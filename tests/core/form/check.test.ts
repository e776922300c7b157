// Every rule on forms, shown to hold on a sound form and to fail on a broken one.
import { describe, expect, it } from 'vitest'
import { checkForm, loadForms } from '../../../src/core/form/check.ts'
import type { Form } from '../../../src/core/form/form.ts'
import type { Image } from '../../../src/core/form/image.ts'
import type { Level, LevelQuestion, Question, TextQuestion } from '../../../src/core/form/question.ts'
import type { Instrument } from '../../../src/core/instrument/instrument.ts'
import type { Text, Texts } from '../../../src/core/kernel/text.ts'

const text: Text = { id: 'Teks', en: 'Text' }
const texts: Texts = { id: ['Satu', 'Dua'], en: ['One', 'Two'] }
const level: Level = { description: text, nextSteps: texts }

const item: LevelQuestion = {
  kind: 'level',
  section: 'work',
  subdomain: 'plans',
  label: text,
  levels: [level, level, level],
  evidence: texts,
  required: true,
}

const band = (id: string, from: string) => ({
  id,
  from,
  name: text,
  summary: text,
  focus: text,
  focusOn: ['plans'],
})

const instrument: Instrument = {
  id: 'small-index',
  version: 1,
  name: text,
  attribution: text,
  scale: { min: 1, max: 3, direction: 'higher-is-better' },
  aggregate: 'mean-of-means',
  missing: 'incomplete',
  bands: [band('low', '1'), band('high', '2.5')],
  domains: [{ id: 'work', name: text, description: text, subdomains: [{ id: 'plans', name: text }] }],
}

const sound = {
  id: 'small',
  version: 1,
  title: text,
  intro: text,
  afterwards: text,
  noticeVersion: '1',
  notice: text,
  respondent: { organisation: 'organisation', district: 'district', email: 'email', whatsapp: 'whatsapp' },
  sections: { about: { title: text, intro: text }, work: { title: text } },
  questions: {
    organisation: { kind: 'text', section: 'about', label: text, required: true, max: 200 },
    district: { kind: 'select', section: 'about', label: text, choices: 'districts', required: true },
    role: { kind: 'choice', section: 'about', label: text, choices: { member: text, partner: text } },
    partner_of: { kind: 'text', section: 'about', label: text, when: { question: 'role', is: 'partner' } },
    whatsapp: { kind: 'phone', section: 'about', label: text, data: 'personal' },
    email: {
      kind: 'email',
      section: 'about',
      label: text,
      hint: text,
      name: text,
      data: 'personal',
      required: { question: 'whatsapp', answered: false },
    },
    people: { kind: 'number', section: 'about', label: text, max: 50 },
    held_on: { kind: 'date', section: 'about', label: text },
    photos: { kind: 'consent', section: 'about', label: text, purpose: 'photos' },
    profile: { kind: 'longText', section: 'work', label: text },
    themes: { kind: 'choices', section: 'work', label: text, choices: { health: text } },
    plans: item,
  },
  instrument,
} as const satisfies Form

/** The sound form with some questions replaced or added at the end. */
const asking = (questions: Readonly<Record<string, Question>>): Form => ({
  ...sound,
  questions: { ...sound.questions, ...questions },
})

const measuring = (change: Partial<Instrument>): Form => ({
  ...sound,
  instrument: { ...instrument, ...change },
})

const short = (change: Partial<TextQuestion> = {}): TextQuestion => ({
  kind: 'text',
  section: 'work',
  label: text,
  ...change,
})

const { plans: _item, ...questionsWithoutItem } = sound.questions
const { instrument: _instrument, ...withoutInstrument } = sound

const empty: Text = { id: 'Teks', en: ' ' }

const image: Image = {
  source: 'data:image/webp;base64,UklGRhYAAABXRUJQVlA4TAoAAAAvAAAAAEX/I/of',
  width: 320,
  height: 200,
  alt: text,
}
const drawing = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(`<svg>${svg}</svg>`)}`
const filler = (bytes: number): string => `data:image/png;base64,${'A'.repeat(bytes - 22)}`

/** The sound form with an image in its first section, and perhaps one at a question. */
const showing = (change: Partial<Image>, second?: Image): Form => ({
  ...asking(second ? { last: short({ image: second }) } : {}),
  sections: { ...sound.sections, about: { title: text, image: { ...image, ...change } } },
})

const colours = (light: `#${string}`, dark: `#${string}`): Form => ({
  ...sound,
  theme: { light: { accent: light }, dark: { accent: dark } },
})

/** A rule, a form that breaks it, and the fault that must be found. */
const broken: readonly (readonly [rule: string, form: Form, place: string, reason: RegExp])[] = [
  // Ids
  ['a form id is lower-case', { ...sound, id: 'Small' }, 'id', /does not match/],
  ['a form version is a whole number', { ...sound, version: 1.5 }, 'version', /whole number/],
  ['a form version starts at 1', { ...sound, version: 0 }, 'version', /whole number/],
  ['a question id has no dot', asking({ 'a.b': short() }), 'questions.a.b', /does not match/],
  ['a question id starts with a letter', asking({ '1st': short() }), 'questions.1st', /does not match/],
  ['no question is called submission', asking({ submission: short() }), 'questions.submission', /reserved/],
  ['no question is called locale', asking({ locale: short() }), 'questions.locale', /reserved/],
  ['no question is called action', asking({ action: short() }), 'questions.action', /reserved/],
  ['no question is called lang', asking({ lang: short() }), 'questions.lang', /reserved/],
  [
    'no question is called constructor',
    asking({ constructor: short() }),
    'questions.constructor',
    /reserved/,
  ],
  [
    'a choice id is lower-case',
    asking({ role: { ...sound.questions.role, choices: { partner: text, Other: text } } }),
    'questions.role.choices.Other',
    /does not match/,
  ],
  [
    'a section id is lower-case',
    {
      ...sound,
      sections: { ...sound.sections, Last: { title: text } },
      questions: { ...sound.questions, last: { kind: 'text', section: 'Last', label: text } },
    },
    'sections.Last',
    /does not match/,
  ],
  // Texts
  ['the title is there in every language', { ...sound, title: empty }, 'title.en', /is empty/],
  ['the intro is there in every language', { ...sound, intro: empty }, 'intro.en', /is empty/],
  [
    'what is read on screen only says something',
    { ...sound, introOnScreen: empty },
    'introOnScreen.en',
    /is empty/,
  ],
  ['what happens afterwards is said', { ...sound, afterwards: empty }, 'afterwards.en', /is empty/],
  ['the privacy notice is there', { ...sound, notice: empty }, 'notice.en', /is empty/],
  ['the privacy notice has a version', { ...sound, noticeVersion: '' }, 'noticeVersion', /is empty/],
  [
    'a section has a title',
    { ...sound, sections: { ...sound.sections, work: { title: empty } } },
    'sections.work.title.en',
    /is empty/,
  ],
  [
    'a section intro says something',
    { ...sound, sections: { ...sound.sections, work: { title: text, intro: empty } } },
    'sections.work.intro.en',
    /is empty/,
  ],
  [
    'a question has a label',
    asking({ last: short({ label: empty }) }),
    'questions.last.label.en',
    /is empty/,
  ],
  [
    'a short name says something',
    asking({ last: short({ name: empty }) }),
    'questions.last.name.en',
    /is empty/,
  ],
  ['a hint says something', asking({ last: short({ hint: empty }) }), 'questions.last.hint.en', /is empty/],
  [
    'a choice has a text',
    asking({ themes: { ...sound.questions.themes, choices: { health: empty } } }),
    'questions.themes.choices.health.en',
    /is empty/,
  ],
  [
    'a level is described',
    asking({ plans: { ...item, levels: [level, { ...level, description: empty }, level] } }),
    'questions.plans.levels.1.description.en',
    /is empty/,
  ],
  [
    'a level has next steps',
    asking({ plans: { ...item, levels: [level, level, { ...level, nextSteps: { id: [], en: [] } }] } }),
    'questions.plans.levels.2.nextSteps.id',
    /is empty/,
  ],
  [
    'a next step says something',
    asking({
      plans: { ...item, levels: [level, level, { ...level, nextSteps: { ...texts, en: ['', 'Two'] } }] },
    }),
    'questions.plans.levels.2.nextSteps.en.0',
    /is empty/,
  ],
  [
    'evidence is listed alike in every language',
    asking({ plans: { ...item, evidence: { id: ['Satu'], en: ['One', 'Two'] } } }),
    'questions.plans.evidence',
    /same number/,
  ],
  // Sections
  [
    'a section that is declared is used',
    { ...sound, sections: { ...sound.sections, spare: { title: text } } },
    'sections.spare',
    /no question/,
  ],
  [
    'a question stands in a declared section',
    asking({ last: short({ section: 'nowhere' }) }),
    'questions.last.section',
    /no section "nowhere"/,
  ],
  [
    'the questions of a section stand together, in the order of the sections',
    asking({ last: short({ section: 'about' }) }),
    'questions.last',
    /after questions of section "work"/,
  ],
  // Conditions
  [
    'a condition names a question',
    asking({ last: short({ when: { question: 'nobody', answered: true } }) }),
    'questions.last.when',
    /not an earlier question/,
  ],
  [
    'a condition does not look ahead',
    asking({
      organisation: { ...sound.questions.organisation, required: { question: 'email', answered: true } },
    }),
    'questions.organisation.required',
    /not an earlier question/,
  ],
  [
    'a question does not depend on itself',
    asking({ last: short({ when: { question: 'last', answered: true } }) }),
    'questions.last.when',
    /not an earlier question/,
  ],
  [
    'a condition names an offered choice',
    asking({ last: short({ when: { question: 'role', is: ['member', 'chief'] } }) }),
    'questions.last.when',
    /does not offer "chief"/,
  ],
  [
    'a choice that every object knows is not thereby offered',
    asking({ last: short({ when: { question: 'role', is: 'toString' } }) }),
    'questions.last.when',
    /does not offer/,
  ],
  [
    'the condition of an answer names an offered choice too',
    asking({ last: short({ required: { question: 'themes', is: 'waste' } }) }),
    'questions.last.required',
    /does not offer "waste"/,
  ],
  [
    'a condition on a choice names a question that has choices',
    asking({ last: short({ when: { question: 'profile', is: 'yes' } }) }),
    'questions.last.when',
    /has no choices/,
  ],
  [
    'a condition can come true',
    asking({ last: short({ when: { question: 'role', is: [] } }) }),
    'questions.last.when',
    /never holds/,
  ],
  // Respondent
  [
    'the respondent is asked for',
    { ...sound, respondent: { ...sound.respondent, email: 'mail' } },
    'respondent.email',
    /no question "mail"/,
  ],
  [
    'the organisation is a line of text',
    { ...sound, respondent: { ...sound.respondent, organisation: 'profile' } },
    'respondent.organisation',
    /of kind text/,
  ],
  [
    'the district is picked from a list',
    { ...sound, respondent: { ...sound.respondent, district: 'role' } },
    'respondent.district',
    /of kind select/,
  ],
  [
    'the e-mail address is one',
    { ...sound, respondent: { ...sound.respondent, email: 'organisation' } },
    'respondent.email',
    /of kind email/,
  ],
  [
    'the WhatsApp number is one',
    { ...sound, respondent: { ...sound.respondent, whatsapp: 'email' } },
    'respondent.whatsapp',
    /of kind phone/,
  ],
  [
    'the district is one of the network',
    asking({ district: { ...sound.questions.district, choices: { here: text } } }),
    'respondent.district',
    /districts of the network/,
  ],
  [
    'the organisation is always needed',
    asking({ organisation: { kind: 'text', section: 'about', label: text } }),
    'respondent.organisation',
    /required/,
  ],
  [
    'the district is always asked',
    asking({
      district: { ...sound.questions.district, when: { question: 'organisation', answered: true } },
    }),
    'respondent.district',
    /always/,
  ],
  [
    'who answers is no specific data, since it is kept unsealed',
    asking({ whatsapp: { kind: 'phone', section: 'about', label: text, data: 'sensitive' } }),
    'respondent.whatsapp',
    /unsealed/,
  ],
  // Registry
  [
    'what the registry is told is no specific data either',
    {
      ...asking({ role: { ...sound.questions.role, data: 'sensitive' } }),
      registers: { role: 'role' },
    },
    'registers.role',
    /unsealed/,
  ],
  [
    'what the registry is told is asked for',
    { ...sound, registers: { legalForm: 'form' } },
    'registers.legalForm',
    /no question "form" of kind choice or select/,
  ],
  [
    'the role in the network is one of several choices',
    { ...sound, registers: { role: 'profile' } },
    'registers.role',
    /no question "profile" of kind choice or select/,
  ],
  [
    'the number of the decree is a line of text',
    { ...sound, registers: { decreeNo: 'profile' } },
    'registers.decreeNo',
    /of kind text/,
  ],
  // Kinds
  [
    'a choice offers something',
    asking({ last: { kind: 'choice', section: 'work', label: text, choices: {} } }),
    'questions.last.choices',
    /offers nothing/,
  ],
  [
    'a list offers something',
    asking({ last: { kind: 'select', section: 'work', label: text, choices: {} } }),
    'questions.last.choices',
    /offers nothing/,
  ],
  [
    'checkboxes offer something',
    asking({ last: { kind: 'choices', section: 'work', label: text, choices: {} } }),
    'questions.last.choices',
    /offers nothing/,
  ],
  [
    'a text has room for a character',
    asking({ last: { kind: 'text', section: 'work', label: text, max: 0 } }),
    'questions.last.max',
    /whole number/,
  ],
  [
    'a number has a range',
    asking({ last: { kind: 'number', section: 'work', label: text, min: 5, max: 4 } }),
    'questions.last',
    /range/,
  ],
  [
    'an e-mail address is personal',
    asking({ last: { kind: 'email', section: 'work', label: text } }),
    'questions.last.data',
    /personal/,
  ],
  [
    'a telephone number is personal',
    asking({ last: { kind: 'phone', section: 'work', label: text } }),
    'questions.last.data',
    /personal/,
  ],
  [
    'consent is never required',
    asking({ photos: { ...sound.questions.photos, required: true } }),
    'questions.photos.required',
    /freely/,
  ],
  [
    'consent is not required under a condition either',
    asking({ photos: { ...sound.questions.photos, required: { question: 'role', is: 'member' } } }),
    'questions.photos.required',
    /freely/,
  ],
  [
    'consent has a purpose',
    asking({ photos: { ...sound.questions.photos, purpose: '' } }),
    'questions.photos.purpose',
    /is empty/,
  ],
  [
    'each purpose has one box',
    asking({ last: { kind: 'consent', section: 'work', label: text, purpose: 'photos' } }),
    'questions',
    /"photos" is used twice/,
  ],
  // Items
  ['a level is asked only with an instrument', withoutInstrument, 'questions.plans', /no instrument/],
  [
    'an item has a level for each step of the scale',
    asking({ plans: { ...item, levels: [level, level] } }),
    'questions.plans.levels',
    /2 levels on a scale of 3/,
  ],
  [
    'an item stands in a subdomain',
    asking({ last: { ...item, subdomain: 'dreams' } }),
    'questions.last.subdomain',
    /no subdomain "dreams"/,
  ],
  [
    'a subdomain has an item',
    { ...sound, questions: questionsWithoutItem },
    'instrument.subdomains.plans',
    /no item/,
  ],
  // Instrument
  ['an instrument id is lower-case', measuring({ id: 'Index' }), 'instrument.id', /does not match/],
  ['an instrument version starts at 1', measuring({ version: 0 }), 'instrument.version', /whole number/],
  ['an instrument has a name', measuring({ name: empty }), 'instrument.name.en', /is empty/],
  [
    'an instrument says where it comes from',
    measuring({ attribution: empty }),
    'instrument.attribution.en',
    /is empty/,
  ],
  [
    'a scale has two levels or more',
    {
      ...measuring({ scale: { min: 1, max: 1, direction: 'higher-is-better' } }),
      questions: { ...sound.questions, plans: { ...item, levels: [level] } },
    },
    'instrument.scale',
    /two or more/,
  ],
  ['an instrument has bands', measuring({ bands: [] }), 'instrument.bands', /there is none/],
  [
    'the first band starts where the scale does',
    measuring({ bands: [band('low', '1.5'), band('high', '2.5')] }),
    'instrument.bands.low.from',
    /the scale at 1/,
  ],
  [
    'each band starts above the one before',
    measuring({ bands: [band('low', '1'), band('high', '2.5'), band('top', '2.50')] }),
    'instrument.bands.top.from',
    /not above 2.5/,
  ],
  [
    'no band starts above the scale',
    measuring({ bands: [band('low', '1'), band('high', '3.01')] }),
    'instrument.bands.high.from',
    /above the end of the scale/,
  ],
  [
    'a band starts at a decimal',
    measuring({ bands: [band('low', '1'), band('high', '2,5')] }),
    'instrument.bands.high.from',
    /not a decimal/,
  ],
  [
    'a band does not start at a fraction',
    measuring({ bands: [band('low', '1/1'), band('high', '2.5')] }),
    'instrument.bands.low.from',
    /not a decimal/,
  ],
  [
    'a band id is lower-case',
    measuring({ bands: [band('low', '1'), band('High', '2.5')] }),
    'instrument.bands.High',
    /does not match/,
  ],
  [
    'a band id is used once',
    measuring({ bands: [band('low', '1'), band('low', '2.5')] }),
    'instrument.bands',
    /"low" is used twice/,
  ],
  [
    'a band has a name',
    measuring({ bands: [{ ...band('low', '1'), name: empty }] }),
    'instrument.bands.low.name.en',
    /is empty/,
  ],
  [
    'a band says what it means',
    measuring({ bands: [{ ...band('low', '1'), summary: empty }] }),
    'instrument.bands.low.summary.en',
    /is empty/,
  ],
  [
    'a band says what to do next',
    measuring({ bands: [{ ...band('low', '1'), focus: empty }] }),
    'instrument.bands.low.focus.en',
    /is empty/,
  ],
  [
    'a band puts first only subdomains that exist',
    measuring({ bands: [{ ...band('low', '1'), focusOn: ['plans', 'dreams'] }] }),
    'instrument.bands.low.focusOn',
    /no subdomain "dreams"/,
  ],
  [
    'a domain id is lower-case',
    measuring({ domains: instrument.domains.map((domain) => ({ ...domain, id: 'Work' })) }),
    'instrument.domains.Work',
    /does not match/,
  ],
  [
    'a domain id is used once',
    measuring({
      domains: [...instrument.domains, { id: 'work', name: text, description: text, subdomains: [] }],
    }),
    'instrument.domains',
    /"work" is used twice/,
  ],
  [
    'a domain has a name',
    measuring({ domains: instrument.domains.map((domain) => ({ ...domain, name: empty })) }),
    'instrument.domains.work.name.en',
    /is empty/,
  ],
  [
    'a domain is described',
    measuring({ domains: instrument.domains.map((domain) => ({ ...domain, description: empty })) }),
    'instrument.domains.work.description.en',
    /is empty/,
  ],
  [
    'a domain has a subdomain',
    measuring({
      domains: [...instrument.domains, { id: 'rest', name: text, description: text, subdomains: [] }],
    }),
    'instrument.domains.rest',
    /no subdomain/,
  ],
  [
    'a subdomain id is lower-case',
    {
      ...measuring({
        domains: [{ id: 'work', name: text, description: text, subdomains: [{ id: 'Plans', name: text }] }],
        bands: [{ ...band('low', '1'), focusOn: [] }],
      }),
      questions: { ...sound.questions, plans: { ...item, subdomain: 'Plans' } },
    },
    'instrument.subdomains.Plans',
    /does not match/,
  ],
  [
    'a subdomain id is used once, in whichever domain',
    measuring({
      domains: [
        ...instrument.domains,
        { id: 'rest', name: text, description: text, subdomains: [{ id: 'plans', name: text }] },
      ],
    }),
    'instrument.subdomains',
    /"plans" is used twice/,
  ],
  [
    'a subdomain has a name',
    measuring({
      domains: [{ id: 'work', name: text, description: text, subdomains: [{ id: 'plans', name: empty }] }],
    }),
    'instrument.subdomains.plans.name.en',
    /is empty/,
  ],
  // Colours
  [
    'an accent is told from the page',
    colours('#88bbee', '#88bbee'),
    'theme.light.accent',
    /^#88bbee on #ffffff has a contrast of 2\.02:1, at least 4\.5:1 is needed$/,
  ],
  [
    'an accent is told from boxes on the page',
    colours('#737373', '#88bbee'),
    'theme.light.accent',
    /^#737373 on #f1f3f6 has a contrast of 4\.2\d:1/,
  ],
  [
    'an accent is told from the dark page',
    colours('#0b4f8a', '#0b4f8a'),
    'theme.dark.accent',
    /^#0b4f8a on #16181d has a contrast of 2\.\d\d:1/,
  ],
  ['a colour is a colour', colours('#zzz', '#88bbee'), 'theme.light.accent', /"#zzz" is not a colour/],
  [
    'a colour is nothing more',
    colours('#0b4f8a}*{display:none', '#88bbee'),
    'theme.light.accent',
    /is not a colour/,
  ],
  // Images
  [
    'an image has an alternative text',
    showing({ alt: { id: '', en: 'Text' } }),
    'sections.about.image.alt.id',
    /is empty/,
  ],
  [
    'an image has an alternative text in every language',
    showing({ alt: empty }),
    'sections.about.image.alt.en',
    /is empty/,
  ],
  [
    'an image of a question has an alternative text too',
    asking({ last: short({ image: { ...image, alt: empty } }) }),
    'questions.last.image.alt.en',
    /is empty/,
  ],
  ['an image has a width', showing({ width: 0 }), 'sections.about.image.width', /whole number/],
  ['an image has a height', showing({ height: 1.5 }), 'sections.about.image.height', /whole number/],
  [
    'an image is asked of nobody',
    showing({ source: 'https://contoh.example/waste.png' }),
    'sections.about.image.source',
    /^"https:\/\/contoh\.example\/waste\.png" is not a data: address/,
  ],
  [
    'an image is asked of nobody, not even of us',
    showing({ source: '/waste.png' }),
    'sections.about.image.source',
    /not a data: address/,
  ],
  [
    'an image is an image',
    showing({ source: 'data:text/html;base64,AAAA' }),
    'sections.about.image.source',
    /not a data: address/,
  ],
  [
    'an image does not move',
    showing({ source: 'data:image/gif;base64,AAAA' }),
    'sections.about.image.source',
    /not a data: address/,
  ],
  [
    'a drawing is written so that browsers read all of it',
    showing({ source: 'data:image/svg+xml,<svg></svg>' }),
    'sections.about.image.source',
    /percent-encoded SVG/,
  ],
  [
    'a drawing is text',
    showing({ source: 'data:image/svg+xml,%ff%fe' }),
    'sections.about.image.source',
    /percent-encoded SVG/,
  ],
  ...[
    '<script>alert(1)</script>',
    '<SCRIPT href="x"/>',
    '<foreignObject><p>Text</p></foreignObject>',
    '<rect onload="alert(1)"/>',
    '<rect fill="red" onclick = "alert(1)"/>',
    '<a xlink:href="https://contoh.example/"><path/></a>',
    '<use href="#a"/>',
    '<image width="9"/>',
    '<style>rect{fill:red}</style>',
    '<rect style="fill:url(https://contoh.example/)"/>',
    '<!ENTITY a "b">',
    '<?xml-stylesheet type="text/css"?>',
  ].map(
    (svg) =>
      [
        `a drawing only draws: ${svg}`,
        showing({ source: drawing(svg) }),
        'sections.about.image.source',
        /^draws with more than shapes: /,
      ] as const,
  ),
  [
    'an image fits in a page',
    showing({ source: filler(4001) }),
    'sections.about.image.source',
    /take 4001 bytes, at most 4000 fit/,
  ],
  [
    'all images together fit in a page',
    showing({ source: filler(2500) }, { ...image, source: filler(1501) }),
    'questions.last.image.source',
    /take 4001 bytes, at most 4000 fit/,
  ],
]

describe('a sound form', () => {
  it('has no fault', () => {
    expect(checkForm(sound)).toEqual([])
  })

  it('may name a district in a condition, since which there are is the network’s business', () => {
    expect(checkForm(asking({ last: short({ when: { question: 'district', is: '35.07' } }) }))).toEqual([])
  })

  it('may measure one subdomain with several items', () => {
    expect(checkForm(asking({ last: item }))).toEqual([])
  })

  it('may let the last band start at the end of the scale', () => {
    expect(checkForm(measuring({ bands: [band('low', '1'), band('high', '3')] }))).toEqual([])
  })
})

describe('a sound form with colours and images', () => {
  it('may bring an accent that is told from everything it stands on', () => {
    expect(checkForm(colours('#7a3300', '#ffc58a'))).toEqual([])
  })

  it('names every ground that an accent is not told from', () => {
    expect(checkForm(colours('#ffffff', '#ffffff')).map(({ reason }) => reason)).toEqual([
      '#ffffff on #ffffff has a contrast of 1.00:1, at least 4.5:1 is needed',
      expect.stringMatching(/^#ffffff on #f1f3f6 has a contrast of 1\.1\d:1/),
    ])
  })

  it('may show images of four kinds, in sections and at questions, if they fit together', () => {
    const sources = [
      image.source,
      'data:image/jpeg;base64,/9j/4AA+',
      drawing('<title>Satu: 1 + 1 = 2 (onion)</title><circle cx="5" cy="5" r="4" fill="#000"/>'),
    ]
    for (const source of sources) expect(checkForm(showing({ source }))).toEqual([])
    expect(checkForm(showing({ source: filler(2500) }, { ...image, source: filler(1500) }))).toEqual([])
  })
})

describe('every rule can fail', () => {
  it.each(broken)('%s', (_rule, form, place, reason) => {
    const faults = checkForm(form)
    expect(faults).toContainEqual({ place, reason: expect.stringMatching(reason) })
  })
})

describe('loading forms', () => {
  it('gives back the forms where all of them hold', () => {
    const forms = [sound, { ...sound, version: 2 }]
    expect(loadForms(forms)).toBe(forms)
  })

  it('throws one error that names form, place and reason of every fault', () => {
    const forms = [
      { ...sound, title: empty },
      { ...sound, id: 'other', version: 3, noticeVersion: '' },
    ]
    expect(() => loadForms(forms)).toThrow(
      [
        'Some forms would not hold:',
        '  small version 1, title.en: is empty',
        '  other version 3, noticeVersion: is empty',
      ].join('\n'),
    )
  })

  it('refuses the same version of a form twice', () => {
    expect(() => loadForms([sound, sound])).toThrow('"small version 1" is used twice')
  })
})
