// Too much from one address: pages are put off with a few words, and nothing of the address is kept.
import type { Context, MiddlewareHandler } from 'hono'
import { limiterOf } from '../../actions/limit.ts'
import { addressClass } from '../../core/kernel/client-address.ts'
import type { LimitKind } from '../../core/kernel/ports.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { Deps } from '../../deps.ts'
import { MessagePage } from '../views/simple.tsx'
import { localeOf } from './language.ts'
import { anyFrame, respondJson, respondPage, wantsJson } from './respond.tsx'

/** After how many seconds there is room again: the period of the limits in wrangler.toml. */
export const RETRY_AFTER = '10'

/** The answer as one that says when to come again (RFC 6585 §4). */
export function withRetryAfter(response: Response): Response {
  response.headers.set('Retry-After', RETRY_AFTER)
  return response
}

/**
 * Counts one more of a kind from the address of a request, as Cloudflare tells it, and tells whether it is too much.
 * `slug` names the round where that is counted; null: nowhere.
 */
export async function isOverLimit(
  c: Context,
  deps: Deps,
  kind: LimitKind,
  slug: string | null,
): Promise<boolean> {
  const limiter = limiterOf(deps)
  const isWithin = await limiter.isWithin(kind, addressClass(c.req.header('CF-Connecting-IP')))
  if (!isWithin && slug !== null) limiter.refused(slug, kind)
  const writing = limiter.write()
  if (writing) c.executionCtx.waitUntil(writing)
  return !isWithin
}

/** What a program is told. */
export const overLimitJson = (c: Context, message: string): Response =>
  withRetryAfter(respondJson(c, { problem: 'tooMany', message }, 429))

/** Puts off whoever asks for too many pages. */
export const limitPages =
  (deps: Deps, kind: LimitKind): MiddlewareHandler =>
  async (c, next) => {
    const slug = c.req.path.startsWith('/f/') ? (c.req.param('slug') ?? null) : null
    if (!(await isOverLimit(c, deps, kind, slug))) return next()
    const locale = localeOf(c)
    const words = wordsFor(locale).limits.page
    if (wantsJson(c)) return overLimitJson(c, words.text(RETRY_AFTER))
    const page = (
      <MessagePage locale={locale} title={words.title}>
        <p>{words.text(RETRY_AFTER)}</p>
      </MessagePage>
    )
    return withRetryAfter(await respondPage(c, page, { status: 429, isPrivate: true, framing: anyFrame }))
  }
