// A report that somebody handed over by WhatsApp, because no mail could.
import { type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../core/kernel/scope.ts'
import type { Database } from '../database.ts'
import { isOfMail } from '../facts/step.ts'
import { countsInRound, districtOfAnswer, respondentDistrict } from '../facts/submission.ts'
import { stillCoordinates } from '../facts/theirs.ts'
import { changeAndRecount } from '../submission/tally.write.ts'
import { guarded, type StaffEvent } from '../write.ts'

type Coordinating = Scope<'coordination'>

/** Whose report it is (`s`), as long as there is one to hand over. */
const mayHandOver = (scope: Coordinating, submission: string): SQL => sql`
  s.id = ${submission} and s.network_id = ${scope.network.id} and ${countsInRound('s')}
  and ${stillCoordinates(scope, respondentDistrict('s'))}
  and exists (select 1 from assessments a where a.submission_id = s.id and a.revision_key = s.current_revision)`

const inTheirs = (scope: Coordinating, submission: string): SQL =>
  sql`exists (select 1 from submissions s where ${mayHandOver(scope, submission)})`

const ofReports = (submission: string): SQL => sql`
  dead_at is not null and submission_id = ${submission}
  and ${isOfMail('steps', sql`kind = 'report'`)}`

/** Whether the report that stands was handed over by hand already. */
const isByHand = (submission: string): SQL => sql`exists (
  select 1 from handovers h join submissions s on s.id = h.submission_id
    join assessments a on a.submission_id = s.id and a.revision_key = s.current_revision
  where s.id = ${submission} and h.at >= a.created_at)`

/** Writes what was handed over: its event is kept where the first statement changes a row. */
async function writeHandover(
  scope: Coordinating,
  db: Database,
  { submission, verb, now }: Pick<StaffEvent, 'verb'> & { readonly submission: string; readonly now: number },
  [deciding, ...others]: readonly [SQL, ...SQL[]],
): Promise<void> {
  await guarded(scope, db, {
    may: inTheirs(scope, submission),
    now,
    event: {
      verb,
      subject: 'submission',
      id: submission,
      district: districtOfAnswer(submission),
    },
    statements: (event) => changeAndRecount(sql`s.id = ${submission}`, [deciding, event, ...others], now),
  })
}

/**
 * Keeps that a report was handed over, once however often it is said. A mail that could not be sent is given up, and tells
 * why; its answer counts as done.
 */
export async function storeHandover(
  scope: Coordinating,
  db: Database,
  row: { readonly id: string; readonly submission: string; readonly now: number },
): Promise<void> {
  const { id, submission, now } = row
  const holds = inTheirs(scope, submission)
  await writeHandover(scope, db, { submission, verb: 'handOver', now }, [
    sql`
      insert into handovers (id, network_id, submission_id, person_id, at)
      select ${id}, s.network_id, s.id, ${scope.person.id}, ${now} from submissions s
      where ${mayHandOver(scope, submission)} and not ${isByHand(submission)}
      on conflict do nothing`,
    sql`
      update deliveries set failed_at = ${now}, reason = (select reason from steps where id = 'deliver:' || deliveries.id)
      where submission_id = ${submission} and kind = 'report' and handed_at is null and failed_at is null and ${holds}
        and exists (select 1 from steps where id = 'deliver:' || deliveries.id and dead_at is not null)`,
    sql`delete from steps where ${ofReports(submission)} and ${holds}`,
  ])
}

/** Takes back that a report was handed over: what had failed counts as failed again. */
export const takeHandoverBack = (
  scope: Coordinating,
  db: Database,
  submission: string,
  now: number,
): Promise<void> =>
  writeHandover(scope, db, { submission, verb: 'takeBack', now }, [
    sql`delete from handovers where submission_id = ${submission} and ${inTheirs(scope, submission)}`,
  ])
