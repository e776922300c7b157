// How coordinators' pages are answered: never kept by anybody, and with what is wrong said in words.
import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Theme } from '../../core/kernel/colours.ts'
import { coordinatorNetworkPath, coordinatorPath, signInPath } from '../../core/kernel/paths.ts'
import type { ScopeNetwork, Self } from '../../core/kernel/scope.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { wordsFor } from '../../core/words/index.ts'
import { respondPage } from '../kernel/respond.tsx'
import { CoordinatorPage, VisitorPage } from '../views/coordinator.tsx'
import type { Look } from '../views/look.ts'

/** Answers with a page; its look is the one it was made with. */
export async function respondStaffPage(
  c: Context,
  page: JSX.Element,
  status: 200 | 403 | 404 | 409 | 410 | 422 = 200,
  look: Look = 'coordinator',
  theme?: Theme,
): Promise<Response> {
  const response = await respondPage(c, page, { status, look, theme, isPrivate: true })
  // From pages that send no referrer at all, browsers post with `Origin: null` (Fetch §3.2), and that is refused.
  response.headers.set('Referrer-Policy', 'same-origin')
  return response
}

/** Leads on to another page, with a cookie where one is given. */
export const redirectTo = (c: Context, path: string, setCookie?: string): Response =>
  c.body(null, 303, {
    Location: path,
    'Cache-Control': 'no-store',
    ...(setCookie ? { 'Set-Cookie': setCookie } : {}),
  })

const statuses = { notFound: 404, role: 403, signedOut: 403, origin: 403 } as const

interface ProblemProps {
  readonly which: keyof typeof statuses
  readonly locale: Locale
}

function ProblemBody({ which, locale }: ProblemProps) {
  const words = wordsFor(locale).coordinator
  const isOut = which === 'signedOut'
  return (
    <>
      <p>{words.problems[which].text}</p>
      <p>
        <a class="go" href={isOut ? signInPath(locale) : coordinatorPath}>
          {isOut ? words.signIn.title : words.toStart}
        </a>
      </p>
    </>
  )
}

/** Answers whoever is not known with what is wrong, and a way on. */
export function respondProblem(c: Context, which: 'signedOut' | 'origin', locale: Locale): Promise<Response> {
  const { title } = wordsFor(locale).coordinator.problems[which]
  const page = (
    <VisitorPage locale={locale} title={title} inLanguage={null}>
      <ProblemBody which={which} locale={locale} />
    </VisitorPage>
  )
  return respondStaffPage(c, page, statuses[which])
}

/** Answers whoever is signed in with what is wrong, in the frame of the network it is wrong in, if it is theirs. */
export function respondProblemIn(
  c: Context,
  which: 'notFound' | 'role',
  self: Self,
  network: ScopeNetwork | null,
): Promise<Response> {
  const { locale } = self.person
  const page = (
    <CoordinatorPage
      self={self}
      network={network}
      path={network ? coordinatorNetworkPath(network.slug) : coordinatorPath}
      title={wordsFor(locale).coordinator.problems[which].title}
    >
      <ProblemBody which={which} locale={locale} />
    </CoordinatorPage>
  )
  return respondStaffPage(c, page, statuses[which])
}
