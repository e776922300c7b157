// Lets coordinators in by the table of access. The scopes that reads and actions ask for are minted here alone.
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { isSeenLongAgo, markSessionSeen } from '../../actions/people/session.ts'
import { signInPath } from '../../core/kernel/paths.ts'
import {
  type Capability,
  coordinatesAll,
  type Membership,
  may,
  type Scope,
  type ScopeFacts,
  type Self,
  type SelfFacts,
  type WholeScope,
} from '../../core/kernel/scope.ts'
import { hashOfToken } from '../../core/people/session.ts'
import { selfBySession } from '../../db/people/session.read.ts'
import type { Deps } from '../../deps.ts'
import { type AddressOf, type StaffAccess, staffAccess } from '../access.ts'
import { localeOf } from '../kernel/language.ts'
import { type Answer, register } from '../kernel/register.ts'
import { watched } from '../kernel/watch.ts'
import { tokenOf } from './cookie.ts'
import { redirectTo, respondProblem, respondProblemIn } from './respond.tsx'
import { WordsFirstRouter } from './router.ts'

/** The addresses of the table that need so much in their network. */
type NetworkAddress = AddressOf<StaffAccess, NetworkNeed>
type NetworkNeed = Capability | 'wholeNetwork'

/** The scope that an address gives. */
type ScopeOf<A extends NetworkAddress> = StaffAccess[A]['needs'] extends infer N
  ? N extends Capability
    ? Scope<N>
    : WholeScope
  : never

// The only casts to these types: what nobody can write down comes into being here, once it is known to hold.
const mintSelf = (facts: SelfFacts): Self => facts as Self
const mintScope = <A extends NetworkAddress>(_address: A, facts: ScopeFacts): ScopeOf<A> =>
  facts as ScopeOf<A>

/** Whether somebody has what an address asks of them in its network. */
const mayEnter = (membership: Membership, needs: NetworkNeed): boolean =>
  needs === 'wholeNetwork' ? coordinatesAll(membership) : may(membership.role, needs)

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses what changes something and does not come from a page of this deployment, whatever it carries (RFC 6454 §7). */
export const refuseForeign =
  ({ publicUrl }: Deps) =>
  (c: Context): Promise<Response> | null => {
    const isOurs = SAFE.has(c.req.method) || c.req.header('Origin') === new URL(publicUrl).origin
    return isOurs ? null : respondProblem(c, 'origin', localeOf(c))
  }

async function signedIn(c: Context, deps: Deps): Promise<Self | null> {
  const token = tokenOf(c, deps)
  const facts = token ? await selfBySession(deps.db, await hashOfToken(token), deps.clock.now()) : null
  if (!facts) return null
  const self = mintSelf(facts)
  if (isSeenLongAgo(self, deps)) {
    const marking = markSessionSeen(self, deps)
    // Unheard, the runtime would log it, and the query with it.
    c.executionCtx.waitUntil(marking.catch((error) => deps.log.warn('session not marked as seen', { error })))
  }
  return self
}

/** Where a network's page is open to somebody: who they are, and what they may do there. */
export interface StaffRequest<A extends NetworkAddress> {
  readonly self: Self
  readonly scope: ScopeOf<A>
}

/** Registers coordinators' pages, each under its line of the table. */
export interface Pages {
  readonly app: Hono
  open(address: AddressOf<StaffAccess, 'anyone' | 'link'>, answer: (c: Context) => Answer): void
  own(address: AddressOf<StaffAccess, 'self'>, answer: (c: Context, self: Self) => Answer): void
  inNetwork<A extends NetworkAddress>(
    address: A,
    answer: (c: Context, entered: StaffRequest<A>) => Answer,
  ): void
}

/** Makes an application without any page, in which nothing is changed from elsewhere. */
export function coordinatorPages(deps: Deps): Pages {
  const app = new Hono({ router: new WordsFirstRouter() })
  app.use('/c/*', watched(deps))
  const refuse = refuseForeign(deps)
  const before: MiddlewareHandler = (c, next) => refuse(c) ?? next()

  const open = (address: keyof StaffAccess, answer: (c: Context) => Answer): void =>
    register(app, deps, [address, staffAccess[address]], answer, [before])

  const own = (address: keyof StaffAccess, answer: (c: Context, self: Self) => Answer): void =>
    open(address, async (c) => {
      const self = await signedIn(c, deps)
      if (self) return answer(c, self)
      const isRead = SAFE.has(c.req.method)
      return isRead
        ? redirectTo(c, signInPath(localeOf(c), 'first'))
        : respondProblem(c, 'signedOut', localeOf(c))
    })

  return {
    app,
    open,
    own,
    inNetwork: (address, answer) =>
      own(address, (c, self) => {
        const { person, memberships } = self
        const membership = memberships.find(({ network }) => network.slug === c.req.param('slug'))
        if (!membership) return respondProblemIn(c, 'notFound', self, null)
        if (!mayEnter(membership, staffAccess[address].needs))
          return respondProblemIn(c, 'role', self, membership.network)
        return answer(c, { self, scope: mintScope(address, { ...membership, person }) })
      }),
  }
}
