// Which page of a list an address asks for.
import type { Context } from 'hono'

const MOST = 10_000

/** The page of a list, from 1; the first where the address names none. */
export function pageIn(c: Context): number {
  const typed = Number(c.req.query('page') ?? '1')
  return Number.isInteger(typed) && typed >= 1 && typed <= MOST ? typed : 1
}
