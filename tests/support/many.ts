// A network that many follow, as SQL: organisations with names and roles, rounds that ask them, and what they sent.

/** How much there is, and in which network. */
export interface Many {
  readonly network: string
  /** What every id begins with. */
  readonly prefix: string
  readonly organisations: number
  readonly rounds: number
  /** When the first round opens (ms UTC); each later one opens a week after the one before it. */
  readonly opensAt: number
}

const WEEK = 7 * 86_400_000

/**
 * The statements that make it. Every organisation is a member since 2026; all but every fifth answered each round, every
 * fortieth of these answers is held, and the others are assessed, with a receipt and a report of which some came back.
 */
export function manySql({ network, prefix: p, organisations, rounds, opensAt }: Many): readonly string[] {
  const numbers = (name: string, count: number) =>
    `${name}(i) as (select 0 union all select i + 1 from ${name} where i + 1 < ${count})`
  const o = numbers('o', organisations)
  const both = `${o}, ${numbers('r', rounds)}`
  const answers = `from o, r where (o.i + r.i) % 5 > 0`
  const id = `'${p}' || r.i || '-' || o.i`
  const counting = `${answers} and o.i % 40 > 0`
  const mail = (kind: string) =>
    `with recursive ${both} insert into deliveries (id, network_id, submission_id, kind, subject_id, recipient, locale, handed_at, bounced_at, created_at)
     select ${id} || '${kind}', '${network}', ${id}, '${kind}', ${id}, 'x@contoh.example', 'id', 1, case when o.i % 50 = 1 then 1 end, 1 ${kind === 'receipt' ? answers : counting}`
  return [
    `with recursive ${o} insert into organisations (id, network_id, district, status, confirmed_at, created_at)
     select '${p}' || i, '${network}', '35.' || printf('%02d', 1 + i % 29), 'active', 0, 0 from o`,
    `with recursive ${o} insert into organisation_names (id, network_id, organisation_id, kind, name, normalised, created_at)
     select '${p}' || i, '${network}', '${p}' || i, 'official', 'Organisasi Contoh ' || i, 'organisasi contoh ' || i, 0 from o`,
    `with recursive ${o} insert into roles (id, network_id, organisation_id, role, from_day)
     select '${p}' || i, '${network}', '${p}' || i, 'member', '2026-01-01' from o`,
    `with recursive ${numbers('r', rounds)} insert into rounds (id, network_id, slug, form_id, form_version, kind, title, opens_at, audience, audience_roles, framing, review_policy, created_at)
     select '${p}r' || i, '${network}', '${p}r' || i, 'iko', 1, 'survey', '{"id":"Putaran ' || i || '","en":"Round ' || i || '"}', ${opensAt} + i * ${WEEK}, 'roles', '["member"]', 'nobody', 'none', 0 from r`,
    `with recursive ${both} insert into submissions (id, network_id, round_id, respondent_key, organisation_id, reference, locale, held_at, current_revision, created_at)
     select ${id}, '${network}', '${p}r' || r.i, '35.01/organisasi contoh ' || o.i, '${p}' || o.i, ${id}, 'id', case when o.i % 40 = 0 then 1 end, ${id}, 0 ${answers}`,
    `with recursive ${both} insert into revisions (key, network_id, submission_id, number, form_hash, answers, answers_mac, locale, created_at)
     select ${id}, '${network}', ${id}, 1, '', '{}', '', 'id', 0 ${answers}`,
    `with recursive ${both} insert into assessments (id, network_id, submission_id, revision_key, round_id, instrument_id, instrument_version, rules_hash, created_at)
     select ${id}, '${network}', ${id}, ${id}, '${p}r' || r.i, 'iko', 1, '', 0 ${counting}`,
    mail('receipt'),
    mail('report'),
    `insert into round_tallies (round_id, network_id, accepted)
     select round_id, network_id, count(*) from submissions where round_id like '${p}r%' group by round_id`,
  ]
}
