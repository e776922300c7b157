// The demo of a fresh copy: two networks with organisations, staff, three rounds that are over, one that takes answers, and one for practice.
// What was sent is sent through the Worker's own code, so scores, counts and what is owed are what the Worker makes of it.
import { newId } from '../../src/core/kernel/id.ts'
import { respondentKey } from '../../src/core/organisation/organisation.ts'
import { districtsOf } from '../../src/core/place/regions.ts'
import type { Database } from '../../src/db/database.ts'
import { demoAdministrator, demoNetwork, demoRounds } from '../demo.ts'
import {
  administratorRows,
  formRows,
  insert,
  literal,
  networkRow,
  newestForm,
  roundRows,
} from '../operate/rows.ts'
import { finishedSendings, openSendings, registrationSending } from './answers.ts'
import { type Calendar, calendarOf, type DemoSurvey, finishedSurveys, openSurvey } from './calendar.ts'
import { type Dice, diceFrom } from './chance.ts'
import { doubleRows } from './doubles.ts'
import { demoLogo } from './logo.ts'
import { organisationsIn } from './organisations.ts'
import { isAsleep, type Registered, registered, registryRows, relationRows } from './registry.ts'
import { demoAudience, demoLogoAlt, demoPrivacy, demoRoleNames, secondNetwork, staffRows } from './staff.ts'
import { type Sending, stageOn } from './stage.ts'

// Any number makes a demo; this one is kept, so that what is seen stays the same.
const SEED = 20261124
/** Days ago on which the networks began. */
const BEGAN = 620

const REGISTRATION = 'daftar'
const OPEN = 'iko-2026-2'
const SECOND_SURVEY = 'iko-pesisir-2026'
const PRACTICE = 'latihan-iko'

/** The networks with their staff and what they have set. */
async function networkRows(calendar: Calendar, dice: Dice): Promise<readonly string[]> {
  const at = calendar.at(BEGAN)
  const year = (number: number, from: number, to: number) =>
    insert('programme_years', {
      id: newId({ now: () => at }, dice),
      network_id: demoNetwork.id,
      name: { id: `Tahun program ${number}`, en: `Programme year ${number}` },
      from_day: `${from}-04-01`,
      to_day: `${to}-03-31`,
      created_at: at,
    })
  const first = Number(calendar.day(BEGAN).slice(0, 4))
  const logo = await demoLogo()
  return [
    networkRow(demoNetwork, at),
    ...staffRows(at + 1),
    `update networks set role_names = ${literal(demoRoleNames)};`,
    ...demoRoleNames.map(({ key, name }, position) =>
      insert('network_roles', { network_id: demoNetwork.id, key, name, position }),
    ),
    `update networks set quiet_days = ${literal({ weekdays: [7], days: [] })}, privacy_notice = ${literal(demoPrivacy.notice)}, privacy_contact = ${literal(demoPrivacy.contact)} where id = ${literal(demoNetwork.id)};`,
    `insert into network_logos (network_id, media_type, bytes, width, height, alt, hash, created_at) values (${literal(demoNetwork.id)}, 'image/png', x'${logo.hex}', ${logo.width}, ${logo.height}, ${literal(demoLogoAlt)}, ${literal(logo.hash)}, ${at});`,
    year(1, first, first + 1),
    year(2, first + 1, first + 2),
    ...administratorRows(demoAdministrator, at),
  ]
}

/** Forms and rounds, each opened when the calendar says so. */
async function rounds(calendar: Calendar): Promise<readonly string[]> {
  const versions = await formRows(calendar.at(BEGAN))
  const formOf = (id: string) => {
    const form = newestForm(versions, id)
    if (!form) throw new Error(`the demo opens a form that is not there: ${id}`)
    return form
  }
  const survey = (one: Omit<DemoSurvey, 'share'>, networkId: string) => {
    const times = { opensAt: calendar.at(one.opened), closesAt: calendar.at(one.closes, '23:59') }
    const { id, slug, title, reference } = one
    return roundRows(
      { id, slug, title, reference, ...times, networkId, asked: formOf('iko'), kind: 'survey' },
      calendar.at(one.opened + 10),
    )
  }
  const own = demoRounds.flatMap(({ form, daysOpen, ...round }) => {
    const opened = round.slug === REGISTRATION ? BEGAN : openSurvey.opened
    const times = {
      opensAt: calendar.at(opened),
      closesAt: daysOpen === null ? null : calendar.at(-daysOpen, '23:59'),
    }
    return roundRows(
      { ...round, ...times, asked: formOf(form), networkId: demoNetwork.id },
      calendar.at(opened),
    )
  })
  const second: Omit<DemoSurvey, 'share'> = {
    id: '01900000-0000-7000-8000-000000000121',
    slug: SECOND_SURVEY,
    title: { id: 'IKO 2026 pesisir', en: 'IKO 2026, coast' },
    reference: { from: '2026-01-01', to: '2026-12-31' },
    opened: 15,
    closes: -30,
  }
  const practice = {
    id: '01900000-0000-7000-8000-000000000131',
    networkId: demoNetwork.id,
    slug: PRACTICE,
    asked: formOf('iko'),
    kind: 'survey',
    title: { id: 'Latihan mengisi IKO', en: 'Practise filling in the IKO' },
    opensAt: calendar.at(openSurvey.opened + 10),
    closesAt: null,
    reference: null,
  } as const
  const audience = literal(demoAudience)
  return [
    ...versions.map(({ sql }) => sql),
    ...own,
    ...finishedSurveys.flatMap((one) => survey(one, demoNetwork.id)),
    ...survey(second, secondNetwork.id),
    `update rounds set audience = 'roles', audience_roles = ${audience} where kind = 'survey';`,
    ...roundRows(practice, practice.opensAt),
    `update rounds set practice = 1 where slug = '${PRACTICE}';`,
    // As if it had been told yesterday, so that this morning's digest goes out.
    `update networks set digested_day = '${calendar.day(1)}' where id = '${demoNetwork.id}';`,
  ]
}

/** Those who registered by the form: the last of the members, and two more whom nobody confirmed. */
interface Newcomers {
  readonly confirmed: readonly Registered[]
  readonly declined: Registered
  readonly waiting: Registered
}

function newcomersAmong(organisations: readonly Registered[], calendar: Calendar, dice: Dice): Newcomers {
  const confirmed = organisations.slice(-4)
  const [one, other] = organisations
  if (!one || !other) throw new Error('the demo has no organisations')
  const stranger = (like: Registered, name: string): Registered => ({
    ...like,
    id: newId({ now: () => calendar.today }, dice),
    name,
    contact: { name: 'Tono Contoh', position: 'Ketua' },
    email: `pendaftar${like.number}@contoh.example`,
    role: 'member',
  })
  return {
    confirmed,
    declined: stranger(one, 'Toko Serba Ada Contoh'),
    // Nearly the name of one that is there.
    waiting: stranger(other, `${other.name} Baru`),
  }
}

/** Everything that was sent, in the order of its moments. */
function sendings(
  organisations: readonly Registered[],
  { confirmed, declined, waiting }: Newcomers,
  second: readonly Registered[],
  calendar: Calendar,
  dice: Dice,
): readonly Sending[] {
  const old = organisations.filter((one) => !confirmed.includes(one) && !isAsleep(one))
  const awake = organisations.filter((one) => !isAsleep(one))
  const all = [
    ...finishedSurveys.flatMap((survey, round) => finishedSendings(survey, round, old, calendar, dice)),
    ...openSendings(OPEN, openSurvey.opened, openSurvey.share, awake, calendar, dice),
    ...openSendings(SECOND_SURVEY, 14, 1, second.slice(0, 1), calendar, dice).map((one) => ({
      ...one,
      isStuck: false,
    })),
    ...confirmed.map((one, index) =>
      registrationSending(REGISTRATION, one, calendar.at(160 - index * 10, '09:15')),
    ),
    registrationSending(REGISTRATION, declined, calendar.at(60, '14:40')),
    registrationSending(REGISTRATION, waiting, calendar.at(3, '19:05')),
  ]
  return all.toSorted((a, b) => a.sent - b.sent)
}

/** What people decided afterwards, with the mails that told of it, and what they handed over. */
function afterwards({ confirmed, declined }: Newcomers, calendar: Calendar, dice: Dice): readonly string[] {
  const submissionOf = ({ name, district }: Registered) =>
    `(select s.id from submissions s join rounds r on r.id = s.round_id where r.slug = '${REGISTRATION}' and s.respondent_key = ${literal(respondentKey(name, district.code))})`
  const decided = (one: Registered, outcome: 'confirmed' | 'declined', at: number): readonly string[] => [
    `insert into registrations (submission_id, network_id, outcome, reason, organisation_id, decided_by, decided_at) values (${submissionOf(one)}, ${literal(demoNetwork.id)}, '${outcome}', ${outcome === 'declined' ? "'Bukan organisasi masyarakat sipil.'" : 'null'}, ${outcome === 'confirmed' ? literal(one.id) : 'null'}, ${literal(demoAdministrator.personId)}, ${at});`,
    ...(one.email === null
      ? []
      : [
          `insert into deliveries (id, network_id, kind, subject_id, recipient, locale, handed_at, created_at) select ${literal(newId({ now: () => at }, dice))}, network_id, '${outcome}', id, ${literal(one.email)}, locale, ${at + 20_000}, ${at} from submissions where id = ${submissionOf(one)};`,
        ]),
  ]
  // Found by name and district, as the registry finds them.
  const organisation = `(select n.organisation_id from organisation_names n join organisations o on o.id = n.organisation_id where n.network_id = submissions.network_id and n.kind = 'official' and o.district || '/' || n.normalised = submissions.respondent_key)`
  return [
    `update submissions set organisation_id = ${organisation}, matched_by = 'name' where ${organisation} is not null;`,
    'update assessments set organisation_id = (select organisation_id from submissions where id = submission_id);',
    ...confirmed.flatMap((one, index) => {
      const at = calendar.at(158 - index * 10, '11:00')
      return [
        ...decided(one, 'confirmed', at),
        `update organisations set registration_id = ${submissionOf(one)}, confirmed_at = ${at}, created_at = ${at} where id = ${literal(one.id)};`,
        `update roles set from_day = ${literal(calendar.day(158 - index * 10))} where organisation_id = ${literal(one.id)};`,
      ]
    }),
    ...decided(declined, 'declined', calendar.at(59, '10:00')),
    // A report without an address for mail was handed over by WhatsApp.
    `insert into handovers (id, network_id, submission_id, person_id, at) select '01900000-0000-7000-8000-000000000401', network_id, id, ${literal(demoAdministrator.personId)}, done_at + 7200000 from submissions where ${inOpenRound} and id not in (select submission_id from deliveries where submission_id is not null) order by created_at limit 1;`,
  ]
}

const inOpenRound = `round_id = (select id from rounds where slug = '${OPEN}')`

/** Plays the demo on an empty database: as it stands at the beginning of the day of `now`; `ring` is what links are made with. */
export async function playDemo(
  db: Database,
  exec: (sql: string) => void | Promise<void>,
  now: Date,
  ring: string,
): Promise<void> {
  const calendar = calendarOf(now, demoNetwork.timeZone)
  const dice = diceFrom(SEED)
  // In the ministry's order, by which forums and their members are neighbours.
  const districts = districtsOf(demoNetwork.provinces).toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const organisations = registered(organisationsIn(districts, dice), calendar, dice)
  const coast = districts.filter(({ name }) => /Sampang|Pamekasan|Sumenep/.test(name))
  const second = registered(organisationsIn(coast, dice), calendar, dice).map((one) => ({
    ...one,
    name: one.name.replace('Contoh', 'Pesisir Contoh'),
  }))
  const newcomers = newcomersAmong(organisations, calendar, dice)
  const rows = [
    ...(await networkRows(calendar, dice)),
    ...(await rounds(calendar)),
    ...registryRows(demoNetwork.id, organisations, calendar, dice),
    ...relationRows(demoNetwork.id, organisations, calendar, dice),
    ...registryRows(secondNetwork.id, second, calendar, dice),
    ...relationRows(secondNetwork.id, second, calendar, dice),
    ...doubleRows(demoNetwork.id, organisations, calendar, dice),
  ]
  for (const row of rows) await exec(row)
  const stage = stageOn(db, ring, dice)
  for (const sending of sendings(organisations, newcomers, second, calendar, dice)) await stage.send(sending)
  for (const statement of afterwards(newcomers, calendar, dice)) await exec(statement)
}
