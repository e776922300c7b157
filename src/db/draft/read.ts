// Drafts, for whoever holds their link and for the workflow.
import { and, desc, eq, isNull, lte, sql } from 'drizzle-orm'
import type { EventVerb } from '../../core/event/event.ts'
import type { Scope } from '../../core/kernel/scope.ts'
import { among, type Database } from '../database.ts'
import { districtOfDraft, standsAt } from '../facts/draft.ts'
import { isPresent, respondentDistrict } from '../facts/submission.ts'
import { withinDistricts } from '../facts/theirs.ts'
import { networkColumns, type Round, roundColumns } from '../round/read.ts'
import { drafts, events, networks, people, rounds, submissions } from '../schema/index.ts'

const draftColumns = {
  id: drafts.id,
  formHash: drafts.formHash,
  answers: drafts.answers,
  sealed: drafts.sealed,
  locale: drafts.locale,
  linkGeneration: drafts.linkGeneration,
  version: drafts.version,
  writer: drafts.writer,
  savedAt: drafts.savedAt,
  expiresAt: drafts.expiresAt,
  withdrawnAt: drafts.withdrawnAt,
  sentAt: drafts.sentAt,
}

const withRound = (db: Database) =>
  db
    .select({ draft: draftColumns, round: roundColumns, network: networkColumns })
    .from(drafts)
    .innerJoin(rounds, eq(rounds.id, drafts.roundId))
    .innerJoin(networks, eq(networks.id, rounds.networkId))

type Row = Awaited<ReturnType<typeof withRound>>[number]

/** A draft with its round. */
export type Draft = Row['draft'] & { readonly round: Round }

const joined = ({ draft, round, network }: Row): Draft => ({ ...draft, round: { ...round, network } })

/** A draft, or null. */
export async function draftById(db: Database, id: string): Promise<Draft | null> {
  const [found] = await withRound(db).where(eq(drafts.id, id))
  return found ? joined(found) : null
}

/** Unfinished drafts of a round that nobody has typed in since `idleSince` (ms UTC) and nobody was told of. */
export async function draftsToRemind(
  db: Database,
  roundId: string,
  { now, idleSince, most }: { readonly now: number; readonly idleSince: number; readonly most: number },
): Promise<readonly Draft[]> {
  const found = await withRound(db)
    .where(
      and(
        eq(drafts.roundId, roundId),
        standsAt(now),
        isNull(drafts.noticedAt),
        lte(drafts.savedAt, idleSince),
      ),
    )
    .limit(most)
  return found.map(joined)
}

/** How many unfinished drafts one page lists, the one saved last first. */
const DRAFTS_ON_A_PAGE = 50

/** Which unfinished drafts are asked for. */
export interface UnfinishedOf {
  readonly round: string
  /** The question of the form that asks for the district. */
  readonly district: string
  readonly now: number
  /** One of them, by its id; all where there is none. */
  readonly draft?: string | undefined
}

/**
 * The unfinished drafts of a round within one's districts, and how many there are. A draft whose answers name no district
 * belongs to none, and is shown to those who see all of them.
 */
export async function unfinishedDrafts(
  scope: Scope<'coordination'>,
  db: Database,
  { round, district, now, draft }: UnfinishedOf,
) {
  const rows = await db
    .select({
      id: drafts.id,
      linkGeneration: drafts.linkGeneration,
      locale: drafts.locale,
      answers: drafts.answers,
      savedAt: drafts.savedAt,
      expiresAt: drafts.expiresAt,
      total: sql<number>`count(*) over ()`,
    })
    .from(drafts)
    .where(
      and(
        eq(drafts.networkId, scope.network.id),
        eq(drafts.roundId, round),
        standsAt(now),
        withinDistricts(scope, districtOfDraft(district)),
        draft === undefined ? undefined : eq(drafts.id, draft),
      ),
    )
    .orderBy(desc(drafts.savedAt), desc(drafts.id))
    .limit(DRAFTS_ON_A_PAGE)
  return { drafts: rows, count: rows[0]?.total ?? 0 }
}

/** When the link of a draft was last shown to somebody of the staff, and to whom; null where they are not recorded any more. */
export interface Reveal {
  readonly at: number
  readonly by: string | null
}

/** The last reveal of each of some drafts, by their ids. */
export async function lastReveals(
  scope: Scope<'coordination'>,
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Reveal>> {
  const verb: EventVerb = 'reveal'
  const found = await db
    .select({ draft: events.subjectId, at: events.at, by: people.name })
    .from(events)
    .leftJoin(people, eq(people.id, events.actor))
    .where(and(among(events.subjectId, ids), eq(events.networkId, scope.network.id), eq(events.verb, verb)))
    .orderBy(events.at, events.id)
  return new Map(found.map(({ draft, at, by }) => [draft, { at, by: by || null }]))
}

/** Those of some keys of respondents within one's districts of which a round has answers that are still there. */
export async function respondentsWithAnswers(
  scope: Scope<'coordination'>,
  db: Database,
  round: string,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const { respondentKey, networkId, roundId } = submissions
  const found = await db
    .select({ key: respondentKey })
    .from(submissions)
    .where(
      and(
        eq(roundId, round),
        among(respondentKey, keys),
        eq(networkId, scope.network.id),
        isPresent('submissions'),
        withinDistricts(scope, respondentDistrict('submissions')),
      ),
    )
  return new Set(found.map(({ key }) => key))
}
