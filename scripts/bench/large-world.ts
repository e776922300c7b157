// A network of thousands of organisations as SQL: six rounds of half a year each, what was sent, mailed and registered.
import { districtsOf } from '../../src/core/place/regions.ts'
import { demoNetwork } from '../demo.ts'

const DAY = 86_400_000
export const LARGE_ROUNDS = 6
/** How many answers of a round are held, and how many registrations wait: as many as people can look after. */
const HELD_EACH = 200
const WAITING = 40

const literal = (words: readonly string[]): string => `'${JSON.stringify(words).replaceAll("'", "''")}'`
const districts = districtsOf(demoNetwork.provinces).map(({ code }) => code)
const DISTRICT_COUNT = districts.length
const DISTRICTS = literal(districts)
const LEGAL = literal(['Yayasan', 'Perkumpulan', 'Lembaga', 'Forum', 'Komunitas'])
const FIRST = literal(
  'Bina Karya Cahaya Mitra Harapan Insan Rumah Sahabat Peduli Lentera Wahana Swara Graha Tunas Pelita Suara'.split(
    ' ',
  ),
)
const SECOND = literal(
  'Sejahtera Mandiri Lestari Abadi Nusantara Bersama Madani Utama Pertiwi Kencana Gemilang Persada Sentosa Raharja'.split(
    ' ',
  ),
)
const THIRD = literal(
  'Melati Kenanga Anggrek Cempaka Mawar Dahlia Flamboyan Teratai Seruni Kamboja Bougenvil Wijaya'.split(' '),
)

/** One of some words, by a number as SQL. */
const pick = (words: string, number: string): string =>
  `json_extract(${words}, '$[' || ((${number}) % json_array_length(${words})) || ']')`

/**
 * The statements. Every organisation is a member since 2024, every third a forum too. All but every fifth answered each round;
 * every twentieth of these has no address, every fiftieth of its mails came back. Half have registered.
 */
export function largeSql(organisations: number, now: number): readonly string[] {
  const network = `'${demoNetwork.id}'`
  const o = `o(i) as (select 0 union all select i + 1 from o where i + 1 < ${organisations})`
  const rounds = `r(k, opens) as (select 0, ${now - 60 * DAY} union all select k + 1, opens - ${182 * DAY} from r where k + 1 < ${LARGE_ROUNDS})`
  const district = pick(DISTRICTS, 'o.i')
  // No two of a district are called alike, but for every 200th organisation, which is the one before it with a slip.
  const nth = `((o.i - iif(o.i % 200 = 199, ${DISTRICT_COUNT}, 0)) / ${DISTRICT_COUNT})`
  const name = `${pick(LEGAL, 'o.i')} || ' ' || ${pick(FIRST, nth)} || ' ' || ${pick(SECOND, `${nth} / 16`)}
    || ' ' || ${pick(THIRD, `${nth} / 224 + o.i % ${DISTRICT_COUNT}`)} || iif(o.i % 200 = 199, 'a', '')`
  const id = `'m' || r.k || '-' || o.i`
  const answers = `from o, r where (o.i + r.k) % 5 > 0`
  const isHeld = `o.i % ${Math.max(40, Math.floor(organisations / HELD_EACH))} = 0`
  const hasAddress = `(o.i + 3 * r.k) % 20 > 0`
  const counting = `${answers} and not (${isHeld})`
  const sentAt = `r.opens + ${DAY} + o.i * 1000`
  const both = `with recursive ${o}, ${rounds}`
  const mail = (kind: string, subject: string, generation: string) =>
    `${both} insert into deliveries (id, network_id, submission_id, kind, subject_id, generation, recipient, locale, provider_id, handed_at, bounced_at, created_at)
     select ${id} || '${kind}', ${network}, ${id}, '${kind}', ${subject}, ${generation}, 'x' || o.i || '@contoh.example', 'id',
       ${id} || '${kind}', ${sentAt} + 2000, iif(o.i % 50 = 1, ${sentAt} + 9000, null), ${sentAt} + 1000
     ${kind === 'receipt' ? answers : counting} and ${hasAddress}`
  const registering = `with recursive ${o} `
  const registered = `from o cross join rounds r where r.slug = 'daftar' and o.i % 2 = 0`
  return [
    `with recursive ${o} insert into organisations (id, network_id, district, status, confirmed_at, created_at)
     select 'm' || i, ${network}, ${district}, 'active', 0, 0 from o`,
    `with recursive ${o} insert into organisation_names (id, network_id, organisation_id, kind, name, normalised, created_at)
     select 'm' || i, ${network}, 'm' || i, 'official', ${name}, lower(${name}), 0 from o`,
    `with recursive ${o} insert into contacts (id, network_id, organisation_id, email, locale, created_at)
     select 'm' || i, ${network}, 'm' || i, 'x' || i || '@contoh.example', 'id', 0 from o`,
    `with recursive ${o} insert into roles (id, network_id, organisation_id, role, from_day)
     select 'm' || i, ${network}, 'm' || i, 'member', '2020-01-01' from o
     union all select 'f' || i, ${network}, 'm' || i, 'forum', '2020-01-01' from o where i % 3 = 0`,
    `with recursive ${rounds} insert into rounds (id, network_id, slug, form_id, form_version, form_hash, kind, title, opens_at, closes_at, audience, audience_roles, framing, review_policy, created_at)
     select 'mr' || k, ${network}, 'mr' || k, form_id, form_version, form_hash, 'survey', '{"id":"Putaran ' || k || '","en":"Round ' || k || '"}',
       r.opens, r.opens + ${120 * DAY}, 'roles', '["member"]', 'nobody', 'none', 0
     from r cross join rounds known where known.slug = 'iko-2026-2'`,
    `${both} insert into submissions (id, network_id, round_id, respondent_key, respondent_name, respondent_district, respondent_email, organisation_id, matched_by, reference, locale, held_at, done_at, current_revision, created_at)
     select ${id}, ${network}, 'mr' || r.k, ${district} || '/' || lower(${name}), ${name}, ${district},
       iif(${hasAddress}, 'x' || o.i || '@contoh.example', null), 'm' || o.i, 'name', ${id}, 'id',
       iif(${isHeld}, ${sentAt}, null), iif(${isHeld}, null, ${sentAt} + 3000), ${id}, ${sentAt} ${answers}`,
    `${both} insert into revisions (key, network_id, submission_id, number, form_hash, answers, answers_mac, locale, created_at)
     select ${id}, ${network}, ${id}, 1, known.form_hash, '{}', '', 'id', ${sentAt}
     from o, r cross join rounds known where known.slug = 'iko-2026-2' and (o.i + r.k) % 5 > 0`,
    `${both} insert into assessments (id, network_id, submission_id, revision_key, organisation_id, round_id, instrument_id, instrument_version, rules_hash, created_at)
     select ${id}, ${network}, ${id}, ${id}, 'm' || o.i, 'mr' || r.k, 'iko', 1, '', ${sentAt} + 500 ${counting}`,
    mail('receipt', id, '0'),
    mail('report', id, '0'),
    `${registering} insert into submissions (id, network_id, round_id, respondent_key, respondent_name, respondent_district, respondent_email, organisation_id, matched_by, reference, locale, done_at, current_revision, created_at)
     select 'g' || o.i, ${network}, r.id, ${district} || '/' || lower(${name}), ${name}, ${district}, null,
       iif(o.i < ${2 * WAITING}, null, 'm' || o.i), 'registration', 'g' || o.i, 'id', 1, 'g' || o.i, ${now - 90 * DAY} + o.i ${registered}`,
    `${registering} insert into revisions (key, network_id, submission_id, number, form_hash, answers, answers_mac, locale, created_at)
     select 'g' || o.i, ${network}, 'g' || o.i, 1, r.form_hash, '{}', '', 'id', 1 ${registered}`,
    `${registering} insert into registrations (submission_id, network_id, outcome, organisation_id, decided_by, decided_at)
     select 'g' || o.i, ${network}, 'confirmed', 'm' || o.i, '', ${now - 80 * DAY} + o.i ${registered} and o.i >= ${2 * WAITING}`,
    `insert or replace into round_tallies (round_id, network_id, accepted, assessed, done, held, failed)
     select s.round_id, s.network_id, count(*), count(a.id), count(s.done_at), count(s.held_at), 0
     from submissions s left join assessments a on a.submission_id = s.id
     group by s.round_id`,
  ]
}
