// Who may open what: one table of the coordinators' addresses. It alone mints the scopes that reads and actions ask for.
import { type Context, Hono, type Next } from 'hono'
import { isSeenLongAgo, see } from '../../actions/session.ts'
import { signInPath } from '../../core/paths.ts'
import {
  type Capability,
  may,
  type Scope,
  type ScopeFacts,
  type Self,
  type SelfFacts,
} from '../../core/scope.ts'
import { hashOfToken } from '../../core/session.ts'
import { selfBySession } from '../../db/read/session.ts'
import type { Deps } from '../../deps.ts'
import { limitedBody, limitedUpload } from '../body.ts'
import { localeOf } from '../language.ts'
import { leadTo, problem, problemIn } from './answer.tsx'
import { tokenOf } from './cookie.ts'

/** Open to anyone, to whoever is signed in, or to those whose role in the network of the address may do so much. */
type Need = 'anyone' | 'self' | Capability

/** Every address of coordinators; one that is missing here cannot be opened, and does not compile. */
export const access = {
  'GET /c/sign-in': 'anyone',
  'POST /c/sign-in': 'anyone',
  'GET /c/sign-in/:link': 'anyone',
  'POST /c/sign-in/:link': 'anyone',
  'GET /c': 'self',
  'POST /c/sign-out': 'self',
  'POST /c/language': 'self',
  'GET /c/sessions': 'self',
  'POST /c/sessions': 'self',
  'GET /c/n/:slug': 'totals',
  'GET /c/n/:slug/people': 'people',
  'GET /c/n/:slug/people/invite': 'people',
  'POST /c/n/:slug/people/invite': 'people',
  'GET /c/n/:slug/people/:member': 'people',
  'POST /c/n/:slug/people/:member': 'people',
  'GET /c/n/:slug/people/:member/remove': 'people',
  'POST /c/n/:slug/people/:member/remove': 'people',

  'GET /c/n/:slug/settings': 'settings',
  'GET /c/n/:slug/settings/general': 'settings',
  'POST /c/n/:slug/settings/general': 'settings',
  'GET /c/n/:slug/settings/logo': 'settings',
  'POST /c/n/:slug/settings/logo': 'settings',
  'POST /c/n/:slug/settings/logo/remove': 'settings',
  'GET /c/n/:slug/settings/mails': 'settings',
  'POST /c/n/:slug/settings/mails': 'settings',
  'GET /c/n/:slug/settings/privacy': 'settings',
  'POST /c/n/:slug/settings/privacy': 'settings',
  'GET /c/n/:slug/settings/years': 'settings',
  'POST /c/n/:slug/settings/years': 'settings',
  'GET /c/n/:slug/settings/years/:year': 'settings',
  'POST /c/n/:slug/settings/years/:year': 'settings',
  'POST /c/n/:slug/settings/years/:year/remove': 'settings',
  'GET /c/n/:slug/settings/roles': 'settings',
  'POST /c/n/:slug/settings/roles': 'settings',
  'GET /c/n/:slug/settings/roles/:role': 'settings',
  'POST /c/n/:slug/settings/roles/:role': 'settings',
  'POST /c/n/:slug/settings/roles/:role/remove': 'settings',
  'GET /c/n/:slug/rounds': 'organisations',
  'GET /c/n/:slug/rounds/new': 'coordination',
  'POST /c/n/:slug/rounds/new': 'coordination',
  'GET /c/n/:slug/rounds/:round': 'organisations',
  'GET /c/n/:slug/rounds/:round/edit': 'coordination',
  'POST /c/n/:slug/rounds/:round/edit': 'coordination',
  'GET /c/n/:slug/rounds/:round/copy': 'coordination',
  'POST /c/n/:slug/rounds/:round/copy': 'coordination',
  'GET /c/n/:slug/rounds/:round/close': 'coordination',
  'POST /c/n/:slug/rounds/:round/close': 'coordination',
  'GET /c/n/:slug/rounds/:round/reopen': 'coordination',
  'POST /c/n/:slug/rounds/:round/reopen': 'coordination',
  'GET /c/n/:slug/rounds/:round/practice': 'coordination',
  'POST /c/n/:slug/rounds/:round/practice': 'coordination',
  'GET /c/n/:slug/rounds/:round/drafts': 'coordination',
  'GET /c/n/:slug/rounds/:round/preview': 'organisations',
  'GET /c/n/:slug/rounds/:round/share': 'organisations',
  'POST /c/n/:slug/rounds/:round/share': 'organisations',
  'GET /c/n/:slug/rounds/:round/poster': 'organisations',
  'GET /c/n/:slug/rounds/:round/qr.svg': 'organisations',
  'GET /c/n/:slug/rounds/:round/qr.png': 'organisations',
  'GET /c/n/:slug/held': 'coordination',
  'GET /c/n/:slug/held/:submission': 'coordination',
  'POST /c/n/:slug/held/:submission': 'coordination',
  'GET /c/n/:slug/board': 'totals',
  'GET /c/n/:slug/rounds/:round/board': 'totals',
  'GET /c/n/:slug/rounds/:round/board/:list': 'organisations',
  'GET /c/n/:slug/registrations': 'coordination',
  'GET /c/n/:slug/registrations/:registration': 'coordination',
  'POST /c/n/:slug/registrations/:registration/confirm': 'coordination',
  'POST /c/n/:slug/registrations/:registration/decline': 'coordination',
  'GET /c/n/:slug/messages': 'coordination',
  'GET /c/n/:slug/messages/:delivery': 'coordination',
  'POST /c/n/:slug/messages/:delivery/again': 'coordination',
  'POST /c/n/:slug/messages/:delivery/address': 'coordination',
  'GET /c/n/:slug/steps': 'coordination',
  'POST /c/n/:slug/steps': 'coordination',
  'GET /c/n/:slug/handovers': 'coordination',
  'GET /c/n/:slug/handovers/:submission': 'coordination',
  'POST /c/n/:slug/handovers/:submission': 'coordination',
  'GET /c/n/:slug/ledger': 'coordination',
  'GET /c/n/:slug/ledger/:state': 'coordination',
  'GET /c/n/:slug/organisations': 'organisations',
  'GET /c/n/:slug/organisations/new': 'coordination',
  'POST /c/n/:slug/organisations/new': 'coordination',
  'GET /c/n/:slug/organisations/duplicates': 'coordination',
  'GET /c/n/:slug/organisations/duplicates/:one/:other': 'coordination',
  'POST /c/n/:slug/organisations/duplicates/:one/:other': 'coordination',
  'GET /c/n/:slug/organisations/merges': 'coordination',
  'GET /c/n/:slug/organisations/merges/:merge': 'coordination',
  'POST /c/n/:slug/organisations/merges/:merge': 'coordination',
  'GET /c/n/:slug/organisations/:organisation/merge': 'coordination',
  'GET /c/n/:slug/organisations/:organisation': 'organisations',
  'GET /c/n/:slug/organisations/:organisation/edit': 'coordination',
  'POST /c/n/:slug/organisations/:organisation/edit': 'coordination',
  'GET /c/n/:slug/organisations/:organisation/names': 'coordination',
  'POST /c/n/:slug/organisations/:organisation/names': 'coordination',
  'GET /c/n/:slug/organisations/:organisation/roles': 'coordination',
  'POST /c/n/:slug/organisations/:organisation/roles': 'coordination',
  'GET /c/n/:slug/organisations/:organisation/relations': 'coordination',
  'POST /c/n/:slug/organisations/:organisation/relations': 'coordination',
  'GET /c/n/:slug/organisations/:organisation/contacts': 'coordination',
  'POST /c/n/:slug/organisations/:organisation/contacts': 'coordination',
  'GET /c/n/:slug/organisations/:organisation/contacts/:contact': 'coordination',
  'POST /c/n/:slug/organisations/:organisation/contacts/:contact': 'coordination',
  'GET /c/n/:slug/organisations/import': 'coordination',
  'POST /c/n/:slug/organisations/import': 'coordination',
  'POST /c/n/:slug/organisations/import/confirm': 'coordination',
  'GET /c/n/:slug/organisations/import/template.csv': 'coordination',
  'GET /c/n/:slug/organisations/import/template.xlsx': 'coordination',
} as const satisfies Readonly<Record<`${'GET' | 'POST'} /c${string}`, Need>>

type Access = typeof access

/** Where files come along. */
const UPLOADS: readonly (keyof Access)[] = [
  'POST /c/n/:slug/settings/logo',
  'POST /c/n/:slug/organisations/import',
  'POST /c/n/:slug/organisations/import/confirm',
]

/** The addresses of the table that need one of these. */
type AddressOf<N extends Need> = { [A in keyof Access]: Access[A] extends N ? A : never }[keyof Access]
type NetworkAddress = AddressOf<Capability>

// The only casts to these types: what nobody can write down comes into being here, once it is known to hold.
const mintSelf = (facts: SelfFacts): Self => facts as Self
const mintScope = <A extends NetworkAddress>(_address: A, facts: ScopeFacts): Scope<Access[A]> =>
  facts as Scope<Access[A]>

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** What changes something comes from a page of this deployment, whatever it carries (RFC 6454 §7). */
const fromOurselves =
  ({ publicUrl }: Deps) =>
  async (c: Context, next: Next): Promise<Response | undefined> => {
    const isOurs = SAFE.has(c.req.method) || c.req.header('Origin') === new URL(publicUrl).origin
    if (!isOurs) return problem(c, 'origin', localeOf(c))
    await next()
    return undefined
  }

async function signedIn(c: Context, deps: Deps): Promise<Self | null> {
  const token = tokenOf(c, deps)
  const facts = token ? await selfBySession(deps.db, await hashOfToken(token), deps.clock.now()) : null
  if (!facts) return null
  const self = mintSelf(facts)
  if (isSeenLongAgo(self, deps)) c.executionCtx.waitUntil(see(self, deps))
  return self
}

type Answer = Response | Promise<Response>

/** Where a network's page is open to somebody: who they are, and what they may do there. */
export interface Entered<A extends NetworkAddress> {
  readonly self: Self
  readonly scope: Scope<Access[A]>
}

/** Registers coordinators' pages, each under its line of the table. */
export interface Pages {
  readonly app: Hono
  open(address: AddressOf<'anyone'>, answer: (c: Context) => Answer): void
  own(address: AddressOf<'self'>, answer: (c: Context, self: Self) => Answer): void
  inNetwork<A extends NetworkAddress>(address: A, answer: (c: Context, entered: Entered<A>) => Answer): void
}

/** Makes an application without any page, in which nothing is changed from elsewhere. */
export function coordinatorPages(deps: Deps): Pages {
  const app = new Hono()
  app.use('/c/*', fromOurselves(deps))

  function register(address: keyof Access, answer: (c: Context) => Answer): void {
    const [method = '', path = ''] = address.split(' ')
    app.on(method, path, UPLOADS.includes(address) ? limitedUpload : limitedBody, answer)
  }

  const own = (address: keyof Access, answer: (c: Context, self: Self) => Answer): void =>
    register(address, async (c) => {
      const self = await signedIn(c, deps)
      if (self) return answer(c, self)
      const isRead = SAFE.has(c.req.method)
      return isRead ? leadTo(c, signInPath(localeOf(c), 'first')) : problem(c, 'signedOut', localeOf(c))
    })

  return {
    app,
    open: register,
    own,
    inNetwork: (address, answer) =>
      own(address, (c, self) => {
        const { person, memberships } = self
        const membership = memberships.find(({ network }) => network.slug === c.req.param('slug'))
        if (!membership) return problemIn(c, 'notFound', self, null)
        if (!may(membership.role, access[address])) return problemIn(c, 'role', self, membership.network)
        return answer(c, { self, scope: mintScope(address, { ...membership, person }) })
      }),
  }
}

/** The methods of each address, for those who come with another one. */
export const methodsByPath = (): ReadonlyMap<string, string> => {
  const methods = Map.groupBy(Object.keys(access), (address) => address.split(' ')[1] ?? '')
  return new Map(
    [...methods].map(([path, addresses]) => {
      const posts = addresses.some((address) => address.startsWith('POST'))
      const gets = addresses.some((address) => address.startsWith('GET'))
      return [path, [gets ? 'GET, HEAD' : '', posts ? 'POST' : ''].filter(Boolean).join(', ')]
    }),
  )
}
