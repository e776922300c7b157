// When a round takes answers: exactly from its opening to its close, and afterwards what was begun before.
import { beforeEach, describe, expect, it } from 'vitest'
import { wordsFor } from '../../../../src/core/words/index.ts'
import { filled, pageOf, sendable } from '../../../support/inside/page.ts'
import {
  DAY,
  HOUR,
  ikoAnswers,
  keyAt,
  MINUTE,
  newWorld,
  openRound,
  SECOND,
  START,
  TIMELESS_KEY,
  type World,
} from '../../../support/inside/world.ts'

const words = wordsFor('id').page
const OPENS = START + HOUR
const CLOSES = START + DAY
const GRACE = 72 * HOUR

let world: World
let path: string
beforeEach(async () => {
  world = await newWorld()
  path = await openRound(world, { slug: 'berkala', opensAt: OPENS, closesAt: CLOSES })
})

const post = (submission: string, headers?: Record<string, string>) =>
  world.post(path, { ...ikoAnswers, submission }, headers)
const statusAt = async (now: number, key: string) => {
  world.clock.now = now
  return (await post(key)).status
}
const shown = async () => (await pageOf(await world.get(path))).all('form').length === 1
const late = () => world.rows('select late, begun_at as begunAt from submissions')
const closeByHand = (at: number) => world.exec(`update rounds set closed_at = ${at} where slug = 'berkala'`)

describe('the form is shown', () => {
  it('from the very moment of the opening to the very moment of the close, on a warm isolate', async () => {
    const moments: [number, boolean][] = [
      [OPENS - 1, false],
      [OPENS, true],
      [CLOSES - 1, true],
      [CLOSES, false],
    ]
    for (const [moment, isShown] of moments) {
      // The round was read five seconds before, and is not read again.
      world.clock.now = moment - 5 * SECOND
      await world.get(path)
      world.clock.now = moment
      expect([moment, await shown()]).toEqual([moment, isShown])
    }
  })

  it('until it is closed by hand, which a warm isolate learns within ten seconds', async () => {
    world.clock.now = OPENS
    await world.get(path)
    await closeByHand(OPENS + SECOND)
    world.clock.now = OPENS + 10 * SECOND
    expect(await shown()).toBe(false)
  })

  it('never after the planned close, even where it is closed by hand later', async () => {
    await closeByHand(CLOSES + DAY)
    world.clock.now = CLOSES
    expect(await shown()).toBe(false)
  })

  it('not before the opening: then the page says when that is', async () => {
    const response = await world.get(path)
    expect(response.status).toBe(200)
    const page = await pageOf(response)
    expect(page.one('h1').text).toBe(words.early.title)
    expect(page.words).toContain('23 November 2026 pukul 11.00 WIB')
  })

  it('not after the close: then the page says when that was, and whom to write to', async () => {
    world.clock.now = CLOSES
    const page = await pageOf(await world.get(`${path}?lang=en`))
    expect(page.one('h1').text).toBe(wordsFor('en').page.closed.title)
    expect(page.words).toContain('24 November 2026 at 10:00 WIB')
    expect(page.words).toContain('koordinator@rumah-inklusi.example')
  })
})

describe('answers are taken', () => {
  it('from the very moment of the opening', async () => {
    expect(await statusAt(OPENS - 1, keyAt(OPENS - MINUTE))).toBe(403)
    expect(await statusAt(OPENS, keyAt(OPENS - MINUTE))).toBe(303)
  })

  it('until the last millisecond before the close, and those are not late', async () => {
    expect(await statusAt(CLOSES - 1, keyAt(CLOSES - 1))).toBe(303)
    expect(await late()).toEqual([{ late: 0, begunAt: CLOSES - 1 }])
  })

  it('from the very moment of the close on as late, if they were begun before', async () => {
    expect(await statusAt(CLOSES, keyAt(CLOSES - 1))).toBe(303)
    expect(await late()).toEqual([{ late: 1, begunAt: CLOSES - 1 }])
  })

  it('until 72 hours after the close, and no longer', async () => {
    expect(await statusAt(CLOSES + GRACE, keyAt(CLOSES - 1))).toBe(403)
    expect(await statusAt(CLOSES + GRACE - 1, keyAt(CLOSES - 1))).toBe(303)
  })

  it('late with a receipt that says so', async () => {
    world.clock.now = CLOSES + HOUR
    const receipt = (await post(keyAt(START))).headers.get('Location') ?? ''
    expect((await pageOf(await world.get(receipt))).words).toContain(words.receipt.late)
  })

  it('not where they were begun at the close or later', async () => {
    expect(await statusAt(CLOSES + MINUTE, keyAt(CLOSES))).toBe(403)
  })

  it.each([
    ['a key that tells no time', TIMELESS_KEY],
    ['no key', ''],
    ['a key from the future', keyAt(CLOSES + DAY)],
  ])('after the close not with %s, though before it they are', async (_what, key) => {
    expect(await statusAt(CLOSES, key)).toBe(403)
    expect(await statusAt(CLOSES - 1, key)).toBe(303)
    expect(await late()).toEqual([{ late: 0, begunAt: CLOSES - 1 }])
  })

  it('on a warm isolate by what holds now: closed by hand a moment ago', async () => {
    world.clock.now = OPENS + HOUR
    await world.get(path)
    await closeByHand(OPENS + HOUR)
    world.clock.now = OPENS + HOUR + SECOND
    expect((await post(keyAt(OPENS + HOUR))).status).toBe(403)
    expect((await post(keyAt(OPENS))).status).toBe(303)
    expect(await late()).toEqual([{ late: 1, begunAt: OPENS }])
  })

  it('on a warm isolate by what holds now: prolonged a moment ago', async () => {
    world.clock.now = CLOSES
    await world.get(path)
    await world.exec(`update rounds set closes_at = ${CLOSES + DAY} where slug = 'berkala'`)
    expect((await post(keyAt(CLOSES))).status).toBe(303)
  })

  it('without end where no close is set', async () => {
    path = await openRound(world, { slug: 'selalu', opensAt: OPENS })
    expect(await statusAt(OPENS + 3650 * DAY, keyAt(OPENS + 3650 * DAY))).toBe(303)
    expect(await late()).toMatchObject([{ late: 0 }])
  })
})

describe('answers that come too late', () => {
  it('are refused on a page that says when the round closed and keeps them, without a way to send', async () => {
    world.clock.now = CLOSES
    const response = await post(keyAt(CLOSES))
    expect(response.status).toBe(403)
    const page = await pageOf(response)
    expect(page.one('h1').text).toBe(words.closed.title)
    expect(page.words).toContain('24 November 2026 pukul 10.00 WIB')
    expect(page.words).toContain('koordinator@rumah-inklusi.example')
    expect(filled(sendable(page))).toEqual(filled(ikoAnswers))
    // The way to the other language is left: it keeps what was typed.
    expect(page.all('button').map(({ attributes }) => attributes.value)).toEqual(['lang:en'])
    expect(page.all('input', { type: 'hidden' })).toEqual([])
  })

  it('are told the close as it is now, not as a warm isolate remembers it', async () => {
    world.clock.now = OPENS + HOUR
    await world.get(path)
    await closeByHand(OPENS)
    const page = await pageOf(await post(keyAt(OPENS)))
    expect(page.words).toContain('23 November 2026 pukul 11.00 WIB')
  })

  it('or too early are refused with the opening, and kept', async () => {
    const response = await post(keyAt(START))
    expect(response.status).toBe(403)
    const page = await pageOf(response)
    expect(page.one('h1').text).toBe(words.early.title)
    expect(page.words).toContain('23 November 2026 pukul 11.00 WIB')
    expect(filled(sendable(page))).toEqual(filled(ikoAnswers))
  })

  it('tell a program 403', async () => {
    const response = await post(keyAt(START), { Accept: 'application/json' })
    expect(response.status).toBe(403)
    expect(await response.json()).toEqual({ problem: 'closed' })
  })

  it('leave nothing behind', async () => {
    await post(keyAt(START))
    for (const table of ['submissions', 'revisions', 'deliveries', 'steps'])
      expect(await world.number(`select count(*) from ${table}`)).toBe(0)
    expect(await world.number('select coalesce(sum(accepted), 0) from round_tallies')).toBe(0)
    expect(world.hints).toEqual([])
  })
})
