// The one cookie there is: it keeps somebody signed in, on the pages under /c and nowhere else.
import type { Context } from 'hono'
import { SESSION_LASTS } from '../../core/people/session.ts'
import type { Deps } from '../../deps.ts'

// A browser takes a name that begins with __Secure- only over https; without https there is a local copy and nothing else.
const isSecure = ({ publicUrl }: Deps): boolean => publicUrl.startsWith('https:')
const nameOf = (deps: Deps): string => (isSecure(deps) ? '__Secure-simpul' : 'simpul')

/** The token that a request brings, or undefined. */
export function tokenOf(c: Context, deps: Deps): string | undefined {
  const pairs = (c.req.header('Cookie') ?? '').split(/; */)
  const start = `${nameOf(deps)}=`
  return pairs.find((pair) => pair.startsWith(start))?.slice(start.length)
}

// Written out: hono/cookie weighs as much as a page, and a token of ours needs no escaping.
const cookie = (deps: Deps, token: string, maxAge: number): string =>
  [
    `${nameOf(deps)}=${token}`,
    `Max-Age=${maxAge}`,
    'Path=/c',
    'HttpOnly',
    ...(isSecure(deps) ? ['Secure'] : []),
    'SameSite=Lax',
  ].join('; ')

/** The header that keeps a token in the browser. */
export const keepCookie = (deps: Deps, token: string): string => cookie(deps, token, SESSION_LASTS / 1000)

/** The header that makes the browser forget it. */
export const dropCookie = (deps: Deps): string => cookie(deps, '', 0)
