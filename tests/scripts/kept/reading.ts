// What staff read of a whole database, as plain data: a migration that changes any of it has lost or made something.

import { type ListPage, type PageWays, pageNumbered } from '../../../src/core/kernel/page.ts'
import type { Scope, ScopeFacts } from '../../../src/core/kernel/scope.ts'
import { comparableName } from '../../../src/core/organisation/organisation.ts'
import { BOARD_LISTS, daysOf } from '../../../src/core/round/board.ts'
import type { Database } from '../../../src/db/database.ts'
import { messagesOf } from '../../../src/db/message/read.ts'
import { waitingIn } from '../../../src/db/network/duties.read.ts'
import { comparableOrganisations, mergesSince } from '../../../src/db/organisation/merge.read.ts'
import {
  contactsOf,
  organisationById,
  organisationsOf,
  relationsOf,
  roleNamesOf,
  rolesOf,
  submissionsOf,
} from '../../../src/db/organisation/read.ts'
import { registrationsOf } from '../../../src/db/organisation/registration.read.ts'
import { reportsToHandOver } from '../../../src/db/report/handover.read.ts'
import {
  type FollowedOrganisation,
  followedOrganisations,
  followedRound,
  roundNumbers,
} from '../../../src/db/round/board.read.ts'
import { NO_FILTER } from '../../../src/db/round/expectation.read.ts'
import { roundsIn } from '../../../src/db/round/staff.read.ts'
import { deadSteps } from '../../../src/db/step/read.ts'
import { heldAnswers } from '../../../src/db/submission/held.read.ts'
import { readLedger } from '../../../src/db/submission/ledger.read.ts'
import { ledgerCounts, ledgerEntries } from '../../../src/db/submission/network-ledger.read.ts'

/** Every row of a list that is told page by page. */
async function everyPage<Row>(read: (page: number) => Promise<{ found: readonly Row[] }>): Promise<Row[]> {
  const all: Row[] = []
  for (let page = 1; ; page++) {
    const { found } = await read(page)
    if (found.length === 0) return all
    all.push(...found)
  }
}

/** Every row of a list whose pages lead from one to the next. */
async function everyListed<Row>(
  read: (page: ListPage) => Promise<{ readonly found: readonly Row[] } & PageWays>,
): Promise<Row[]> {
  const all: Row[] = []
  for (let page: ListPage | null = pageNumbered(1); page !== null; ) {
    const { found, later } = await read(page)
    all.push(...found)
    page = later
  }
  return all
}

const asCompared = (row: FollowedOrganisation): FollowedOrganisation => ({
  ...row,
  name: row.name && comparableName(row.name),
})

async function roundAsRead(scope: Scope, db: Database, id: string, now: number) {
  const followed = await followedRound(scope, db, id)
  if (!followed) throw new Error(`no round ${id}`)
  const asked = {
    round: followed.round,
    days: daysOf(followed.round, scope.network.timeZone, now),
    filter: NO_FILTER,
  }
  const lists: Record<string, unknown> = {}
  for (const list of BOARD_LISTS) {
    const rows = await everyPage((page) =>
      followedOrganisations(scope as Scope<'organisations'>, db, asked, { list, page }),
    )
    // Who is not known was listed under the name as it is compared.
    lists[list] = list === 'unknown' ? rows.map(asCompared) : rows
  }
  const tally = followed.tally
  return {
    tally: tally && [tally.accepted, tally.assessed, tally.done, tally.held, tally.failed, tally.expired],
    numbers: await roundNumbers(scope, db, asked),
    lists,
  }
}

async function organisationAsRead(scope: Scope<'coordination'>, db: Database, id: string) {
  const organisation = await organisationById(scope, db, id)
  if (!organisation) throw new Error(`no organisation ${id}`)
  return {
    organisation,
    roles: await rolesOf(scope, db, organisation),
    contacts: await contactsOf(scope, db, organisation),
    relations: await relationsOf(scope, db, organisation),
    sent: await submissionsOf(scope, db, organisation),
  }
}

async function networkAsRead(scope: Scope<'coordination'>, db: Database, now: number) {
  const rounds: Record<string, unknown> = {}
  for (const round of await roundsIn(scope, db))
    rounds[round.slug] = await roundAsRead(scope, db, round.id, now)
  const ledger: Record<string, unknown> = {}
  for (const isPractice of [false, true]) {
    ledger[`account ${isPractice}`] = await ledgerCounts(scope, db, isPractice)
    for (const state of ['done', 'waiting', 'owed', 'failed'] as const) {
      const rows = await everyListed((page) => ledgerEntries(scope, db, { state, page, isPractice }))
      ledger[`${state} ${isPractice}`] = rows.map(({ sent, ...row }) => ({
        reference: sent.submission.reference,
        district: sent.submission.respondentDistrict,
        ...row,
      }))
    }
  }
  const { held, total } = await heldAnswers(scope, db)
  const registrations = await everyListed((page) => registrationsOf(scope, db, page))
  const messages = await everyListed((page) => messagesOf(scope, db, { filter: 'all', typed: '', page }))
  const trouble = await everyListed((page) => messagesOf(scope, db, { filter: 'trouble', typed: '', page }))
  const today = new Date(now).toISOString().slice(0, 10)
  const wanted = { name: '', district: '', role: '', status: '' }
  const listed = await everyListed((page) => organisationsOf(scope, db, wanted, { page, today }))
  return {
    rounds,
    ledger,
    held: { total, references: held.map(({ submission }) => submission.reference) },
    registrations: registrations.map(({ sent, decision }) => ({
      reference: sent.submission.reference,
      decision,
    })),
    messages: messages.map(({ sent, ...mail }) => ({ reference: sent.submission.reference, ...mail })),
    trouble: trouble.map(({ id }) => id),
    dead: (await everyListed((page) => deadSteps(scope, db, page))).map(({ sent, ...step }) => ({
      reference: sent?.submission.reference ?? null,
      ...step,
    })),
    toHandOver: (await everyListed((page) => reportsToHandOver(scope, db, page))).map(
      ({ sent, ...report }) => ({ reference: sent.submission.reference, ...report }),
    ),
    duties: await waitingIn(db, scope.network.id, now),
    listed,
    organisations: await Promise.all(listed.map(({ id }) => organisationAsRead(scope, db, id))),
    known: await comparableOrganisations(scope, db),
    merges: (await mergesSince(scope, db, 0)).map(({ id, kept, merged, by, mergedAt }) => ({
      id,
      kept,
      merged,
      by,
      mergedAt,
    })),
    roleNames: await roleNamesOf(scope, db),
  }
}

/** Everything that the administrators of each network read at a moment (ms UTC). */
export async function everythingRead(db: Database, networks: readonly ScopeFacts[], now: number) {
  const read: Record<string, unknown> = { ledger: await readLedger(db) }
  // Minted by the table of access alone in the application; here nobody asks for a page.
  for (const facts of networks)
    read[facts.network.slug] = await networkAsRead(facts as Scope<'coordination'>, db, now)
  return read
}
