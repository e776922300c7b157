// Steps that nobody can do, hints that get lost, and the sweep that makes up for both.
import { beforeEach, describe, expect, it } from 'vitest'
import { shelfOf } from '../../../src/core/form/shelf.ts'
import type { StepQueue } from '../../../src/core/kernel/ports.ts'
import { publishedForm } from '../../../src/db/form/read.ts'
import { consume } from '../../../src/workflow/consume.ts'
import { setRoles } from '../../support/inside/roles.ts'
import { addNetwork, addStaff, OTHER } from '../../support/inside/staff.ts'
import { counted, tallies } from '../../support/inside/tables.ts'
import {
  HOUR,
  IKO,
  ikoAnswers,
  MINUTE,
  newWorld,
  START,
  sentIko,
  type World,
} from '../../support/inside/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const withWhatsapp = { email: '', whatsapp: '0812 3456 7890' }
const steps = () => world.rows('select id, dead_at, reason, attempts from steps order by id')

describe('a step that nobody can do', () => {
  it.each([
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
    await world.exec(`update deliveries set kind = 'confirmed'`)
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

describe('what a later release owed', () => {
  it.each([
    ['a step of another kind', `update steps set id = 'dance:' || id, kind = 'dance'`],
    ['a step without a kind', `update steps set id = 'x', kind = null, subject_id = null`],
    ['a mail of another kind', `update deliveries set kind = 'greeting'`],
  ])('waits for it, however long that takes: %s', async (_what, sql) => {
    await sentIko(world, { 'delivery.evidence': '' })
    await world.exec(`delete from steps where kind = 'assess'`)
    await world.exec(sql)
    for (let hour = 1; hour <= 20; hour++) {
      await world.sweep()
      world.clock.now += HOUR
    }
    expect(await steps()).toMatchObject([{ dead_at: null, reason: 'kind of a later release', attempts: 0 }])
    expect(await tallies(world)).toMatchObject([{}, { accepted: 1, done: 0, failed: 0 }])
  })
})

describe('what an older release wrote', () => {
  it('is told of as the newer one would have written it, within the hour', async () => {
    await sentIko(world)
    const asWritten = async () => [
      await world.rows('select respondent_name, respondent_district, respondent_email from submissions'),
      await world.rows('select id, kind, subject_id, class from steps order by id'),
    ]
    const written = await asWritten()
    await world.exec(
      'update submissions set respondent_name = null, respondent_district = null, respondent_email = null',
    )
    await world.exec(
      `update steps set kind = null, subject_id = null, class = null, due_at = ${START + HOUR}`,
    )
    // Once an hour, at a minute of its own.
    world.clock.now = START + 20 * MINUTE
    await world.sweep()
    expect(await asWritten()).toEqual(written)
  })
})

describe('what an older release keeps elsewhere', () => {
  /** Once an hour, at a minute of its own. */
  const swept = async () => {
    world.clock.now = START + 20 * MINUTE
    await world.sweep()
  }

  it('is known of an address, whatever contact has it', async () => {
    const contact = (id: string, rest: string) =>
      world.exec(
        `insert into contacts (id, network_id, email, locale, created_at, bounced_at, opted_out_at) select '${id}', id, ${rest} from networks`,
      )
    await contact('c1', `'Siti@contoh.example', 'id', 0, 7, null`)
    await contact('c2', `'siti@contoh.example', 'id', 0, null, 9`)
    await contact('c3', `'budi@contoh.example', 'id', 0, null, null`)
    const known = async () => [
      await world.rows('select address, bounced_at from addresses'),
      await world.rows('select address, organisation_id, kind, at from opt_outs'),
    ]
    const told = [
      [{ address: 'siti@contoh.example', bounced_at: 7 }],
      [{ address: 'siti@contoh.example', organisation_id: null, kind: 'invitation', at: 9 }],
    ]
    await swept()
    expect(await known()).toEqual(told)
    await swept()
    expect(await known()).toEqual(told)
  })

  it('are the roles of a network, added, renamed and removed', async () => {
    await setRoles([
      { key: 'member', name: { id: 'Anggota', en: 'Member' } },
      { key: 'lead', name: { id: 'Mitra', en: 'Partner' } },
    ])
    const roles = [
      { key: 'forum', name: { id: 'Simpul', en: 'Forum' } },
      { key: 'member', name: { id: 'Anggota biasa', en: 'Ordinary member' } },
    ]
    await world.exec(`update networks set role_names = '${JSON.stringify(roles)}'`)
    await swept()
    expect(await world.rows('select key, name from network_roles order by position')).toEqual(
      roles.map(({ key, name }) => ({ key, name: JSON.stringify(name) })),
    )
  })

  it('is the person whom a mail to staff is for', async () => {
    await world.exec(
      `insert into deliveries (id, network_id, kind, subject_id, recipient, locale, handed_at, created_at) select 'd1', network_id, 'digest', id, 'x@contoh.example', 'id', 1, 0 from memberships limit 1`,
    )
    await swept()
    expect(
      await world.rows(
        `select d.person_id = m.person_id as same from deliveries d join memberships m on m.id = d.subject_id`,
      ),
    ).toEqual([{ same: 1 }])
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

describe('a part of the sweep that fails', () => {
  it('is told in the log, and keeps no other part from being done', async () => {
    world = await newWorld({
      queue: { hint: () => Promise.reject(new Error('queue is not there')) },
      heartbeat: () => Promise.reject(new TypeError('nobody listens')),
    })
    await sentIko(world)
    await world.exec(`drop table drafts`)
    world.clock.now += 7 * MINUTE
    await world.sweep()
    expect(world.mails).toHaveLength(2)
    expect(await world.number(`select at from pulses where kind = 'swept'`)).toBe(world.clock.now)
    const failed = world.logs.map((line): { event: string; kind?: string } => JSON.parse(line))
    expect(
      failed.filter(({ event }) => event === 'part of the sweep failed').map(({ kind }) => kind),
    ).toEqual(['due', 'drafts', 'heartbeat'])
  })

  it('is one network’s notices, and not those of the next', async () => {
    await addNetwork(world)
    await addStaff(world, { email: 'lain@jaringan.example', role: 'administrator', network: OTHER.id })
    await sentIko(world, withWhatsapp)
    await world.exec(`update networks set time_zone = 'Nowhere/Never' where slug <> '${OTHER.slug}'`)
    await world.exec(`update steps set network_id = '${OTHER.id}', due_at = 9e15`)
    world.clock.now = START + HOUR
    await world.sweep()
    expect(world.mails.map(({ to }) => to)).toContain('lain@jaringan.example')
  })
})

describe('the heartbeat', () => {
  it('goes out after each sweep that finds nothing that needs somebody', async () => {
    let beats = 0
    world = await newWorld({ heartbeat: async () => void beats++ })
    await world.sweep()
    expect(beats).toBe(1)
    await sentIko(world, withWhatsapp)
    await world.exec(`update steps set id = 'assess:x'`)
    await world.sweep()
    expect(beats).toBe(1)
  })
})

describe('the sweep', () => {
  const owe = (count: number, due = START) =>
    world.exec(
      `insert into steps (id, network_id, kind, subject_id, class, due_at, created_at) select 'assess:' || printf('%04d', value), n.id, 'assess', printf('%04d', value), 'sent', ${due} + value, ${START} from networks n, json_each('${JSON.stringify(Array.from({ length: count }, (_, i) => i))}')`,
    )

  it('takes the steps that are longest due, and hints the others to the queue', async () => {
    await owe(30)
    world.clock.now = START + MINUTE
    await world.sweep()
    const dead = await world.rows<{ id: string }>(
      'select id from steps where dead_at is not null order by id',
    )
    expect(dead.map(({ id }) => id).at(-1)).toBe('assess:0019')
    expect(dead).toHaveLength(20)
    expect(world.hints).toHaveLength(10)
    expect(world.hints[0]).toBe('assess:0020')
  })

  it('takes what somebody waits for before what can wait, however long that is due', async () => {
    await owe(30)
    await world.exec(`update steps set class = 'bulk'`)
    await world.exec(`update steps set class = 'signIn' where subject_id = '0029'`)
    await world.exec(`update steps set class = 'other' where subject_id = '0028'`)
    await world.exec(`update steps set class = null where subject_id = '0027'`)
    world.clock.now = START + MINUTE
    await world.sweep()
    const taken = await world.rows<{ subject: string }>(
      'select subject_id as subject from steps where dead_at is not null order by subject_id',
    )
    expect(taken).toHaveLength(20)
    expect(taken.slice(-3).map(({ subject }) => subject)).toEqual(['0027', '0028', '0029'])
  })

  it('hints no more than five hundred at once', async () => {
    await owe(600)
    world.clock.now = START + MINUTE
    await world.sweep()
    expect(world.hints).toHaveLength(500)
  })

  it('leaves alone what is not due, what somebody holds, and what is dead', async () => {
    await owe(3)
    await world.exec(`update steps set due_at = ${START + MINUTE + 1} where id = 'assess:0000'`)
    await world.exec(`update steps set lease_until = ${START + MINUTE + 1} where id = 'assess:0001'`)
    await world.exec(`update steps set dead_at = ${START} where id = 'assess:0002'`)
    world.clock.now = START + MINUTE
    await world.sweep()
    expect(await world.number('select sum(attempts) from steps')).toBe(0)
    world.clock.now += 1
    await world.sweep()
    expect(await world.number('select sum(attempts) from steps')).toBe(2)
  })
})
