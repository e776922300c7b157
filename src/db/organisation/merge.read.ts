// Organisations that may be the same one, what was said of them, and merges that can be undone, within one's districts.
import { aliasedTable, and, asc, desc, eq, gt, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../core/kernel/scope.ts'
import type { Text } from '../../core/kernel/text.ts'
import type { MergeRecord } from '../../core/network/registry.ts'
import {
  type ComparedOrganisation,
  type DuplicatePair,
  duplicatesAmong,
  groupsToCompare,
  orderedPair,
  sharingDecrees,
} from '../../core/organisation/duplicates.ts'
import { districtsOf } from '../../core/place/regions.ts'
import { among, type Database } from '../database.ts'
import { awaitsDecisionOnMerge } from '../facts/round.ts'
import { countsInRound } from '../facts/submission.ts'
import { withinDistricts } from '../facts/theirs.ts'
import { networkColumns, roundColumns } from '../round/read.ts'
import {
  distinctions,
  merges,
  networks,
  organisationNames,
  organisations,
  people,
  revisions,
  rounds,
  submissions,
} from '../schema/index.ts'
import { joined, revisionColumns, type SentSubmission, submissionColumns } from '../submission/read.ts'
import { areTheirs, officialNameOf, type Seeing } from './read.ts'

type Coordinating = Scope<'coordination'>

/** An organisation with everything it is compared by, and what it is called. */
export interface ComparableOrganisation extends ComparedOrganisation {
  readonly name: string | null
}

async function comparable(
  scope: Seeing,
  db: Database,
  which: SQL | undefined,
): Promise<readonly ComparableOrganisation[]> {
  const rows = await db
    .select({
      id: organisations.id,
      district: organisations.district,
      decreeNo: organisations.decreeNo,
      names:
        sql`json_group_array(${organisationNames.name} order by ${organisationNames.kind} <> 'official', ${organisationNames.createdAt})`.mapWith(
          (value): readonly string[] => JSON.parse(String(value)),
        ),
    })
    .from(organisations)
    .innerJoin(organisationNames, eq(organisationNames.organisationId, organisations.id))
    .where(and(areTheirs(scope), which))
    .groupBy(organisations.id)
    .orderBy(sql`4 collate nocase`, asc(organisations.id))
  return rows.map((row) => ({ ...row, name: row.names[0] ?? null }))
}

/** The organisations within one's districts, or within some of them, with all their names, by name. */
export const comparableOrganisations = (
  scope: Seeing,
  db: Database,
  districts?: readonly string[],
): Promise<readonly ComparableOrganisation[]> =>
  comparable(scope, db, districts && among(organisations.district, districts))

/** How many organisations one group has that are compared, where no place alone has more. */
const COMPARED_AT_ONCE = 500

/** How many pairs a page lists: those who look through them decide as they go. */
export const MOST_PAIRS = 100

/** Two organisations that look alike. */
export interface DuplicateCandidate extends Pick<DuplicatePair, 'reasons'> {
  readonly one: ComparableOrganisation
  readonly other: ComparableOrganisation
}

/**
 * The pairs within one's districts that look alike, without those that somebody said are two. Names are alike within one
 * place only, so one group of districts after the other is read and let go of, until a page is full; then those that share a
 * decree wherever they are. A network of one group is compared at once.
 */
export async function duplicateCandidates(
  scope: Coordinating,
  db: Database,
  apart: readonly Distinction[],
  { atOnce = COMPARED_AT_ONCE, most = MOST_PAIRS } = {},
): Promise<readonly DuplicateCandidate[]> {
  const counts = await db
    .select({ district: organisations.district, count: sql<number>`count(*)` })
    .from(organisations)
    .where(areTheirs(scope))
    .groupBy(organisations.district)
  const districts = districtsOf(scope.network.provinces)
  const groups = groupsToCompare(counts, districts, atOnce)
  const known = new Set(apart.map(({ one, other }) => `${one.id} ${other.id}`))
  const found = new Map<string, DuplicateCandidate>()
  const compare = (all: readonly ComparableOrganisation[]): void => {
    const byId = new Map(all.map((organisation) => [organisation.id, organisation]))
    const isApart = (one: string, other: string) =>
      known.has(`${one} ${other}`) || found.has(`${one} ${other}`)
    for (const pair of duplicatesAmong(all, districts, { isApart, most: most - found.size })) {
      const [one, other] = [byId.get(pair.one), byId.get(pair.other)]
      if (one && other) found.set(`${pair.one} ${pair.other}`, { one, other, reasons: pair.reasons })
    }
  }
  for (const group of groups) {
    if (found.size >= most) break
    compare(await comparableOrganisations(scope, db, group))
  }
  if (groups.length > 1 && found.size < most) {
    const decrees = await db
      .select({ id: organisations.id, decreeNo: organisations.decreeNo })
      .from(organisations)
      .where(and(areTheirs(scope), isNotNull(organisations.decreeNo)))
    compare(await comparable(scope, db, among(organisations.id, sharingDecrees(decrees))))
  }
  return [...found.values()]
}

const one = aliasedTable(organisations, 'one')
const other = aliasedTable(organisations, 'other')

const standsWithin = (scope: Seeing, table: typeof one): SQL | undefined =>
  and(isNull(table.mergedInto), withinDistricts(scope, table.district))

/** Pairs of which somebody said that they are two, the last said first; both within one's districts. */
export const distinctionsOf = (scope: Coordinating, db: Database) =>
  db
    .select({
      one: { id: one.id, name: officialNameOf(sql.raw('one.id')), district: one.district },
      other: { id: other.id, name: officialNameOf(sql.raw('other.id')), district: other.district },
      decidedAt: distinctions.decidedAt,
    })
    .from(distinctions)
    .innerJoin(one, eq(one.id, distinctions.oneId))
    .innerJoin(other, eq(other.id, distinctions.otherId))
    .where(and(eq(one.networkId, scope.network.id), standsWithin(scope, one), standsWithin(scope, other)))
    .orderBy(desc(distinctions.decidedAt), asc(distinctions.oneId))

/** Two of which somebody said that they are two. */
export type Distinction = Awaited<ReturnType<typeof distinctionsOf>>[number]

/** When it was said that two organisations are two (ms UTC), or null. */
export async function distinguishedAt(
  _scope: Coordinating,
  db: Database,
  ids: readonly [string, string],
): Promise<number | null> {
  const [first, second] = orderedPair(...ids)
  const [found] = await db
    .select({ at: distinctions.decidedAt })
    .from(distinctions)
    .where(and(eq(distinctions.oneId, first), eq(distinctions.otherId, second)))
  return found?.at ?? null
}

/** The rounds in which an answer of both organisations counts, and one of them would wait. */
export const roundsOfBoth = (
  scope: Coordinating,
  db: Database,
  [first, second]: readonly [string, string],
): Promise<{ title: Text }[]> => {
  const bothCount = sql`exists (
    select 1 from submissions s join submissions o
      on o.round_id = s.round_id and o.respondent_person is s.respondent_person
    where s.round_id = ${rounds.id} and s.organisation_id = ${first} and o.organisation_id = ${second}
      and ${countsInRound('s')} and ${countsInRound('o')})`
  return db
    .select({ title: rounds.title })
    .from(rounds)
    .where(and(eq(rounds.networkId, scope.network.id), awaitsDecisionOnMerge('rounds'), bothCount))
    .orderBy(desc(rounds.opensAt))
}

const kept = aliasedTable(organisations, 'kept')
const merged = aliasedTable(organisations, 'merged')
const mergers = aliasedTable(people, 'mergers')

const selectMerges = (scope: Seeing, db: Database, which: SQL | undefined) =>
  db
    .select({
      id: merges.id,
      kept: { id: kept.id, name: officialNameOf(sql.raw('kept.id')) },
      merged: {
        id: merged.id,
        // Its official name may stand among those of the one that was kept.
        name: sql<
          string | null
        >`coalesce(${merges.moved} ->> '$.official.name', ${officialNameOf(sql.raw('merged.id'))})`,
      },
      moved: merges.moved,
      mergedAt: merges.mergedAt,
      by: mergers.name,
      undoneAt: merges.undoneAt,
    })
    .from(merges)
    .innerJoin(kept, eq(kept.id, merges.keptId))
    .innerJoin(merged, eq(merged.id, merges.mergedId))
    .leftJoin(mergers, eq(mergers.id, merges.mergedBy))
    .where(
      and(
        eq(merges.networkId, scope.network.id),
        withinDistricts(scope, kept.district),
        withinDistricts(scope, merged.district),
        which,
      ),
    )
    .orderBy(desc(merges.mergedAt), desc(sql`merges.rowid`))

/** A merge as coordinators of both organisations see it. */
export type Merge = Awaited<ReturnType<typeof selectMerges>>[number]

/** The merges since a moment (ms UTC) that stand, the last first; those of one organisation where one is given. */
export const mergesSince = (scope: Seeing, db: Database, since: number, organisation?: string) =>
  selectMerges(
    scope,
    db,
    and(
      gt(merges.mergedAt, since),
      isNull(merges.undoneAt),
      organisation === undefined ? undefined : eq(merges.keptId, organisation),
    ),
  )

/** A merge by its id, or null. */
export const mergeById = async (scope: Coordinating, db: Database, id: string): Promise<Merge | null> =>
  (await selectMerges(scope, db, eq(merges.id, id)))[0] ?? null

/** The organisation that another one of one's network was merged into, or null. */
export async function mergedInto(scope: Seeing, db: Database, id: string): Promise<string | null> {
  const [row] = await db
    .select({ into: organisations.mergedInto })
    .from(organisations)
    .where(
      and(
        eq(organisations.networkId, scope.network.id),
        eq(organisations.id, id),
        withinDistricts(scope, organisations.district),
      ),
    )
  return row?.into ?? null
}

/** The answers that a merge made wait, and those they wait behind, each with its current revision. */
export async function answersOfMerge(
  _scope: Coordinating,
  db: Database,
  { answers }: MergeRecord,
): Promise<SentSubmission[]> {
  const ids = [...new Set(answers.flatMap(({ id, behind }) => [id, behind]))]
  if (ids.length === 0) return []
  const rows = await db
    .select({
      submission: submissionColumns,
      revision: revisionColumns,
      round: roundColumns,
      network: networkColumns,
    })
    .from(submissions)
    .innerJoin(revisions, eq(revisions.key, submissions.currentRevision))
    .innerJoin(rounds, eq(rounds.id, submissions.roundId))
    .innerJoin(networks, eq(networks.id, submissions.networkId))
    .where(among(submissions.id, ids))
  return rows.map(joined)
}
