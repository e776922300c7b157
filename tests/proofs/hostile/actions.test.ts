// Whatever a button is made to ask for: the answers are sent, checked or shown again, and nothing else happens.
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { wordsFor } from '../../../src/core/words/index.ts'
import { filled, pageOf, sendable } from '../../support/inside/page.ts'
import { IKO, ikoAnswers, keyAt, newWorld, OPENED, sentIko, type World } from '../../support/inside/world.ts'
import { actions, earlier } from './data/doors.ts'
import { inspect } from './support/inspect.ts'

let world: World
let receipt: string
/** Of somebody else. */
let secret: string
beforeAll(async () => {
  world = await newWorld()
  receipt = (await sentIko(world)).receipt
  const other = { organisation: 'Yayasan Rahasia Contoh', email: 'agus@rahasia.example' }
  secret = (await sentIko(world, other)).receipt
  await world.work()
})
beforeEach(() => {
  world.tried.splice(0)
  world.hints.splice(0)
})
afterEach(() => expect(world.logs).toEqual([]))

/** How many rows there are of what a sending or a correction writes. */
const written = () =>
  world.rows(`select (select count(*) from revisions) as revisions, (select count(*) from deliveries) as deliveries,
    (select count(*) from steps) as steps, (select sum(link_generation) from submissions) as withdrawn`)

const LINK = /^\/s\/[\w-]{22}\.[\w-]{23}$/

const places: readonly (readonly [string, () => string])[] = [
  ['a form', () => IKO],
  ['a correction', () => `${receipt}/correction`],
]

describe.each(places)('of %s, a button that asks for', (_title, path) => {
  it.each(actions)('$title', async ({ action, becomes }) => {
    const before = await written()
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
    expect(filled(sendable(page))).toEqual(fields)
    expect(await written()).toEqual(before)
    expect([world.hints, world.tried]).toEqual([[], []])
  })
})

describe('a page that was told of a receipt by', () => {
  it.each(earlier)('$title', async ({ value, leads }) => {
    const reportPage = await pageOf(await world.get(secret))
    const report = /\/r\/([\w.-]+)/.exec(reportPage.html)?.[1] ?? ''
    const before = await written()
    const told = value(secret.slice(3), report)
    const fields = { ...ikoAnswers, submission: keyAt(OPENED, '0000000000ee'), earlier: told }
    for (const action of ['check', 'edit:reach', 'lang:en', 'issues:id']) {
      const page = await pageOf(await world.post(IKO, { ...fields, action }))
      expect((await inspect(page.html)).strange).toEqual([])
      expect(page.html).not.toMatch(/Rahasia|rahasia/)
      const targets = page.all('button').flatMap(({ attributes }) => attributes.formaction ?? [])
      const others = targets.filter((target) => !target.startsWith(`${IKO}?lang=`))
      const first = typeof told === 'string' ? told : told[0]
      expect(others.map((target) => target.split('?')[0])).toEqual(leads ? [`/s/${first}/correction`] : [])
    }
    expect(await written()).toEqual(before)
  })
})
