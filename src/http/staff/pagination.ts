// Which page of a list an address asks for.
import type { Context } from 'hono'
import { type ListPage, readPage } from '../../core/kernel/page.ts'

/** The page of a list whose keys are of a shape; the first where the address names none. */
export const listPageIn = (c: Context, shape: readonly ('string' | 'number')[]): ListPage =>
  readPage((name) => c.req.query(name), shape)

/** The number of a page, from 1, of a list that is counted through. */
export const pageIn = (c: Context): number => listPageIn(c, []).number
