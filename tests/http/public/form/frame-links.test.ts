// In a frame of another site, what a link leads to would not be shown: each link leaves the frame, whatever page it is on.
import { expect, it } from 'vitest'
import type { LimitKind } from '../../../../src/core/kernel/ports.ts'
import { limitOf } from '../../../support/inside/limits.ts'
import { pageOf } from '../../../support/inside/page.ts'
import { DAY, IKO, ikoAnswers, MINUTE, newWorld, START, type World } from '../../../support/inside/world.ts'

const FRAMED = `${IKO}?embed=1`
const SENT = `${IKO}?lang=id&send=1&embed=1`
const OFFICE = { 'CF-Connecting-IP': '203.0.113.7' }
const ELSEWHERE = { 'Sec-Fetch-Dest': 'iframe', Referer: 'https://lain.example/' }

/** Uses up what one address may do. */
async function useUp({ deps }: World, kind: LimitKind): Promise<void> {
  for (let i = 0; i < limitOf(kind); i++) await deps.limits.isWithin(kind, OFFICE['CF-Connecting-IP'])
}

/** The form in a frame, whose round has something changed. */
async function opened(world: World, change: string): Promise<Response> {
  await world.exec(`update rounds set ${change}`)
  return world.get(FRAMED)
}

/** Every kind of page that can stand in a frame, with its status: the form, each answer to a post, and what goes wrong. */
const states: Readonly<
  Record<string, readonly [status: number, visit: (world: World) => Promise<Response>]>
> = {
  form: [200, (world) => world.get(FRAMED)],
  'form in English': [200, (world) => world.get(`${FRAMED}&lang=en`)],
  'form filled in': [200, (world) => world.get(`${FRAMED}&p.organisation=Yayasan`)],
  'form before it opens': [200, (world) => opened(world, `opens_at = ${START + DAY}`)],
  'closed form': [200, (world) => opened(world, `closed_at = ${START - DAY}`)],
  mistakes: [422, (world) => world.post(SENT, {})],
  check: [200, (world) => world.post(SENT, { ...ikoAnswers, action: 'check' })],
  'mistyped address': [200, (world) => world.post(SENT, { ...ikoAnswers, email: 'siti@gmial.com' })],
  change: [200, (world) => world.post(SENT, { ...ikoAnswers, action: 'edit:reach' })],
  language: [200, (world) => world.post(SENT, { ...ikoAnswers, action: 'lang:en' })],
  saved: [200, (world) => world.post(SENT, { ...ikoAnswers, submission: world.newKey(), action: 'save' })],
  'saved meanwhile': [
    409,
    async (world) => {
      const draft = { ...ikoAnswers, submission: world.newKey(), action: 'save' }
      await world.post(SENT, draft)
      return world.post(SENT, { ...draft, reach: '3', 'draft-writer': world.newKey() })
    },
  ],
  sent: [200, (world) => world.post(SENT, { ...ikoAnswers, submission: world.newKey() })],
  conflict: [
    409,
    async (world) => {
      const answers = { ...ikoAnswers, submission: world.newKey() }
      await world.post(SENT, answers)
      return world.post(SENT, { ...answers, reach: '3' })
    },
  ],
  'closed meanwhile': [
    403,
    async (world) => {
      await world.exec(`update rounds set closed_at = ${START - DAY}`)
      return world.post(SENT, ikoAnswers)
    },
  ],
  'too many pages': [
    429,
    async (world) => {
      await useUp(world, 'pages')
      return world.get(FRAMED, OFFICE)
    },
  ],
  'too many sendings': [
    429,
    async (world) => {
      await useUp(world, 'sends')
      return world.post(SENT, ikoAnswers, OFFICE)
    },
  ],
  'not to be shown here': [
    403,
    async (world) => {
      await world.exec(`update rounds set framing = 'nobody'`)
      return world.get(FRAMED, ELSEWHERE)
    },
  ],
  'no such form': [404, (world) => world.get('/f/tidak-ada?embed=1')],
  'no such method': [405, (world) => world.request(FRAMED, { method: 'DELETE' })],
  'too large': [413, (world) => world.post(SENT, { organisation: 'a'.repeat(300_000) })],
  'no form': [415, (world) => world.request(SENT, { method: 'POST', body: 'x' })],
  'out of order': [
    500,
    async (world) => {
      const forms = { ...world.deps.forms, find: () => Promise.reject(new Error('broken')) }
      return (await newWorld({ forms })).get(FRAMED)
    },
  ],
}

const stays = (href: string): boolean =>
  href.startsWith('#') || new URL(href, 'https://simpul.test').searchParams.get('embed') === '1'

it.each(Object.entries(states))('leads out of the frame: %s', async (_name, [status, visit]) => {
  const world = await newWorld()
  await world.exec(`update rounds set framing = 'anyone'`)
  const response = await visit(world)
  expect([response.status, response.headers.get('Content-Security-Policy')]).toEqual([
    status,
    expect.stringContaining('frame-ancestors *'),
  ])
  const links = (await pageOf(response)).all('a').map(({ attributes }) => attributes)
  const leaving = links.filter(({ href = '' }) => !stays(href))
  expect(leaving.length).toBeGreaterThan(0)
  for (const { href, target, rel } of leaving)
    expect([href, target, rel]).toEqual([href, '_blank', 'noopener'])
  for (const { href, target } of links.filter(({ href = '' }) => stays(href)))
    expect([href, target]).toEqual([href, undefined])
})

it('opens no page of its own from a page that stands in no frame, even one rendered right after another in a frame', async () => {
  const world = await newWorld()
  await world.exec(`update rounds set framing = 'anyone'`)
  for (const path of [FRAMED, `${FRAMED}&p.organisation=A`]) {
    await world.get(path)
    for (const own of [IKO, `${IKO}?p.organisation=A`, '/', `${IKO}/print?embed=1`]) {
      world.clock.now += MINUTE
      const links = (await pageOf(await world.get(own))).all('a')
      expect(links.length).toBeGreaterThan(0)
      expect(links.filter(({ attributes }) => attributes.target !== undefined)).toEqual([])
    }
  }
})
