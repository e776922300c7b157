// A district as people write it in a list: with or without its rank, shortened, in either language, or as its code.

import { type District, provinces } from '../../place/regions.ts'
import { normaliseName } from '../organisation.ts'

/** The district that is meant, or those that could be: none, or several of one name. */
export type FoundDistrict = { readonly code: string } | { readonly likely: readonly string[] }

// `35.07`, `3507`, and `35.1` where a spreadsheet took 35.10 for a number; an Indonesian one writes a comma.
const CODE = /^(\d\d)(?:[.,](\d{1,2})|(\d\d))$/

const RANK = /^(kabupaten|kota) /

/** Ranks as they are written, in full: `kab`, `kodya`, `… regency`, `… city`. */
const inFull = (typed: string): string =>
  normaliseName(typed)
    .replace(/^(?:kab|kabupaten) /, 'kabupaten ')
    .replace(/^(?:kodya|kotamadya|kota) /, 'kota ')
    .replace(/^(?:regency of )?(.*?) regency$/, 'kabupaten $1')
    .replace(/^(.*?) city$/, 'kota $1')

const withoutProvince = (name: string): string =>
  provinces
    .map((one) => ` ${normaliseName(one.name)}`)
    .reduce((left, end) => {
      return left.endsWith(end) ? left.slice(0, -end.length) : left
    }, name)

/** Finds a district among those of the network. */
export function findDistrict(typed: string, districts: readonly District[]): FoundDistrict {
  const [, province, afterMark, joined] = CODE.exec(typed.trim()) ?? []
  if (province !== undefined) {
    const code = `${province}.${joined ?? afterMark?.padEnd(2, '0') ?? ''}`
    return districts.some((one) => one.code === code) ? { code } : { likely: [] }
  }
  const name = withoutProvince(inFull(typed)).replaceAll(' ', '')
  const isNamed = (full: string): boolean => normaliseName(full).replaceAll(' ', '') === name
  const exact = districts.find((one) => isNamed(one.name))
  if (exact) return { code: exact.code }
  const bare = districts.filter((one) => isNamed(normaliseName(one.name).replace(RANK, '')))
  const [only] = bare
  return bare.length === 1 && only ? { code: only.code } : { likely: bare.map((one) => one.name) }
}
