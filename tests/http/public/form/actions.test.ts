// Before sending: answers are checked, changed, asked about and shown in another language, and nothing is stored.
import { beforeEach, describe, expect, it } from 'vitest'
import { iko } from '../../../../forms/iko/v1.ts'
import { wordsFor } from '../../../../src/core/words/index.ts'
import { filled, type PageView, pageOf, sendable } from '../../../support/inside/page.ts'
import {
  DAY,
  IKO,
  ikoAnswers,
  keyAt,
  newWorld,
  OPENED,
  openRound,
  REGISTRATION,
  registrationAnswers,
  START,
  type Typed,
  type World,
} from '../../../support/inside/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const complete = { submission: keyAt(OPENED), ...ikoAnswers }
const words = wordsFor('id').page

const press = (action: string, fields: Typed = complete, path = IKO) =>
  world.post(path, { ...fields, action })
const pressed = async (action: string, fields: Typed = complete, path = IKO): Promise<PageView> =>
  pageOf(await press(action, fields, path))

const stored = () =>
  world.number('select (select count(*) from submissions) + (select count(*) from deliveries)')

/** The values of the buttons of a page. */
const buttons = (page: PageView) => page.all('button').map(({ attributes }) => attributes.value)

describe('checking', () => {
  it('shows every answer in words, with a button to change it, and stores nothing', async () => {
    const page = await pressed('check')
    expect(page.one('h1').text).toBe(words.check.title)
    expect(page.words).toContain(ikoAnswers.organisation)
    expect(page.words).toContain('Malang')
    expect(page.words).toContain('20 November 2026')
    expect(page.words).toContain(iko.questions.delivery.levels[1]?.description.id)
    expect(page.words).toContain(ikoAnswers['delivery.evidence'])
    for (const id of Object.keys(iko.questions)) expect(buttons(page)).toContain(`edit:${id}`)
    expect(await stored()).toBe(0)
    expect(world.hints).toEqual([])
  })

  it('says which questions were left empty', async () => {
    const page = await pressed('check', { ...complete, facilitator: '' })
    expect(page.words).toContain(words.check.empty)
  })

  it('carries all that was typed, so that the next button sends it unchanged', async () => {
    const { organisation: _, ...typed } = registrationAnswers
    const fields = { submission: keyAt(OPENED), organisation: ' Komunitas  "Sahabat" <Difabel> ', ...typed }
    const page = await pressed('check', fields, REGISTRATION)
    expect(filled(sendable(page))).toEqual(filled(fields))
    const response = await world.post(REGISTRATION, sendable(page))
    expect(response.status).toBe(303)
  })

  it('of answers that are not complete shows the form with what is to be mended', async () => {
    const response = await press('check', { ...complete, results: '' })
    expect(response.status).toBe(422)
    const page = await pageOf(response)
    expect(page.one('a', { href: '#results' }).text).toBe(
      wordsFor('id').problems.missing.level('Hasil', '1', '4'),
    )
    expect(await stored()).toBe(0)
  })

  it('keeps the key of the page, and mints one where it was lost', async () => {
    expect(sendable(await pressed('check')).submission).toBe(keyAt(OPENED))
    expect(sendable(await pressed('check', ikoAnswers)).submission).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('is a button, not a wall: what is posted without an action is sent', async () => {
    expect((await world.post(IKO, complete)).status).toBe(303)
  })

  it('tells a program what is to be mended, or that nothing is', async () => {
    const json = { Accept: 'application/json' }
    const good = await world.post(IKO, { ...complete, action: 'check' }, json)
    expect([good.status, await good.json()]).toEqual([200, { issues: [], suspects: [] }])
    const bad = await world.post(IKO, { ...complete, action: 'check', reach: '9' }, json)
    expect(bad.status).toBe(422)
    expect(await bad.json()).toMatchObject({ issues: [{ question: 'reach', problem: 'notOffered' }] })
  })

  it('of a closed round says that it is closed, and keeps what was typed', async () => {
    const path = await openRound(world, { slug: 'ditutup', closesAt: START - DAY })
    const response = await press('check', complete, path)
    expect(response.status).toBe(403)
    expect(await response.text()).toContain(ikoAnswers.organisation)
  })
})

describe('changing one answer', () => {
  it('opens the form at the question, with everything typed and the way back to the check', async () => {
    const page = await pressed('edit:reach')
    const control = page.all('input', { id: 'reach' })[0]
    expect(control?.attributes).toHaveProperty('autofocus')
    expect(page.all('input').filter(({ attributes }) => 'autofocus' in attributes)).toHaveLength(1)
    expect(filled(sendable(page))).toEqual(filled(complete))
    const back = page.all('button', { value: 'check' }).map(({ text }) => text)
    expect(back).toContain(words.check.back)
    expect(await stored()).toBe(0)
  })

  it.each(Object.keys(registrationAnswers))('reaches every question: %s', async (id) => {
    const page = await pressed(`edit:${id}`, registrationAnswers, REGISTRATION)
    const focused = ['input', 'select', 'textarea']
      .flatMap((tag) => page.all(tag))
      .filter(({ attributes }) => 'autofocus' in attributes)
    expect(focused.map(({ attributes }) => attributes.name)).toEqual([id])
  })

  it('of a question nobody knows just shows the form', async () => {
    const response = await press('edit:unknown')
    expect(response.status).toBe(200)
    expect(filled(sendable(await pageOf(response)))).toEqual(filled(complete))
  })
})

describe('switching the language', () => {
  it('shows the same form in the other language with everything typed, finished or not', async () => {
    const typed = { ...complete, results: '', assessed_on: 'kemarin', email: 'siti@' }
    const page = await pressed('lang:en', typed)
    expect(page.one('html').attributes.lang).toBe('en')
    expect(page.one('form').attributes.action).toContain('lang=en')
    expect(filled(sendable(page))).toEqual(filled(typed))
    expect(await stored()).toBe(0)
  })

  it('repeats what is to be mended in that language', async () => {
    const refused = await pageOf(await world.post(IKO, { ...complete, results: '' }))
    const { value = '' } = refused.one('button', { lang: 'en' }).attributes
    const page = await pressed(value, { ...complete, results: '' })
    expect(page.one('a', { href: '#results' }).text).toBe(
      wordsFor('en').problems.missing.level('Results', '1', '4'),
    )
  })

  it('on the page of the check comes back to the check', async () => {
    const button = (await pressed('check')).one('button', { lang: 'en' }).attributes
    const page = await pageOf(
      await world.post(button.formaction ?? '', { ...complete, action: button.value ?? '' }),
    )
    expect(page.one('h1').text).toBe(wordsFor('en').page.check.title)
  })

  it('is not what the Enter key does: the first button of the form checks', async () => {
    const page = await pageOf(await world.get(IKO))
    expect(page.all('button')[0]?.attributes.value).toBe('check')
  })
})

describe('an address that looks mistyped', () => {
  const mistyped = { ...complete, email: 'siti@gmial.com' }

  it('is asked about when the send button is pressed', async () => {
    const response = await press('send', mistyped)
    expect(response.status).toBe(200)
    const page = await pageOf(response)
    expect(page.words).toContain(words.mistyped.question('siti@gmial.com', 'siti@gmail.com'))
    expect(await stored()).toBe(0)
  })

  it('is mended by one button', async () => {
    const page = await pressed('meant:email', mistyped)
    expect(sendable(page).email).toBe('siti@gmail.com')
    expect(page.words).not.toContain(words.mistyped.question('siti@gmial.com', 'siti@gmail.com'))
  })

  it('is taken as it is by the next sending', async () => {
    const page = await pressed('send', mistyped)
    expect((await world.post(IKO, sendable(page))).status).toBe(303)
    expect(await world.rows('select recipient from deliveries')).toEqual([{ recipient: 'siti@gmial.com' }])
  })

  it('that looks right is not asked about', async () => {
    expect((await press('send')).status).toBe(303)
  })
})
