// One line of the log for each request that changes something, fails or takes long: by its pattern, never by its address.
import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { newRequestId, spokenCode } from '../../core/kernel/request-id.ts'
import type { Deps } from '../../deps.ts'

/** How long a request takes that is worth a line though nothing went wrong, in milliseconds. */
const LONG = 1000

const ids = new WeakMap<Context, string>()

/** The id of a request, the same as often as it is asked for. */
function requestIdOf(c: Context, { random }: Deps): string {
  const id = ids.get(c) ?? newRequestId(c.req.header('CF-Ray'), random)
  ids.set(c, id)
  return id
}

/** The code that a page shows of a request that failed, so that its line can be found. */
export const codeOf = (c: Context, deps: Deps): string => spokenCode(requestIdOf(c, deps))

/** The pattern that a request was answered under, which is the first of those that fit; `*` where nothing is. */
const patternOf = (c: Context): string =>
  matchedRoutes(c).find(({ path }) => !path.endsWith('*'))?.path ?? '*'

/** Writes the line of a request; of one that failed also the class of its error, and the code that the page showed. */
export const watched = (deps: Deps): MiddlewareHandler => {
  const { clock, log } = deps
  return async (c, next) => {
    const began = clock.now()
    await next()
    const { status } = c.res
    const ms = clock.now() - began
    const { method } = c.req
    const hasFailed = status >= 500
    if (!hasFailed && ms < LONG && method !== 'POST') return
    const line = { request: requestIdOf(c, deps), method, route: patternOf(c), status, ms }
    if (hasFailed) log.error('request', { ...line, code: codeOf(c, deps), error: c.error })
    else if (ms >= LONG) log.warn('request', line)
    else log.info('request', line)
  }
}
