// A round as a coordinator sets it: read from its form and checked. Every problem has its field.
import { cleanLine, cleanLines, lengthOf } from '../form/clean.ts'
import { type Fields, firstOf } from '../form/fields.ts'
import type { AnswersPer, Form } from '../form/form.ts'
import { dayOf, readDate } from '../kernel/date.ts'
import { momentOf, readTime, type Time } from '../kernel/moment.ts'
import { isSlug, slugFor } from '../kernel/slug.ts'
import type { Text } from '../kernel/text.ts'
import { FRAMINGS, type Framing } from './framing.ts'
import { readOrigin } from './origin.ts'

const TITLE_MAX = 120
const CLOSING_TEXT_MAX = 1000
const MOST_ORIGINS = 20

/** What can be wrong with a round, with the field it is about. */
export const ROUND_FIELD_OF = {
  form: 'form',
  formFixed: 'form',
  titleId: 'title_id',
  titleEn: 'title_en',
  slug: 'slug',
  slugTaken: 'slug',
  opens: 'opens_day',
  opensTime: 'opens_time',
  opensPast: 'opens_day',
  opensFixed: 'opens_day',
  closes: 'closes_day',
  closesTime: 'closes_time',
  closesOrder: 'closes_day',
  closesPast: 'closes_day',
  from: 'from',
  to: 'to',
  period: 'from',
  periodOrder: 'to',
  audience: 'audience',
  roles: 'roles',
  practiceFixed: 'practice',
  framing: 'framing',
  origins: 'origins',
  closingTextId: 'closing_id',
  closingTextEn: 'closing_en',
} as const

export type RoundProblem = keyof typeof ROUND_FIELD_OF

export const AUDIENCES = ['anyone', 'roles'] as const
export type Audience = (typeof AUDIENCES)[number]

/** What a round that asks a form is: only registrations become organisations. */
export const kindOfForm = ({ registers }: Pick<Form, 'registers'>): 'registration' | 'survey' =>
  registers ? 'registration' : 'survey'

/** Whose answer each is in a round that asks a form. */
export const answersPer = ({ answersPer: per = 'organisation' }: Pick<Form, 'answersPer'>): AnswersPer => per

/** What can be set as long as a round stands; moments in ms UTC, days ISO 8601. */
export interface RoundSettings {
  readonly title: Text
  readonly closesAt: number | null
  readonly referenceFrom: string | null
  readonly referenceTo: string | null
  readonly audience: Audience
  readonly audienceRoles: readonly string[]
  readonly closingText: Text | null
  readonly framing: Framing
  /** Origins of sites, where they are listed. */
  readonly frameOrigins: readonly string[]
}

/** What is fixed once a round has opened. */
export interface RoundFoundation {
  readonly form: Pick<Form, 'id' | 'version' | 'registers'>
  readonly opensAt: number
  readonly practice: boolean
}

/** A round as it is set before it opens. */
export type NewRound = RoundSettings & RoundFoundation

/** What was read, or everything that is wrong with it. */
export type RoundReading<T> =
  | { readonly value: T }
  | { readonly problems: readonly [RoundProblem, ...RoundProblem[]] }

/** What a round is read against. */
export interface RoundContext {
  readonly forms: readonly RoundFoundation['form'][]
  /** Keys of the network's roles. */
  readonly roles: readonly string[]
  /** IANA. */
  readonly timeZone: string
  /** In ms UTC. */
  readonly now: number
  /** The round as it stands, or null for a new one. */
  readonly stored: (RoundFoundation & Pick<RoundSettings, 'closesAt'>) | null
}

type PossibleProblems = readonly (RoundProblem | false)[]

function valueOrProblems<T>(value: T | null, found: PossibleProblems): RoundReading<T> {
  const [first, ...others] = found.filter((one) => one !== false)
  if (first !== undefined) return { problems: [first, ...others] }
  if (value === null) throw new Error('nothing is wrong and nothing was read')
  return { value }
}

const isLine = (text: string, most: number): boolean => text !== '' && lengthOf(text) <= most

const line = (fields: Fields, name: string): string => cleanLine(firstOf(fields, name))

/** A moment from a field for its day and one for its time; null where the day is empty, undefined where one is no such. */
function readMoment(
  fields: Fields,
  name: 'opens' | 'closes',
  usual: Time,
  timeZone: string,
): { readonly moment: number | null | undefined; readonly found: PossibleProblems } {
  const typed = line(fields, `${name}_day`)
  const typedTime = line(fields, `${name}_time`)
  const day = readDate(typed)
  const time = typedTime === '' ? usual : readTime(typedTime)
  const isDay = typed === '' || day !== null
  const found = [!isDay && name, time === null && (`${name}Time` as const)]
  if (!isDay || time === null) return { moment: undefined, found }
  return { moment: day === null ? null : momentOf(day, time, timeZone), found }
}

/** When a round closes; null leaves it open. A close that has been planned before may lie in the past. */
export function readClosing(
  fields: Fields,
  { timeZone, now }: Pick<RoundContext, 'timeZone' | 'now'>,
  opensAt: number | null,
  planned: number | null = null,
): RoundReading<{ readonly closesAt: number | null }> {
  const { moment, found } = readMoment(fields, 'closes', '23:59', timeZone)
  const closesAt = moment ?? null
  const isPast = closesAt !== null && closesAt <= now && closesAt !== planned
  return valueOrProblems({ closesAt }, [
    ...found,
    closesAt !== null && opensAt !== null && closesAt <= opensAt ? 'closesOrder' : isPast && 'closesPast',
  ])
}

function readReference(fields: Fields) {
  const [typedFrom, typedTo] = [line(fields, 'from'), line(fields, 'to')]
  const [from, to] = [readDate(typedFrom), readDate(typedTo)]
  const found: PossibleProblems = [
    typedFrom !== '' && from === null && 'from',
    typedTo !== '' && to === null && 'to',
    (typedFrom === '') !== (typedTo === '') && 'period',
    from !== null && to !== null && from > to && 'periodOrder',
  ]
  return { value: { referenceFrom: from, referenceTo: to }, found }
}

function readClosingText(fields: Fields) {
  const id = cleanLines(firstOf(fields, 'closing_id'))
  const en = cleanLines(firstOf(fields, 'closing_en'))
  const isSaid = id !== '' || en !== ''
  const found: PossibleProblems = [
    isSaid && !isLine(id, CLOSING_TEXT_MAX) && 'closingTextId',
    isSaid && !isLine(en, CLOSING_TEXT_MAX) && 'closingTextEn',
  ]
  return { value: isSaid ? { id, en } : null, found }
}

function readAudience(fields: Fields, roles: readonly string[]) {
  const audience = AUDIENCES.find((one) => one === firstOf(fields, 'audience'))
  const ticked = fields.get('roles') ?? []
  const audienceRoles = audience === 'roles' ? roles.filter((key) => ticked.includes(key)) : []
  const found: PossibleProblems = [
    !audience && 'audience',
    audience === 'roles' && audienceRoles.length === 0 && 'roles',
  ]
  return { value: { audience: audience ?? 'anyone', audienceRoles } as const, found }
}

/** Who may put the form into their pages; where nothing is chosen, what its form is decides. */
function readFraming(fields: Fields, form: RoundFoundation['form'] | undefined) {
  const chosen = firstOf(fields, 'framing')
  const usual: Framing = form?.registers ? 'anyone' : 'nobody'
  const framing = chosen === '' ? usual : FRAMINGS.find((one) => one === chosen)
  const typed = cleanLines(firstOf(fields, 'origins')).split('\n').map(cleanLine).filter(Boolean)
  const origins = typed.map(readOrigin)
  const known = [...new Set(origins.filter((one) => one !== null))]
  const isListed = framing === 'listed'
  const found: PossibleProblems = [
    !framing && 'framing',
    isListed && (known.length === 0 || known.length > MOST_ORIGINS || origins.includes(null)) && 'origins',
  ]
  return { value: { framing: framing ?? usual, frameOrigins: isListed ? known : [] }, found }
}

function readSettings(
  fields: Fields,
  context: RoundContext,
  form: RoundFoundation['form'] | undefined,
  opensAt: number | null,
): { readonly value: RoundSettings; readonly found: PossibleProblems } {
  const title = { id: line(fields, 'title_id'), en: line(fields, 'title_en') }
  const closing = readClosing(fields, context, opensAt, context.stored?.closesAt)
  const reference = readReference(fields)
  const audience = readAudience(fields, context.roles)
  const framing = readFraming(fields, form)
  const closingText = readClosingText(fields)
  return {
    value: {
      title,
      closesAt: 'value' in closing ? closing.value.closesAt : null,
      ...reference.value,
      ...audience.value,
      ...framing.value,
      closingText: closingText.value,
    },
    found: [
      !isLine(title.id, TITLE_MAX) && 'titleId',
      !isLine(title.en, TITLE_MAX) && 'titleEn',
      ...('problems' in closing ? closing.problems : []),
      ...reference.found,
      ...audience.found,
      ...framing.found,
      ...closingText.found,
    ],
  }
}

/** Reads a round that has not opened: everything can be set. It opens today or later, unless that is how it stands. */
export function readNewRound(fields: Fields, context: RoundContext): RoundReading<NewRound> {
  const { timeZone, now, stored, forms } = context
  const form = forms.find(({ id }) => id === firstOf(fields, 'form'))
  const opening = readMoment(fields, 'opens', '00:00', timeZone)
  const opensAt = opening.moment ?? null
  const isPast =
    opensAt !== null && opensAt !== stored?.opensAt && dayOf(opensAt, timeZone) < dayOf(now, timeZone)
  const settings = readSettings(fields, context, form, opensAt)
  const practice = firstOf(fields, 'practice') === 'yes'
  const value = form && opensAt !== null ? { ...settings.value, form, opensAt, practice } : null
  const [title, ...rest] = [settings.found.slice(0, 2), settings.found.slice(2)]
  return valueOrProblems(value, [
    !form && 'form',
    ...title,
    ...opening.found,
    opening.moment === null && 'opens',
    isPast && 'opensPast',
    ...rest.flat(),
  ])
}

/** Reads a round that has opened: what it was opened with stays as it is, and a page that says otherwise is told so. */
export function readOpenedRound(
  fields: Fields,
  context: RoundContext & { readonly stored: RoundFoundation & Pick<RoundSettings, 'closesAt'> },
): RoundReading<RoundSettings> {
  const { stored, timeZone } = context
  const { moment } = readMoment(fields, 'opens', '00:00', timeZone)
  const settings = readSettings(fields, context, stored.form, stored.opensAt)
  return valueOrProblems(settings.value, [
    fields.has('form') && firstOf(fields, 'form') !== stored.form.id && 'formFixed',
    fields.has('opens_day') && moment !== stored.opensAt && 'opensFixed',
    firstOf(fields, 'practice') === 'yes' && !stored.practice && 'practiceFixed',
    ...settings.found,
  ])
}

/** Reads the address of a new round; empty makes it from the title, which is empty where nothing of it is left. */
export function readSlug(fields: Fields): RoundReading<string> {
  const typed = line(fields, 'slug').toLowerCase()
  const slug = typed === '' ? slugFor(firstOf(fields, 'title_id')) : typed
  return valueOrProblems(slug, [!isSlug(slug) && 'slug'])
}
