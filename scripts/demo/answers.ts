// What the organisations of the demo send: registrations, and in each round what they think of themselves.
import { iko } from '../../forms/iko/v1.ts'
import { dayOf } from '../../src/core/kernel/date.ts'
import type { Calendar, DemoSurvey } from './calendar.ts'
import type { Dice } from './chance.ts'
import type { DemoOrganisation } from './organisations.ts'
import type { Sending } from './stage.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const STEP_UP = 0.25

const levels = Object.entries(iko.questions).flatMap(([id, { kind }]) => (kind === 'level' ? [id] : []))

const EVIDENCE = [
  'Laporan kegiatan tahun lalu',
  'Notulen rapat anggota',
  'Daftar hadir dan foto kegiatan',
  'Anggaran dasar dan SK pengurus',
]

/** What an organisation answers in the nth round it takes part in. */
function ikoFields(one: DemoOrganisation, round: number, sent: number, dice: Dice): Sending['fields'] {
  const typical = one.strength + round * STEP_UP
  const level = (): string =>
    String(Math.min(4, Math.max(1, Math.round(typical + (dice.next() - 0.5) * 1.6))))
  const chosen = levels.map((id) => [id, level()] as const)
  const notes = levels.flatMap((id) =>
    dice.below(5) === 0 ? [[`${id}.evidence`, dice.of(EVIDENCE)] as const] : [],
  )
  return {
    organisation: one.name,
    district: one.district.code,
    assessed_on: dayOf(sent - 2 * DAY, 'Asia/Jakarta'),
    participants_women: String(2 + dice.below(9)),
    participants_men: String(2 + dice.below(9)),
    participants_disability: String(dice.below(4)),
    sender_name: one.contact.name,
    sender_role: one.contact.position,
    whatsapp: one.whatsapp,
    email: one.email ?? '',
    ...Object.fromEntries([...chosen, ...notes]),
  }
}

/** Sends an IKO, begun an hour or two before. */
function sending(round: string, sent: number, fields: Sending['fields'], dice: Dice): Sending {
  return {
    round,
    sent,
    begun: sent - HOUR - dice.below(HOUR),
    locale: dice.below(12) === 0 ? 'en' : 'id',
    fields,
  }
}

/** A moment by day within a span of days ago. */
function within(calendar: Calendar, from: number, to: number, dice: Dice): number {
  const ago = to + 1 + dice.below(from - to - 1)
  return calendar.at(ago, '08:00') + dice.below(11 * HOUR)
}

/** A round that is over: most answered in time, and the last of them after the close, as it may. */
export function finishedSendings(
  survey: DemoSurvey,
  round: number,
  organisations: readonly DemoOrganisation[],
  calendar: Calendar,
  dice: Dice,
): readonly Sending[] {
  const answering = organisations.filter(() => dice.next() < survey.share)
  const closing = calendar.at(survey.closes - 1)
  return answering.map((one, index) => {
    if (index < answering.length - 1) {
      const sent = within(calendar, survey.opened, survey.closes, dice)
      return sending(survey.slug, sent, ikoFields(one, round, sent, dice), dice)
    }
    const sent = closing + 9 * HOUR
    const late = sending(survey.slug, sent, ikoFields(one, round, sent, dice), dice)
    return { ...late, begun: closing - 5 * HOUR }
  })
}

/** The round that takes answers: two organisations sent twice, and one report never left. */
export function openSendings(
  slug: string,
  since: number,
  share: number,
  organisations: readonly DemoOrganisation[],
  calendar: Calendar,
  dice: Dice,
): readonly Sending[] {
  const answering = organisations.filter(() => dice.next() < share)
  const first = answering.map((one) => {
    const sent = within(calendar, since, 5, dice)
    return sending(slug, sent, ikoFields(one, 3, sent, dice), dice)
  })
  const [stuck, ...others] = first
  const again = answering.slice(1, 3).map((one, index) => {
    const sent = calendar.at(2 + index, '10:30')
    const fields = { ...ikoFields(one, 3, sent, dice), sender_name: `Wakil ${one.contact.name}` }
    return sending(slug, sent, fields, dice)
  })
  const refused = others.findLast(({ fields }) => fields.email)
  return [
    ...(stuck ? [{ ...stuck, isStuck: true }] : []),
    ...others.map((one) => (one === refused ? { ...one, isRefused: true } : one)),
    ...again,
  ]
}

const NETWORK_ROLE = {
  'lead-partner': 'lead_partner',
  'learning-forum': 'learning_forum',
  'support-partner': 'support_partner',
  member: 'member',
} as const

/** A registration by the form, so many days ago. */
export function registrationSending(
  round: string,
  one: Pick<DemoOrganisation, 'name' | 'district' | 'role' | 'contact' | 'email' | 'whatsapp'>,
  sent: number,
): Sending {
  const fields = {
    organisation: one.name,
    district: one.district.code,
    legal_form: 'community',
    network_role: NETWORK_ROLE[one.role],
    themes: ['education', 'disability'],
    profile: 'Kami belajar bersama warga di balai desa setiap pekan. (contoh)',
    contact_name: one.contact.name,
    contact_role: one.contact.position,
    whatsapp: one.whatsapp,
    email: one.email ?? '',
    consent_directory: 'yes',
  }
  return { round, sent, begun: sent - HOUR / 4, locale: 'id', fields }
}
