// Registers an address under its line of the table of access: what is asked of a request before it is answered.
import type { Context, Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import type { Line } from '../access.ts'
import { limitedBody, limitedUpload } from './body.ts'
import { readableInFrames } from './frame.tsx'
import { limitPages } from './limits.tsx'

export type Answer = Response | Promise<Response>

/**
 * Registers what an address of the table answers. Of forms that are posted, only the answer knows what they count
 * towards, and shows what was typed where it is too much.
 */
export function register(
  app: Hono,
  deps: Deps,
  [address, line]: readonly [address: string, line: Line],
  answer: (c: Context) => Answer,
): void {
  const [method, path = ''] = address.split(' ')
  if (method === 'POST')
    app.post(path, readableInFrames, line.body === 'file' ? limitedUpload : limitedBody, answer)
  else if (line.limit) app.get(path, limitPages(deps, line.limit), answer)
  else app.get(path, answer)
}
