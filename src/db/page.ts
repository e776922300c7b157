// One page of a list, read after a row or before one (keyset), so that no page costs those that come before it.
import { type SQL, sql } from 'drizzle-orm'
import { type ListPage, type PageKey, type PageWays, pageNumbered } from '../core/kernel/page.ts'

/** What a list is sorted by: no two rows have all of it in common, and none of it is null. */
export interface Sorting {
  readonly by: readonly SQL[]
  readonly isDescending?: boolean
}

/** What makes a page of a query. */
export interface Cut {
  readonly where: SQL
  readonly orderBy: SQL[]
  readonly limit: number
  readonly offset: number
}

const listed = (parts: readonly unknown[]): SQL =>
  sql.join(
    parts.map((part) => sql`${part}`),
    sql`, `,
  )

function cutOf({ number, from }: ListPage, { by, isDescending = false }: Sorting, size: number): Cut {
  const isBackwards = from?.side === 'before'
  const isDown = isBackwards !== isDescending
  return {
    where: from ? sql`(${listed(by)}) ${sql.raw(isDown ? '<' : '>')} (${listed(from.key)})` : sql`true`,
    orderBy: by.map((one) => sql`${one} ${sql.raw(isDown ? 'desc' : 'asc')}`),
    // One more tells whether there is another page.
    limit: size + 1,
    offset: from ? 0 : (number - 1) * size,
  }
}

/**
 * The rows of a page, and the pages next to it. `read` runs the query with a cut, `keyOf` tells what a row is sorted by. Where
 * nothing is left before the rows that are asked for, it is the first page.
 */
export async function readListPage<Row>(
  page: ListPage,
  { sorting, size }: { readonly sorting: Sorting; readonly size: number },
  read: (cut: Cut) => PromiseLike<Row[]>,
  keyOf: (row: Row) => PageKey,
): Promise<{ readonly found: readonly Row[] } & PageWays> {
  const { number, from } = page
  const rows = await read(cutOf(page, sorting, size))
  const isMore = rows.length > size
  const isBackwards = from?.side === 'before'
  if (isBackwards && !isMore) return readListPage(pageNumbered(1), { sorting, size }, read, keyOf)
  const kept = rows.slice(0, size)
  const found = isBackwards ? kept.toReversed() : kept
  const beside = (row: Row | undefined, side: 'after' | 'before', next: number): ListPage | null =>
    row === undefined ? null : { number: Math.max(1, next), from: { side, key: keyOf(row) } }
  const hasEarlier = isBackwards || from !== null || number > 1
  return {
    found,
    number,
    earlier: hasEarlier
      ? (beside(found[0], 'before', number - 1) ?? pageNumbered(Math.max(1, number - 1)))
      : null,
    later: isMore || isBackwards ? beside(found.at(-1), 'after', number + 1) : null,
  }
}
