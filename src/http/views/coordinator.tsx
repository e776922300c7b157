// The frame of coordinators' pages: whose network, who is signed in, and the ways that are always there.
import type { Child } from 'hono/jsx'
import {
  coordinatorNetworkPath,
  coordinatorPath,
  languagePath,
  sessionsPath,
  signOutPath,
} from '../../core/kernel/paths.ts'
import type { ScopeNetwork, Self } from '../../core/kernel/scope.ts'
import { LOCALES, type Locale } from '../../core/kernel/text.ts'
import { wordsFor } from '../../core/words/index.ts'
import { Page } from './layout.tsx'
import { LogoPicture } from './logo.tsx'
import type { Look } from './look.ts'

const IN_HEAD = { width: 120, height: 40 }

/** Fields of the form that changes the language: which, and where to come back to. */
export const LOCALE_FIELD = 'locale'
export const RETURN_FIELD = 'return'

/** A page for whoever is not signed in. */
export function VisitorPage({
  locale,
  title,
  inLanguage,
  isRefused = false,
  children,
}: {
  readonly locale: Locale
  readonly title: string
  readonly inLanguage: ((locale: Locale) => string) | null
  /** Whether something on the page has to be corrected. */
  readonly isRefused?: boolean
  readonly children: Child
}) {
  const { coordinator, page } = wordsFor(locale)
  return (
    <Page
      locale={locale}
      title={isRefused ? page.errorTitle(title) : title}
      inLanguage={inLanguage}
      look="coordinator"
      footer={coordinator.footer}
    >
      <h1>{title}</h1>
      {children}
    </Page>
  )
}

/** A link in the head; the page one is on is named as such. */
const Way = ({ path, here, text }: { path: string; here: string; text: string }) => (
  <a href={path} aria-current={path === here ? 'page' : undefined}>
    {text}
  </a>
)

function LanguageForm({ to, here }: { readonly to: Locale; readonly here: string }) {
  return (
    <form method="post" action={languagePath}>
      <input type="hidden" name={LOCALE_FIELD} value={to} />
      <input type="hidden" name={RETURN_FIELD} value={here} />
      <button type="submit" class="link" lang={to}>
        {wordsFor(to).page.language}
      </button>
    </form>
  )
}

export interface CoordinatorPageProps {
  readonly self: Self
  /** The network that the page speaks of; null where it speaks of the person. */
  readonly network: ScopeNetwork | null
  /** The page's own address, which answers GET. */
  readonly path: string
  readonly title: string
  /** Whether something on the page has to be corrected. */
  readonly isRefused?: boolean
  /** What the page carries; its response must name the same. */
  readonly look?: Look
  readonly children: Child
}

/** A page for whoever is signed in, in their own language. */
export function CoordinatorPage(props: CoordinatorPageProps) {
  const { self, network, path, title, isRefused = false, look = 'coordinator', children } = props
  const { locale } = self.person
  const { coordinator: words, page } = wordsFor(locale)
  const others = self.memberships.filter((one) => one.network.id !== network?.id)
  const named = network && network.name[locale] !== title ? `${title} – ${network.name[locale]}` : title
  return (
    <Page
      locale={locale}
      title={isRefused ? page.errorTitle(named) : named}
      inLanguage={null}
      look={look}
      footer={words.footer}
      {...(network
        ? {
            home: {
              name: network.name[locale],
              path: coordinatorNetworkPath(network.slug),
              picture: <LogoPicture network={network} box={IN_HEAD} locale={locale} />,
            },
          }
        : { home: { name: words.nav.networks, path: coordinatorPath } })}
      aside={
        <nav aria-label={words.nav.label}>
          {others.map((one) => (
            <Way
              path={coordinatorNetworkPath(one.network.slug)}
              here={path}
              text={one.network.name[locale]}
            />
          ))}
          <Way path={sessionsPath} here={path} text={words.nav.sessions} />
          {LOCALES.filter((other) => other !== locale).map((other) => (
            <LanguageForm to={other} here={path} />
          ))}
          <form method="post" action={signOutPath}>
            <button type="submit" class="link">
              {words.nav.signOut}
            </button>
          </form>
        </nav>
      }
    >
      <h1>{title}</h1>
      {children}
    </Page>
  )
}
