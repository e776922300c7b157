// Where a page of a list begins: after or before a row, by what the list is sorted by. Rows that come and go shift nothing.

/** What a list sorts one of its rows by; no two rows have the same. */
export type PageKey = readonly (string | number)[]

/** A page of a list: after a row or before one; by its number alone where an older address names no row. */
export interface ListPage {
  /** From 1. */
  readonly number: number
  readonly from: { readonly side: 'after' | 'before'; readonly key: PageKey } | null
}

/** The pages next to one, null where there is none, and its own number. */
export interface PageWays {
  readonly number: number
  readonly earlier: ListPage | null
  readonly later: ListPage | null
}

/** A page by its number alone. */
export const pageNumbered = (number: number): ListPage => ({ number, from: null })

/** The most a page is numbered, and the longest word in a key (characters): a name is shorter. */
const MOST = 10_000
const LONGEST = 400

const SIDES = ['after', 'before'] as const

function readKey(written: string, shape: readonly ('string' | 'number')[]): PageKey | null {
  let read: unknown
  try {
    read = JSON.parse(written)
  } catch {
    return null
  }
  if (!Array.isArray(read) || read.length !== shape.length) return null
  const parts: (string | number)[] = []
  for (const [index, part] of read.entries())
    if (typeof part === 'string' && shape[index] === 'string' && part.length <= LONGEST) parts.push(part)
    else if (Number.isSafeInteger(part) && shape[index] === 'number') parts.push(Number(part))
    else return null
  return parts
}

/**
 * The page that an address asks for: `query` tells what stands under a name, `shape` what keys of the list are made of. An
 * address that cannot be read asks for the first page.
 */
export function readPage(
  query: (name: string) => string | undefined,
  shape: readonly ('string' | 'number')[],
): ListPage {
  const typed = Number(query('page') ?? '1')
  const number = Number.isInteger(typed) && typed >= 1 && typed <= MOST ? typed : 1
  const side = SIDES.find((one) => query(one) !== undefined)
  if (side === undefined) return pageNumbered(number)
  const key = readKey(query(side) ?? '', shape)
  return key === null ? pageNumbered(1) : { number, from: { side, key } }
}

/** What stands in the address of a page, to be escaped there. */
export const pageFields = ({ number, from }: ListPage): Readonly<Record<string, string>> => ({
  page: String(number),
  ...(from ? { [from.side]: JSON.stringify(from.key) } : {}),
})
