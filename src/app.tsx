// Every route of the Worker, and what it answers when something is not as it should be.
import type { Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { networkPath } from './core/kernel/paths.ts'
import { BrokenSeal } from './core/kernel/seal.ts'
import type { Words } from './core/words/index.ts'
import { wordsFor } from './core/words/index.ts'
import type { Round } from './db/round/read.ts'
import type { Deps } from './deps.ts'
import { methodsByPath, publicAccess, staffAccess, type Table } from './http/access.ts'
import { respondFault } from './http/kernel/fault.tsx'
import { localeOf } from './http/kernel/language.ts'
import { limited, overLimit } from './http/kernel/limits.tsx'
import { anyFrame, respondJson, respondPage, wantsJson } from './http/kernel/respond.tsx'
import { draftPages } from './http/public/draft/draft.tsx'
import { embedDemoPages } from './http/public/form/embed-demo.tsx'
import { formPages } from './http/public/form/form.tsx'
import { oembedPages } from './http/public/form/oembed.ts'
import { printPages } from './http/public/form/print.tsx'
import { roundCache } from './http/public/form/round-cache.ts'
import { scriptPages } from './http/public/form/scripts.ts'
import { healthPage } from './http/public/health.ts'
import { homePages } from './http/public/network/home.tsx'
import { publicPages } from './http/public/routes.ts'
import { correctionPages } from './http/public/submission/correction.tsx'
import { WithdrawnLink } from './http/public/submission/links.ts'
import { receiptAndReportPages } from './http/public/submission/receipt-report.tsx'
import { refuseForeign } from './http/staff/access.ts'
import { coordinatorRoutes } from './http/staff/routes.ts'
import { MessagePage } from './http/views/simple.tsx'

type ErrorStatus = 400 | 404 | 405 | 410 | 413 | 415

const ERRORS: Readonly<Record<ErrorStatus, keyof Words['page']['errors']>> = {
  400: 'unreadable',
  404: 'notFound',
  405: 'method',
  410: 'gone',
  413: 'tooLarge',
  415: 'unreadable',
}

const isErrorStatus = (status: number): status is ErrorStatus => status in ERRORS

async function errorPage(c: Context, status: ErrorStatus, network?: Round['network']): Promise<Response> {
  const locale = localeOf(c)
  const { errors, home } = wordsFor(locale).page
  const { title, text } = errors[ERRORS[status]]
  if (wantsJson(c)) return respondJson(c, { problem: ERRORS[status], message: text }, status)
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

/** Where a page needs all answers and the sealed ones do not open: nothing was changed. */
async function sealedPage(c: Context): Promise<Response> {
  const locale = localeOf(c)
  const { title, text } = wordsFor(locale).seals
  if (wantsJson(c)) return respondJson(c, { problem: 'sealed', message: text }, 500)
  const page = (
    <MessagePage locale={locale} title={title}>
      <p>{text}</p>
    </MessagePage>
  )
  return respondPage(c, page, { status: 500, isPrivate: true })
}

/** What is there answers other methods by naming its own (RFC 9110 §15.5.6). */
const onlyBy = (methods: string) => async (c: Context) => {
  const page = await errorPage(c, 405)
  page.headers.set('Allow', methods)
  return page
}

/** What an application answers where no page does; that is counted as a page, too. */
function answerProblems(
  app: Hono,
  deps: Deps,
  table: Table,
  refuse: (c: Context) => Promise<Response> | null = () => null,
): void {
  const counted = limited(deps, 'pages')
  for (const [path, methods] of methodsByPath(table))
    app.all(path, counted, async (c) => (await refuse(c)) ?? onlyBy(methods)(c))
  app.notFound(async (c) => (await overLimit(c, deps, 'pages')) ?? (await refuse(c)) ?? errorPage(c, 404))
  app.onError((error, c) => {
    if (error instanceof WithdrawnLink) return errorPage(c, 410, error.network)
    if (error instanceof HTTPException && isErrorStatus(error.status)) return errorPage(c, error.status)
    if (error instanceof BrokenSeal) {
      deps.log.warn('seal broken', { reason: error.message })
      return sealedPage(c)
    }
    return respondFault(c, deps, error)
  })
}

/** The application under /c. */
export function coordinatorApp(deps: Deps): Hono {
  const app = coordinatorRoutes(deps)
  answerProblems(app, deps, staffAccess, refuseForeign(deps))
  return app
}

/** The application on the given dependencies. */
export function createApp(deps: Deps): Hono {
  const pages = publicPages(deps)
  const coordinators = coordinatorApp(deps)
  const findRound = roundCache(deps)
  healthPage(pages, deps)
  scriptPages(pages)
  homePages(pages, deps)
  formPages(pages, deps, findRound)
  printPages(pages, deps, findRound)
  draftPages(pages, deps, findRound)
  correctionPages(pages, deps, findRound)
  receiptAndReportPages(pages, deps)
  oembedPages(pages, deps, findRound)
  embedDemoPages(pages, deps)
  const { app } = pages
  app.all('/c/*', (c) => coordinators.fetch(c.req.raw, {}, c.executionCtx))
  answerProblems(app, deps, publicAccess)
  return app
}
