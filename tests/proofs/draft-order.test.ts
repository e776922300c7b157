// Two phones with one half-filled form, in any order of what they may do: nothing that was saved is lost unasked, and it
// is sent at most once.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pageOf, sendable } from '../support/inside/page.ts'
import { broken, counted, tallies } from '../support/inside/tables.ts'
import {
  DAY,
  HOUR,
  ikoAnswers,
  MINUTE,
  newWorld,
  openRound,
  SECOND,
  type Typed,
  type World,
} from '../support/inside/world.ts'
import { runs } from '../support/runs.ts'

const PHONES = ['first', 'second'] as const

type Event =
  | {
      readonly does:
        | 'types and saves'
        | 'types and saves unheard'
        | 'sends'
        | 'loads'
        | 'keeps'
        | 'mails'
        | 'deletes'
      readonly phone: 0 | 1
    }
  | { readonly does: 'both save' | 'both send' | 'works' | 'sweeps' | 'runs out' }
  | { readonly does: 'passes'; readonly time: number }

const phone = fc.constantFrom(0 as const, 1 as const)
const often = <E extends Event>(weight: number, arbitrary: fc.Arbitrary<E>) => ({ weight, arbitrary })
const events: fc.Arbitrary<Event> = fc.oneof(
  often(6, fc.record({ does: fc.constantFrom('types and saves', 'types and saves unheard'), phone })),
  often(4, fc.record({ does: fc.constantFrom('loads', 'keeps'), phone })),
  often(2, fc.record({ does: fc.constant('sends'), phone })),
  often(1, fc.record({ does: fc.constantFrom('mails', 'deletes'), phone })),
  often(2, fc.record({ does: fc.constant('both save') })),
  often(2, fc.record({ does: fc.constantFrom('works', 'sweeps') })),
  often(1, fc.record({ does: fc.constantFrom('both send', 'runs out') })),
  often(
    4,
    fc.record({ does: fc.constant('passes'), time: fc.constantFrom(1, SECOND, 15 * SECOND, HOUR, DAY) }),
  ),
)

/** A page that is open on one of the phones. */
interface OpenPage {
  /** The name by which the page calls itself. */
  writer: string
  version: string
  /** What is typed in it now; every text is typed once in a run. */
  text: string
  /** Texts that were on this page, or that its holder was told of and left. */
  readonly seen: Set<string>
  /** The version that it was told of and has not chosen about. */
  told: string | null
}

/** Two phones and what the server said to them. */
interface Run {
  readonly world: World
  readonly path: string
  readonly key: string
  readonly pages: readonly [OpenPage, OpenPage]
  texts: number
  link: string | null
  /** The text that was saved last, while it stands. */
  standing: string | null
  sent: string | null
  /** Whether a draft ran out: what is saved then begins to count anew, which pages from before know nothing of. */
  hasRunOut: boolean
}

const json = { Accept: 'application/json' }

const newText = (run: Run) => `Siti Contoh ${++run.texts}`

const fieldsOf = ({ key }: Run, { version, writer, text }: OpenPage): Typed => ({
  ...ikoAnswers,
  submission: key,
  sender_name: text,
  'draft-version': version,
  'draft-writer': writer,
})

/** Nothing stands that the holder of a page neither typed nor was told of. */
function expectSeen(run: Run, page: OpenPage): void {
  if (run.standing !== null && !run.hasRunOut) expect(page.seen).toContain(run.standing)
}

const post = ({ world, path }: Run, fields: Typed) => world.post(path, fields, json)

/** Takes note of the answer to a save; unheard, the page does not learn of it. */
async function hear(run: Run, page: OpenPage, response: Response, isHeard = true): Promise<void> {
  const told = await response.json<{ problem?: string; version?: number; link?: string }>()
  if (response.status === 200) {
    expect(run.sent).toBeNull()
    expectSeen(run, page)
    run.standing = page.text
    run.link = new URL(told.link ?? '').pathname
    if (isHeard) page.version = String(told.version)
    return
  }
  expect([403, 409, 410, 429]).toContain(response.status)
  if (told.problem === 'conflict') expect(run.sent).not.toBeNull()
  if (told.problem === 'newer' && isHeard) page.told = String(told.version)
}

async function save(run: Run, page: OpenPage, isHeard = true): Promise<void> {
  page.text = newText(run)
  page.seen.add(page.text)
  await hear(run, page, await post(run, { ...fieldsOf(run, page), action: 'save' }), isHeard)
}

async function hearSent(run: Run, page: OpenPage, response: Response): Promise<void> {
  const told = await response.json<{ problem?: string; version?: number }>()
  if (response.status === 201) {
    if (run.sent === null) expectSeen(run, page)
    // Sent again, it is what was sent.
    else expect(page.text).toBe(run.sent)
    run.sent = page.text
    run.standing = null
    return
  }
  expect(response.status).toBe(409)
  if (told.problem === 'conflict') expect(run.sent).not.toBeNull()
  else page.told = String(told.version)
}

/** Opens the form behind the link, as another page. */
async function load(run: Run, page: OpenPage): Promise<void> {
  if (run.link === null) return
  const response = await run.world.get(`${run.link}/form`)
  if (run.standing === null) return
  expect(response.status).toBe(200)
  const fields = sendable(await pageOf(response))
  expect(fields).toMatchObject({ submission: run.key, sender_name: run.standing })
  page.writer = `page-${String(++run.texts).padStart(8, '0')}`
  page.version = String(fields['draft-version'])
  page.text = run.standing
  page.seen.clear()
  page.seen.add(run.standing)
  page.told = null
}

async function happen(run: Run, event: Event): Promise<void> {
  const { world, pages } = run
  switch (event.does) {
    case 'types and saves':
    case 'types and saves unheard':
      return save(run, pages[event.phone], event.does === 'types and saves')
    case 'loads':
      return load(run, pages[event.phone])
    case 'keeps': {
      const page = pages[event.phone]
      if (page.told === null) return
      page.version = page.told
      page.told = null
      if (run.standing !== null && page.version === (await standingVersion(run))) page.seen.add(run.standing)
      return
    }
    case 'sends': {
      const page = pages[event.phone]
      return hearSent(run, page, await post(run, fieldsOf(run, page)))
    }
    case 'both save': {
      for (const page of pages) {
        page.text = newText(run)
        page.seen.add(page.text)
      }
      const responses = await Promise.all(
        pages.map((page) => post(run, { ...fieldsOf(run, page), action: 'save' })),
      )
      expect(responses.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1)
      for (const [i, response] of responses.entries()) await hear(run, pages[i === 0 ? 0 : 1], response)
      return
    }
    case 'both send': {
      const responses = await Promise.all(pages.map((page) => post(run, fieldsOf(run, page))))
      const order = responses.map((response, i) => ({ response, page: pages[i === 0 ? 0 : 1] }))
      // Whoever was taken is heard first: the other one is told of it.
      for (const { response, page } of order.sort((a, b) => a.response.status - b.response.status))
        await hearSent(run, page, response)
      return
    }
    case 'mails':
      if (run.link) await world.post(`${run.link}/mail`, { email: 'bendahara@bina.example' })
      return
    case 'deletes':
      if (run.link) await world.post(`${run.link}/delete`, {})
      run.standing = null
      return
    case 'works':
      return world.work()
    case 'sweeps':
      world.clock.now = Math.ceil(world.clock.now / HOUR) * HOUR + 7 * MINUTE
      return world.sweep()
    case 'runs out':
      await world.exec(`update drafts set expires_at = ${world.clock.now}`)
      run.hasRunOut ||= run.link !== null
      run.standing = null
      return
    case 'passes':
      world.clock.now += event.time
  }
}

const standingVersion = async ({ world }: Run) => String(await world.number('select version from drafts'))

async function check(run: Run): Promise<void> {
  const { world, standing, sent } = run
  if (standing !== null)
    expect(
      await world.rows(`select answers ->> '$.sender_name[0]' as text from drafts where sent_at is null`),
    ).toEqual([{ text: standing }])
  expect(await world.rows(`select answers ->> 'sender_name' as text from revisions`)).toEqual(
    sent === null ? [] : [{ text: sent }],
  )
  expect(await world.number('select count(*) from submissions')).toBe(sent === null ? 0 : 1)
  expect(await broken()).toEqual([])
  expect(await tallies(world)).toEqual(await counted(world))
}

const newPage = (at: number): OpenPage => ({
  writer: `page-0000000${PHONES[at]?.length}${at}`,
  version: '0',
  text: '',
  seen: new Set(),
  told: null,
})

it('no save is lost unasked, nothing is sent twice, and what is owed has its step, in any order of two phones', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(events, { minLength: 8, maxLength: 24 }), async (order) => {
      const world = await newWorld()
      const path = await openRound(world, { slug: 'selalu' })
      const run: Run = {
        world,
        path,
        key: world.newKey(),
        pages: [newPage(0), newPage(1)],
        texts: 0,
        link: null,
        standing: null,
        sent: null,
        hasRunOut: false,
      }
      for (const page of run.pages) {
        page.text = newText(run)
        page.seen.add(page.text)
      }
      for (const event of order) {
        await happen(run, event)
        await check(run)
      }
    }),
    { numRuns: runs(10, 200) },
  )
})
