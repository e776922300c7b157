// The one cookie there is: it keeps somebody signed in, on the pages under /c and nowhere else.
import type { Context } from 'hono'
import { generateCookie, getCookie } from 'hono/cookie'
import { SESSION_LASTS } from '../../core/session.ts'
import type { Deps } from '../../deps.ts'

// A browser takes a name that begins with __Secure- only over https; without https there is a local copy and nothing else.
const isSecure = ({ publicUrl }: Deps): boolean => publicUrl.startsWith('https:')
const nameOf = (deps: Deps): string => (isSecure(deps) ? '__Secure-simpul' : 'simpul')

/** The token that a request brings, or undefined. */
export const tokenOf = (c: Context, deps: Deps): string | undefined => getCookie(c, nameOf(deps))

const cookie = (deps: Deps, token: string, maxAge: number): string =>
  generateCookie(nameOf(deps), token, {
    path: '/c',
    httpOnly: true,
    secure: isSecure(deps),
    sameSite: 'Lax',
    maxAge,
  })

/** The header that keeps a token in the browser. */
export const keepCookie = (deps: Deps, token: string): string => cookie(deps, token, SESSION_LASTS / 1000)

/** The header that makes the browser forget it. */
export const dropCookie = (deps: Deps): string => cookie(deps, '', 0)
