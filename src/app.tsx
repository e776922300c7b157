// Every route of the Worker, and what it answers when something is not as it should be.
import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { RegExpRouter } from 'hono/router/reg-exp-router'
import { limiterOf } from './actions/limit.ts'
import { networkPath } from './core/paths.ts'
import type { Words } from './core/words/words.ts'
import { wordsFor } from './core/words/words.ts'
import { readLedger } from './db/read/ledger.ts'
import type { Round } from './db/read/round.ts'
import type { Deps } from './deps.ts'
import { methodsByPath } from './http/coordinator/access.ts'
import { coordinatorRoutes } from './http/coordinator/routes.ts'
import { embedDemoRoutes } from './http/embed-demo.tsx'
import { localeOf } from './http/language.ts'
import { limitedPages } from './http/limits.tsx'
import { oembedRoutes } from './http/oembed.ts'
import { anyFrame, respondJson, respondPage, wantsJson } from './http/respond.tsx'
import { correctionRoutes } from './http/respondent/corrected.tsx'
import { draftRoutes } from './http/respondent/draft.tsx'
import { formRoutes } from './http/respondent/form.tsx'
import { homeRoutes } from './http/respondent/home.tsx'
import { WithdrawnLink } from './http/respondent/links.ts'
import { openedRounds } from './http/respondent/opened.ts'
import { printRoutes } from './http/respondent/print.tsx'
import { scriptRoutes } from './http/respondent/scripts.ts'
import { sentRoutes } from './http/respondent/sent.tsx'
import { MessagePage } from './http/views/simple.tsx'

type ErrorStatus = 400 | 404 | 405 | 410 | 413 | 415 | 500

const pages: Readonly<Record<ErrorStatus, keyof Words['page']['errors']>> = {
  400: 'unreadable',
  404: 'notFound',
  405: 'method',
  410: 'gone',
  413: 'tooLarge',
  415: 'unreadable',
  500: 'server',
}

const isErrorStatus = (status: number): status is ErrorStatus => status in pages

async function errorPage(c: Context, status: ErrorStatus, network?: Round['network']): Promise<Response> {
  const locale = localeOf(c)
  const { errors, home } = wordsFor(locale).page
  const { title, text } = errors[pages[status]]
  if (wantsJson(c)) return respondJson(c, { problem: pages[status], message: text }, status)
  const page = (
    <MessagePage
      locale={locale}
      title={title}
      {...(network ? { home: { name: network.name[locale], path: networkPath(network.slug, locale) } } : {})}
    >
      <p>{text}</p>
      {network ? <p>{home.contact(network.replyTo)}</p> : null}
    </MessagePage>
  )
  // Some words in a frame are better than a browser's blank.
  return respondPage(c, page, { status, isPrivate: true, framing: anyFrame })
}

/** What is there answers other methods by naming its own (RFC 9110 §15.5.6). */
const onlyBy = (methods: string) => async (c: Context) => {
  const page = await errorPage(c, 405)
  page.headers.set('Allow', methods)
  return page
}

/** What the ledger says, for whoever watches over the deployment: numbers only. */
async function health(c: Context, deps: Deps): Promise<Response> {
  const { db, clock } = deps
  try {
    const [{ oldestOwedAt, ...submissions }, limiter] = await Promise.all([
      readLedger(db),
      limiterOf(deps).works(),
    ])
    const oldestOwedSeconds = oldestOwedAt === null ? null : Math.round((clock.now() - oldestOwedAt) / 1000)
    return respondJson(c, { ok: true, database: true, limiter, submissions, oldestOwedSeconds })
  } catch {
    return respondJson(c, { ok: false, database: false }, 503)
  }
}

/** Addresses where nothing is sent to. */
const READ_ONLY = [
  '/',
  '/healthz',
  '/aksesibilitas',
  '/oembed',
  '/embed-demo',
  '/n/:slug',
  '/n/:slug/picture.png',
  '/n/:slug/logo/:hash',
  '/f/:slug/print',
  '/s/:link',
  '/sw.js',
  '/r/:link',
  '/d/:link',
  '/d/:link/form',
]

/** Pages that one address may ask for only so often. Staff are known, and signing in has counters of its own. */
const LIMITED = ['/', '/aksesibilitas', '/n/:slug', '/f/:slug/*', '/s/:link/*', '/r/:link']

/** What an application answers where no page does. */
function answerProblems(app: Hono): void {
  app.notFound((c) => errorPage(c, 404))
  app.onError((error, c) => {
    if (error instanceof WithdrawnLink) return errorPage(c, 410, error.network)
    if (error instanceof HTTPException && isErrorStatus(error.status)) return errorPage(c, error.status)
    // Ids only: the address of a receipt is a secret, and the message of a database error quotes answers.
    console.error(JSON.stringify({ error: error.name, method: c.req.method }))
    return errorPage(c, 500)
  })
}

/** The application under /c. */
export function coordinatorApp(deps: Deps): Hono {
  const app = coordinatorRoutes(deps)
  for (const [path, methods] of methodsByPath()) app.all(path, onlyBy(methods))
  answerProblems(app)
  return app
}

/**
 * The application on the given dependencies. Respondents' addresses are found by one expression; it throws where an
 * address does not fit into it, as coordinators' do not (`rounds/new` beside `rounds/:round`), so those have a router
 * of their own.
 */
export function createApp(deps: Deps): Hono {
  const app = new Hono({ router: new RegExpRouter() })
  const coordinators = coordinatorApp(deps)
  const findRound = openedRounds(deps)
  app.get('/healthz', (c) => health(c, deps))
  for (const path of LIMITED) app.get(path, limitedPages(deps))
  app.route('/', scriptRoutes())
  app.route('/', homeRoutes(deps))
  app.route('/f', formRoutes(deps, findRound))
  app.route('/f', printRoutes(deps, findRound))
  app.route('/', draftRoutes(deps, findRound))
  app.route('/', correctionRoutes(deps, findRound))
  app.route('/', sentRoutes(deps))
  app.route('/', oembedRoutes(deps, findRound))
  app.route('/', embedDemoRoutes(deps))
  app.all('/c/*', (c) => coordinators.fetch(c.req.raw, {}, c.executionCtx))
  for (const path of READ_ONLY) app.all(path, onlyBy('GET, HEAD'))
  for (const path of ['/f/:slug', '/s/:link/correction', '/d/:link/delete'])
    app.all(path, onlyBy('GET, HEAD, POST'))
  for (const path of ['/s/:link/address', '/d/:link/mail']) app.all(path, onlyBy('POST'))
  answerProblems(app)
  return app
}
