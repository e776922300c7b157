// The whole database as a test sees it: dumped, counted again from its rows, and checked for what is owed.
import { env } from 'cloudflare:workers'
import { KEPT } from './kept.ts'
import type { World } from './world.ts'

const NAMES = `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '_cf_%'
  and name not like 'd1_%' and name not like '${KEPT}%' order by name`

/** Every row of every table, as JSON. */
export async function dump(world: World): Promise<string> {
  const names = (await world.rows<{ name: string }>(NAMES)).map(({ name }) => name)
  const tables = await env.DB.batch(
    names.map((name) => env.DB.prepare(`select * from ${name} order by 1, 2`)),
  )
  return JSON.stringify(names.map((name, i) => [name, tables[i]?.results]))
}

/** The counters of every round, as they stand. */
export const tallies = (world: World) =>
  world.rows(
    `select r.slug, coalesce(t.accepted, 0) as accepted, coalesce(t.assessed, 0) as assessed, coalesce(t.done, 0) as done,
       coalesce(t.held, 0) as held, coalesce(t.failed, 0) as failed
     from rounds r left join round_tallies t on t.round_id = r.id order by r.slug`,
  )

/** The same counters, counted from the rows. */
export const counted = (world: World) =>
  world.rows(
    `select r.slug, count(s.id) as accepted,
       (select count(distinct a.submission_id) from assessments a join submissions o on o.id = a.submission_id
         where a.round_id = r.id and o.set_aside_at is null) as assessed,
       count(s.done_at) as done, count(s.held_at) as held, count(s.failed_at) as failed
     from rounds r left join submissions s on s.round_id = r.id group by r.id order by r.slug`,
  )

const MEASURED = `exists (select 1 from form_versions f where f.hash = r.form_hash and json_extract(f.definition, '$.instrument') is not null)`
const ASSESSED = 'exists (select 1 from assessments a where a.revision_key = r.key)'
const ASSESS_STEPS = `(select count(*) from steps where id = 'assess:' || r.key and submission_id = s.id)`
const DELIVER_STEPS = `(select count(*) from steps where id = 'deliver:' || d.id and submission_id is d.submission_id)`
// The mails that tell what stands now: the last receipt, to where mail goes, and the report of the revision that is not corrected,
// unless somebody handed it over.
const STANDING = `case kind
  when 'receipt' then d.recipient is (select answers ->> 'email' from revisions where key = s.current_revision) and not exists (select 1 from deliveries o where o.subject_id = d.subject_id and o.kind = d.kind and o.generation > d.generation)
  else s.set_aside_at is null and exists (select 1 from assessments a where a.id = d.subject_id and a.revision_key = s.current_revision)
    and not exists (select 1 from handovers h where h.submission_id = s.id and h.at >= d.created_at) end`
const DEAD_OR_FAILED = `(exists (select 1 from steps where submission_id = s.id and dead_at is not null)
  or exists (select 1 from deliveries d where submission_id = s.id and failed_at is not null and ${STANDING}))`

// Each rule with a query for the ids of the rows that break it.
const RULES: Readonly<Record<string, string>> = {
  'owes an assessment if and only if it has one step for it': `select s.id from submissions s join revisions r on r.submission_id = s.id
    where ${ASSESS_STEPS} != (s.held_at is null and s.set_aside_at is null and ${MEASURED} and not ${ASSESSED} and s.current_revision = r.key)`,
  'neither handed over nor failed if and only if it has one step for it, unless it is of what is suspect': `select d.id from deliveries d
    where ${DELIVER_STEPS} != (d.handed_at is null and d.failed_at is null and not exists
      (select 1 from submissions where id = d.submission_id and held_for is not null))`,
  'no step is for nothing': `select id from steps
    where id not in (select 'assess:' || key from revisions) and id not in (select 'deliver:' || id from deliveries)`,
  'done if and only if neither held nor failed, and nothing is owed': `select s.id from submissions s
    where (s.done_at is not null) != (s.held_at is null and s.failed_at is null and not exists (select 1 from steps where submission_id = s.id))`,
  'failed if and only if not held, and a step is dead or a delivery has failed': `select s.id from submissions s
    where (s.failed_at is not null) != (s.held_at is null and ${DEAD_OR_FAILED})`,
  'done, waiting and failed exclude one another': `select id from submissions
    where (done_at is not null) + (held_at is not null) + (failed_at is not null) > 1`,
  'no report is without its assessment, and no assessment without its scores': `select id from deliveries
    where kind = 'report' and subject_id not in (select id from assessments)
    union all select id from assessments where id not in (select assessment_id from scores)`,
  'every report of an answer that counts has a mail, where there is an address': `select a.id from assessments a
    join submissions s on s.current_revision = a.revision_key
    where s.held_at is null and s.withdrawn_at is null and s.set_aside_at is null and s.erased_at is null
      and s.respondent_email is not null
      and not exists (select 1 from deliveries where kind = 'report' and subject_id = a.id)
      and not exists (select 1 from handovers h where h.submission_id = s.id and h.at >= a.created_at)`,
  'no two answers of one respondent count in a round': `select max(id) as id from submissions
    where held_at is null and withdrawn_at is null and set_aside_at is null and erased_at is null
      and round_id in (select id from rounds where practice = 0 and coalesce(answers_per, 'organisation') <> 'any')
    group by round_id, respondent_key, respondent_person having count(*) > 1`,
  'no mail is owed that tells what no longer stands, or that goes where mail no longer goes': `select d.id from deliveries d
    join submissions s on s.id = d.submission_id join revisions r on r.key = s.current_revision
    where d.handed_at is null and d.failed_at is null and (recipient is not r.answers ->> 'email' or
      kind = 'report' and (s.set_aside_at is not null or subject_id not in (select id from assessments where revision_key = s.current_revision)))`,
  'what is suspect is held or set aside': `select id from submissions
    where held_for is not null and held_at is null and set_aside_at is null`,
  'what is suspect owes nothing': `select s.id from submissions s join steps on steps.submission_id = s.id
    where held_for is not null`,
  'what is set aside says by whom, and is not held': `select id from submissions
    where (set_aside_at is null) != (set_aside_by is null) or set_aside_at is not null and held_at is not null`,
  'all assessments of one submission but the newest were replaced': `select a.id from assessments a where (replaced_by is not null)
    != exists (select 1 from assessments b where b.submission_id = a.submission_id and b.rowid > a.rowid)`,
  'the current revision is the last one': `select id from submissions s where current_revision is not
    (select key from revisions where submission_id = s.id order by number desc limit 1)`,
  'no report is said twice to have been handed over': `select min(id) as id from handovers h
    group by submission_id, (select count(*) from assessments a where a.submission_id = h.submission_id and a.created_at <= h.at) having count(*) > 1`,
  'no two mails tell the same thing': `select min(id) as id from deliveries group by subject_id, kind, generation having count(*) > 1`,
}

/** The rows that break a rule of what is owed, each with its rule; none in a database that is right. */
export async function broken(): Promise<{ rule: string; id: string }[]> {
  const statements = Object.entries(RULES).map(([rule, sql]) =>
    env.DB.prepare(`select ? as rule, id from (${sql})`).bind(rule),
  )
  const results = await env.DB.batch<{ rule: string; id: string }>(statements)
  return results.flatMap(({ results }) => results)
}
