// What waits for whoever opens the front page of a network: what the morning's mail tells, and what waits for a hand.
import { sql } from 'drizzle-orm'
import { may, type Scope } from '../../core/kernel/scope.ts'
import type { Database } from '../database.ts'
import { countsInNetwork } from '../facts/round.ts'
import { stepSubject } from '../facts/step.ts'
import { countsInRound, respondentDistrict } from '../facts/submission.ts'
import { isMailedReport } from '../report/handover.read.ts'
import { type Duties, dutiesOf, waitingIn } from './duties.read.ts'

/** `stopped`: steps that nothing tries again; `byHand`: reports that no mail has brought. */
type HandKind = 'stopped' | 'byHand'

/** How many of each wait for whoever looks. */
export type FrontDuties = Duties & Readonly<Record<HandKind, number>>

interface AtHand {
  readonly kind: HandKind
  /** Kemendagri code; null: a mail to staff. */
  readonly district: string | null
  readonly count: number
}

// Rounds that ended longer ago are old news; their reports stay on the page of those to hand over.
const ENDED_KEPT = 30 * 86_400_000

const DISTRICT = respondentDistrict('s')

const atHandIn = (db: Database, network: string, now: number): Promise<AtHand[]> =>
  db.all<AtHand>(sql`
    select 'stopped' as kind, ${DISTRICT} as district, count(*) as count
    from steps t
      left join deliveries d on d.id = ${stepSubject('t')}
      left join submissions s on s.id = coalesce(t.submission_id, d.submission_id, d.subject_id)
    where t.network_id = ${network} and t.dead_at is not null
    group by district
    union all
    select 'byHand', ${DISTRICT} as district, count(*)
    from rounds r
      join assessments a on a.round_id = r.id
      join submissions s on s.id = a.submission_id
    where r.network_id = ${network} and ${countsInNetwork('r')}
      and (r.closes_at is null or r.closes_at > ${now - ENDED_KEPT})
      and (r.closed_at is null or r.closed_at > ${now - ENDED_KEPT})
      and s.current_revision = a.revision_key and ${countsInRound('s')}
      and not ${isMailedReport('a')}
      and not exists (select 1 from handovers h where h.submission_id = s.id and h.at >= a.created_at)
    group by district`)

/**
 * What waits for whoever opens the page, within their districts; null for those who do not coordinate. Mails to staff that
 * have stopped are the administrators' business.
 */
export async function frontDuties(scope: Scope, db: Database, now: number): Promise<FrontDuties | null> {
  const { role, network, districts } = scope
  if (!may(role, 'coordination')) return null
  const [waiting, atHand] = await Promise.all([waitingIn(db, network.id, now), atHandIn(db, network.id, now)])
  const isTheirs = (district: string | null) =>
    district === null ? role === 'administrator' : districts === null || districts.includes(district)
  const sum = (kind: HandKind) =>
    atHand
      .filter((one) => one.kind === kind && isTheirs(one.district))
      .reduce((total, { count }) => total + count, 0)
  return { ...dutiesOf(waiting, scope), stopped: sum('stopped'), byHand: sum('byHand') }
}
