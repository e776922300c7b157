// Steps that nobody can do, hints that get lost, and the sweep that makes up for both.
import { beforeEach, describe, expect, it } from 'vitest'
import { shelfOf } from '../../src/core/form/shelf.ts'
import type { StepQueue } from '../../src/core/ports.ts'
import { publishedForm } from '../../src/db/read/form.ts'
import { consume } from '../../src/workflow/consume.ts'
import { counted, tallies } from '../support/inside/tables.ts'
import { IKO, ikoAnswers, MINUTE, newWorld, START, sentIko, type World } from '../support/inside/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const withWhatsapp = { email: '', whatsapp: '0812 3456 7890' }
const steps = () => world.rows('select id, dead_at, reason, attempts from steps order by id')

describe('a step that nobody can do', () => {
  it.each([
    ['of an unknown kind', 'dance:x', 'unknown kind of step'],
    ['without a kind', 'x', 'unknown kind of step'],
    ['for answers that are not there', 'assess:x', 'revision not found'],
    ['for a delivery that is not there', 'deliver:x', 'delivery not found'],
  ])('%s is dead at once, with the reason, and its submission has failed', async (_what, id, reason) => {
    await sentIko(world, withWhatsapp)
    await world.exec(`update steps set id = '${id}'`)
    await world.sweep()
    expect(await steps()).toEqual([{ id, dead_at: START, reason, attempts: 1 }])
    expect(await tallies(world)).toMatchObject([{}, { accepted: 1, done: 0, failed: 1 }])
    expect(await tallies(world)).toEqual(await counted(world))
    world.clock.now += 60 * MINUTE
    await world.sweep()
    expect(await steps()).toMatchObject([{ attempts: 1 }])
  })

  it('for a form that is no longer known is dead, with the reason', async () => {
    await sentIko(world, withWhatsapp)
    await world.exec(`update revisions set form_hash = 'x'`)
    await world.sweep()
    expect(await steps()).toMatchObject([{ dead_at: START, reason: 'form version not found' }])
  })

  it('with nothing to tell is dead, with the reason', async () => {
    await sentIko(world)
    await world.exec(`update deliveries set kind = 'greeting'`)
    await world.sweep()
    expect(await world.rows(`select reason from steps where dead_at is not null`)).toEqual([
      { reason: 'nothing to tell for this delivery' },
    ])
  })

  it('does not keep the others from being done', async () => {
    await sentIko(world)
    await consume(world.deps, ['dance:x', '', ...world.hints])
    expect(world.mails).toHaveLength(2)
  })

  it('that belongs to no submission counts for none', async () => {
    await sentIko(world, withWhatsapp)
    await world.exec(
      `insert into steps (id, network_id, due_at, created_at) select 'dance:x', id, ${START}, ${START} from networks`,
    )
    await world.sweep()
    expect(await tallies(world)).toMatchObject([{}, { accepted: 1, done: 1, failed: 0 }])
  })
})

describe('a form published in the database only', () => {
  it('is measured and reported like one in the code', async () => {
    await sentIko(world)
    // The next deployment no longer has this version in its code.
    const later = { ...world.deps, forms: shelfOf([], (which) => publishedForm(world.deps.db, which)) }
    await consume(later, world.hints)
    expect(world.mails).toHaveLength(2)
  })
})

describe('a hint that is lost', () => {
  const broken: StepQueue = {
    hint: async (steps) => {
      if (steps.length > 0) throw new Error('queue is not there')
    },
  }

  it('loses nothing: the answers are stored and confirmed, and the sweep does the rest', async () => {
    world = await newWorld({ queue: broken })
    const response = await world.post(IKO, ikoAnswers)
    expect(response.status).toBe(303)
    expect(world.mails).toEqual([])
    await world.sweep()
    expect(world.mails).toHaveLength(2)
    expect(await tallies(world)).toMatchObject([{}, { accepted: 1, done: 1 }])
  })

  it('is logged by its steps alone', async () => {
    world = await newWorld({ queue: broken })
    await world.post(IKO, ikoAnswers)
    const ids = (await steps()).map(({ id }) => id)
    const [line, ...more] = world.logs.map((log): { steps: string[] } => JSON.parse(log))
    expect(more).toEqual([])
    expect(line?.steps.toSorted()).toEqual(ids)
    expect(world.logs.join()).not.toContain(ikoAnswers.email)
  })
})

describe('the sweep', () => {
  const owe = (count: number, due = START) =>
    world.exec(
      `insert into steps (id, network_id, due_at, created_at) select 'dance:' || printf('%04d', value), n.id, ${due} + value, ${START} from networks n, json_each('${JSON.stringify(Array.from({ length: count }, (_, i) => i))}')`,
    )

  it('takes the steps that are longest due, and hints the others to the queue', async () => {
    await owe(30)
    world.clock.now = START + MINUTE
    await world.sweep()
    const dead = await world.rows<{ id: string }>(
      'select id from steps where dead_at is not null order by id',
    )
    expect(dead.map(({ id }) => id).at(-1)).toBe('dance:0019')
    expect(dead).toHaveLength(20)
    expect(world.hints).toHaveLength(10)
    expect(world.hints[0]).toBe('dance:0020')
  })

  it('hints no more than five hundred at once', async () => {
    await owe(600)
    world.clock.now = START + MINUTE
    await world.sweep()
    expect(world.hints).toHaveLength(500)
  })

  it('leaves alone what is not due, what somebody holds, and what is dead', async () => {
    await owe(3)
    await world.exec(`update steps set due_at = ${START + MINUTE + 1} where id = 'dance:0000'`)
    await world.exec(`update steps set lease_until = ${START + MINUTE + 1} where id = 'dance:0001'`)
    await world.exec(`update steps set dead_at = ${START} where id = 'dance:0002'`)
    world.clock.now = START + MINUTE
    await world.sweep()
    expect(await world.number('select sum(attempts) from steps')).toBe(0)
    world.clock.now += 1
    await world.sweep()
    expect(await world.number('select sum(attempts) from steps')).toBe(2)
  })
})
