// Answers that a program may have sent: kept and confirmed, but nothing is mailed or measured before a person has looked.
import { beforeEach, describe, expect, it } from 'vitest'
import { pairFingerprint } from '../../../../src/actions/submission/held.ts'
import { SHORTEST, TRAP_FIELD } from '../../../../src/core/form/trap.ts'
import { maskEmail } from '../../../../src/core/kernel/mask.ts'
import { wordsFor } from '../../../../src/core/words/index.ts'
import { heldAnswers, heldPair } from '../../../../src/db/submission/held.read.ts'
import { pageOf, sendable } from '../../../support/inside/page.ts'
import { ADMINISTRATOR, type Client, coordinating, HOME, signedIn } from '../../../support/inside/staff.ts'
import { broken, counted, tallies } from '../../../support/inside/tables.ts'
import {
  DAY,
  IKO,
  ikoAnswers,
  keyAt,
  MINUTE,
  newWorld,
  REGISTRATION,
  registrationAnswers,
  SECOND,
  START,
  sent,
  sentIko,
  TIMELESS_KEY,
  type Typed,
  type World,
} from '../../../support/inside/world.ts'

let world: World
let client: Client
beforeEach(async () => {
  world = await newWorld()
  client = await signedIn(world, ADMINISTRATOR)
})

const words = wordsFor('id')
const LIST = `${HOME}/held`
const filledTrap = { [TRAP_FIELD]: 'https://spam.example' }
const trapped = (changes: Typed = {}) => sentIko(world, { ...filledTrap, ...changes })
const hasty = (changes: Typed = {}) => sentIko(world, { submission: keyAt(world.clock.now), ...changes })
const why = async () =>
  (await world.rows<{ held_for: string | null }>('select held_for from submissions')).map(
    (row) => row.held_for,
  )
const health = async () => (await (await world.get('/healthz')).json<{ submissions: object }>()).submissions

async function checkLedger(): Promise<void> {
  expect(await broken()).toEqual([])
  expect(await tallies(world)).toEqual(await counted(world))
}

/** What was mailed, but for what the network's own staff are told. */
const triedOutside = () => world.tried.filter(({ to }) => to !== ADMINISTRATOR)

/** Lets days pass in which everything that is owed is done. */
async function daysPass(): Promise<void> {
  for (let day = 0; day < 2; day++) {
    world.clock.now += DAY
    await world.sweep()
    await world.work()
  }
}

describe('an answer with the field that nobody sees filled in', () => {
  it('is taken, and its sender has a receipt that says that a person looks first', async () => {
    const { reference, receipt } = await trapped()
    const page = await pageOf(await world.get(receipt))
    expect(page.one('h1').text).toBe(words.page.receipt.heldTitle)
    expect(page.words).toContain(reference)
    expect(page.words).toContain(words.limits.receipt.held)
    expect(page.words).toContain(words.limits.receipt.mail(maskEmail(ikoAnswers.email)))
    expect(page.words).not.toContain(words.page.receipt.held)
    expect(await why()).toEqual(['trap'])
  })

  it('mails nobody and is measured never, however much time passes', async () => {
    await trapped()
    expect(world.hints).toEqual([])
    await daysPass()
    expect(triedOutside()).toEqual([])
    expect(await world.number('select count(*) from assessments')).toBe(0)
    expect(await health()).toEqual({ accepted: 1, done: 0, waiting: 1, owed: 0, failed: 0 })
    await checkLedger()
  })

  it('mails nobody by a mended address or a correction either, and stays held', async () => {
    const first = await trapped()
    const mended = await world.post(`${first.receipt}/address`, {
      email: 'asing@jauh.example',
      submission: world.newKey(),
    })
    const receipt = mended.headers.get('Location')?.split('?')[0] ?? ''
    const fields = { ...ikoAnswers, email: 'lain@jauh.example', submission: world.newKey() }
    expect((await world.post(`${receipt}/correction`, fields)).status).toBe(303)
    await daysPass()
    expect(triedOutside()).toEqual([])
    expect(await why()).toEqual(['trap'])
    await checkLedger()
  })

  it('stands in nobody’s way: the organisation itself still counts', async () => {
    await trapped()
    await sentIko(world)
    expect(await why()).toEqual(['trap', null])
    expect(await world.number('select count(*) from submissions where held_at is null')).toBe(1)
    await checkLedger()
  })

  it('is known again when it is repeated', async () => {
    const { key, reference } = await trapped()
    expect((await trapped({ submission: key })).reference).toBe(reference)
    expect((await sentIko(world, { submission: key })).reference).toBe(reference)
    expect(await health()).toMatchObject({ accepted: 1 })
  })

  it('stays suspect on its way over the check', async () => {
    const page = await world.post(IKO, {
      ...ikoAnswers,
      ...filledTrap,
      submission: world.newKey(),
      action: 'check',
    })
    const fields = sendable(await pageOf(page))
    expect(fields[TRAP_FIELD]).toBe(filledTrap[TRAP_FIELD])
    await world.post(IKO, fields)
    expect(await why()).toEqual(['trap'])
  })

  it('is held in a registration as well, which says why', async () => {
    await sent(world, REGISTRATION, { ...registrationAnswers, ...filledTrap })
    expect(await why()).toEqual(['trap'])
    expect((await pageOf(await client.get(`${HOME}/registrations`))).words).toContain(
      words.limits.held.why.trap,
    )
  })
})

describe('an answer sent within two seconds', () => {
  it('is held for that', async () => {
    await hasty()
    expect(await why()).toEqual(['haste'])
    await daysPass()
    expect(triedOutside()).toEqual([])
    await checkLedger()
  })

  it('is held from the page itself, and not once it was read', async () => {
    const fields = { ...sendable(await pageOf(await world.get(IKO))), ...ikoAnswers }
    world.clock.now += SHORTEST
    await world.post(IKO, fields)
    const others = {
      ...sendable(await pageOf(await world.get(IKO))),
      ...ikoAnswers,
      district: '35.73',
    }
    world.clock.now += SHORTEST - 1
    await world.post(IKO, others)
    expect(await why()).toEqual([null, 'haste'])
  })
})

describe('nobody is suspect', () => {
  it('who sends a page that was opened long ago, or lay without a network', async () => {
    await sentIko(world, { submission: keyAt(START - 20 * DAY) })
    expect(await why()).toEqual([null])
  })

  it('whose key tells no time, or who posts none', async () => {
    await world.post(IKO, { ...ikoAnswers, district: '35.73' })
    await sentIko(world, { submission: TIMELESS_KEY })
    expect(await why()).toEqual([null, null])
  })

  it('who presses twice, or sends again at once what was incomplete', async () => {
    const fields = { ...sendable(await pageOf(await world.get(IKO))), ...ikoAnswers }
    world.clock.now += MINUTE
    const refused = await pageOf(await world.post(IKO, { ...fields, organisation: '' }))
    await world.post(IKO, { ...sendable(refused), organisation: ikoAnswers.organisation })
    await world.post(IKO, fields)
    expect(await why()).toEqual([null])
  })

  it('who answers for the next organisation from the same page of a shared computer, and sends that at once', async () => {
    const first = { ...ikoAnswers, submission: keyAt(START - MINUTE) }
    await world.post(IKO, first)
    const conflict = await pageOf(await world.post(IKO, { ...first, organisation: 'Forum Lain Contoh' }))
    const fields = sendable(conflict)
    expect((await world.post(IKO, fields)).status).toBe(303)
    expect(await why()).toEqual([null, null])
  })

  it('who corrects, however fast, and whatever is filled in', async () => {
    const { receipt } = await sentIko(world)
    const fields = {
      ...ikoAnswers,
      ...filledTrap,
      reach: '3',
      submission: keyAt(world.clock.now, '000000000009'),
    }
    expect((await world.post(`${receipt}/correction`, fields)).status).toBe(303)
    expect(await why()).toEqual([null])
    expect(
      (await pageOf(await world.get(`${receipt}/correction`))).all('input', { name: TRAP_FIELD }),
    ).toEqual([])
  })
})

describe('a coordinator', () => {
  const waiting = async () => {
    const scope = await coordinating(world, ADMINISTRATOR)
    const { held } = await heldAnswers(scope, world.deps.db)
    const id = held[0]?.submission.id ?? ''
    const pair = await heldPair(scope, world.deps.db, id)
    return { path: `${LIST}/${id}`, seen: pair ? pairFingerprint(pair) : '' }
  }
  const decide = async (choice: string) => {
    const { path, seen } = await waiting()
    const response = await client.post(path, { choice, seen })
    return response.headers.get('Location')
  }

  it.each([
    ['trap', trapped],
    ['haste', hasty],
  ] as const)('reads why it is held: %s', async (reason, send) => {
    const { reference } = await send()
    const list = await pageOf(await client.get(LIST))
    expect(list.words).toContain(words.limits.held.why[reason])
    expect(list.words).toContain(words.limits.held.read(reference))
    const page = await pageOf(await client.get((await waiting()).path))
    expect(page.one('h1').text).toBe(words.limits.held.title(ikoAnswers.organisation))
    expect(page.words).toContain(words.limits.held.why[reason])
    expect(page.words).toContain(words.coordinator.held.noOther)
    const choices = page.all('input', { type: 'radio' }).map(({ attributes }) => attributes.value)
    expect(choices).toEqual(['held', 'counting'])
  })

  it('lets it count: its mails go out at once, it is measured, and corrections are free', async () => {
    const { receipt } = await trapped()
    expect(await decide('held')).toBe(`${LIST}?done=held`)
    await checkLedger()
    expect(world.hints.map((step) => step.split(':')[0]).sort()).toEqual(['assess', 'deliver'])
    await world.work()
    await world.work()
    expect(world.mails.map(({ to }) => to)).toEqual(['siti@bina.example', 'siti@bina.example'])
    expect(world.mails.map(({ text }) => text).join()).not.toContain(words.mail.receipt.held.heading)
    expect(await health()).toEqual({ accepted: 1, done: 1, waiting: 0, owed: 0, failed: 0 })
    expect(await why()).toEqual([null])
    expect((await pageOf(await world.get(receipt))).words).not.toContain(words.limits.receipt.held)
    await checkLedger()
  })

  it('lets it count with the address that was mended meanwhile, and mails that one alone', async () => {
    const { receipt } = await trapped()
    await world.post(`${receipt}/address`, { email: 'baru@bina.example', submission: world.newKey() })
    await decide('held')
    await daysPass()
    expect(new Set(world.tried.map(({ to }) => to))).toEqual(new Set(['baru@bina.example']))
    expect(world.tried).toHaveLength(2)
    await checkLedger()
  })

  it('sets it aside: it is mailed never, and its receipt says so', async () => {
    const { receipt } = await trapped()
    expect(await decide('counting')).toBe(`${LIST}?done=aside`)
    expect((await pageOf(await client.get(`${LIST}?done=aside`))).words).toContain(words.limits.held.done)
    await daysPass()
    expect(triedOutside()).toEqual([])
    expect(await health()).toEqual({ accepted: 1, done: 1, waiting: 0, owed: 0, failed: 0 })
    const page = await pageOf(await world.get(receipt))
    expect(page.words).toContain(words.limits.receipt.aside)
    expect(page.words).not.toContain(words.page.receipt.aside)
    await checkLedger()
  })

  it('decides once about a second answer that is suspect as well: it counts instead', async () => {
    await sentIko(world)
    await world.work()
    await world.work()
    world.mails.length = 0
    await trapped({ email: 'agus@bina.example' })
    expect(await decide('held')).toBe(`${LIST}?done=held`)
    await world.work()
    await world.work()
    expect(world.mails.map(({ to }) => to)).toEqual(['agus@bina.example', 'agus@bina.example'])
    expect((await pageOf(await client.get(LIST))).words).toContain(words.coordinator.held.none)
    await checkLedger()
  })

  it('decides once about a second answer that is suspect as well: it does not count', async () => {
    await sentIko(world)
    await trapped({ email: 'agus@bina.example' })
    expect(await decide('counting')).toBe(`${LIST}?done=counting`)
    await daysPass()
    expect(new Set(world.tried.map(({ to }) => to))).toEqual(new Set(['siti@bina.example']))
    await checkLedger()
  })

  it('decides once about a second answer that is suspect as well: both count', async () => {
    await sentIko(world)
    await trapped({ email: 'agus@bina.example' })
    expect(await decide('both')).toBe(`${LIST}?done=both`)
    await daysPass()
    expect(world.tried.filter(({ to }) => to === 'agus@bina.example')).toHaveLength(2)
    await checkLedger()
  })

  it('may press twice', async () => {
    await trapped()
    const { path, seen } = await waiting()
    const pressed = await Promise.all(['held', 'held'].map((choice) => client.post(path, { choice, seen })))
    for (const response of pressed) expect(response.headers.get('Location')).toBe(`${LIST}?done=held`)
    world.clock.now += 30 * SECOND
    await daysPass()
    expect(world.tried).toHaveLength(2)
    await checkLedger()
  })
})
