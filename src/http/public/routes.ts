// What is open to anyone or to whoever has its link, registered under its line of the table of access.
import { type Context, Hono } from 'hono'
import { RegExpRouter } from 'hono/router/reg-exp-router'
import type { Deps } from '../../deps.ts'
import { type AddressOf, type PublicAccess, publicAccess } from '../access.ts'
import { type Answer, register } from '../kernel/register.ts'
import { watched } from '../kernel/watch.ts'

/** Registers what respondents, sites and watchers ask for; an answer is given its line of the table. */
export interface PublicPages {
  readonly app: Hono
  open<A extends AddressOf<PublicAccess, 'anyone'>>(
    address: A,
    answer: (c: Context, line: PublicAccess[A]) => Answer,
  ): void
  /** The answer itself finds out whether the link is good, together with what it leads to. */
  behindLink<A extends AddressOf<PublicAccess, 'link'>>(
    address: A,
    answer: (c: Context, link: string, line: PublicAccess[A]) => Answer,
  ): void
}

/**
 * Makes an application without any page. Its addresses are found by one expression; it throws where an address does not
 * fit into it, as coordinators' do not (`rounds/new` beside `rounds/:round`), so those have a router of their own.
 */
export function publicPages(deps: Deps): PublicPages {
  const app = new Hono({ router: new RegExpRouter() })
  const watch = watched(deps)
  // What is under /c is watched there, by its own patterns.
  app.use('*', (c, next) => (/^\/c(?:\/|$)/.test(c.req.path) ? next() : watch(c, next)))
  return {
    app,
    open: (address, answer) => {
      const line = publicAccess[address]
      register(app, deps, [address, line], (c) => answer(c, line))
    },
    behindLink: (address, answer) => {
      const line = publicAccess[address]
      register(app, deps, [address, line], (c) => answer(c, c.req.param('link') ?? '', line))
    },
  }
}
