// Drafts, for whoever holds their link and for the workflow.
import { and, eq, gt, isNull, lte } from 'drizzle-orm'
import type { Database } from '../database.ts'
import { drafts, networks, rounds } from '../schema.ts'
import { networkColumns, type Round, roundColumns } from './round.ts'

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
export async function draftsToTell(
  db: Database,
  roundId: string,
  { now, idleSince, most }: { readonly now: number; readonly idleSince: number; readonly most: number },
): Promise<readonly Draft[]> {
  const found = await withRound(db)
    .where(
      and(
        eq(drafts.roundId, roundId),
        isNull(drafts.sentAt),
        isNull(drafts.withdrawnAt),
        isNull(drafts.noticedAt),
        lte(drafts.savedAt, idleSince),
        gt(drafts.expiresAt, now),
      ),
    )
    .limit(most)
  return found.map(joined)
}
