// A storm costs its sender, nobody else: what one address leaves behind in five minutes, and that others pass meanwhile. The same
// with a real Worker and by the clock is `npm run trial:storm`.
import { expect, it } from 'vitest'
import type { LimitKind } from '../../../src/core/kernel/ports.ts'
import { kinds, limitOf, periodOf, windowLimits } from '../../support/inside/limits.ts'
import { ADMINISTRATOR } from '../../support/inside/staff.ts'
import { dump } from '../../support/inside/tables.ts'
import {
  IKO,
  ikoAnswers,
  MINUTE,
  newWorld,
  SECOND,
  START,
  type Typed,
  type World,
} from '../../support/inside/world.ts'

const STORM = '203.0.113.66'
const FIVE_MINUTES = 5 * MINUTE
const A_SECOND = 50

/** How much of a kind is let through of a storm that begins at a moment. */
async function letThrough(kind: LimitKind, begun: number): Promise<number> {
  const clock = { now: begun }
  const limits = windowLimits(clock)
  let through = 0
  for (let i = 0; i < (FIVE_MINUTES / SECOND) * A_SECOND; i++) {
    clock.now = begun + (i * SECOND) / A_SECOND
    if (await limits.isWithin(kind, STORM)) through++
  }
  return through
}

it('whenever it begins, at most 2,400 of 15,000 sendings are let through, and of drafts, mails and links to sign in', async () => {
  for (const begun of [START, START + 1, START + 4 * SECOND, START + 9999]) {
    for (const kind of ['sends', 'drafts'] as const)
      expect(await letThrough(kind, begun)).toBeLessThanOrEqual(2400)
    for (const kind of ['mails', 'signIns'] as const)
      expect(await letThrough(kind, begun)).toBeLessThanOrEqual(6 * limitOf(kind))
  }
  expect(kinds.every((kind) => periodOf(kind) <= MINUTE)).toBe(true)
})

const from = (address: string, headers: Record<string, string> = {}) => ({
  ...headers,
  'CF-Connecting-IP': address,
})

const save = (world: World, fields: Typed, address: string) =>
  world.post(
    IKO,
    { submission: world.newKey(), organisation: 'Forum', ...fields, action: 'save' },
    from(address, { Accept: 'application/json' }),
  )

/** Saves whatever there is room for in five minutes; gives the links of the drafts. */
async function saveAll(world: World, fields: Typed): Promise<readonly string[]> {
  const links: string[] = []
  while (world.clock.now < START + FIVE_MINUTES) {
    const answer = await save(world, fields, STORM)
    if (answer.status === 200) links.push(new URL((await answer.json<{ link: string }>()).link).pathname)
    // Nothing is let through before: what a storm asks for meanwhile is refused.
    else world.clock.now += Number(answer.headers.get('Retry-After')) * SECOND
  }
  return links
}

it('it leaves at most 2 MB beside answers: drafts of half a page each, mails for them, and links to sign in', async () => {
  const world = await newWorld()
  // The schema’s own rows, and the round as this isolate knows it.
  await save(world, {}, '203.0.113.8')
  const before = (await dump(world)).length
  const fields = { 'results.evidence': 'b'.repeat(1500), ...invented }
  const links = await saveAll(world, fields)
  expect(links.length).toBeGreaterThan(200)
  // As many of the rest as are let through in that time.
  world.clock.now = START
  for (let i = 0; i < 7 * limitOf('mails'); i++) {
    world.clock.now = START + (i * FIVE_MINUTES) / (6 * limitOf('mails'))
    const email = `korban+${i}@bina.example`
    await world.post(`${links[i % links.length]}/mail`, { email }, from(STORM))
    if (i % 7 === 0)
      await world.post('/c/sign-in', { email: ADMINISTRATOR }, from(STORM, { Origin: 'https://simpul.test' }))
  }
  // Rows of half a page fill a page each.
  const pages = (links.length * 4096) / 1000
  const grown = (await dump(world)).length - before
  expect(Math.max(grown, pages * 1000)).toBeLessThanOrEqual(2_000_000)
  // Somebody else passes.
  world.clock.now = START + FIVE_MINUTES
  for (let person = 0; person < 20; person++) {
    const submission = world.newKey()
    const other = '198.51.100.7'
    expect((await world.get(IKO, from(other))).status).toBe(200)
    expect((await save(world, { ...ikoAnswers, submission }, other)).status).toBe(200)
    const typed = { ...ikoAnswers, organisation: `Forum ${person}`, submission, 'draft-version': '1' }
    expect((await world.post(IKO, typed, from(other))).status).toBe(303)
  }
})

const invented: Typed = Object.fromEntries(
  Array.from({ length: 20 }, (_, i) => [`invented_${i}`, 'x'.repeat(900)]),
)
