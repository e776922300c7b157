// Whatever a button is made to ask for: the answers are sent, checked or shown again, and nothing else happens.
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { wordsFor } from '../../src/core/words/words.ts'
import { filled, pageOf, sendable } from '../support/inside/page.ts'
import { dump } from '../support/inside/tables.ts'
import { IKO, ikoAnswers, keyAt, newWorld, START, sentIko, type World } from '../support/inside/world.ts'
import { actions, earlier } from './data/doors.ts'
import { inspect } from './support/inspect.ts'
import { forget } from './support/sending.ts'

let world: World
let receipt: string
beforeAll(async () => {
  world = await newWorld()
})
beforeEach(async () => {
  await forget(world)
  receipt = (await sentIko(world, { organisation: 'Yayasan Rahasia Contoh', email: 'agus@rahasia.example' }))
    .receipt
  await world.work()
  world.mails.splice(0)
  world.tried.splice(0)
})
afterEach(() => expect(world.logs).toEqual([]))

const LINK = /^\/s\/[\w-]{22}\.[\w-]{23}$/

const places: readonly (readonly [string, () => string])[] = [
  ['a form', () => IKO],
  ['a correction', () => `${receipt}/correction`],
]

describe.each(places)('of %s, a button that asks for', (_title, path) => {
  it.each(actions)('$title', async ({ action, becomes }) => {
    const before = await dump(world)
    const fields = { ...ikoAnswers, submission: world.newKey() }
    const response = await world.post(path(), { ...fields, action })
    for (const [name, value] of response.headers) expect(`${name}: ${value}`).not.toMatch(/evil|alert|x=1/)
    if (becomes === 'sent') {
      expect(response.status).toBe(303)
      expect(response.headers.get('Location')).toMatch(LINK)
      return
    }
    expect(response.status).toBe(200)
    const page = await pageOf(response)
    expect((await inspect(page.html)).strange).toEqual([])
    expect(page.html).not.toMatch(/alert|x=1|Rahasia|a{100}/)
    const titles = [wordsFor('id').page.check.title, wordsFor('en').page.check.title]
    expect(titles.includes(page.one('h1').text)).toBe(becomes === 'checked')
    expect(filled(await sendable(page))).toEqual(fields)
    expect(await dump(world)).toBe(before)
    expect([world.hints, world.tried]).toEqual([[], []])
  })
})

describe('a page that was told of a receipt by', () => {
  it.each(earlier)('$title', async ({ value, leads }) => {
    const reportPage = await pageOf(await world.get(receipt))
    const report = /\/r\/([\w.-]+)/.exec(reportPage.html)?.[1] ?? ''
    const before = await dump(world)
    const told = value(receipt.slice(3), report)
    const fields = { ...ikoAnswers, submission: keyAt(START, '0000000000ee'), earlier: told }
    for (const action of ['check', 'edit:reach', 'lang:en', 'issues:id']) {
      const page = await pageOf(await world.post(IKO, { ...fields, action }))
      expect((await inspect(page.html)).strange).toEqual([])
      expect(page.html).not.toMatch(/Rahasia|rahasia/)
      const targets = page.all('button').flatMap(({ attributes }) => attributes.formaction ?? [])
      const others = targets.filter((target) => !target.startsWith(`${IKO}?lang=`))
      const first = typeof told === 'string' ? told : told[0]
      expect(others.map((target) => target.split('?')[0])).toEqual(leads ? [`/s/${first}/correction`] : [])
    }
    expect(await dump(world)).toBe(before)
  })
})
