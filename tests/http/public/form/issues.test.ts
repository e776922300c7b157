// Answers that are not complete: the same page again, with what is wrong and with everything typed.
import { beforeEach, describe, expect, it } from 'vitest'
import { iko } from '../../../../forms/iko/v1.ts'
import { formScript } from '../../../../src/client/built.ts'
import { digestOfKey } from '../../../../src/core/kernel/id.ts'
import { wordsFor } from '../../../../src/core/words/index.ts'
import { filled, type PageView, pageOf, sendable } from '../../../support/inside/page.ts'
import {
  IKO,
  ikoAnswers,
  keyAt,
  newWorld,
  OPENED,
  REGISTRATION,
  registrationAnswers,
  type World,
} from '../../../support/inside/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

interface Told {
  readonly issues: readonly {
    readonly question: string
    readonly problem: string
    readonly message: string
  }[]
}

const words = wordsFor('id')
const json = { Accept: 'application/json' }
const long = 'panjang '.repeat(700)

/** The messages of the summary by the field they lead to; other links lead to headings, whose ids hold a hyphen. */
function summaryOf(page: PageView): Record<string, string> {
  const links = page.all('a').filter(({ attributes }) => /^#(?!main$)[^-]+$/.test(attributes.href ?? ''))
  return Object.fromEntries(links.map(({ attributes, text }) => [attributes.href?.slice(1) ?? '', text]))
}

/** The ids of what describes the control or group of a question. */
function describers(page: PageView, question: string): string[] {
  const [control] = ['input', 'select', 'textarea'].flatMap((tag) => page.all(tag, { id: question }))
  const own = control?.attributes['aria-describedby']
  const groups = page.all('fieldset').flatMap(({ attributes }) => attributes['aria-describedby'] ?? [])
  return [own ?? '', ...groups.filter((ids) => ids.split(' ').includes(`${question}-e`))].join(' ').split(' ')
}

describe('answers that are not complete', () => {
  it.each([
    ['nothing at all', IKO, {}],
    ['nothing at all', REGISTRATION, {}],
    [
      'something wrong of every kind',
      IKO,
      {
        ...ikoAnswers,
        organisation: 'x'.repeat(201),
        district: '99.99',
        assessed_on: '2027-01-01',
        participants_women: 'banyak',
        participants_men: '10001',
        email: 'siti@',
        whatsapp: '12',
        results: '5',
        'standards.evidence': long,
        reach: '',
      },
    ],
    [
      'something wrong of every kind',
      REGISTRATION,
      { ...registrationAnswers, legal_form: 'x', themes: ['health', 'x'], profile: long, contact_name: ' ' },
    ],
  ])('are met at each field and in a summary that leads there: %s, %s', async (_what, path, fields) => {
    const page = await world.post(path, fields).then(pageOf)
    const { issues } = await (await world.post(path, fields, json)).json<Told>()
    expect(issues.length).toBeGreaterThan(3)
    const messages = Object.fromEntries(issues.map(({ question, message }) => [question, message]))
    expect(summaryOf(page)).toEqual(messages)
    for (const { question, message } of issues) {
      expect(page.one('p', { id: `${question}-e` }).text).toBe(message)
      expect(describers(page, question)).toContain(`${question}-e`)
      // The link lands on a control, so that the next key typed goes into it.
      const targets = ['input', 'select', 'textarea'].flatMap((tag) => page.all(tag, { id: question }))
      expect(targets).toHaveLength(1)
    }
    expect(page.one('div', { role: 'alert' }).attributes).toHaveProperty('autofocus')
    expect(page.one('title').text).toBe(words.page.errorTitle(page.one('h1').text))
  })

  it('have a button to check them at the end of each section that holds one', async () => {
    const checks = (page: PageView) => page.all('button', { value: 'check' }).length
    const blank = await world.get(IKO).then(pageOf)
    const oneSection = { ...ikoAnswers, organisation: '', district: '' }
    expect(checks(await world.post(IKO, oneSection).then(pageOf))).toBe(checks(blank) + 1)
    const twoSections = { ...oneSection, influence: '' }
    expect(checks(await world.post(IKO, twoSections).then(pageOf))).toBe(checks(blank) + 2)
  })

  it('are answered with 422, and nothing of them is stored', async () => {
    const { organisation: _, ...fields } = ikoAnswers
    expect((await world.post(IKO, fields)).status).toBe(422)
    expect((await world.post(IKO, fields, json)).status).toBe(422)
    for (const table of ['submissions', 'revisions', 'consents', 'deliveries', 'steps'])
      expect(await world.number(`select count(*) from ${table}`)).toBe(0)
    expect(world.hints).toEqual([])
  })

  it('are told in the language of the page', async () => {
    const page = await world.post(`${IKO}?lang=en`, { ...ikoAnswers, results: '' }).then(pageOf)
    expect(summaryOf(page)).toEqual({ results: wordsFor('en').problems.missing.level('Results', '1', '4') })
    expect(page.one('html').attributes.lang).toBe('en')
  })

  it('keep the key of their page, so that a later sending is the same one', async () => {
    const page = await world.post(IKO, { submission: keyAt(OPENED) }).then(pageOf)
    expect(page.one('input', { name: 'submission' }).attributes.value).toBe(keyAt(OPENED))
  })

  it('get a key where theirs was lost', async () => {
    const page = await world.post(IKO, {}).then(pageOf)
    expect(page.one('input', { name: 'submission' }).attributes.value).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('everything typed stays on the page', () => {
  it('of a registration, with one answer missing', async () => {
    const typed = { submission: keyAt(OPENED), ...registrationAnswers, contact_name: '' }
    const page = await world.post(REGISTRATION, typed).then(pageOf)
    expect(filled(sendable(page))).toEqual(filled(typed))
  })

  it('of an IKO, with one answer missing', async () => {
    const notes = Object.entries(iko.questions).flatMap(([id, { kind }]) =>
      kind === 'level' ? [[`${id}.evidence`, `Bukti "${id}" & <catatan>\nbaris kedua`]] : [],
    )
    const typed = {
      submission: keyAt(OPENED),
      ...ikoAnswers,
      ...Object.fromEntries(notes),
      participants_women: '1.200',
      participants_men: '0',
      facilitator: "Nama 'Contoh'",
      whatsapp: '+62 812-3456-7890',
      sender_name: '',
    }
    const page = await world.post(IKO, typed).then(pageOf)
    expect(filled(sendable(page))).toEqual(filled(typed))
  })

  it.each([
    ['organisation', 'x'.repeat(300)],
    ['assessed_on', '31/02/2026'],
    ['assessed_on', 'kemarin dulu'],
    ['participants_women', 'dua belas'],
    ['participants_men', '-3'],
    ['email', 'siti at bina'],
    ['whatsapp', 'tidak ada'],
    ['results.evidence', long.trim()],
  ])('even what could not be taken: %s', async (field, value) => {
    const page = await world.post(IKO, { ...ikoAnswers, [field]: value }).then(pageOf)
    expect(sendable(page)[field]).toBe(value)
  })

  // A browser empties a date field that holds no date, and what was typed would be gone.
  it.each(['31/02/2026', '2026-02-30', '2026-13-01', 'kemarin dulu'])(
    'a day that is in no calendar in a field that shows it: %s',
    async (value) => {
      const page = await world.post(IKO, { ...ikoAnswers, assessed_on: value }).then(pageOf)
      expect(page.one('input', { name: 'assessed_on' }).attributes.type ?? 'text').toBe('text')
    },
  )

  it('as text, never as markup', async () => {
    const wicked = '"><script>alert(1)</script><b x=\''
    const typed = {
      ...registrationAnswers,
      organisation: wicked,
      profile: `</textarea>${wicked}`,
      themes: [],
      submission: wicked,
    }
    const page = await world.post(REGISTRATION, typed).then(pageOf)
    expect(page.all('script').map(({ text }) => text)).toEqual([formScript])
    const { organisation, profile } = sendable(page)
    expect({ organisation, profile }).toEqual({ organisation: wicked, profile: `</textarea>${wicked}` })
  })

  it('can be sent again once it is mended', async () => {
    const first = await world.post(IKO, { submission: keyAt(OPENED), ...ikoAnswers, email: 'siti@' })
    const again = { ...sendable(await pageOf(first)), email: 'siti@bina.example' }
    expect((await world.post(IKO, again)).status).toBe(303)
    expect(await world.rows('select key from revisions')).toEqual([{ key: await digestOfKey(keyAt(OPENED)) }])
  })
})
