// Registers an address under its line of the table of access: what is asked of a request before it is answered.
import type { Context, Hono, MiddlewareHandler } from 'hono'
import type { Deps } from '../../deps.ts'
import { type Line, limitOf } from '../access.ts'
import { limitedBody, limitedUpload } from './body.ts'
import { readableInFrames } from './frame.tsx'
import { limited } from './limits.tsx'

export type Answer = Response | Promise<Response>

/**
 * Registers what an address of the table answers. Its limit comes first of all; `before` is what else is asked of every request
 * of the application.
 */
export function register(
  app: Hono,
  deps: Deps,
  [address, line]: readonly [address: string, line: Line],
  answer: (c: Context) => Answer,
  before: readonly MiddlewareHandler[] = [],
): void {
  const [method = '', path = ''] = address.split(' ')
  const kind = limitOf(address, line)
  const body = line.body === 'file' ? limitedUpload : limitedBody
  const first: readonly MiddlewareHandler[] = [
    ...(method === 'POST' ? [readableInFrames] : []),
    ...(kind ? [limited(deps, kind)] : []),
    ...before,
    ...(method === 'POST' ? [body] : []),
  ]
  app.on(method, [path], ...first, answer)
}
