// Too much from one address: it is put off with a few words, and nothing of the address is kept.
import type { Context, MiddlewareHandler } from 'hono'
import { limiterOf, PERIODS } from '../../actions/limit.ts'
import { addressClass } from '../../core/kernel/client-address.ts'
import type { LimitKind } from '../../core/kernel/ports.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { Deps } from '../../deps.ts'
import { MessagePage } from '../views/simple.tsx'
import { localeOf } from './language.ts'
import { anyFrame, respondJson, respondPage, wantsJson } from './respond.tsx'

/** After how many seconds the database, where it stumbles, is asked again. */
export const RETRY_AFTER = 10

/** The answer as one that says after how many seconds to come again (RFC 6585 §4). */
export function withRetryAfter(response: Response, seconds: number = RETRY_AFTER): Response {
  response.headers.set('Retry-After', String(seconds))
  return response
}

/** Whose requests are counted together, as Cloudflare tells it; null is nobody in particular. */
export const senderOf = (c: Context): string | null => addressClass(c.req.header('CF-Connecting-IP'))

/** Writes the refusals remembered, where it is time to; nobody waits for it. */
function writeRefusals(c: Context, deps: Deps): void {
  const writing = limiterOf(deps).write()
  if (writing) c.executionCtx.waitUntil(writing)
}

/** Remembers that somebody was turned away from a round, by its slug. */
export function noteRefusal(c: Context, deps: Deps, slug: string, kind: LimitKind): void {
  limiterOf(deps).refused(slug, kind)
  writeRefusals(c, deps)
}

/** Counts one more of a kind from the sender of a request, and tells whether it is too much. Asks nothing of the database. */
export async function isOverLimit(c: Context, deps: Deps, kind: LimitKind): Promise<boolean> {
  const isWithin = await limiterOf(deps).isWithin(kind, senderOf(c))
  if (isWithin) writeRefusals(c, deps)
  return !isWithin
}

/** What a program is told. */
export const overLimitJson = (c: Context, message: string, kind: LimitKind): Response =>
  withRetryAfter(respondJson(c, { problem: 'tooMany', message }, 429), PERIODS[kind])

/** What is answered before anything is read: not even the form that was posted is shown again. */
async function respondOverLimit(c: Context, kind: LimitKind): Promise<Response> {
  const locale = localeOf(c)
  const { title, text, posted } = wordsFor(locale).limits.page
  const told = (c.req.method === 'POST' ? posted : text)(String(PERIODS[kind]))
  if (wantsJson(c)) return overLimitJson(c, told, kind)
  const page = (
    <MessagePage locale={locale} title={title}>
      <p>{told}</p>
    </MessagePage>
  )
  const response = await respondPage(c, page, { status: 429, isPrivate: true, framing: anyFrame })
  return withRetryAfter(response, PERIODS[kind])
}

/** Counts a request, and gives what is answered where that is too much; else null. */
export async function overLimit(c: Context, deps: Deps, kind: LimitKind): Promise<Response | null> {
  if (!(await isOverLimit(c, deps, kind))) return null
  const slug = c.req.path.startsWith('/f/') ? c.req.param('slug') : undefined
  if (slug !== undefined) noteRefusal(c, deps, slug, kind)
  return respondOverLimit(c, kind)
}

/** Puts off whoever does too much of a kind, first of all. */
export const limited =
  (deps: Deps, kind: LimitKind): MiddlewareHandler =>
  async (c, next) =>
    (await overLimit(c, deps, kind)) ?? next()
