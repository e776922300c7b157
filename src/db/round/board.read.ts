// Who is expected in a round and how far each of them is: in numbers, and by name for those who see organisations.
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../core/kernel/scope.ts'
import {
  type BoardCell,
  type BoardList,
  COUNTS,
  type Counts,
  EXPECTATIONS,
  TROUBLES,
  type Trouble,
} from '../../core/round/board.ts'
import type { Database } from '../database.ts'
import { isLeft } from '../facts/draft.ts'
import { roleNames } from '../facts/network.ts'
import { officialNameOf, PAGE_SIZE, type Seeing } from '../organisation/read.ts'
import { networks, rounds, roundTallies } from '../schema/index.ts'
import { type BoardQuery, expectationTables, unknownRespondents } from './expectation.read.ts'
import { endOf, type InPart, inParts, ORGANISATIONS_AT_ONCE, WHOLE } from './part.read.ts'

/** A round with its counters, and what its network says of groups and roles. */
export async function followedRound(scope: Scope, db: Database, id: string) {
  const [found] = await db
    .select({
      round: rounds,
      tally: roundTallies,
      minGroup: networks.minGroup,
      roleNames,
    })
    .from(rounds)
    .innerJoin(networks, eq(networks.id, rounds.networkId))
    .leftJoin(roundTallies, eq(roundTallies.roundId, rounds.id))
    .where(and(eq(rounds.networkId, scope.network.id), eq(rounds.id, id)))
  return found ?? null
}

export type FollowedRound = NonNullable<Awaited<ReturnType<typeof followedRound>>>

const isIn = <T extends string>(all: readonly T[], value: string): value is T =>
  all.some((one) => one === value)

/** What a round came to. */
export interface RoundNumbers {
  readonly cells: readonly BoardCell[]
  /** Answers, not organisations, of nobody in the registry, and how many of them are held. */
  readonly unknown: number
  /** Answers that were begun, saved and not sent, and how often somebody was put off; null within some districts only. */
  readonly begun: number | null
  readonly refused: number | null
}

interface NumbersRow extends Counts, InPart {
  readonly standing: string
  readonly district: string
  readonly roles: string
}

const OF_ROUND = ['unknown', 'begun', 'refused'] as const

/**
 * The numbers of a round within one's districts, of those who are looked at. Each organisation is counted in one statement, so
 * what is told of it belongs together; of a network of thousands there are several, which other statements can come between.
 */
export async function roundNumbers(
  scope: Scope,
  db: Database,
  asked: BoardQuery,
  most = ORGANISATIONS_AT_ONCE,
): Promise<RoundNumbers> {
  const { round } = asked
  const zeroes = sql.raw(
    COUNTS.slice(1)
      .map(() => '0')
      .join(', '),
  )
  const beside = sql`
    union all select 'unknown', '', '[]', null, count(*), ${zeroes} ${unknownRespondents(scope, asked)}
    union all select 'begun', '', '[]', null, count(*), ${zeroes} from drafts where round_id = ${round.id} and ${isLeft}
    union all select 'refused', '', '[]', null, coalesce(sum(count), 0), ${zeroes} from refusals where round_id = ${round.id}`
  const rows = await inParts<NumbersRow>(
    db,
    most,
    (part) => sql`
      with ${expectationTables(scope, asked, part)}
      select standing, district, roles, null as last, count(*) as expected, sum(sent) as sent, sum(missing) as missing,
        sum(held) as held, sum(assessed) as assessed, sum(reported) as reported, sum(trouble) as trouble, sum(late) as late
      from wanted group by standing, district, roles
      union all select '', district, '[]', last, 0, ${zeroes} ${endOf(part)}
      ${part.after === null ? beside : sql``}`,
  )
  const cells = rows.flatMap(({ standing, roles, last: _, ...row }) =>
    isIn(EXPECTATIONS, standing) ? [{ ...row, standing, roles: rolesIn(roles) }] : [],
  )
  const [unknown, begun, refused] = OF_ROUND.map(
    (part) => rows.find(({ standing }) => standing === part)?.expected ?? 0,
  )
  const isWhole = scope.districts === null
  return {
    cells,
    unknown: unknown ?? 0,
    begun: isWhole ? (begun ?? 0) : null,
    refused: isWhole ? (refused ?? 0) : null,
  }
}

// Made by json_group_array above.
const rolesIn = (json: string): readonly string[] => JSON.parse(json)

/** An organisation in a list of a round, or an answer of nobody who is known. */
export interface FollowedOrganisation {
  /** Of an organisation; null where nobody is known. */
  readonly id: string | null
  readonly name: string | null
  readonly district: string
  readonly roles: readonly string[]
  /** When the answer that counts was sent (ms UTC); null where none counts. */
  readonly at: number | null
  /** The submission that waits for a decision, or null. */
  readonly held: string | null
  readonly isAssessed: boolean
  readonly isReported: boolean
  readonly isLate: boolean
  readonly troubles: readonly Trouble[]
  /** The reference of an answer of nobody who is known. */
  readonly reference: string | null
}

const inList = (list: Exclude<BoardList, 'unknown'>): SQL =>
  list === 'later' || list === 'other'
    ? sql`standing = ${list}`
    : list === 'expected'
      ? sql`standing = 'expected'`
      : sql`standing = 'expected' and ${sql.identifier(list)}`

type FollowedRow = Readonly<Record<Trouble | 'assessed' | 'reported' | 'late' | 'count', number>> &
  Pick<FollowedOrganisation, 'id' | 'name' | 'district' | 'at' | 'reference'> & {
    readonly roles: string
    readonly held_id: string | null
  }

/** One page of a list by name, and how many stand in it. */
export async function followedOrganisations(
  scope: Seeing,
  db: Database,
  asked: BoardQuery,
  { list, page }: { readonly list: BoardList; readonly page: number },
): Promise<{ readonly found: readonly FollowedOrganisation[]; readonly count: number }> {
  const selected =
    list === 'unknown'
      ? sql`
        select null as id, called as name, district,
          '[]' as roles, case when sent then at end as at, case when held then id end as held_id, assessed, reported,
          late, failed, bounced, complained, reference, count(*) over () as count
        ${unknownRespondents(scope, asked)}`
      : sql`
        select id, ${officialNameOf(sql`wanted.id`)} as name, district, roles, at, held_id, assessed, reported,
          late, failed, bounced, complained, null as reference, count(*) over () as count
        from wanted where ${inList(list)}`
  const rows = await db.all<FollowedRow>(sql`
    ${list === 'unknown' ? sql`` : sql`with ${expectationTables(scope, asked, WHOLE)}`} ${selected}
    order by name collate nocase, id limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`)
  const found = rows.map((row) => ({
    id: row.id,
    name: row.name,
    district: row.district,
    roles: rolesIn(row.roles),
    at: row.at,
    held: row.held_id,
    isAssessed: row.assessed === 1,
    isReported: row.reported === 1,
    isLate: row.late === 1,
    troubles: TROUBLES.filter((one) => row[one] === 1),
    reference: row.reference,
  }))
  return { found, count: rows[0]?.count ?? 0 }
}
