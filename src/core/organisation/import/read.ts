// Reads the rows of a list as organisations, or says of each what is wrong with it. Pure: nothing is looked up here.
import { cleanLine, cleanLines, lengthOf } from '../../form/clean.ts'
import { readEmail } from '../../form/kinds.ts'
import { readPhone } from '../../form/phone.ts'
import { readDate } from '../../kernel/date.ts'
import { LOCALES, type Locale } from '../../kernel/text.ts'
import type { RoleName } from '../../network/registry.ts'
import { districtsOf } from '../../place/regions.ts'
import {
  comparableName,
  DECREE_MAX,
  LINE_MAX,
  normaliseName,
  respondentKey,
  THEMES_MAX,
} from '../organisation.ts'
import type { Cells, Column } from './columns.ts'
import { findDistrict } from './district.ts'

/** What is wrong with a cell; `typed` is what stands there. */
export type CellFault =
  | { readonly kind: 'missing'; readonly column: 'name' | 'district' }
  /** What a spreadsheet writes where a formula failed. */
  | { readonly kind: 'broken'; readonly column: Column; readonly typed: string }
  | { readonly kind: 'long'; readonly column: Column; readonly max: number }
  | { readonly kind: 'many'; readonly column: Column; readonly max: number }
  | { readonly kind: 'unreadable'; readonly column: UnreadableColumn; readonly typed: string }
  /** Several districts bear the name. */
  | {
      readonly kind: 'ambiguous'
      readonly column: 'district'
      readonly typed: string
      readonly likely: readonly string[]
    }
  /** A district of the network that the reader does not look after. */
  | { readonly kind: 'outside'; readonly column: 'district'; readonly name: string }
  /** Somebody is named who cannot be reached. */
  | { readonly kind: 'unreached'; readonly column: 'contact' }
  /** The row says the same organisation as an earlier one. */
  | { readonly kind: 'repeated'; readonly column: 'name'; readonly row: number }

/** Columns in which something can stand that means nothing. */
export type UnreadableColumn = 'district' | 'role' | 'since' | 'email' | 'whatsapp' | 'language'

/** Whom to reach; the address in lower case, the number E.164. */
export interface ImportedContact {
  readonly name: string | null
  readonly position: string | null
  readonly email: string | null
  readonly whatsapp: string | null
  readonly locale: Locale
}

/** An organisation as a list tells of it. */
export interface ImportedOrganisation {
  readonly name: string
  /** Kemendagri code. */
  readonly district: string
  readonly short: readonly string[]
  readonly others: readonly string[]
  readonly legalForm: string | null
  readonly decreeNo: string | null
  readonly themes: readonly string[]
  /** Keys of the network's roles, and the day since which they hold (ISO 8601). */
  readonly roles: readonly string[]
  readonly since: string
  readonly contact: ImportedContact | null
}

/** A row that can be taken, and one that cannot, each with its number in the file. */
export interface GoodRow {
  readonly number: number
  readonly organisation: ImportedOrganisation
}
export interface FaultyRow {
  readonly number: number
  /** The name as it stands there, to know the row by; empty where there is none. */
  readonly name: string
  readonly faults: readonly CellFault[]
}

/** What reading goes by. */
export interface ImportContext {
  /** Of the network: Kemendagri codes. */
  readonly provinces: readonly string[]
  /** Of whoever reads (Kemendagri codes); null for all of the network. */
  readonly districts: readonly string[] | null
  readonly roleNames: readonly RoleName[]
  /** ISO 8601, where the network is. */
  readonly today: string
}

const NAMES_MAX = 10

// What Excel and LibreOffice write where a formula has no value.
const BROKEN = /^(?:#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!)|Err:\d+)$/

const LANGUAGES: Readonly<Record<Locale, readonly string[]>> = {
  id: ['id', 'indonesia', 'bahasa indonesia', 'indonesian'],
  en: ['en', 'inggris', 'bahasa inggris', 'english'],
}

const partsOf = (cell: string, marks: RegExp): readonly string[] => [
  ...new Set(cleanLines(cell).split(marks).map(cleanLine).filter(Boolean)),
]

/** Reads one row: its faults are told to `fault`, and what stands in their place is of no use then. */
function readCells(
  cells: Cells,
  context: ImportContext,
  fault: (fault: CellFault) => void,
): ImportedOrganisation {
  const network = districtsOf(context.provinces)

  function line(column: Column, max = LINE_MAX): string {
    const text = cleanLine(cells[column])
    if (BROKEN.test(text)) fault({ kind: 'broken', column, typed: text })
    else if (lengthOf(text) > max) fault({ kind: 'long', column, max })
    return text
  }

  function list(column: Column, marks: RegExp, most: number): readonly string[] {
    const parts = partsOf(cells[column], marks)
    const broken = parts.find((part) => BROKEN.test(part))
    if (broken) fault({ kind: 'broken', column, typed: broken })
    if (parts.length > most) fault({ kind: 'many', column, max: most })
    if (parts.some((part) => lengthOf(part) > LINE_MAX)) fault({ kind: 'long', column, max: LINE_MAX })
    return parts
  }

  /** What a cell means; null where it is empty or, which is a fault, means nothing. */
  function meant<T>(column: UnreadableColumn, read: (typed: string) => T | null): T | null {
    const typed = line(column)
    const value = typed === '' || BROKEN.test(typed) ? null : read(typed)
    if (value === null && typed !== '' && !BROKEN.test(typed) && lengthOf(typed) <= LINE_MAX)
      fault({ kind: 'unreadable', column, typed })
    return value
  }

  function district(): string {
    const typed = line('district')
    if (typed === '') fault({ kind: 'missing', column: 'district' })
    if (typed === '' || BROKEN.test(typed)) return ''
    const found = findDistrict(typed, network)
    if ('likely' in found) {
      const { likely } = found
      fault(
        likely.length > 0
          ? { kind: 'ambiguous', column: 'district', typed, likely }
          : { kind: 'unreadable', column: 'district', typed },
      )
      return ''
    }
    const { code } = found
    if (context.districts?.includes(code) === false)
      fault({
        kind: 'outside',
        column: 'district',
        name: network.find((one) => one.code === code)?.name ?? code,
      })
    return code
  }

  function contact(): ImportedContact | null {
    const name = line('contact') || null
    const position = line('position') || null
    const email = meant('email', (typed) => readEmail(typed)?.toLowerCase() ?? null)
    const whatsapp = meant('whatsapp', readPhone)
    const locale = meant('language', readLanguage) ?? LOCALES[0]
    const isReached = cells.email.trim() !== '' || cells.whatsapp.trim() !== ''
    if (!isReached && (name ?? position) !== null) fault({ kind: 'unreached', column: 'contact' })
    return isReached ? { name, position, email, whatsapp, locale } : null
  }

  const name = line('name')
  if (name === '') fault({ kind: 'missing', column: 'name' })
  return {
    name,
    district: district(),
    short: list('short', /[;,\n]/, NAMES_MAX),
    others: list('others', /[;\n]/, NAMES_MAX),
    legalForm: line('legalForm') || null,
    decreeNo: line('decreeNo', DECREE_MAX) || null,
    themes: list('themes', /[;,\n]/, THEMES_MAX),
    roles: meant('role', (typed) => readRoles(typed, context.roleNames)) ?? [],
    since: meant('since', readDate) ?? context.today,
    contact: contact(),
  }
}

/** The keys of roles by their key or their name in either language; null where one of them is none of the network's. */
function readRoles(typed: string, roleNames: readonly RoleName[]): readonly string[] | null {
  const keys = partsOf(typed, /[;,]/).map((part) => {
    const said = normaliseName(part)
    return roleNames.find(({ key, name }) =>
      [key, name.id, name.en].some((one) => normaliseName(one) === said),
    )?.key
  })
  return keys.every((key) => key !== undefined) ? [...new Set(keys)] : null
}

const readLanguage = (typed: string): Locale | null =>
  LOCALES.find((locale) => LANGUAGES[locale].includes(normaliseName(typed))) ?? null

/** One row as an organisation, or what is wrong with it. */
export function readRow(
  cells: Cells,
  context: ImportContext,
): { readonly organisation: ImportedOrganisation } | { readonly faults: readonly CellFault[] } {
  const faults: CellFault[] = []
  const organisation = readCells(cells, context, (fault) => void faults.push(fault))
  return faults.length > 0 ? { faults } : { organisation }
}

/** A row of cells that are known by their columns. */
export interface Row {
  readonly number: number
  readonly cells: Cells
}

/** The rows that can be taken and those that cannot. Of two that say the same organisation, the earlier one counts. */
export function readRows(
  rows: readonly Row[],
  context: ImportContext,
): { readonly good: readonly GoodRow[]; readonly faulty: readonly FaultyRow[] } {
  const good: GoodRow[] = []
  const faulty: FaultyRow[] = []
  const seen = new Map<string, number>()
  for (const { number, cells } of rows) {
    const read = readRow(cells, context)
    const name = cleanLine(cells.name)
    if ('faults' in read) {
      faulty.push({ number, name, faults: read.faults })
      continue
    }
    const { organisation } = read
    const key = respondentKey(organisation.name, organisation.district)
    const earlier = seen.get(key)
    if (earlier === undefined) good.push({ number, organisation })
    else faulty.push({ number, name, faults: [{ kind: 'repeated', column: 'name', row: earlier }] })
    seen.set(key, earlier ?? number)
  }
  return { good, faulty }
}

/** The cells that are read as an organisation again. */
export const cellsFor = (organisation: ImportedOrganisation): Cells => {
  const { contact } = organisation
  const list = (parts: readonly string[]): string => parts.join('; ')
  return {
    name: organisation.name,
    district: organisation.district,
    short: list(organisation.short),
    others: list(organisation.others),
    legalForm: organisation.legalForm ?? '',
    decreeNo: organisation.decreeNo ?? '',
    themes: list(organisation.themes),
    role: list(organisation.roles),
    since: organisation.since,
    contact: contact?.name ?? '',
    position: contact?.position ?? '',
    email: contact?.email ?? '',
    whatsapp: contact?.whatsapp ?? '',
    language: contact?.locale ?? '',
  }
}

/** Every name of an organisation with what it is to it, the official one first, no two alike. */
export function namesIn({ name, short, others }: ImportedOrganisation) {
  const all = [
    { kind: 'official', name } as const,
    ...short.map((one) => ({ kind: 'short', name: one }) as const),
    ...others.map((one) => ({ kind: 'alias', name: one }) as const),
  ].map((one) => ({ ...one, normalised: comparableName(one.name) }))
  return all.filter(({ normalised }, i) => all.findIndex((one) => one.normalised === normalised) === i)
}
