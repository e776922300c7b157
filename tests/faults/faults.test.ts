// A thousand answers on their way through an outside that fails: none is lost, none is doubled, all are accounted for.
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { digestOfKey } from '../../src/core/id.ts'
import { openDatabase } from '../../src/db/database.ts'
import { dueSteps } from '../../src/db/write/step.ts'
import { takeAll } from '../../src/workflow/consume.ts'
import { take } from '../support/inside/step.ts'
import { DAY, IKO, ikoAnswers, newWorld, START, type World } from '../support/inside/world.ts'
import { Chance, faultyDatabase, faultyMailer, faultyQueue } from './faults.ts'

const RATE = 0.2
const WORLDS = 20
const ANSWERS = 50

interface Trial {
  readonly world: World
  readonly chance: Chance
  readonly hints: string[]
  /** Keys whose sender was told that the answers are safe. */
  readonly promised: Set<string>
}

async function newTrial(seed: number): Promise<Trial> {
  const chance = new Chance(seed, RATE)
  const hints: string[] = []
  const time = { now: START }
  const world = await newWorld({
    db: openDatabase(faultyDatabase(env.DB, chance)),
    queue: faultyQueue(hints, chance),
    mailer: faultyMailer(chance, () => time.now),
    clock: { now: () => time.now },
  })
  Object.defineProperty(world.clock, 'now', { get: () => time.now, set: (now: number) => (time.now = now) })
  return { world, chance, hints, promised: new Set() }
}

/** A person sends, and sends again when told of a fault, up to four times. */
async function send({ world, chance, promised }: Trial, number: number): Promise<void> {
  const key = world.newKey()
  const fields = {
    ...ikoAnswers,
    submission: key,
    organisation: `Lembaga Contoh ${number}`,
    email: `a${number}@contoh.example`,
  }
  for (let attempt = 0; attempt < 4 && !promised.has(key); attempt++) {
    const { status } = await world.post(IKO, fields)
    chance.restart()
    if (status === 303) promised.add(key)
    else expect(status).toBe(500)
  }
}

/** One thing happens: a hint is taken, or taken twice, or time goes on and what is due is taken together. */
async function happen({ world, chance, hints }: Trial): Promise<void> {
  const hint = hints.splice(Math.floor(chance.random() * hints.length), 1)
  if (chance.random() < 0.2) hints.push(...hint)
  const due = hint.length > 0 ? hint : await dueSteps(world.deps.db, world.clock.now, 3).catch(() => [])
  try {
    hints.push(...(await takeAll(world.deps, due)))
  } catch {
    // Steps that cannot be claimed, or whose outcome cannot be stored, wait for the next time.
  }
  chance.restart()
  chance.settle()
  if (chance.random() < 0.3) world.clock.now += Math.floor(chance.random() * 5 * 60_000)
}

/** The faults end; time goes on until nothing is due any more. */
async function settle({ world, chance }: Trial): Promise<void> {
  chance.rate = 0
  chance.restart()
  for (let day = 0; day < 10; day++) {
    world.clock.now += DAY
    for (let due = await dueSteps(world.deps.db, world.clock.now, 500); due.length > 0; ) {
      for (const step of due) await take(world.deps, step)
      due = await dueSteps(world.deps.db, world.clock.now, 500)
    }
  }
}

async function checkAccounts({ world, chance, promised }: Trial): Promise<void> {
  const keys = (await world.rows<{ key: string }>('select key from revisions')).map(({ key }) => key)
  const kept = await Promise.all([...promised].map(digestOfKey))
  expect(keys).toEqual(expect.arrayContaining(kept))

  expect(await world.number('select count(*) from submissions where held_at is null')).toBe(keys.length)
  const unassessed = `select count(*) from revisions where key not in (select revision_key from assessments)
    and 'assess:' || key not in (select id from steps where dead_at is not null and reason is not null)`
  expect(await world.number(unassessed.replaceAll('\n', ' '))).toBe(0)
  expect(await world.number('select count(*) - count(distinct revision_key) from assessments')).toBe(0)

  const untold = `select count(*) from deliveries where handed_at is null and (failed_at is null or reason is null)
    and 'deliver:' || id not in (select id from steps where dead_at is not null and reason is not null)`
  expect(await world.number(untold.replaceAll('\n', ' '))).toBe(0)
  expect(await world.number('select count(*) from steps where dead_at is null')).toBe(0)

  for (const [delivery, copies] of chance.copies) {
    expect(copies - 1, delivery).toBeLessThanOrEqual(chance.unmarked.get(delivery) ?? 0)
  }
  const handed = await world.rows<{ id: string }>('select id from deliveries where handed_at is not null')
  for (const { id } of handed) expect(chance.copies.get(`${id}.0`), id).toBeGreaterThan(0)

  const ledger = await world.rows(
    'select accepted, assessed, done, held, failed from round_tallies where accepted > 0',
  )
  const unlucky = `select count(distinct submission_id) from (select submission_id from steps where dead_at is not null
    union select submission_id from deliveries where failed_at is not null)`
  const failed = await world.number(unlucky.replaceAll('\n', ' '))
  const assessed = await world.number('select count(*) from assessments')
  expect(ledger).toEqual([{ accepted: keys.length, assessed, done: keys.length - failed, held: 0, failed }])
}

describe(`with one call in five to the database, the queue and the mail service failing`, () => {
  for (let seed = 1; seed <= WORLDS; seed++) {
    it(`every one of ${ANSWERS} answers is assessed once and told, or stands in the ledger with its reason (seed ${seed})`, async () => {
      const trial = await newTrial(seed)
      for (let number = 0; number < ANSWERS; number++) {
        await send(trial, number)
        for (let event = 0; event < 3; event++) await happen(trial)
      }
      expect(trial.promised.size).toBeGreaterThan(ANSWERS / 2)
      await settle(trial)
      await checkAccounts(trial)
    })
  }
})
