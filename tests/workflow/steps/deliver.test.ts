// Handing mails over: taken, refused, or not now; and never twice on purpose.
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Handover } from '../../../src/core/kernel/ports.ts'
import { openDatabase } from '../../../src/db/database.ts'
import { LEASE } from '../../../src/db/step/write.ts'
import { consume, MOST_ATTEMPTS, takeSteps, waitAfter } from '../../../src/workflow/consume.ts'
import { ADMINISTRATOR } from '../../support/inside/staff.ts'
import { claimStep } from '../../support/inside/step.ts'
import { counted, tallies } from '../../support/inside/tables.ts'
import {
  DAY,
  handed,
  MINUTE,
  newWorld,
  REGISTRATION,
  registrationAnswers,
  SECOND,
  START,
  sent,
  sentIko,
  type World,
} from '../../support/inside/world.ts'

let world: World
let step: string
// A registration owes one mail and nothing else.
beforeEach(async () => {
  world = await newWorld()
  await sent(world, REGISTRATION, registrationAnswers)
  step = world.hints[0] ?? ''
})

const delivery = async () =>
  (await world.rows('select handed_at, failed_at, reason, provider_id from deliveries'))[0]
const owed = async () =>
  (await world.rows('select due_at, attempts, lease_until, dead_at, reason from steps'))[0]
const ledger = async () => (await (await world.get('/healthz')).json<{ submissions: object }>()).submissions
const refusing = async (): Promise<Handover> => ({ outcome: 'refused', reason: 'E_RECIPIENT_SUPPRESSED' })
const failing = () => Promise.reject(new RangeError('no line to the mail service'))

// What is wrong is told to the administrators as well.
const toThem = () => world.tried.filter(({ to }) => to !== ADMINISTRATOR)

describe('a mail that is taken', () => {
  it('is marked with the moment and the name the service gave it, and its step is gone', async () => {
    world.mailService.answer = async () => ({ outcome: 'handed', providerId: 'm-1' })
    world.clock.now += SECOND
    await world.work()
    expect(await delivery()).toEqual({
      handed_at: START + SECOND,
      failed_at: null,
      reason: null,
      provider_id: 'm-1',
    })
    expect(await owed()).toBeUndefined()
  })

  it('comes from the network, and an answer to it reaches the network', async () => {
    await world.work()
    expect(world.mails).toMatchObject([
      {
        to: 'bagas@sahabat.example',
        fromName: 'Rumah Inklusi Jawa Timur (contoh)',
        replyTo: 'koordinator@rumah-inklusi.example',
        locale: 'id',
      },
    ])
  })
})

describe('a mail that is refused', () => {
  it('has failed for ever, with the reason, and nothing is owed for it', async () => {
    world.mailService.answer = refusing
    await world.work()
    expect(await delivery()).toMatchObject({
      failed_at: START,
      reason: 'E_RECIPIENT_SUPPRESSED',
      handed_at: null,
    })
    expect(await owed()).toBeUndefined()
    world.clock.now += DAY
    await world.sweep()
    expect(toThem()).toHaveLength(1)
  })

  it('counts its submission as failed, once', async () => {
    world.mailService.answer = refusing
    await world.work()
    expect(await ledger()).toEqual({ accepted: 1, done: 0, waiting: 0, owed: 0, failed: 1 })
    expect(await tallies(world)).toEqual(await counted(world))
  })
})

it('a refusal that could not be written down is no refusal yet: the mail waits, and is tried again', async () => {
  let isAway = false
  const d1 = new Proxy(env.DB, {
    get(target, name) {
      if (name === 'batch' && isAway)
        return () => Promise.reject(new Error('D1_ERROR: Network connection lost.'))
      const member: unknown = Reflect.get(target, name)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
  world = await newWorld({ db: openDatabase(d1) })
  await sent(world, REGISTRATION, registrationAnswers)
  world.mailService.answer = async () => {
    isAway = true
    return refusing()
  }
  await world.work()
  expect(await owed()).toMatchObject({ attempts: 1, lease_until: null, reason: 'Error' })
  isAway = false
  world.mailService.answer = refusing
  world.clock.now += MINUTE
  await world.sweep()
  expect(await delivery()).toMatchObject({ failed_at: START + MINUTE, reason: 'E_RECIPIENT_SUPPRESSED' })
})

describe('a mail that cannot be sent now', () => {
  it('waits twice as long after each try, and goes later as the same message', async () => {
    world.mailService.answer = failing
    await world.work()
    for (let attempt = 1; attempt <= 5; attempt++) {
      const due = world.clock.now + waitAfter(attempt)
      expect(waitAfter(attempt)).toBe(30 * SECOND * 2 ** (attempt - 1))
      expect(await owed()).toEqual({
        attempts: attempt,
        due_at: due,
        lease_until: null,
        dead_at: null,
        reason: 'RangeError',
      })
      world.clock.now = due - 1
      await world.sweep()
      await consume(world.deps, [step])
      expect(world.tried).toHaveLength(attempt)
      world.clock.now = due
      if (attempt === 5) world.mailService.answer = async () => handed
      await world.sweep()
    }
    expect(world.tried).toHaveLength(6)
    expect(new Set(world.tried.map(({ delivery }) => delivery)).size).toBe(1)
    expect(world.mails).toHaveLength(1)
    expect(await ledger()).toMatchObject({ done: 1, owed: 0 })
  })

  it('never waits longer than six hours', () => {
    expect(waitAfter(10)).toBeLessThanOrEqual(6 * 60 * MINUTE)
    expect(waitAfter(14)).toBe(6 * 60 * MINUTE)
    expect(waitAfter(1000)).toBe(6 * 60 * MINUTE)
  })

  it('is given up after four to five days, and its submission has failed', async () => {
    world.mailService.answer = failing
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      expect(await ledger()).toMatchObject({ owed: 1, failed: 0 })
      await world.sweep()
      world.clock.now += waitAfter(attempt)
    }
    expect(toThem()).toHaveLength(MOST_ATTEMPTS)
    expect(await owed()).toMatchObject({ attempts: MOST_ATTEMPTS, lease_until: null, reason: 'RangeError' })
    expect(Number((await owed())?.dead_at) - START).toBeGreaterThan(4 * DAY)
    expect(Number((await owed())?.dead_at) - START).toBeLessThan(5 * DAY)
    expect(await ledger()).toEqual({ accepted: 1, done: 0, waiting: 0, owed: 0, failed: 1 })
    expect(await tallies(world)).toEqual(await counted(world))
    world.clock.now += 30 * DAY
    await world.sweep()
    expect(toThem()).toHaveLength(MOST_ATTEMPTS)
  })

  it('is not given up where the service says when it can be sent, however often it was tried', async () => {
    await world.exec('update steps set attempts = 99')
    const retryAt = START + DAY
    world.mailService.answer = async () => ({ outcome: 'later', reason: 'E_DAILY_LIMIT_EXCEEDED', retryAt })
    await world.work()
    const waiting = await owed()
    expect(waiting).toMatchObject({ attempts: 99, dead_at: null, reason: 'E_DAILY_LIMIT_EXCEEDED' })
    expect(Number(waiting?.due_at)).toBeGreaterThanOrEqual(retryAt)
    expect(Number(waiting?.due_at)).toBeLessThan(retryAt + 60 * MINUTE)
    world.mailService.answer = async () => handed
    world.clock.now = Number(waiting?.due_at)
    await world.sweep()
    expect(world.mails).toHaveLength(1)
  })

  it('is logged by its step, and nobody’s name or address with it', async () => {
    world.mailService.answer = () =>
      Promise.reject(
        new Error(`no mailbox for ${registrationAnswers.email}, ${registrationAnswers.contact_name}`),
      )
    await world.work()
    expect(world.logs).toHaveLength(1)
    expect(world.logs[0]).toContain(step)
    expect(world.logs[0]).not.toContain(registrationAnswers.email)
    expect(await world.number(`select count(*) from steps where reason like '%@%'`)).toBe(0)
  })
})

describe('a consumer that is too slow', () => {
  it('writes nothing over what the one did that took its step over', async () => {
    let isFirst = true
    world.mailService.answer = async () => {
      if (!isFirst) return { outcome: 'handed', providerId: 'second' }
      isFirst = false
      world.clock.now += LEASE
      await consume(world.deps, [step])
      return { outcome: 'handed', providerId: 'first' }
    }
    await world.work()
    expect(await delivery()).toMatchObject({ provider_id: 'second', handed_at: START + LEASE })
    expect(new Set(world.tried.map((message) => message.delivery)).size).toBe(1)
    expect(await tallies(world)).toMatchObject([{ done: 1, failed: 0 }, {}])
    expect(await tallies(world)).toEqual(await counted(world))
  })

  it('cannot make failed what the other one has sent', async () => {
    let isFirst = true
    world.mailService.answer = async () => {
      if (!isFirst) return handed
      isFirst = false
      world.clock.now += LEASE
      await consume(world.deps, [step])
      return refusing()
    }
    await world.work()
    expect(await delivery()).toMatchObject({ failed_at: null, reason: null })
    expect(await ledger()).toMatchObject({ done: 1, failed: 0 })
  })

  it.each([
    ['was taken', async () => handed],
    ['was refused', refusing],
    [
      'was put off',
      async (): Promise<Handover> => ({ outcome: 'later', reason: 'E_BUSY', retryAt: START + DAY }),
    ],
    ['failed', failing],
  ])(
    'leaves all to the other one that holds its step now, even if its own mail %s',
    async (_what, outcome) => {
      let second: number | undefined
      world.mailService.answer = async () => {
        world.clock.now += LEASE
        second = (await claimStep(world.deps.db, step, world.clock.now))?.lease
        return outcome()
      }
      await world.work()
      expect(second).toBe(START + 2 * LEASE)
      expect(await owed()).toEqual({
        lease_until: second,
        due_at: START,
        attempts: 2,
        dead_at: null,
        reason: null,
      })
      expect(await delivery()).toEqual({ handed_at: null, failed_at: null, reason: null, provider_id: null })
      expect(await ledger()).toMatchObject({ owed: 1, done: 0, failed: 0 })
    },
  )

  it('cannot bury a step that the other one holds now', async () => {
    await world.exec(`update steps set attempts = ${MOST_ATTEMPTS - 1}`)
    world.mailService.answer = async () => {
      world.clock.now += LEASE
      await claimStep(world.deps.db, step, world.clock.now)
      return failing()
    }
    await world.work()
    expect(await owed()).toMatchObject({ dead_at: null, attempts: MOST_ATTEMPTS + 1 })
    expect(await ledger()).toMatchObject({ owed: 1, failed: 0 })
  })

  it('leaves the rest of what it took to others once half of its time is over, so that nothing is mailed twice', async () => {
    await sent(world, REGISTRATION, {
      ...registrationAnswers,
      organisation: 'Lain Contoh',
      email: 'lain@sahabat.example',
    })
    world.mailService.answer = async () => {
      world.clock.now += LEASE / 2 + 1
      return handed
    }
    await takeSteps(world.deps, world.hints)
    expect(world.tried).toHaveLength(1)
    world.clock.now += LEASE / 2
    await world.sweep()
    expect(
      toThem()
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual([registrationAnswers.email, 'lain@sahabat.example'].toSorted())
  })

  it('is let alone for two minutes, in which nobody else takes its step', async () => {
    world.mailService.answer = async () => {
      world.clock.now += LEASE - 1
      await consume(world.deps, [step])
      await world.sweep()
      return handed
    }
    await world.work()
    expect(world.tried).toHaveLength(1)
  })
})

describe('a mail service that takes no mail of anybody’s', () => {
  const away = async (): Promise<Handover> => ({
    outcome: 'later',
    reason: '421 try again later',
    retryAt: null,
    isOutage: true,
  })
  const registerMore = async (count: number) => {
    for (let i = 0; i < count; i++)
      await sent(world, REGISTRATION, {
        ...registrationAnswers,
        organisation: `Nomor ${i} Contoh`,
        email: `nomor${i}@sahabat.example`,
      })
  }

  it('is asked once by each connection; what was not tried is free at once, and no attempt of it is used up', async () => {
    await registerMore(19)
    world.mailService.answer = away
    await world.work()
    expect(world.tried).toHaveLength(4)
    expect(await world.number(`select count(*) from steps where due_at <= ${START}`)).toBe(16)
    expect(await world.number('select sum(attempts) from steps')).toBe(0)
    expect(await world.number('select count(*) from steps where lease_until is not null')).toBe(0)
    world.mailService.answer = async () => handed
    await world.sweep()
    expect(
      toThem().filter(({ delivery }) => world.mails.some((mail) => mail.delivery === delivery)),
    ).toHaveLength(16)
  })

  it('is asked again by the others where it only takes no more connections', async () => {
    await registerMore(19)
    const tried = new Set<number>()
    let open = 0
    world = {
      ...world,
      deps: {
        ...world.deps,
        mailer: {
          ...world.deps.mailer,
          session: () => {
            const connection = open++
            return {
              send: (message) => {
                tried.add(connection)
                return connection < 2 ? world.deps.mailer.send(message) : away()
              },
              close: async () => {},
            }
          },
        },
      },
    }
    await consume(world.deps, world.hints)
    expect(tried.size).toBe(4)
    expect(world.mails).toHaveLength(18)
  })

  it('is tried again for a mail after a quarter of the time that it has waited, and a quarter of an hour at most', async () => {
    world.mailService.answer = away
    const rests: number[] = []
    for (let tries = 0; tries < 30; tries++) {
      await world.sweep()
      const due = Number((await owed())?.due_at)
      rests.push((due - world.clock.now) / SECOND)
      world.clock.now = due
    }
    expect(rests.slice(0, 6)).toEqual([30, 30, 30, 30, 30, 37.5])
    expect(rests.at(-1)).toBe(15 * 60)
    expect(await owed()).toMatchObject({ dead_at: null, attempts: 0 })
  })

  it('does not keep answers from being measured', async () => {
    await sentIko(world)
    world.mailService.answer = away
    await world.work()
    expect(await world.number('select count(*) from assessments')).toBe(1)
  })
})

it('a link to sign in is tried every half minute, and never waits for tomorrow', async () => {
  world = await newWorld()
  await world.post('/c/sign-in', { email: ADMINISTRATOR }, { Origin: env.PUBLIC_URL })
  world.mailService.answer = async () => ({
    outcome: 'later',
    reason: 'E_DAILY_LIMIT_EXCEEDED',
    retryAt: START + DAY,
    isOutage: true,
  })
  await world.work()
  expect(await owed()).toMatchObject({ due_at: START + 30 * SECOND, attempts: 0 })
})

it('a mailbox that puts off for ever has refused after a week', async () => {
  for (let day = 0; day <= 7; day++) {
    const retryAt = world.clock.now + DAY
    world.mailService.answer = async () => ({ outcome: 'later', reason: '450 greylisted', retryAt })
    await world.sweep()
    expect((await delivery())?.failed_at ?? null).toBe(day < 7 ? null : world.clock.now)
    world.clock.now = Number((await owed())?.due_at ?? 0)
  }
  expect(await delivery()).toMatchObject({ reason: '450 greylisted' })
})
