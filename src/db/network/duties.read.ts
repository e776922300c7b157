// What waits in a network for people, and whom its mails to them go to. The clock reads most of it, so without a scope.
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { among, type Database } from '../database.ts'
import { countsInNetwork } from '../facts/round.ts'
import { isByRule } from '../facts/step.ts'
import { isPresent, respondentDistrict, waitsInRound } from '../facts/submission.ts'
import { COORDINATING } from '../facts/theirs.ts'
import { memberships, networks, people } from '../schema/index.ts'

/** A network as the clock sees it; moments in ms UTC. */
export interface WatchedNetwork {
  readonly id: string
  readonly timeZone: string
  readonly digestedDay: string | null
  readonly alertedAt: number | null
}

/**
 * Whether a step of an answer is owed since before a moment (ms UTC). What was put off by rule is owed from the moment on to
 * which it was put off.
 */
const isOwedSince = (moment: number): SQL => sql`
  dead_at is null and created_at <= ${moment} and submission_id is not null
  and (not ${isByRule('steps')} or due_at <= ${moment})`

/** Every network, and which of them have answers that failed or are owed since before a moment (ms UTC). */
export async function networksToWatch(
  db: Database,
  owedSince: number,
): Promise<readonly (WatchedNetwork & { readonly isTrouble: boolean })[]> {
  const found = await db
    .select({
      id: networks.id,
      timeZone: networks.timeZone,
      digestedDay: networks.digestedDay,
      alertedAt: networks.alertedAt,
      isTrouble: sql<boolean>`(
        exists (
          select 1 from rounds r join round_tallies t on t.round_id = r.id
          where r.network_id = networks.id and ${countsInNetwork('r')} and t.failed > 0)
        or exists (
          select 1 from steps
          where steps.network_id = networks.id and ${isOwedSince(owedSince)}))`.mapWith(Boolean),
    })
    .from(networks)
  return found
}

/** Somebody whom a network writes to. */
export interface Staff {
  readonly membership: string
  readonly districts: readonly string[] | null
}

/** Those of a network who coordinate it, or its administrators alone. */
export const staffOf = (
  db: Database,
  network: string,
  who: 'coordinators' | 'administrators',
): Promise<Staff[]> =>
  db
    .select({ membership: memberships.id, districts: memberships.districts })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.networkId, network),
        isNull(memberships.removedAt),
        among(memberships.role, who === 'administrators' ? ['administrator'] : COORDINATING),
      ),
    )

/** What waits in a district. */
export interface Waiting {
  readonly kind: 'registrations' | 'held' | 'bounced'
  /** Kemendagri code. */
  readonly district: string
  readonly count: number
}

/** How many of each wait for somebody. */
export type Duties = Readonly<Record<Waiting['kind'], number>>

// What came back longer ago is old news; it stays on the page of messages.
const BOUNCES_KEPT = 30 * 86_400_000

const DISTRICT = respondentDistrict('s')

/** Registrations without decision, held answers and mails that came back in the last 30 days, by district. */
export const waitingIn = (db: Database, network: string, now: number): Promise<Waiting[]> =>
  db.all<Waiting>(sql`
    select 'registrations' as kind, ${DISTRICT} as district, count(*) as count
    from rounds r join submissions s on s.round_id = r.id
    where r.network_id = ${network} and r.kind = 'registration' and ${countsInNetwork('r')} and ${isPresent('s')}
      and not exists (select 1 from registrations g where g.submission_id = s.id)
    group by district
    union all
    select 'held', ${DISTRICT} as district, count(*)
    from submissions s where s.network_id = ${network} and ${waitsInRound('s')}
    group by district
    union all
    select 'bounced', ${DISTRICT} as district, count(*)
    from deliveries d join submissions s on s.id = coalesce(d.submission_id, d.subject_id)
    where d.network_id = ${network} and d.created_at > ${now - BOUNCES_KEPT}
      and (d.bounced_at is not null or d.complained_at is not null or d.failed_at is not null)
      and (d.bounced_at is not null or d.complained_at is not null)
      and ${isPresent('s')}
      and not exists (
        select 1 from deliveries o
        where (o.submission_id = d.submission_id or d.submission_id is null and o.subject_id = d.subject_id)
          and o.kind = d.kind and (o.created_at > d.created_at or o.created_at = d.created_at and o.generation > d.generation))
      and not exists (
        select 1 from handovers h where d.kind = 'report' and h.submission_id = d.submission_id and h.at >= d.created_at)
    group by district`)

/** What of it waits for somebody. */
export function dutiesOf(waiting: readonly Waiting[], { districts }: Pick<Staff, 'districts'>): Duties {
  const sum = (kind: Waiting['kind']) =>
    waiting
      .filter((one) => one.kind === kind && (districts === null || districts.includes(one.district)))
      .reduce((total, { count }) => total + count, 0)
  return { registrations: sum('registrations'), held: sum('held'), bounced: sum('bounced') }
}

/** Whether there is anything to do. */
export const isAnything = (duties: Duties): boolean => Object.values(duties).some((count) => count > 0)

/** What of a network's answers is in trouble; `owed` counts those owed since before a moment (ms UTC). */
export interface NetworkTrouble {
  readonly owed: number
  readonly failed: number
}

/** Counts what is in trouble. */
export async function troubleIn(db: Database, network: string, owedSince: number): Promise<NetworkTrouble> {
  const found = await db.all<NetworkTrouble>(sql`
    select
      (select count(distinct submission_id) from steps
        where network_id = ${network} and ${isOwedSince(owedSince)}) as owed,
      (select coalesce(sum(t.failed), 0) from rounds r join round_tallies t on t.round_id = r.id
        where r.network_id = ${network} and ${countsInNetwork('r')}) as failed`)
  return found[0] ?? { owed: 0, failed: 0 }
}
