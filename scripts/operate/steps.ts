// Steps as whoever operates Simpul sees them, and the statements that make those that failed due again.
import { withoutAddresses } from '../../src/core/kernel/mask.ts'
import { classText } from '../../src/db/facts/step.ts'
import { literal } from './rows.ts'

/** What is to be tried again: named steps, every dead step, or every mail that the mail service refused. */
export type Again = { readonly ids: readonly string[] } | 'dead' | 'refused'

const MAIL = "'deliver:' || deliveries.id"
const DEAD = 'dead_at is not null'
// A report that somebody handed over since is no failure any more.
const BY_HAND = `deliveries.kind = 'report' and exists (
  select 1 from handovers h where h.submission_id = deliveries.submission_id and h.at >= deliveries.created_at)`
const REFUSED = `deliveries.failed_at is not null and handed_at is null and not (${BY_HAND})`

// Every statement names the same steps by this; only the last two change what it finds.
const namedBy = (again: Again): string => {
  if (again === 'dead') return `(select id from steps where ${DEAD})`
  if (again === 'refused') return `(select ${MAIL} from deliveries where ${REFUSED})`
  return `(select value from json_each(${literal(again.ids)}))`
}

/**
 * The statements, for one batch, that make dead steps and refused mails due now. The first gives how many (`due`).
 * A submission counts as failed once, whatever failed of it, so it stops to count only when nothing else of it has
 * failed. What is not dead or refused is left alone: run again they change nothing.
 */
export function retrySql(again: Again, now: number): readonly string[] {
  const named = namedBy(again)
  const deadStep = `select 1 from steps where submission_id = submissions.id and ${DEAD} and id`
  const failedMail = `select 1 from deliveries where submission_id = submissions.id and failed_at is not null and not (${BY_HAND}) and ${MAIL}`
  const mended = `
    failed_at is not null
    and (exists (${deadStep} in ${named}) or exists (${failedMail} in ${named} and handed_at is null))
    and not exists (${deadStep} not in ${named})
    and not exists (${failedMail} not in ${named})`
  return [
    `select (select count(*) from steps where ${DEAD} and id in ${named})
      + (select count(*) from deliveries where ${REFUSED} and ${MAIL} in ${named}) as due`,
    `update round_tallies set failed = failed - (
        select count(*) from submissions where submissions.round_id = round_tallies.round_id and ${mended})
      where round_id in (select round_id from submissions where ${mended})`,
    `update submissions set failed_at = null where ${mended}`,
    `insert or ignore into steps (id, network_id, submission_id, kind, subject_id, class, due_at, created_at)
      select ${MAIL}, network_id, submission_id, 'deliver', deliveries.id, ${classText('deliveries.kind')}, ${now}, ${now} from deliveries
      where ${REFUSED} and ${MAIL} in ${named}`,
    `update steps set dead_at = null, reason = null, lease_until = null, attempts = 0, due_at = ${now}, created_at = ${now}
      where ${DEAD} and id in ${named}`,
    `update deliveries set failed_at = null, reason = null where ${REFUSED} and ${MAIL} in ${named}`,
  ]
}

const MOST = 200

/** The statements that read the ledger, what is owed or dead, and what mail was refused; the longest waiting first. */
export const listSql: readonly string[] = [
  `select coalesce(sum(accepted), 0) as accepted, coalesce(sum(done), 0) as done, coalesce(sum(held), 0) as held,
    coalesce(sum(failed), 0) as failed from round_tallies`,
  `select steps.id, reference, deliveries.kind as kind, attempts, dead_at as deadAt, due_at as dueAt, steps.created_at as createdAt, steps.reason
    from steps left join submissions on submissions.id = steps.submission_id
      left join deliveries on deliveries.id = coalesce(steps.subject_id, substr(steps.id, 9))
    order by dead_at is null, steps.created_at limit ${MOST}`,
  `select ${MAIL} as id, reference, kind, deliveries.failed_at as failedAt, reason
    from deliveries left join submissions on submissions.id = deliveries.submission_id
    where deliveries.failed_at is not null and handed_at is null and not (${BY_HAND}) order by deliveries.failed_at limit ${MOST}`,
]

type Cell = string | number | null

/** A row of a list, by the names of its columns. */
export type Listed = Readonly<Record<string, Cell>>

/** How long ago a moment was, in the largest unit that fits: `40 s`, `3 h`. */
export function ago(moment: number, now: number): string {
  const seconds = Math.max(0, Math.round((now - moment) / 1000))
  if (seconds < 120) return `${seconds} s`
  if (seconds < 2 * 3600) return `${Math.round(seconds / 60)} min`
  if (seconds < 2 * 86_400) return `${Math.round(seconds / 3600)} h`
  return `${Math.round(seconds / 86_400)} days`
}

const told = (reason: Cell | undefined): string =>
  withoutAddresses(String(reason ?? 'no reason yet'))
    .replace(/\s+/g, ' ')
    .slice(0, 160)

/** What a step is for: `receipt mail for KX4-RT7-WN5`, `assess for …`. */
const about = ({ id, kind, reference }: Listed): string =>
  `${kind === null ? String(id).split(':')[0] : `${kind} mail`} for ${reference ?? 'no submission'}`

/** The lists as lines for a person: never an answer, never an address. */
export function listLines([ledger, steps, refused]: readonly (readonly Listed[])[], now: number): string[] {
  const { accepted = 0, done = 0, held = 0, failed = 0 } = ledger?.[0] ?? {}
  const owed = Number(accepted) - Number(done) - Number(held) - Number(failed)
  const when = (moment: Cell | undefined) => ago(Number(moment), now)
  const dead = (steps ?? []).filter(({ deadAt }) => deadAt !== null)
  const alive = (steps ?? []).filter(({ deadAt }) => deadAt === null)
  const section = (title: string, lines: readonly string[]) => (lines.length > 0 ? ['', title, ...lines] : [])
  return [
    `Submissions: ${accepted} accepted = ${done} done + ${held} waiting for a person + ${owed} owed + ${failed} failed.`,
    ...section(
      'Dead steps: nothing tries them again until you say so.',
      dead.map(
        (row) =>
          `  ${row.id}  ${about(row)}, dead for ${when(row.deadAt)} at try ${row.attempts}: ${told(row.reason)}`,
      ),
    ),
    ...section(
      'Refused mails: the mail service will never take them as they are.',
      (refused ?? []).map(
        (row) => `  ${row.id}  ${about(row)}, refused ${when(row.failedAt)} ago: ${told(row.reason)}`,
      ),
    ),
    ...section(
      'Owed steps: they are tried by themselves.',
      alive.map((row) => {
        const next = Number(row.dueAt) > now ? `next try in ${ago(now, Number(row.dueAt))}` : 'due now'
        const tries = Number(row.attempts) > 0 ? `, try ${row.attempts} said: ${told(row.reason)}` : ''
        return `  ${row.id}  ${about(row)}, owed for ${when(row.createdAt)}, ${next}${tries}`
      }),
    ),
  ]
}
