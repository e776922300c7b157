// The word by which a round has its address: made once, never changed, so it is short and can be read aloud.

const LONGEST = 60
const SLUG = /^(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$/

/** Whether a text can be an address: lower-case letters and digits, parted by single hyphens, at most 60. */
export const isSlug = (text: string): boolean => SLUG.test(text)

const cut = (slug: string, longest: number): string => slug.slice(0, longest).replace(/-+$/, '')

/** What a title would be as an address (`IKO 2026, putaran kedua` → `iko-2026-putaran-kedua`); empty where nothing is left. */
export const slugFor = (title: string): string =>
  cut(
    title
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-/, ''),
    LONGEST,
  )

/** The part of an address before its closing number: `iko-2026-2` → `iko-2026`. A year is no such number. */
export const stemOf = (slug: string): string => slug.replace(/-\d{1,3}$/, '') || slug

/** An address that is not taken: as it is, or with the first number from 2 on that makes it free. */
export function freeSlug(slug: string, taken: readonly string[]): string {
  if (!taken.includes(slug)) return slug
  const stem = cut(stemOf(slug), LONGEST - 4)
  const numbered = taken.map((_, index) => `${stem}-${index + 2}`)
  return [...numbered, `${stem}-${taken.length + 2}`].find((one) => !taken.includes(one)) ?? slug
}
