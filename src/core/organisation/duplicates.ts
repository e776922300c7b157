// Which organisations of a network look like the same one: by name in one place, or by the number of their decree.
import distance from 'damerau-levenshtein'
import type { District } from '../place/regions.ts'
import { BEFORE_PLACES, FIRST_LETTERS, LEGAL_FORMS, RANKS, SHORTENED_WORDS } from './name-words.ts'
import { comparableName, normaliseName } from './organisation.ts'

/** What organisations are compared by. An address that two of them share tells nothing, so none is asked for. */
export interface ComparedOrganisation {
  readonly id: string
  /** Kemendagri code. */
  readonly district: string
  readonly decreeNo: string | null
  /** Official, short, other and former names. */
  readonly names: readonly string[]
}

/** Why two look alike: a name of each, or the number of the decree. */
export type DuplicateReason =
  | { readonly kind: 'name'; readonly one: string; readonly other: string }
  | { readonly kind: 'decree' }

/** Two that look alike, by their ids, the smaller first. */
export interface DuplicatePair {
  readonly one: string
  readonly other: string
  readonly reasons: readonly DuplicateReason[]
}

/** Two ids, the smaller first. */
export const orderedPair = (one: string, other: string): readonly [string, string] =>
  one < other ? [one, other] : [other, one]

/** The place of a district without its rank: a kabupaten and a kota of one name are taken for one another. */
const placeOf = ({ name }: District): string =>
  normaliseName(name)
    .split(' ')
    .filter((word, index) => index > 0 || !BEFORE_PLACES.has(word))
    .join(' ')

/** A name as it was written, and what is left of it to compare by. */
interface ComparedName {
  readonly name: string
  readonly bare: string
  readonly digits: string
  /** Whether it is made of first letters, as far as one can see. */
  readonly isInitials: boolean
}

const shortened = (normalised: string): string =>
  SHORTENED_WORDS.reduce(
    (text, [long, short]) => text.replaceAll(` ${long} `, ` ${short} `),
    ` ${normalised} `,
  ).trim()

function withoutPlace(words: readonly string[], place: string): readonly string[] {
  const parts = place.split(' ')
  const at = words.findIndex((_, index) => parts.every((part, i) => words[index + i] === part))
  if (place === '' || at < 0) return words
  const begin = BEFORE_PLACES.has(words[at - 1] ?? '') ? at - 1 : at
  return [...words.slice(0, begin), ...words.slice(at + parts.length)]
}

function compared(name: string, place: string): ComparedName {
  const words = shortened(normaliseName(name)).split(' ')
  const own = withoutPlace(words, place).filter((word) => !LEGAL_FORMS.has(word) && !RANKS.has(word))
  const bare = own.join(' ') || comparableName(name)
  const written = name.split(/[^\p{L}\p{N}]+/u).find((word) => normaliseName(word) === bare)
  return {
    name,
    bare,
    digits: bare.replace(/\D+/g, ' '),
    isInitials: written !== undefined && written === written.toUpperCase(),
  }
}

// Shorter than this, one letter makes another word.
const LONG_ENOUGH = 8

// A name of two letters with one more before it is any word.
const FEWEST_INITIALS = 3

/** A name of first letters without the one of its legal form, or the name. */
const coreOf = ({ bare, isInitials }: ComparedName): string =>
  isInitials && bare.length > FEWEST_INITIALS && FIRST_LETTERS.has(bare[0] ?? '') ? bare.slice(1) : bare

/** Whether one slip of the hand lies between two names: a letter too many, too few, another one, two in the wrong order. */
const isOneSlip = (one: ComparedName, other: ComparedName): boolean =>
  one.digits === other.digits &&
  Math.min(one.bare.length, other.bare.length) >= LONG_ENOUGH &&
  Math.abs(one.bare.length - other.bare.length) <= 1 &&
  distance(one.bare, other.bare).steps <= 1

const looksLike = (one: ComparedName, other: ComparedName): boolean =>
  one.bare === other.bare ||
  (one.isInitials &&
    other.isInitials &&
    (coreOf(one) === other.bare || one.bare === coreOf(other) || coreOf(one) === coreOf(other))) ||
  isOneSlip(one, other)

/**
 * What a name has in common with every name that looks like it. Two names that are one slip apart share what is left of
 * them without one letter, so nothing has to be compared with everything.
 */
const keysOf = (name: ComparedName): readonly string[] => {
  const { bare } = name
  const letters = [...bare]
  const slips =
    letters.length < LONG_ENOUGH - 1 ? [] : letters.map((_, index) => letters.toSpliced(index, 1).join(''))
  return [bare, coreOf(name), ...slips]
}

// Fewer letters and digits than this are no number of a decree: a dash, a year.
const SHORTEST_DECREE = 5

/** The number of a decree however it was typed: `AHU-0012.AH.01.04.Tahun 2016` is `No. AHU 0012 AH 01.04 Th 2016`. */
export function comparableDecree(decreeNo: string | null): string | null {
  const words = normaliseName(decreeNo ?? '').split(' ')
  const number = words
    .filter((word) => !['no', 'nomor', 'sk', 'skt'].includes(word))
    .map((word) => word.replace(/^tahun/, 'th'))
    .join('')
  return number.length >= SHORTEST_DECREE && /[1-9]/.test(number) ? number : null
}

interface Prepared {
  readonly known: ComparedOrganisation
  readonly place: string
  readonly names: readonly ComparedName[]
  readonly decree: string | null
}

/** A district as names of places in it are compared: what it is called without its rank, and what it is taken for. */
interface Whereabouts {
  readonly called: string
  readonly place: string
}

/** Tells where a district is; one that is not among those given is a place of its own. */
function locating(districts: readonly District[]): (code: string) => Whereabouts {
  const known = new Map(
    districts.map((district) => {
      const called = placeOf(district)
      return [district.code, { called, place: `${district.province}/${called}` }]
    }),
  )
  return (code) => known.get(code) ?? { called: '', place: code }
}

/** Makes ready what is compared. */
function preparing(districts: readonly District[]): (known: ComparedOrganisation) => Prepared {
  const locate = locating(districts)
  return (known) => {
    const { called, place } = locate(known.district)
    return {
      known,
      place,
      names: known.names.map((name) => compared(name, called)),
      decree: comparableDecree(known.decreeNo),
    }
  }
}

function reasonsFor(one: Prepared, other: Prepared): readonly DuplicateReason[] {
  const names =
    one.place === other.place
      ? one.names.flatMap((mine) => {
          const like = other.names.find((theirs) => looksLike(mine, theirs))
          return like ? [{ kind: 'name', one: mine.name, other: like.name } as const] : []
        })
      : []
  const isOneDecree = one.decree !== null && one.decree === other.decree
  return [...names.slice(0, 1), ...(isOneDecree ? [{ kind: 'decree' } as const] : [])]
}

/**
 * The pairs that look alike, at most so many, without those that `isApart` knows not to be the same. `districts` are those
 * of the network. Every name is filed under as many keys as it has letters and compared with what lies under the same
 * key in its place: the cost grows with the names and with the pairs found, not with the square of the organisations.
 */
export function duplicatesAmong(
  all: readonly ComparedOrganisation[],
  districts: readonly District[],
  { isApart, most }: { readonly isApart: (one: string, other: string) => boolean; readonly most: number },
): readonly DuplicatePair[] {
  const prepared = all.map(preparing(districts))
  const filed = new Map<string, Prepared[]>()
  const found = new Map<string, DuplicatePair>()
  const refused = new Set<string>()
  for (const one of prepared) {
    const keys = new Set(one.names.flatMap(keysOf).map((key) => `${one.place}/${key}`))
    if (one.decree !== null) keys.add(`decree/${one.decree}`)
    for (const key of keys) {
      const there = filed.get(key) ?? []
      for (const other of there) {
        const [first, second] = one.known.id < other.known.id ? [one, other] : [other, one]
        const pair = `${first.known.id} ${second.known.id}`
        if (found.has(pair) || refused.has(pair)) continue
        const reasons = isApart(first.known.id, second.known.id) ? [] : reasonsFor(first, second)
        if (reasons.length === 0) refused.add(pair)
        else found.set(pair, { one: first.known.id, other: second.known.id, reasons })
        if (found.size === most) return [...found.values()]
      }
      if (there.length === 0) filed.set(key, there)
      there.push(one)
    }
  }
  return [...found.values()]
}

/**
 * Districts (codes) in groups within which names have to be compared: those that are taken for one stand together, and a group
 * has at most so many organisations where no place alone has more. `counts` says how many each district has.
 */
export function groupsToCompare(
  counts: readonly { readonly district: string; readonly count: number }[],
  districts: readonly District[],
  most: number,
): readonly (readonly string[])[] {
  const locate = locating(districts)
  const places = Map.groupBy(counts, ({ district }) => locate(district).place)
  const groups: string[][] = []
  let size = most
  for (const here of places.values()) {
    const count = here.reduce((sum, one) => sum + one.count, 0)
    if (size + count > most) {
      groups.push([])
      size = 0
    }
    groups.at(-1)?.push(...here.map(({ district }) => district))
    size += count
  }
  return groups
}

/** The ids of organisations whose decree another one has as well, wherever they are. */
export function sharingDecrees(
  all: readonly Pick<ComparedOrganisation, 'id' | 'decreeNo'>[],
): readonly string[] {
  const byDecree = new Map<string, string>()
  const sharing = new Set<string>()
  for (const { id, decreeNo } of all) {
    const decree = comparableDecree(decreeNo)
    if (decree === null) continue
    const first = byDecree.get(decree)
    if (first === undefined) byDecree.set(decree, id)
    else sharing.add(first).add(id)
  }
  return [...sharing]
}

/** Those of some organisations that look like one. */
export function duplicatesOf(
  one: ComparedOrganisation,
  others: readonly ComparedOrganisation[],
  districts: readonly District[],
): readonly ComparedOrganisation[] {
  const prepare = preparing(districts)
  const mine = prepare(one)
  return others.filter((other) => other.id !== one.id && reasonsFor(mine, prepare(other)).length > 0)
}

/** The codes of the districts that are taken for one: a kabupaten and a kota of the same name. */
export function sameNamedDistricts(code: string, districts: readonly District[]): readonly string[] {
  const own = districts.find((district) => district.code === code)
  if (!own) return [code]
  return districts
    .filter((other) => other.province === own.province && placeOf(other) === placeOf(own))
    .map((other) => other.code)
}
