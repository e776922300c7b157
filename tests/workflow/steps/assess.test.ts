// Measuring what was sent: once, exactly, and whatever the queue does.
import { beforeEach, describe, expect, it } from 'vitest'
import { digestOfKey } from '../../../src/core/kernel/id.ts'
import type { Deps } from '../../../src/deps.ts'
import { consume } from '../../../src/workflow/consume.ts'
import { claimStep, take } from '../../support/inside/step.ts'
import { counted, tallies } from '../../support/inside/tables.ts'
import {
  MINUTE,
  newWorld,
  REGISTRATION,
  registrationAnswers,
  START,
  sent,
  sentIko,
  type World,
} from '../../support/inside/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const count = (table: string) => world.number(`select count(*) from ${table}`)
const assessStep = () => world.hints.find((step) => step.startsWith('assess:')) ?? ''

/** A consumer that rests for three minutes in the middle of its first step, while something else happens. */
function interrupted(meanwhile: () => Promise<unknown>): Deps {
  let isFirst = true
  const { forms } = world.deps
  const byHash = async (hash: string) => {
    if (isFirst) {
      isFirst = false
      world.clock.now += 3 * MINUTE
      await meanwhile()
    }
    return forms.byHash(hash)
  }
  return { ...world.deps, forms: { ...forms, byHash } }
}

describe('the step that measures', () => {
  it('stores the exact index and the rules it was reckoned by', async () => {
    const { key } = await sentIko(world)
    await world.work()
    expect(await world.rows('select basis, index_exact, index_real, band from scores')).toEqual([
      { basis: 'self', index_exact: '13/10', index_real: 1.3, band: 'nascent' },
    ])
    expect(await world.rows('select * from assessments')).toMatchObject([
      {
        revision_key: await digestOfKey(key),
        instrument_id: 'iko-simpul',
        instrument_version: 1,
        rules_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        replaced_by: null,
      },
    ])
  })

  it('is taken once, though hinted ten times to two consumers at once', async () => {
    await sentIko(world)
    const hints = Array.from({ length: 10 }, () => world.hints).flat()
    await Promise.all([consume(world.deps, hints), consume(world.deps, hints)])
    await world.sweep()
    expect(await count('assessments')).toBe(1)
    expect(await count('scores')).toBe(1)
    expect(world.tried.map(({ delivery }) => delivery)).toHaveLength(2)
    expect(await count('steps')).toBe(0)
    expect(await tallies(world)).toEqual(await counted(world))
  })

  it('is taken once, though its consumer was too slow and another one took it over', async () => {
    await sentIko(world)
    const step = assessStep()
    await consume(
      interrupted(() => consume(world.deps, [step])),
      world.hints,
    )
    await world.sweep()
    expect(await count('assessments')).toBe(1)
    expect(world.mails.filter(({ text }) => text.includes('/r/'))).toHaveLength(1)
    expect(await count('steps')).toBe(0)
    expect(await tallies(world)).toEqual(await counted(world))
  })

  it('is left to whoever holds it now: a consumer that was too slow stores nothing', async () => {
    await sentIko(world)
    const step = assessStep()
    let lease: number | undefined
    await take(
      interrupted(async () => {
        lease = (await claimStep(world.deps.db, step, world.clock.now))?.lease
      }),
      step,
    )
    expect(lease).toBe(START + 5 * MINUTE)
    for (const table of ['assessments', 'scores']) expect(await count(table)).toBe(0)
    expect(await world.number('select count(*) from deliveries')).toBe(1)
    expect(await world.rows(`select lease_until from steps where id = '${step}'`)).toEqual([
      { lease_until: lease },
    ])
    expect(await tallies(world)).toEqual(await counted(world))
  })

  it('changes nothing where the answers are measured already', async () => {
    const { key } = await sentIko(world)
    await world.work()
    await world.exec(
      `insert into steps (id, network_id, submission_id, due_at, created_at) select 'assess:${await digestOfKey(key)}', network_id, id, 0, 0 from submissions`,
    )
    await world.sweep()
    expect(await count('assessments')).toBe(1)
    expect(await count('deliveries')).toBe(2)
    expect(await count('steps')).toBe(0)
    expect(await tallies(world)).toEqual(await counted(world))
  })

  it('leaves the step that mails the report, and nothing where there is no address', async () => {
    await sentIko(world)
    expect(await take(world.deps, assessStep())).toEqual([expect.stringMatching(/^deliver:[0-9a-f-]{36}$/)])
    world.hints.length = 0
    await sentIko(world, { organisation: 'Perkumpulan Contoh', email: '', whatsapp: '081234567890' })
    expect(await take(world.deps, assessStep())).toEqual([])
  })

  it('does not exist for a form that measures nothing', async () => {
    await sent(world, REGISTRATION, registrationAnswers)
    expect(world.hints).toEqual([expect.stringMatching(/^deliver:/)])
    await world.work()
    expect(await count('assessments')).toBe(0)
    expect(await tallies(world)).toMatchObject([{ slug: 'daftar', accepted: 1, assessed: 0, done: 1 }, {}])
  })
})

describe('a submission is done', () => {
  it('only when both its mails have gone', async () => {
    await sentIko(world)
    const done = () => world.number('select count(done_at) from submissions')
    const steps = world.hints.splice(0)
    expect(await done()).toBe(0)
    const reports = await take(world.deps, steps.find((step) => step.startsWith('assess:')) ?? '')
    expect(await done()).toBe(0)
    await consume(world.deps, reports)
    expect(await done()).toBe(0)
    await consume(world.deps, steps)
    expect(await done()).toBe(1)
    expect(await tallies(world)).toEqual(await counted(world))
  })

  it('at once where it owes neither a score nor a mail', async () => {
    await sent(world, REGISTRATION, { ...registrationAnswers, email: '' })
    expect(world.hints).toEqual([])
    expect(await tallies(world)).toMatchObject([{ slug: 'daftar', accepted: 1, done: 1 }, {}])
  })
})
