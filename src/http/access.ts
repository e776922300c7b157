// Who may open what, how often, and how much may be sent there: one table of every address. What is missing in it is not
// served, and does not compile.
import { laterPath } from '../client/built.ts'
import type { LimitKind } from '../core/kernel/ports.ts'
import type { Capability } from '../core/kernel/scope.ts'

/**
 * Open to anyone, to whoever has its link, to whoever is signed in, or to those whose role in the network of the address
 * may do so much; `wholeNetwork`: to those who coordinate all of that network, not some of its districts only.
 */
export type Need = 'anyone' | 'link' | 'self' | Capability | 'wholeNetwork'

/** What the table says of an address. */
export interface Line {
  readonly needs: Need
  /**
   * The limit that counts requests of one sender here before anything else is done: before a body is read, and before the
   * database is asked. A line that names none counts as `pages` where it is asked for, as `posts` where something is posted.
   */
  readonly limit?: LimitKind
  /** Why nobody is counted here. */
  readonly unlimited?: string
  /** The limit that also counts a form which is sent from here, once its fields are read. */
  readonly stores?: LimitKind
  /** Whether a file comes along with the fields. */
  readonly body?: 'file'
}

/** The limit that counts requests of an address first of all; null where its line says why there is none. */
export const limitOf = (address: string, { limit, unlimited }: Line): LimitKind | null =>
  unlimited === undefined ? (limit ?? (address.startsWith('POST ') ? 'posts' : 'pages')) : null

const TEXT_OF_THE_CODE = 'a text of the code that browsers keep; asks nothing of the database'

/** Lines by method and path. */
export type Table = Readonly<Record<`${'GET' | 'POST'} /${string}`, Line>>

/** The addresses of respondents, of sites that show forms, and of whoever watches over the deployment. */
export const publicAccess = {
  'GET /healthz': { needs: 'anyone' },
  'GET /': { needs: 'anyone' },
  'GET /aksesibilitas': { needs: 'anyone' },
  'GET /n/:slug': { needs: 'anyone' },
  'GET /n/:slug/picture.png': { needs: 'anyone' },
  'GET /n/:slug/logo/:hash': { needs: 'anyone' },
  'GET /f/:slug': { needs: 'anyone' },
  'POST /f/:slug': { needs: 'anyone', stores: 'sends' },
  'GET /f/:slug/print': { needs: 'anyone' },
  'GET /sw.js': { needs: 'anyone', unlimited: TEXT_OF_THE_CODE },
  [`GET ${laterPath}`]: { needs: 'anyone', unlimited: TEXT_OF_THE_CODE },
  'GET /s/:link': { needs: 'link' },
  'GET /s/:link/correction': { needs: 'link' },
  'POST /s/:link/correction': { needs: 'link', stores: 'sends' },
  'POST /s/:link/address': { needs: 'link', stores: 'sends' },
  'GET /r/:link': { needs: 'link' },
  'GET /d/:link': { needs: 'link' },
  'GET /d/:link/form': { needs: 'link' },
  'POST /d/:link/mail': { needs: 'link', limit: 'mails' },
  'GET /d/:link/delete': { needs: 'link' },
  'POST /d/:link/delete': { needs: 'link' },
  'GET /oembed': { needs: 'anyone' },
  'GET /embed-demo': { needs: 'anyone' },
} as const satisfies Table

/** The addresses of coordinators. */
export const staffAccess = {
  'GET /c/sign-in': { needs: 'anyone' },
  'POST /c/sign-in': { needs: 'anyone', limit: 'signIns' },
  'GET /c/sign-in/:link': { needs: 'link' },
  'POST /c/sign-in/:link': { needs: 'link' },
  'GET /c': { needs: 'self' },
  'POST /c/sign-out': { needs: 'self' },
  'POST /c/language': { needs: 'self' },
  'GET /c/sessions': { needs: 'self' },
  'POST /c/sessions': { needs: 'self' },
  'GET /c/n/:slug': { needs: 'totals' },
  'GET /c/n/:slug/people': { needs: 'people' },
  'GET /c/n/:slug/people/invite': { needs: 'people' },
  'POST /c/n/:slug/people/invite': { needs: 'people' },
  'GET /c/n/:slug/people/:member': { needs: 'people' },
  'POST /c/n/:slug/people/:member': { needs: 'people' },
  'GET /c/n/:slug/people/:member/remove': { needs: 'people' },
  'POST /c/n/:slug/people/:member/remove': { needs: 'people' },
  'GET /c/n/:slug/settings': { needs: 'settings' },
  'GET /c/n/:slug/settings/general': { needs: 'settings' },
  'POST /c/n/:slug/settings/general': { needs: 'settings' },
  'GET /c/n/:slug/settings/logo': { needs: 'settings' },
  'POST /c/n/:slug/settings/logo': { needs: 'settings', body: 'file' },
  'POST /c/n/:slug/settings/logo/remove': { needs: 'settings' },
  'GET /c/n/:slug/settings/mails': { needs: 'settings' },
  'POST /c/n/:slug/settings/mails': { needs: 'settings' },
  'GET /c/n/:slug/settings/privacy': { needs: 'settings' },
  'POST /c/n/:slug/settings/privacy': { needs: 'settings' },
  'GET /c/n/:slug/settings/years': { needs: 'settings' },
  'POST /c/n/:slug/settings/years': { needs: 'settings' },
  'GET /c/n/:slug/settings/years/:year': { needs: 'settings' },
  'POST /c/n/:slug/settings/years/:year': { needs: 'settings' },
  'POST /c/n/:slug/settings/years/:year/remove': { needs: 'settings' },
  'GET /c/n/:slug/settings/roles': { needs: 'settings' },
  'POST /c/n/:slug/settings/roles': { needs: 'settings' },
  'GET /c/n/:slug/settings/roles/:role': { needs: 'settings' },
  'POST /c/n/:slug/settings/roles/:role': { needs: 'settings' },
  'POST /c/n/:slug/settings/roles/:role/remove': { needs: 'settings' },
  'GET /c/n/:slug/rounds': { needs: 'organisations' },
  'GET /c/n/:slug/rounds/new': { needs: 'wholeNetwork' },
  'POST /c/n/:slug/rounds/new': { needs: 'wholeNetwork' },
  'GET /c/n/:slug/rounds/:round': { needs: 'organisations' },
  'GET /c/n/:slug/rounds/:round/edit': { needs: 'wholeNetwork' },
  'POST /c/n/:slug/rounds/:round/edit': { needs: 'wholeNetwork' },
  'GET /c/n/:slug/rounds/:round/copy': { needs: 'wholeNetwork' },
  'POST /c/n/:slug/rounds/:round/copy': { needs: 'wholeNetwork' },
  'GET /c/n/:slug/rounds/:round/close': { needs: 'wholeNetwork' },
  'POST /c/n/:slug/rounds/:round/close': { needs: 'wholeNetwork' },
  'GET /c/n/:slug/rounds/:round/reopen': { needs: 'wholeNetwork' },
  'POST /c/n/:slug/rounds/:round/reopen': { needs: 'wholeNetwork' },
  'GET /c/n/:slug/rounds/:round/practice': { needs: 'wholeNetwork' },
  'POST /c/n/:slug/rounds/:round/practice': { needs: 'wholeNetwork' },
  'GET /c/n/:slug/rounds/:round/drafts': { needs: 'coordination' },
  'POST /c/n/:slug/rounds/:round/drafts/:draft': { needs: 'coordination' },
  'GET /c/n/:slug/rounds/:round/preview': { needs: 'organisations' },
  'GET /c/n/:slug/rounds/:round/share': { needs: 'organisations' },
  'POST /c/n/:slug/rounds/:round/share': { needs: 'organisations' },
  'GET /c/n/:slug/rounds/:round/poster': { needs: 'organisations' },
  'GET /c/n/:slug/rounds/:round/qr.svg': { needs: 'organisations' },
  'GET /c/n/:slug/rounds/:round/qr.png': { needs: 'organisations' },
  'GET /c/n/:slug/held': { needs: 'coordination' },
  'GET /c/n/:slug/held/:submission': { needs: 'coordination' },
  'POST /c/n/:slug/held/:submission': { needs: 'coordination' },
  'GET /c/n/:slug/board': { needs: 'totals' },
  'GET /c/n/:slug/rounds/:round/board': { needs: 'totals' },
  'GET /c/n/:slug/rounds/:round/board/:list': { needs: 'organisations' },
  'GET /c/n/:slug/registrations': { needs: 'coordination' },
  'GET /c/n/:slug/registrations/:registration': { needs: 'coordination' },
  'POST /c/n/:slug/registrations/:registration/confirm': { needs: 'coordination' },
  'POST /c/n/:slug/registrations/:registration/decline': { needs: 'coordination' },
  'GET /c/n/:slug/messages': { needs: 'coordination' },
  'GET /c/n/:slug/messages/:delivery': { needs: 'coordination' },
  'POST /c/n/:slug/messages/:delivery/again': { needs: 'coordination' },
  'POST /c/n/:slug/messages/:delivery/address': { needs: 'coordination' },
  'GET /c/n/:slug/steps': { needs: 'coordination' },
  'POST /c/n/:slug/steps': { needs: 'coordination' },
  'GET /c/n/:slug/handovers': { needs: 'coordination' },
  'GET /c/n/:slug/handovers/:submission': { needs: 'coordination' },
  'POST /c/n/:slug/handovers/:submission': { needs: 'coordination' },
  'GET /c/n/:slug/ledger': { needs: 'coordination' },
  'GET /c/n/:slug/ledger/:state': { needs: 'coordination' },
  'GET /c/n/:slug/organisations': { needs: 'organisations' },
  'GET /c/n/:slug/organisations/new': { needs: 'coordination' },
  'POST /c/n/:slug/organisations/new': { needs: 'coordination' },
  'GET /c/n/:slug/organisations/duplicates': { needs: 'coordination' },
  'GET /c/n/:slug/organisations/duplicates/:one/:other': { needs: 'coordination' },
  'POST /c/n/:slug/organisations/duplicates/:one/:other': { needs: 'coordination' },
  'GET /c/n/:slug/organisations/merges': { needs: 'coordination' },
  'GET /c/n/:slug/organisations/merges/:merge': { needs: 'coordination' },
  'POST /c/n/:slug/organisations/merges/:merge': { needs: 'coordination' },
  'GET /c/n/:slug/organisations/:organisation/merge': { needs: 'coordination' },
  'GET /c/n/:slug/organisations/:organisation': { needs: 'organisations' },
  'GET /c/n/:slug/organisations/:organisation/edit': { needs: 'coordination' },
  'POST /c/n/:slug/organisations/:organisation/edit': { needs: 'coordination' },
  'GET /c/n/:slug/organisations/:organisation/names': { needs: 'coordination' },
  'POST /c/n/:slug/organisations/:organisation/names': { needs: 'coordination' },
  'GET /c/n/:slug/organisations/:organisation/roles': { needs: 'coordination' },
  'POST /c/n/:slug/organisations/:organisation/roles': { needs: 'coordination' },
  'GET /c/n/:slug/organisations/:organisation/relations': { needs: 'coordination' },
  'POST /c/n/:slug/organisations/:organisation/relations': { needs: 'coordination' },
  'GET /c/n/:slug/organisations/:organisation/contacts': { needs: 'coordination' },
  'POST /c/n/:slug/organisations/:organisation/contacts': { needs: 'coordination' },
  'GET /c/n/:slug/organisations/:organisation/contacts/:contact': { needs: 'coordination' },
  'POST /c/n/:slug/organisations/:organisation/contacts/:contact': { needs: 'coordination' },
  'GET /c/n/:slug/organisations/import': { needs: 'coordination' },
  'POST /c/n/:slug/organisations/import': { needs: 'coordination', body: 'file' },
  'POST /c/n/:slug/organisations/import/confirm': { needs: 'coordination', body: 'file' },
  'GET /c/n/:slug/organisations/import/template.csv': { needs: 'coordination' },
  'GET /c/n/:slug/organisations/import/template.xlsx': { needs: 'coordination' },
} as const satisfies Table

/** Every address. */
export const access = { ...publicAccess, ...staffAccess }

export type PublicAccess = typeof publicAccess
export type StaffAccess = typeof staffAccess

/** The addresses of a table that need one of these. */
export type AddressOf<T extends Table, N extends Need> = {
  [A in keyof T]: T[A] extends { readonly needs: N } ? A : never
}[keyof T]

/** The methods of each address, for those who come with another one. */
export function methodsByPath(table: Table): ReadonlyMap<string, string> {
  const byPath = Map.groupBy(Object.keys(table), (address) => address.split(' ')[1] ?? '')
  return new Map(
    [...byPath].map(([path, addresses]) => {
      const methods = addresses.map((address) => (address.startsWith('GET') ? 'GET, HEAD' : 'POST'))
      return [path, methods.toSorted().join(', ')]
    }),
  )
}
