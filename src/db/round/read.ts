// Rounds with what a page needs of their network.
import { and, asc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm'
import type { Database } from '../database.ts'
import { countsInNetwork } from '../facts/round.ts'
import { networks, rounds } from '../schema/index.ts'

/** The columns of a round that pages and mails need. */
export const roundColumns = {
  id: rounds.id,
  slug: rounds.slug,
  formId: rounds.formId,
  formVersion: rounds.formVersion,
  formHash: rounds.formHash,
  kind: rounds.kind,
  title: rounds.title,
  opensAt: rounds.opensAt,
  closesAt: rounds.closesAt,
  closedAt: rounds.closedAt,
  closingText: rounds.closingText,
  practice: rounds.practice,
  referenceFrom: rounds.referenceFrom,
  referenceTo: rounds.referenceTo,
  framing: rounds.framing,
  frameOrigins: rounds.frameOrigins,
}

/** The columns of a round's network that pages and mails need. */
export const networkColumns = {
  id: networks.id,
  slug: networks.slug,
  name: networks.name,
  timeZone: networks.timeZone,
  provinces: networks.provinces,
  replyTo: networks.replyTo,
}

const roundsOf = (db: Database) =>
  db
    .select({ round: roundColumns, network: networkColumns })
    .from(rounds)
    .innerJoin(networks, eq(networks.id, rounds.networkId))

type Row = Awaited<ReturnType<typeof roundsOf>>[number]

/** A round with its network. */
export type Round = Row['round'] & { readonly network: Row['network'] }

/** The round behind an address, or null. Reads two rows. */
export async function roundBySlug(db: Database, slug: string): Promise<Round | null> {
  const [found] = await roundsOf(db).where(eq(rounds.slug, slug)).limit(1)
  return found ? { ...found.round, network: found.network } : null
}

/** The ids of rounds, of whatever network, that are open and close by a moment (ms UTC). */
export const roundsClosing = (db: Database, now: number, by: number) => {
  const closing = sql`min(coalesce(${rounds.closesAt}, ${rounds.closedAt}), coalesce(${rounds.closedAt}, ${rounds.closesAt}))`
  return db
    .select({ id: rounds.id })
    .from(rounds)
    .where(and(lte(rounds.opensAt, now), sql`${closing} > ${now}`, sql`${closing} <= ${by}`))
}

/** The rounds of a network that take answers at a moment (ms UTC), in the order they opened, without those for practice. */
export async function openRounds(db: Database, networkId: string, now: number): Promise<Round[]> {
  const found = await roundsOf(db)
    .where(
      and(
        eq(rounds.networkId, networkId),
        countsInNetwork('rounds'),
        lte(rounds.opensAt, now),
        or(isNull(rounds.closesAt), gt(rounds.closesAt, now)),
        or(isNull(rounds.closedAt), gt(rounds.closedAt, now)),
      ),
    )
    .orderBy(asc(rounds.opensAt), asc(rounds.slug))
  return found.map(({ round, network }) => ({ ...round, network }))
}
