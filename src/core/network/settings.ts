// What administrators set of a network, as their forms offer it and as it is read back; every problem has its field.
import { cleanLine, cleanLines, lengthOf } from '../form/clean.ts'
import { type Fields, firstOf } from '../form/fields.ts'
import { readEmail } from '../form/kinds.ts'
import { readDate } from '../kernel/date.ts'
import { LOCALES, type Text } from '../kernel/text.ts'
import { normaliseName } from '../organisation/organisation.ts'
import { provinces as held } from '../place/regions.ts'
import { ZONES } from '../place/zone.ts'
import type { QuietDays, RoleName } from './registry.ts'

/** Groups of fewer than three show a person by taking one's own away. */
export const MIN_GROUP = { least: 3, most: 50 } as const
/** As many as fit on a page that is still read. */
export const MOST_ROLES = 20
export const MOST_YEARS = 30
const MOST_DAYS = 60
const NAME_MAX = 120
const ALT_MAX = 200
const CONTACT_MAX = 200
const NOTICE_MAX = 4000
// Two years: longer is a year mistyped.
const MOST_DAYS_A_YEAR = 731

/** What can be wrong in a form of settings, with the field it is about. */
export const FIELD_OF = {
  nameId: 'name_id',
  nameEn: 'name_en',
  provinces: 'provinces',
  timeZone: 'time_zone',
  minGroup: 'min_group',
  replyTo: 'reply_to',
  weekdays: 'weekdays',
  days: 'days',
  noticeId: 'notice_id',
  noticeEn: 'notice_en',
  contact: 'contact',
  fileMissing: 'file',
  fileLarge: 'file',
  fileKind: 'file',
  filePixels: 'file',
  altId: 'alt_id',
  altEn: 'alt_en',
  from: 'from',
  to: 'to',
  order: 'to',
  overlap: 'from',
  mostYears: 'name_id',
  sameName: 'name_id',
  mostRoles: 'name_id',
  used: 'name_id',
} as const

export type SettingsProblem = keyof typeof FIELD_OF

/** What was read, or everything that is wrong with it. */
export type SettingsReading<T> =
  | { readonly value: T }
  | { readonly problems: readonly [SettingsProblem, ...SettingsProblem[]] }

function valueOrProblems<T>(value: T, found: readonly (SettingsProblem | false)[]): SettingsReading<T> {
  const [first, ...others] = found.filter((one) => one !== false)
  return first === undefined ? { value } : { problems: [first, ...others] }
}

const isLine = (text: string, most: number): boolean => text !== '' && lengthOf(text) <= most
const lines = (fields: Fields, name: string): Text => ({
  id: cleanLine(firstOf(fields, `${name}_id`)),
  en: cleanLine(firstOf(fields, `${name}_en`)),
})

const nameProblems = ({ id, en }: Text): readonly (SettingsProblem | false)[] => [
  !isLine(id, NAME_MAX) && 'nameId',
  !isLine(en, NAME_MAX) && 'nameEn',
]

/** What a network is called, where it is, and from which size groups are shown. */
export interface General {
  readonly name: Text
  /** Kemendagri codes. */
  readonly provinces: readonly string[]
  /** IANA. */
  readonly timeZone: string
  readonly minGroup: number
}

/** The zones offered: those of Indonesia, and the network's own where a script has set another. */
export const zonesFor = (current: string): readonly string[] => [...new Set([...Object.keys(ZONES), current])]

export function readGeneral(fields: Fields, current: Pick<General, 'timeZone'>): SettingsReading<General> {
  const name = lines(fields, 'name')
  const ticked = new Set(fields.get('provinces'))
  const provinces = held.map(({ code }) => code).filter((code) => ticked.has(code))
  const timeZone = firstOf(fields, 'time_zone')
  const typed = firstOf(fields, 'min_group').trim()
  const minGroup = /^\d{1,3}$/.test(typed) ? Number(typed) : 0
  return valueOrProblems({ name, provinces, timeZone, minGroup }, [
    ...nameProblems(name),
    (provinces.length === 0 || provinces.length < ticked.size) && 'provinces',
    !zonesFor(current.timeZone).includes(timeZone) && 'timeZone',
    (minGroup < MIN_GROUP.least || minGroup > MIN_GROUP.most) && 'minGroup',
  ])
}

/** Where replies go, and when organisations get no mail that can wait. */
export interface Mails {
  readonly replyTo: string
  readonly quietDays: QuietDays
}

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

export function readMails(fields: Fields): SettingsReading<Mails> {
  const replyTo = readEmail(firstOf(fields, 'reply_to'))
  const ticked = new Set(fields.get('weekdays'))
  const weekdays = WEEKDAYS.filter((day) => ticked.has(String(day)))
  const typed = cleanLines(firstOf(fields, 'days')).split('\n').map(cleanLine).filter(Boolean)
  const days = typed.map(readDate)
  const known = [...new Set(days.filter((day) => day !== null))].toSorted()
  return valueOrProblems({ replyTo: replyTo ?? '', quietDays: { weekdays, days: known } }, [
    replyTo === null && 'replyTo',
    // A week without any day for mail would hold it back for ever.
    (weekdays.length < ticked.size || weekdays.length === WEEKDAYS.length) && 'weekdays',
    (days.includes(null) || known.length > MOST_DAYS) && 'days',
  ])
}

/** What a network says about data, and whom to ask; null where it says nothing. */
export interface Privacy {
  readonly notice: Text | null
  readonly contact: string | null
}

export function readPrivacy(fields: Fields): SettingsReading<Privacy> {
  const id = cleanLines(firstOf(fields, 'notice_id'))
  const en = cleanLines(firstOf(fields, 'notice_en'))
  const contact = cleanLine(firstOf(fields, 'contact'))
  const isSaid = id !== '' || en !== ''
  const value = { notice: isSaid ? { id, en } : null, contact: contact || null }
  return valueOrProblems(value, [
    isSaid && !isLine(id, NOTICE_MAX) && 'noticeId',
    isSaid && !isLine(en, NOTICE_MAX) && 'noticeEn',
    lengthOf(contact) > CONTACT_MAX && 'contact',
  ])
}

export function readAlt(fields: Fields): SettingsReading<Text> {
  const alt = lines(fields, 'alt')
  return valueOrProblems(alt, [!isLine(alt.id, ALT_MAX) && 'altId', !isLine(alt.en, ALT_MAX) && 'altEn'])
}

/** A year of the network's programme, first and last day included (ISO 8601). */
export interface Year {
  readonly name: Text
  readonly fromDay: string
  readonly toDay: string
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

/** Reads a programme year; `others` are those it may not overlap. */
export function readYear(fields: Fields, others: readonly Year[]): SettingsReading<Year> {
  const name = lines(fields, 'name')
  const fromDay = readDate(firstOf(fields, 'from').trim())
  const toDay = readDate(firstOf(fields, 'to').trim())
  const length = fromDay && toDay ? daysBetween(fromDay, toDay) : 0
  const value = { name, fromDay: fromDay ?? '', toDay: toDay ?? '' }
  const overlaps = others.some((year) => year.fromDay <= value.toDay && year.toDay >= value.fromDay)
  return valueOrProblems(value, [
    ...nameProblems(name),
    fromDay === null && 'from',
    toDay === null && 'to',
    (length < 0 || length >= MOST_DAYS_A_YEAR) && 'order',
    fromDay !== null && toDay !== null && overlaps && 'overlap',
  ])
}

/** Reads what a role is called; `others` are the names of the other roles, from which it must be told apart. */
export function readRoleName(fields: Fields, others: readonly RoleName[]): SettingsReading<Text> {
  const name = lines(fields, 'name')
  const isTaken = LOCALES.some((locale) =>
    others.some((other) => normaliseName(other.name[locale]) === normaliseName(name[locale])),
  )
  return valueOrProblems(name, [...nameProblems(name), isTaken && 'sameName'])
}

/** The key of a new role, which stays when its name changes: from the English name, unlike those taken. */
export function keyFor(name: Text, taken: readonly string[]): string {
  const key =
    normaliseName(name.en)
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '') || 'role'
  const numbered = (count: number): string => (count === 1 ? key : `${key}-${count}`)
  const free = Array.from({ length: taken.length + 1 }, (_, i) => numbered(i + 1))
  return free.find((one) => !taken.includes(one)) ?? key
}

/** What a form of settings is filled in with at first. */
export const fieldsOfGeneral = ({ name, provinces, timeZone, minGroup }: General): Fields =>
  new Map([
    ...fieldsOfText('name', name),
    ['provinces', provinces],
    ['time_zone', [timeZone]],
    ['min_group', [String(minGroup)]],
  ])

/** Day, month and year, as Indonesians write them. */
const dayFirst = (iso: string): string => iso.split('-').toReversed().join('/')

export const fieldsOfMails = ({ replyTo, quietDays }: Mails): Fields =>
  new Map([
    ['reply_to', [replyTo]],
    ['weekdays', quietDays.weekdays.map(String)],
    ['days', [quietDays.days.map(dayFirst).join('\n')]],
  ])

export const fieldsOfPrivacy = ({ notice, contact }: Privacy): Fields =>
  new Map([...fieldsOfText('notice', notice ?? { id: '', en: '' }), ['contact', [contact ?? '']]])

export const fieldsOfYear = ({ name, fromDay, toDay }: Year): Fields =>
  new Map([...fieldsOfText('name', name), ['from', [fromDay]], ['to', [toDay]]])

export const fieldsOfText = (name: string, { id, en }: Text): Fields =>
  new Map([
    [`${name}_id`, [id]],
    [`${name}_en`, [en]],
  ])
