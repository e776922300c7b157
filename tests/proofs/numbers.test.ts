// The numbers that pages show equal what stands in the rows, counted again one by one, for whoever looks.
import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { demoNetwork } from '../../scripts/demo.ts'
import { boardOf, daysOf } from '../../src/core/round/board.ts'
import { frontDuties } from '../../src/db/network/front.read.ts'
import { followedRound, roundNumbers } from '../../src/db/round/board.read.ts'
import { NO_FILTER } from '../../src/db/round/expectation.read.ts'
import { heldAnswers } from '../../src/db/submission/held.read.ts'
import { ENDS, type MailState, set, unset } from '../support/inside/following.ts'
import { ADMINISTRATOR, addNetwork, coordinating, OTHER } from '../support/inside/staff.ts'
import { DAY, newWorld, START, type World } from '../support/inside/world.ts'
import { runs } from '../support/runs.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
  await addNetwork(world)
})

const DISTRICTS = ['35.07', '35.09', '35.78']
const MAILS: readonly MailState[] = ['owed', 'handed', 'bounced', 'complained', 'failed']
const ROUNDS = ['p-1', 'p-practice', 'p-registering', 'p-ended', 'p-other']
const mails = fc.array(fc.constantFrom(...MAILS), { maxLength: 2 })

const random = fc.record({
  organisations: fc.array(
    fc.record({
      district: fc.constantFrom(...DISTRICTS),
      into: fc.constantFrom(null, null, null, 'p-o0'),
      isConfirmed: fc.constantFrom(true, true, false),
    }),
    { minLength: 2, maxLength: 6 },
  ),
  answers: fc.array(
    fc.record({
      round: fc.constantFrom('p-1', ...ROUNDS),
      whose: fc.integer({ min: -1, max: 5 }),
      district: fc.constantFrom(...DISTRICTS),
      isHeld: fc.boolean(),
      end: fc.constantFrom(null, null, null, ...ENDS),
      isLate: fc.boolean(),
      isAssessed: fc.boolean(),
      isByHand: fc.boolean(),
      isStuck: fc.boolean(),
      isDecided: fc.boolean(),
      receipts: mails,
      reports: mails,
    }),
    { maxLength: 14 },
  ),
  districts: fc.constantFrom(null, ['35.07'], ['35.09', '35.78']),
  role: fc.constantFrom('administrator' as const, 'coordinator' as const),
  most: fc.constantFrom(1, 2, 250),
})

/** What a query counts, as slowly and as plainly as it can be said. */
const counted = async (sql: string): Promise<number> =>
  (await env.DB.prepare(`select count(*) as count ${sql}`).first<{ count: number }>())?.count ?? 0

const NETWORK = `'${demoNetwork.id}'`
const PRESENT = 's.withdrawn_at is null and s.erased_at is null'
const STANDS = `${PRESENT} and s.set_aside_at is null`

it('of the front page, of the held answers and of boards', async () => {
  const scope = await coordinating(world, ADMINISTRATOR)
  const { db } = world.deps
  await fc.assert(
    fc.asyncProperty(random, async ({ organisations, answers, districts, role, most }) => {
      await env.DB.exec('delete from registrations')
      await unset()
      await set({
        rounds: [
          { id: 'p-1' },
          { id: 'p-practice', practice: true },
          { id: 'p-registering', kind: 'registration' },
          { id: 'p-ended', opensAt: START - 90 * DAY, closesAt: START - 31 * DAY },
          { id: 'p-other', network: OTHER.id },
        ],
        organisations: organisations.map(({ into, ...one }, index) => ({
          ...one,
          id: `p-o${index}`,
          mergedInto: index === 0 ? null : into,
        })),
        answers: answers.map(({ whose, ...one }, index) => ({
          ...one,
          id: `p-s${index}`,
          network: one.round === 'p-other' ? OTHER.id : demoNetwork.id,
          organisation: one.round !== 'p-other' && organisations[whose] ? `p-o${whose}` : null,
        })),
      })
      const decided = answers.flatMap((one, index) => (one.isDecided ? [`p-s${index}`] : []))
      await env.DB.prepare(
        `insert into registrations (submission_id, network_id, outcome, decided_by, decided_at)
         select value, ${NETWORK}, 'declined', '', 1 from json_each(?)`,
      )
        .bind(JSON.stringify(decided))
        .run()
      // Mails are numbered by their moments, so that none is older than thirty days.
      await env.DB.exec(`update deliveries set created_at = ${START} + created_at`)
      await env.DB.exec(`update handovers set at = ${START} + 10`)

      const within = { ...scope, districts, role }
      const theirs = (district: string) =>
        districts === null ? 'true' : `${district} in (${districts.map((one) => `'${one}'`).join(', ')})`
      const ofAnswer = theirs(`substr(s.respondent_key, 1, 5)`)
      const ofNetwork = `s.network_id = ${NETWORK} and ${ofAnswer}`
      const lastOfKind = `not exists (
        select 1 from deliveries o where o.subject_id = d.subject_id and o.kind = d.kind and o.generation > d.generation)`

      const held = await counted(
        `from submissions s where ${ofNetwork} and s.held_at is not null and ${PRESENT}`,
      )
      expect(await frontDuties(within, db, START)).toEqual({
        registrations:
          await counted(`from submissions s where ${ofNetwork} and s.round_id = 'p-registering' and ${PRESENT}
          and s.id not in (select submission_id from registrations)`),
        held,
        bounced: await counted(`from deliveries d join submissions s on s.id = d.submission_id
          where ${ofNetwork} and ${PRESENT} and (d.bounced_at is not null or d.complained_at is not null) and ${lastOfKind}
            and not (d.kind = 'report' and s.id in (select submission_id from handovers))`),
        stopped: await counted(
          `from steps t join submissions s on s.id = t.submission_id where ${ofNetwork}`,
        ),
        byHand: await counted(`from assessments a join submissions s on s.id = a.submission_id
          where ${ofNetwork} and s.round_id in ('p-1', 'p-registering') and s.held_at is null and ${STANDS}
            and s.id not in (select submission_id from handovers)
            and not exists (
              select 1 from deliveries d where d.subject_id = a.id and d.kind = 'report'
                and d.failed_at is null and d.bounced_at is null and d.complained_at is null)`),
      })
      expect((await heldAnswers(within, db)).total).toBe(held)

      const followed = await followedRound(within, db, 'p-1')
      if (!followed) throw new Error('no round')
      const days = daysOf(followed.round, 'Asia/Jakarta', START)
      const { cells, unknown } = await roundNumbers(
        within,
        db,
        { round: followed.round, days, filter: NO_FILTER },
        most,
      )
      const expected = `from organisations o
        where o.network_id = ${NETWORK} and o.merged_into is null and o.confirmed_at is not null and ${theirs('o.district')}`
      const whose = (what: string) =>
        counted(`${expected} and exists (
          select 1 from submissions s where s.organisation_id = o.id and s.round_id = 'p-1' and ${STANDS} and ${what})`)
      expect(boardOf(cells).total).toMatchObject({
        expected: await counted(expected),
        sent: await whose('s.held_at is null'),
        held: await whose('s.held_at is not null'),
        late: await whose('s.held_at is null and s.late'),
        assessed: await whose('s.held_at is null and s.id in (select submission_id from assessments)'),
        missing: (await counted(expected)) - (await whose('true')),
      })
      expect(unknown).toBe(
        await counted(`from submissions s where ${ofNetwork} and s.round_id = 'p-1' and ${STANDS}
          and s.organisation_id is null or ${ofNetwork} and s.round_id = 'p-1' and ${STANDS}
          and s.organisation_id in (select id from organisations where merged_into is not null)`),
      )
    }),
    { numRuns: runs(20, 300) },
  )
})
