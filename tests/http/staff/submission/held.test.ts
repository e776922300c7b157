// Coordinators choose which of two answers of one organisation counts: what is shown, what follows, and who may.
import { beforeEach, describe, expect, it } from 'vitest'
import { wordsFor } from '../../../../src/core/words/index.ts'
import { type Held, heldAnswer } from '../../../support/inside/held.ts'
import { pageOf, sendable } from '../../../support/inside/page.ts'
import { addOrganisation, LEAD } from '../../../support/inside/registry.ts'
import {
  ADMINISTRATOR,
  addNetwork,
  addStaff,
  type Client,
  HOME,
  OTHER,
  signedIn,
} from '../../../support/inside/staff.ts'
import { broken, counted, dump, tallies } from '../../../support/inside/tables.ts'
import {
  DAY,
  ikoAnswers,
  newWorld,
  REGISTRATION,
  registrationAnswers,
  sent,
  sentIko,
  type World,
} from '../../../support/inside/world.ts'

const words = wordsFor('id').coordinator.held
const LIST = `${HOME}/held`

let world: World
let held: Held
let client: Client
beforeEach(async () => {
  world = await newWorld()
  client = await signedIn(world, ADMINISTRATOR)
  held = await heldAnswer(world)
})

const path = () => `${LIST}/${held.submission}`
const decide = (choice: string, by = client) => by.post(path(), { choice, seen: held.seen })
const whereTo = (response: Response) => [response.status, response.headers.get('Location')]
const mailsTo = (address: string) => world.mails.filter(({ to }) => to === address)

/** What stands of both answers. */
const standing = async () => {
  const rows = await world.rows<Record<string, number | string | null>>(
    `select id, held_at is not null as held, set_aside_at is not null as aside, done_at is not null as done,
       (select count(*) from assessments a where a.submission_id = submissions.id) as assessed from submissions`,
  )
  return Object.fromEntries(rows.map(({ id, ...row }) => [id === held.submission ? 'second' : 'first', row]))
}

/** Everything that must be true of what is owed and counted. */
async function checkLedger(): Promise<void> {
  expect(await broken()).toEqual([])
  expect(await tallies(world)).toEqual(await counted(world))
}

describe('the list', () => {
  it('shows each answer that waits, with its organisation, its reference and since when', async () => {
    const page = await pageOf(await client.get(LIST))
    expect(page.words).toContain('Yayasan Bina Karya Contoh, Kabupaten Malang')
    expect(page.words).toContain(held.second.reference)
    expect(page.words).not.toContain(held.first.reference)
    expect(page.words).toContain('Ditahan sejak 23 November 2026 pukul 10.00 WIB')
    expect(page.one('a', { href: path() }).text).toContain(held.second.reference)
  })

  it('says that nothing waits', async () => {
    await decide('held')
    expect((await pageOf(await client.get(LIST))).words).toContain(words.none)
  })

  it('shows the fifty that wait longest, and says that there are more', async () => {
    for (let i = 0; i < 51; i++) await sentIko(world, { email: `e${i}@bina.example` })
    const page = await pageOf(await client.get(LIST))
    expect(page.words).toContain(words.more('50', '52'))
    expect(page.all('li').length).toBe(50)
  })
})

describe('the page of one', () => {
  it('shows every question of both answers, and says in words which differ', async () => {
    const page = await pageOf(await client.get(path()))
    expect(page.words).toContain(words.heldAnswer(held.second.reference))
    expect(page.words).toContain(words.countingAnswer(held.first.reference))
    // Each question stands above its two answers.
    const rows = page.all('tbody').map(({ text }) => text.replace(/\s+/g, ' '))
    expect(rows).toHaveLength(page.all('th', { scope: 'rowgroup', colspan: '2' }).length)
    const different = rows.filter((text) => text.includes(words.different))
    expect(different).toHaveLength(2)
    expect(different.join()).toContain('agus@bina.examplesiti@bina.example')
    expect(page.words).toContain(words.differences('2', String(rows.length)))
  })

  it('asks for a choice where none is made', async () => {
    const before = await dump(world)
    const response = await client.post(path(), { seen: held.seen })
    expect(response.status).toBe(422)
    expect((await pageOf(response)).one('p', { class: 'e' }).text).toBe(words.problems.choice)
    expect(await dump(world)).toBe(before)
  })

  it('posts what it shows', async () => {
    const page = await pageOf(await client.get(path()))
    expect(sendable(page)).toMatchObject({ seen: held.seen })
  })
})

describe('the held answer is chosen', () => {
  it('it counts and is measured and reported, the other is set aside', async () => {
    await world.work()
    expect(whereTo(await decide('held'))).toEqual([303, `${LIST}?done=held`])
    await checkLedger()
    expect(world.hints).toEqual([expect.stringMatching(/^assess:/)])
    await world.work()
    await checkLedger()
    expect(await standing()).toEqual({
      first: { held: 0, aside: 1, done: 1, assessed: 1 },
      second: { held: 0, aside: 0, done: 1, assessed: 1 },
    })
    // Its receipt while it was held, and now its report.
    expect(mailsTo('agus@bina.example')).toHaveLength(2)
    const [tally] = await world.rows("select * from round_tallies where round_id like '%102'")
    expect(tally).toMatchObject({ accepted: 2, assessed: 1, done: 2, held: 0, failed: 0 })
  })

  it('what was still owed for the other is given up, but for its receipt', async () => {
    await decide('held')
    await checkLedger()
    await world.work()
    await world.sweep()
    await checkLedger()
    expect(mailsTo('siti@bina.example').map(({ text }) => text)).toEqual([
      expect.stringContaining(wordsFor('id').mail.receipt.setAside.heading),
    ])
    expect(await world.number('select count(*) from assessments')).toBe(1)
  })

  it('a report that was not yet handed over is not mailed any more', async () => {
    world.mailService.answer = async () => ({ outcome: 'later', reason: 'busy', retryAt: null })
    await world.work()
    await decide('held')
    await checkLedger()
    world.mailService.answer = async () => ({ outcome: 'handed', providerId: null })
    world.clock.now += DAY
    await world.sweep()
    await world.work()
    await checkLedger()
    expect(mailsTo('siti@bina.example')).toHaveLength(1)
    expect(mailsTo('agus@bina.example')).toHaveLength(2)
  })

  it('brings along to which organisation of the registry they belong', async () => {
    await world.exec(`update submissions set organisation_id = 'o1' where id = '${held.counting}'`)
    await decide('held')
    expect(
      await world.rows(`select organisation_id from submissions where id = '${held.submission}'`),
    ).toEqual([{ organisation_id: 'o1' }])
  })

  it('the receipt of the other says so, and neither shows a report nor takes a change', async () => {
    await world.work()
    await decide('held')
    for (const [locale, lang] of [
      ['id', ''],
      ['en', '?lang=en'],
    ] as const) {
      const { receipt } = wordsFor(locale).page
      const page = await pageOf(await world.get(held.first.receipt + lang))
      expect(page.one('h1').text).toBe(receipt.asideTitle)
      expect(page.words).toContain(receipt.aside)
      expect(page.words).not.toContain(receipt.report.title)
      expect(page.all('a').some(({ text }) => text === receipt.correct)).toBe(false)
    }
    const before = await dump(world)
    const fields = { ...ikoAnswers, submission: world.newKey(), email: 'lain@bina.example' }
    const back = [303, expect.stringContaining(held.first.receipt)]
    expect(whereTo(await world.get(`${held.first.receipt}/correction`))).toEqual(back)
    expect(whereTo(await world.post(`${held.first.receipt}/correction`, fields))).toEqual(back)
    expect(whereTo(await world.post(`${held.first.receipt}/address`, fields))).toEqual(back)
    expect(await dump(world)).toBe(before)
  })

  it('a third answer is held beside it, and a correction of it is no second one', async () => {
    await decide('held')
    await world.post(`${held.second.receipt}/correction`, {
      ...ikoAnswers,
      submission: world.newKey(),
      email: 'agus@bina.example',
      reach: '3',
    })
    await checkLedger()
    expect((await standing()).second).toMatchObject({ held: 0 })
    await sentIko(world)
    expect(await world.number('select count(*) from submissions where held_at is not null')).toBe(1)
  })

  it('is done at once where nothing is measured', async () => {
    await sent(world, REGISTRATION, registrationAnswers)
    await sent(world, REGISTRATION, { ...registrationAnswers, email: '' })
    await world.work()
    const [second] = await world.rows<{ id: string; seen: string }>(
      `select id, reference || '.1+' || (select o.reference from submissions o where o.round_id = s.round_id and o.id <> s.id) || '.1' as seen
       from submissions s where held_at is not null and round_id like '%101'`,
    )
    const response = await client.post(`${LIST}/${second?.id}`, { choice: 'held', seen: second?.seen ?? '' })
    expect(whereTo(response)).toEqual([303, `${LIST}?done=held`])
    await checkLedger()
    expect(world.hints).toEqual([])
    expect(
      await world.number(`select count(*) from submissions where id = '${second?.id}' and done_at > 0`),
    ).toBe(1)
  })
})

describe('the answer that counted is chosen', () => {
  it('the held one is set aside, and nothing else changes', async () => {
    await world.work()
    expect(whereTo(await decide('counting'))).toEqual([303, `${LIST}?done=counting`])
    await world.work()
    await checkLedger()
    expect(await standing()).toEqual({
      first: { held: 0, aside: 0, done: 1, assessed: 1 },
      second: { held: 0, aside: 1, done: 1, assessed: 0 },
    })
    expect(await world.number('select count(*) from submissions where set_aside_by is not null')).toBe(1)
    const page = await pageOf(await world.get(held.second.receipt))
    expect(page.words).toContain(wordsFor('id').page.receipt.aside)
  })

  it('a receipt that could not be mailed stays told as a failure', async () => {
    world.mailService.answer = async () => ({ outcome: 'refused', reason: 'E_RECIPIENT_SUPPRESSED' })
    await world.work()
    await decide('counting')
    await checkLedger()
    expect(await world.number('select count(*) from submissions where failed_at is not null')).toBe(2)
  })
})

describe('they are two organisations', () => {
  it('both count, each under a key of its own, also once the second one is corrected', async () => {
    await world.work()
    expect(whereTo(await decide('both'))).toEqual([303, `${LIST}?done=both`])
    await world.work()
    await checkLedger()
    const both = { held: 0, aside: 0, done: 1, assessed: 1 }
    expect(await standing()).toEqual({ first: both, second: both })
    await world.post(`${held.second.receipt}/correction`, {
      ...ikoAnswers,
      submission: world.newKey(),
      email: 'agus@bina.example',
      reach: '3',
    })
    await world.work()
    await checkLedger()
    expect((await standing()).second).toEqual({ ...both, assessed: 2 })
  })
})

describe('they are two organisations, of which one is in the registry', () => {
  it('only the answer that counted stays with it; the other belongs to nobody until somebody says to whom', async () => {
    world = await newWorld()
    await addOrganisation({ id: LEAD, name: ikoAnswers.organisation })
    client = await signedIn(world, ADMINISTRATOR)
    held = await heldAnswer(world)
    const owner = async () =>
      Object.fromEntries(
        (
          await world.rows<{ id: string; owner: string | null }>(
            'select id, organisation_id as owner from submissions',
          )
        ).map((row) => [row.id === held.submission ? 'second' : 'first', row.owner]),
      )
    expect(await owner()).toEqual({ first: LEAD, second: LEAD })
    expect(whereTo(await decide('both'))).toEqual([303, `${LIST}?done=both`])
    expect(await owner()).toEqual({ first: LEAD, second: null })
    await world.work()
    await checkLedger()
  })
})

describe('an organisation that answers once more under another of its names', () => {
  it('is one organisation: the second answer waits, beside the first', async () => {
    world = await newWorld()
    await addOrganisation({ id: LEAD, name: ikoAnswers.organisation })
    await world.exec(
      `insert into organisation_names (id, network_id, organisation_id, kind, name, normalised, created_at) select 'n2', network_id, id, 'short', 'YBK', 'ybk', 0 from organisations where id = '${LEAD}'`,
    )
    client = await signedIn(world, ADMINISTRATOR)
    held = await heldAnswer(world, { organisation: 'YBK' })
    const page = await pageOf(await client.get(path()))
    expect(page.words).toContain(held.first.reference)
    expect(whereTo(await decide('held'))).toEqual([303, `${LIST}?done=held`])
    await world.work()
    await checkLedger()
    expect(await standing()).toMatchObject({ first: { aside: 1 }, second: { held: 0, done: 1, assessed: 1 } })
  })
})

describe('nothing counts any more beside the held answer', () => {
  it('it can be released or set aside, and that is all that is offered', async () => {
    const other = { ...ikoAnswers, submission: world.newKey(), organisation: 'Yayasan Lain Contoh' }
    await world.post(`${held.first.receipt}/correction`, other)
    const page = await pageOf(await client.get(path()))
    expect(page.words).toContain(words.noOther)
    expect(page.all('input', { type: 'radio' }).map(({ attributes }) => attributes.value)).toEqual([
      'held',
      'counting',
    ])
    const { seen = '' } = sendable(page)
    expect((await client.post(path(), { choice: 'both', seen })).status).toBe(422)
    expect(whereTo(await client.post(path(), { choice: 'held', seen }))).toEqual([303, `${LIST}?done=held`])
    await checkLedger()
  })
})

describe('a decision', () => {
  it.each(['held', 'counting', 'both'])('that is pressed twice is one: %s', async (choice) => {
    await world.work()
    await Promise.all([decide(choice), decide(choice)])
    const before = await dump(world)
    expect(whereTo(await decide(choice))).toEqual([303, `${LIST}?done=${choice}`])
    expect(await dump(world)).toBe(before)
    await checkLedger()
  })

  it.each([
    ['held', 'counting'],
    ['counting', 'held'],
    ['both', 'held'],
    ['held', 'both'],
  ])('of two people at once stands for the first: %s, %s', async (one, other) => {
    await decide(one)
    const before = await dump(world)
    expect(whereTo(await decide(other))).toEqual([303, `${LIST}?done=decided`])
    expect(await dump(world)).toBe(before)
    expect(whereTo(await client.get(path()))).toEqual([303, `${LIST}?done=decided`])
    expect((await pageOf(await client.get(`${LIST}?done=decided`))).one('p', { role: 'status' }).text).toBe(
      words.done.decided,
    )
  })

  it.each(['first', 'second'] as const)(
    'is not taken where the %s answer was corrected since',
    async (which) => {
      await world.post(`${held[which].receipt}/correction`, {
        ...ikoAnswers,
        submission: world.newKey(),
        reach: '4',
      })
      const before = await dump(world)
      const response = await decide('held')
      expect(response.status).toBe(409)
      const page = await pageOf(response)
      expect(page.words).toContain(words.problems.changed)
      expect(await dump(world)).toBe(before)
      const { seen = '' } = sendable(page)
      expect((await client.post(path(), { choice: 'held', seen })).status).toBe(303)
      await checkLedger()
    },
  )
})

describe('whose it is', () => {
  it('a coordinator of other districts sees none and decides nothing', async () => {
    await addStaff(world, { email: 'jauh@contoh.example', role: 'coordinator', districts: ['35.78'] })
    await addStaff(world, { email: 'dekat@contoh.example', role: 'coordinator', districts: ['35.07'] })
    const far = await signedIn(world, 'jauh@contoh.example')
    const before = await dump(world)
    expect((await pageOf(await far.get(LIST))).words).toContain(words.none)
    expect((await far.get(path())).status).toBe(404)
    expect((await decide('held', far)).status).toBe(404)
    expect(await dump(world)).toBe(before)
    const near = await signedIn(world, 'dekat@contoh.example')
    expect((await near.get(path())).status).toBe(200)
    expect((await decide('held', near)).status).toBe(303)
  })

  it('it is not found in another network, by an administrator of both', async () => {
    await addNetwork(world)
    await addStaff(world, { email: ADMINISTRATOR, role: 'administrator', network: OTHER.id })
    const before = await dump(world)
    expect((await client.get(`/c/n/${OTHER.slug}/held/${held.submission}`)).status).toBe(404)
    const response = await client.post(`/c/n/${OTHER.slug}/held/${held.submission}`, {
      choice: 'held',
      seen: held.seen,
    })
    expect(response.status).toBe(404)
    expect(await dump(world)).toBe(before)
  })
})
