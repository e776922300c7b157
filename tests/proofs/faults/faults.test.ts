// Many answers and changes on their way through an outside that fails: some are corrected, some mailed to
// another address; none is lost, none is doubled, all are accounted for.
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { digestOfKey } from '../../../src/core/kernel/id.ts'
import type { MailToSend } from '../../../src/core/kernel/ports.ts'
import { openDatabase } from '../../../src/db/database.ts'
import { dueSteps } from '../../../src/db/step/write.ts'
import { takeSteps } from '../../../src/workflow/consume.ts'
import { take } from '../../support/inside/step.ts'
import { broken, counted, tallies } from '../../support/inside/tables.ts'
import { DAY, newWorld, START, type World } from '../../support/inside/world.ts'
import { runs } from '../../support/runs.ts'
import { Chance, faultyDatabase, faultyMailer, faultyQueue } from './faults.ts'
import { newPerson, type Person, post } from './people.ts'

const RATE = 0.2
const WORLDS = runs(4, 64)
const ANSWERS = 45
/** The share of turns in which somebody changes what was sent before. */
const CHANGES = 0.4

interface Trial {
  readonly world: World
  readonly chance: Chance
  readonly hints: string[]
  readonly people: Person[]
  /** Mails that were taken although, at that moment, they told what no longer stands, or went where mail no longer goes. */
  readonly stale: string[]
}

/** What a mail tells, against what stands: no row where the delivery was given up. */
const STANDS = `
  select d.kind = 'receipt' or a.revision_key = s.current_revision as tells, d.recipient = r.answers ->> 'email' as reaches
  from deliveries d join submissions s on s.id = d.submission_id join revisions r on r.key = s.current_revision
  left join assessments a on a.id = d.subject_id
  where d.id || '.' || d.generation = ? and d.recipient = ?`

async function newTrial(seed: number): Promise<Trial> {
  const chance = new Chance(seed, RATE)
  const hints: string[] = []
  const stale: string[] = []
  const time = { now: START }
  async function witness({ delivery, to }: MailToSend): Promise<void> {
    const stands = await env.DB.prepare(STANDS).bind(delivery, to).first<{ tells: number; reaches: number }>()
    if (!stands?.tells || !stands.reaches) stale.push(`${delivery} ${JSON.stringify(stands)}`)
  }
  const world = await newWorld({
    db: openDatabase(faultyDatabase(env.DB, chance)),
    queue: faultyQueue(hints, chance),
    mailer: faultyMailer(chance, () => time.now, witness),
    clock: { now: () => time.now },
  })
  Object.defineProperty(world.clock, 'now', { get: () => time.now, set: (now: number) => (time.now = now) })
  return { world, chance, hints, people: [], stale }
}

/** Somebody new sends, or somebody who has sent before goes on with that. */
async function act({ world, chance, people }: Trial, number: number): Promise<void> {
  const person = newPerson(number)
  people.push(person)
  await post(person, world, chance)
  const other = people[Math.floor(chance.random() * people.length)]
  if (other && chance.random() < CHANGES) await post(other, world, chance)
}

/** One thing happens: a hint is taken, or taken twice, or time goes on and what is due is taken together. */
async function happen({ world, chance, hints }: Trial): Promise<void> {
  const hint = hints.splice(Math.floor(chance.random() * hints.length), 1)
  if (chance.random() < 0.2) hints.push(...hint)
  const due = hint.length > 0 ? hint : await dueSteps(world.deps.db, world.clock.now, 3).catch(() => [])
  try {
    hints.push(...(await takeSteps(world.deps, due)).owed)
  } catch {
    // Steps that cannot be claimed, or whose outcome cannot be stored, wait for the next time.
  }
  chance.restart()
  chance.settle()
  if (chance.random() < 0.3) world.clock.now += Math.floor(chance.random() * 5 * 60_000)
}

/** The faults end: who was promised nothing posts once more, and time goes on until nothing is due any more. */
async function settle({ world, chance, people }: Trial): Promise<void> {
  chance.rate = 0
  chance.restart()
  for (const person of people) {
    if (person.pending !== null) await post(person, world, chance)
    expect(person.pending).toBeNull()
  }
  for (let day = 0; day < 10; day++) {
    world.clock.now += DAY
    for (let due = await dueSteps(world.deps.db, world.clock.now, 500); due.length > 0; ) {
      for (const step of due) await take(world.deps, step)
      due = await dueSteps(world.deps.db, world.clock.now, 500)
    }
  }
}

/** Everything that was promised is kept, once, and what stands is what was promised last. */
async function checkPromises({ world, people }: Trial): Promise<void> {
  const kept = await world.rows<{ key: string }>('select key from revisions order by key')
  const promised = await Promise.all(people.flatMap((person) => person.promised).map(digestOfKey))
  expect(kept.map(({ key }) => key)).toEqual(promised.sort())
  const standing = await world.rows(
    `select r.answers ->> 'organisation' as organisation, r.answers ->> '$.reach.level' as reach, r.answers ->> 'email' as email
     from submissions s join revisions r on r.key = s.current_revision where s.held_at is null order by s.id`,
  )
  const last = people.map(({ number, reach, email }) => ({
    organisation: `Lembaga Contoh ${number}`,
    reach: Number(reach),
    email,
  }))
  expect(standing).toHaveLength(last.length)
  expect(standing).toEqual(expect.arrayContaining(last))
}

// What has ended without its end being told: no step with a reason stands for it.
const WITHOUT_END = `handed_at is null and (failed_at is null or reason is null)
  and 'deliver:' || id not in (select id from steps where dead_at is not null and reason is not null)`
const UNACCOUNTED: Readonly<Record<string, string>> = {
  'what stands is assessed': `select id from submissions where current_revision not in (select revision_key from assessments)
    and 'assess:' || current_revision not in (select id from steps where dead_at is not null and reason is not null)`,
  'no revision is assessed twice': `select revision_key as id from assessments group by revision_key having count(*) > 1`,
  'what stands and is assessed has its report': `select s.id from submissions s join assessments a on a.revision_key = s.current_revision
    where not exists (select 1 from deliveries where subject_id = a.id and kind = 'report')`,
  'whoever sent has a receipt': `select id from submissions
    where id not in (select subject_id from deliveries where kind = 'receipt')`,
  'every mail has come to its end': `select id from deliveries where ${WITHOUT_END}`,
  'every step has come to its end': 'select id from steps where dead_at is null',
}

async function checkAccounts(trial: Trial): Promise<void> {
  const { world, chance, stale } = trial
  await checkPromises(trial)
  for (const [rule, sql] of Object.entries(UNACCOUNTED)) expect(await world.rows(sql), rule).toEqual([])
  expect(await broken()).toEqual([])
  expect(await tallies(world)).toEqual(await counted(world))
  expect(stale).toEqual([])
  for (const [delivery, copies] of chance.copies) {
    expect(copies - 1, delivery).toBeLessThanOrEqual(chance.unmarked.get(delivery) ?? 0)
  }
  const handed = await world.rows<{ id: string }>(
    `select id || '.' || generation as id from deliveries where handed_at is not null`,
  )
  for (const { id } of handed) expect(chance.copies.get(id), id).toBeGreaterThan(0)
}

describe(`with one call in five to the database, the queue and the mail service failing`, () => {
  for (let seed = 1; seed <= WORLDS; seed++) {
    it(`every one of ${ANSWERS} answers, corrected or not, is assessed once and told, or stands in the ledger with its reason (seed ${seed})`, async () => {
      const trial = await newTrial(seed)
      for (let number = 0; number < ANSWERS; number++) {
        await act(trial, number)
        for (let event = 0; event < 3; event++) await happen(trial)
      }
      expect(trial.people.filter(({ promised }) => promised.length > 0).length).toBeGreaterThan(ANSWERS / 2)
      await settle(trial)
      expect(trial.people.filter(({ promised }) => promised.length > 1).length).toBeGreaterThan(5)
      await checkAccounts(trial)
    })
  }
})
