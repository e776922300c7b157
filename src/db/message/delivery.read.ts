// Deliveries with all that their messages tell, many in one query.
import { and, eq, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { may, type Role } from '../../core/kernel/scope.ts'
import type { RecipientKind } from '../../core/message/allowance.ts'
import type { DeliveryKind } from '../../core/message/kind.ts'
import { among, type Database } from '../database.ts'
import { isKnownAddress } from '../facts/address.ts'
import type { Staff } from '../network/duties.read.ts'
import { networkColumns, type Round, roundColumns } from '../round/read.ts'
import {
  assessments,
  deliveries,
  memberships,
  networks,
  people,
  revisions,
  rounds,
  scores,
  signIns,
  submissions,
} from '../schema/index.ts'
import {
  type Assessment,
  assessmentColumns,
  joined,
  revisionColumns,
  type SentSubmission,
  submissionColumns,
} from '../submission/read.ts'

interface OwedDelivery {
  readonly delivery: typeof deliveries.$inferSelect
  readonly recipientKind: RecipientKind
}

/** What a receipt tells is its submission, what a report tells is the assessment as well. */
export interface SubmissionDelivery extends OwedDelivery {
  readonly assessment: Assessment | null
  readonly sent: SentSubmission
}

/**
 * What is told to staff of a network: a link to sign in, or into which network they came and by whom. Neither: the kind
 * says what it tells of, such as what was decided of a registration.
 */
export interface PersonDelivery extends OwedDelivery {
  readonly network: Round['network']
  readonly signIn: { readonly id: string; readonly expiresAt: number; readonly usedAt: number | null } | null
  /** Null where they were taken out again. */
  readonly invited: { readonly by: string | null } | null
  /** Whom the network tells what waits or is wrong; null where they were taken out again, or it tells nothing of the kind. */
  readonly told: Pick<Staff, 'districts'> | null
}

/** A delivery with what its message tells. */
export type Outgoing = SubmissionDelivery | PersonDelivery

const kindOfRecipient = ({ isKnown }: { readonly isKnown: number }): RecipientKind =>
  isKnown === 1 ? 'contact' : 'stranger'

/** Those of some deliveries that belong to a submission. */
async function ofSubmissions(db: Database, ids: readonly string[]): Promise<readonly SubmissionDelivery[]> {
  const { result, ...assessment } = assessmentColumns
  const rows = await db
    .select({
      delivery: deliveries,
      isKnown: isKnownAddress,
      assessment,
      result,
      submission: submissionColumns,
      revision: revisionColumns,
      round: roundColumns,
      network: networkColumns,
    })
    .from(deliveries)
    .innerJoin(submissions, eq(submissions.id, deliveries.submissionId))
    .leftJoin(assessments, and(eq(deliveries.kind, 'report'), eq(assessments.id, deliveries.subjectId)))
    .leftJoin(scores, and(eq(scores.assessmentId, assessments.id), eq(scores.basis, 'self')))
    // A report tells the revision that was measured, a receipt the one that stands.
    .innerJoin(
      revisions,
      eq(revisions.key, sql`coalesce(${assessments.revisionKey}, ${submissions.currentRevision})`),
    )
    .innerJoin(rounds, eq(rounds.id, submissions.roundId))
    .innerJoin(networks, eq(networks.id, rounds.networkId))
    .where(among(deliveries.id, ids))
  return rows.map((row) => ({
    delivery: row.delivery,
    recipientKind: kindOfRecipient(row),
    assessment: row.assessment && row.result ? { ...row.assessment, result: row.result } : null,
    sent: joined(row),
  }))
}

// What is told to somebody as a member of a network.
const OF_MEMBERSHIPS: DeliveryKind[] = ['invited', 'digest', 'alert']

/** Whether a delivery tells those who look after a network what waits, or that something is wrong. */
export const isNotice = ({ kind }: OwedDelivery['delivery']): boolean => kind === 'digest' || kind === 'alert'

// Roles change between the moment a mail is owed and the moment it is written.
const isTold = (
  delivery: OwedDelivery['delivery'],
  { removedAt, role }: { readonly removedAt: number | null; readonly role: Role },
): boolean =>
  removedAt === null &&
  isNotice(delivery) &&
  may(role, delivery.kind === 'digest' ? 'coordination' : 'people')

const inviters = alias(people, 'inviters')

/** Those of some deliveries that are for staff. */
async function toPeople(db: Database, ids: readonly string[]): Promise<readonly PersonDelivery[]> {
  const rows = await db
    .select({
      delivery: deliveries,
      isKnown: isKnownAddress,
      network: networkColumns,
      signIn: { id: signIns.id, expiresAt: signIns.expiresAt, usedAt: signIns.usedAt },
      membership: {
        id: memberships.id,
        removedAt: memberships.removedAt,
        role: memberships.role,
        districts: memberships.districts,
      },
      inviter: inviters.name,
    })
    .from(deliveries)
    .innerJoin(networks, eq(networks.id, deliveries.networkId))
    .leftJoin(signIns, and(eq(deliveries.kind, 'sign-in'), eq(signIns.id, deliveries.subjectId)))
    .leftJoin(
      memberships,
      and(inArray(deliveries.kind, OF_MEMBERSHIPS), eq(memberships.id, deliveries.subjectId)),
    )
    .leftJoin(inviters, eq(inviters.id, memberships.invitedBy))
    .where(among(deliveries.id, ids))
  return rows.map(({ delivery, isKnown, network, signIn, membership, inviter }) => ({
    delivery,
    // Who asks to sign in is staff; an address that somebody typed to invite it is not.
    recipientKind: signIn !== null || isNotice(delivery) ? 'staff' : kindOfRecipient({ isKnown }),
    network,
    signIn,
    invited:
      membership && membership.removedAt === null && delivery.kind === 'invited' ? { by: inviter } : null,
    told: membership && isTold(delivery, membership) ? { districts: membership.districts } : null,
  }))
}

/** Deliveries by id. */
export async function deliveriesToSend(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Outgoing>> {
  const found: readonly Outgoing[] = await ofSubmissions(db, ids)
  const known = new Set(found.map(({ delivery }) => delivery.id))
  const others = ids.filter((id) => !known.has(id))
  const all = others.length > 0 ? [...found, ...(await toPeople(db, others))] : found
  return new Map(all.map((outgoing) => [outgoing.delivery.id, outgoing]))
}
