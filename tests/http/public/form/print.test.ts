// The blank form to print: everything that is asked stands on it, with room to answer by hand.
import { beforeEach, describe, expect, it } from 'vitest'
import { forms } from '../../../../forms/index.ts'
import { conditionFor } from '../../../../src/core/form/message.ts'
import type { Question } from '../../../../src/core/form/question.ts'
import { LOCALES, type Locale } from '../../../../src/core/kernel/text.ts'
import { wordsFor } from '../../../../src/core/words/index.ts'
import { type PageView, pageOf } from '../../../support/inside/page.ts'
import {
  DAY,
  HOUR,
  IKO,
  newWorld,
  openRound,
  REGISTRATION,
  START,
  type World,
} from '../../../support/inside/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const formNamed = (id: string) => {
  const form = forms.find((one) => one.id === id)
  if (!form) throw new Error(`there is no form ${id}`)
  return form
}
const paperOf = async (path: string, locale: Locale = 'id'): Promise<PageView> =>
  pageOf(await world.get(`${path}/print${locale === 'id' ? '' : `?lang=${locale}`}`))

const squeezed = (text: string) => text.replace(/\s+/g, ' ')

/** All that a question says: its label, hint and choices, its levels in full and what may serve as evidence. */
function saidBy(question: Question, locale: Locale): readonly string[] {
  const choices = 'choices' in question && typeof question.choices === 'object' ? question.choices : {}
  const levels = question.kind === 'level' ? question.levels : []
  return [
    question.label[locale],
    question.hint?.[locale] ?? '',
    ...Object.values(choices).map((text) => text[locale]),
    ...levels.map(({ description }, index) => `Level ${index + 1}. ${description[locale]}`),
    ...(question.kind === 'level'
      ? [question.name?.[locale] ?? '', question.evidence[locale].join('; ')]
      : []),
  ]
}

const papers = LOCALES.flatMap((locale) => [
  ['iko', IKO, locale] as const,
  ['registration', REGISTRATION, locale] as const,
])

describe.each(papers)('the paper of %s (%s) in %s', (id, path, locale) => {
  const form = formNamed(id)
  const { page: words, paper } = wordsFor(locale)

  it('says all that the form says, with every condition in words', async () => {
    const page = await paperOf(path, locale)
    const texts = [
      ...Object.values(form.questions).flatMap((question) => saidBy(question, locale)),
      ...Object.values(form.questions).map((question) => conditionFor(form, question, locale) ?? ''),
      ...Object.values(form.sections).flatMap(({ title, intro }) => [
        title[locale],
        ...(intro?.[locale].split('\n\n') ?? []),
      ]),
      ...form.intro[locale].split('\n\n'),
      ...form.notice[locale].split('\n\n'),
      form.instrument?.attribution[locale] ?? '',
    ]
    for (const text of texts) expect(page.words).toContain(squeezed(text))
    expect(page.one('html').attributes.lang).toBe(locale)
  })

  it('has a box for every choice and level, and lines for what is written', async () => {
    const page = await paperOf(path, locale)
    const questions = Object.values(form.questions)
    const boxes = questions.map((question) => {
      if (question.kind === 'level') return question.levels.length
      if (question.kind === 'consent') return 1
      return 'choices' in question && typeof question.choices === 'object'
        ? Object.keys(question.choices).length
        : 0
    })
    expect(page.all('li')).toHaveLength(boxes.reduce((sum, one) => sum + one, 0))
    const lines = questions.map(({ kind }) =>
      kind === 'level'
        ? 3
        : kind === 'longText'
          ? 6
          : ['choice', 'choices', 'consent'].includes(kind)
            ? 0
            : 1,
    )
    // One more for the code that comes back.
    expect(page.all('div', { class: 'line' })).toHaveLength(lines.reduce<number>((sum, one) => sum + one, 1))
  })

  it('leaves out what is true on screen only', async () => {
    const page = await paperOf(path, locale)
    // Its first sentence, which holds nothing that one of the pages writes as a reference.
    const [said = ''] = form.introOnScreen?.[locale].split('.') ?? []
    const onScreen = await pageOf(await world.get(`${path}${locale === 'id' ? '' : `?lang=${locale}`}`))
    expect([onScreen.words.includes(said), said !== '' && page.words.includes(said)]).toEqual([true, false])
  })

  it('has a sheet for each section with levels, and over each section and the notice the name of the form', async () => {
    const page = await paperOf(path, locale)
    const title = page.one('h1').text
    const sections = Object.keys(form.sections)
    const withLevels = Object.values(form.questions).flatMap(({ kind, section }) =>
      kind === 'level' ? [section] : [],
    )
    expect(page.all('section', { class: 'sheet' })).toHaveLength(new Set(withLevels).size)
    expect(page.all('section')).toHaveLength(sections.length + 1)
    const parts = page.all('p', { class: 'part' }).map(({ text }) => squeezed(text).trim())
    expect(parts).toEqual([
      ...sections.map((_, index) => paper.part(title, String(index + 1), String(sections.length))),
      title,
    ])
    expect(page.all('section').at(-1)?.text).toContain(words.privacy)
  })

  it('is paper: nothing on it can be filled in, sent or run', async () => {
    const page = await paperOf(path, locale)
    for (const tag of ['form', 'input', 'select', 'textarea', 'button', 'script', 'option'])
      expect(page.all(tag), tag).toEqual([])
    expect(page.html).not.toMatch(/\sstyle="/)
    expect(page.words).toContain(paper.howTo)
  })
})

it('a list of districts is a line to write on, not thirty-eight boxes', async () => {
  expect((await paperOf(IKO)).words).not.toContain('Kab. Pacitan')
})

it('the first sheet names the network, the round, where to send the answers and until when', async () => {
  const closesAt = Date.UTC(2026, 11, 31, 16, 59)
  await openRound(world, { slug: 'akhir-tahun', closesAt })
  const page = await paperOf('/f/akhir-tahun')
  expect(page.words).toContain('Rumah Inklusi Jawa Timur (contoh)')
  expect(page.one('h1').text).toBe('Putaran akhir-tahun')
  expect(page.words).toContain(
    'Ini lembar kerja. Kirim jawabannya lewat https://simpul.test/f/akhir-tahun sebelum 31 Desember 2026 pukul 23.59 WIB.',
  )
  const english = await paperOf('/f/akhir-tahun', 'en')
  expect(english.words).toContain(
    'Send the answers through https://simpul.test/f/akhir-tahun?lang=en before 31 December 2026 at 23:59 WIB.',
  )
  expect((await paperOf(REGISTRATION)).words).toContain('lewat https://simpul.test/f/daftar.')
})

it('it is there before the round opens and after it has closed, and says so', async () => {
  const early = await paperOf(await openRound(world, { slug: 'nanti', opensAt: START + HOUR }))
  expect(early.words).toContain('Dapat diisi mulai 23 November 2026 pukul 11.00 WIB.')
  const closed = await paperOf(await openRound(world, { slug: 'lewat', closesAt: START - DAY }))
  expect(closed.words).toContain('Formulir ini ditutup pada 22 November 2026 pukul 10.00 WIB.')
  expect(closed.words).not.toContain('Kirim jawabannya')
  for (const page of [early, closed]) expect(page.words).toContain('Apakah organisasi menetapkan')
})

it('the form leads to it and it leads back, in the reader’s language', async () => {
  const hrefs = async (path: string) =>
    (await pageOf(await world.get(path))).all('a').map(({ attributes }) => attributes.href)
  expect(await hrefs(IKO)).toContain(`${IKO}/print`)
  expect(await hrefs(`${IKO}?lang=en`)).toContain(`${IKO}/print?lang=en`)
  const early = await openRound(world, { slug: 'nanti', opensAt: START + HOUR })
  expect(await hrefs(early)).toContain(`${early}/print`)
  expect(await hrefs(`${IKO}/print`)).toEqual(expect.arrayContaining([IKO, `${IKO}/print?lang=en`]))
})

it('a form that is not there has no paper', async () => {
  expect((await world.get('/f/tidak-ada/print')).status).toBe(404)
})
