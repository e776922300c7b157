// What must hold on every page of ours that a visitor is shown: valid, accessible, narrow, alone and without cookies,
// but for the one that keeps staff signed in, which no respondent's page may see.
import type { Browser, BrowserContext, Cookie, Page, Request, Response } from 'playwright-core'
import { appearanceProblems } from './appearance.ts'
import { invalidities } from './html.ts'

/** One answer of ours to a navigation. */
type Received = {
  address: string
  status: number
  /** The HTML as it was sent; undefined for a redirect and for anything else than HTML. */
  html: string | undefined
}

/** What one visitor received, and what the pages did that they may not do. */
export type Notes = { received: Received[]; problems: string[] }

/** Who visits: a respondent, in whose browser nothing is kept, or one of a network's staff, who signs in. */
export type Who = 'respondent' | 'staff'

/** Starts to note what a visitor receives from `home`; call the result to get the notes so far. */
export function watch(context: BrowserContext, home: string, who: Who = 'respondent'): () => Promise<Notes> {
  const received: Promise<Received>[] = []
  const carried: Promise<string[]>[] = []
  const extra: string[] = []
  context.on('request', (request) => {
    if (isExtra(request, home)) extra.push(`${request.frame().url()}: the page asks for ${request.url()}`)
    if (isOurs(request.url(), home)) carried.push(carriedBy(request))
  })
  context.on('console', (message) => {
    if (/Content Security Policy/.test(message.text()))
      extra.push(`${message.page()?.url()}: ${message.text()}`)
  })
  context.on('weberror', (failure) => extra.push(`${failure.page()?.url()}: ${failure.error().message}`))
  context.on('response', (response) => {
    const isPage = response.request().resourceType() === 'document'
    if (!isPage || !isOurs(response.url(), home)) return
    const answer = receive(response)
    // Whatever goes wrong is told when the notes are asked for, and not before.
    answer.catch(() => {})
    received.push(answer)
  })
  return async () => {
    const kept = (await context.cookies()).filter((cookie) => who === 'respondent' || !isSession(cookie))
    const cookies = kept.map(({ name, path }) => `${home} set the cookie ${name} for ${path}`)
    const sent = (await Promise.all(carried)).flat()
    return { received: await Promise.all(received), problems: [...extra, ...cookies, ...sent] }
  }
}

/** Checks what visitors received; throws one error with every problem found. */
export async function checkReceived(browser: Browser, notes: Notes[]): Promise<void> {
  const problems = notes.flatMap((note) => note.problems)
  const checked = new Set<string>()
  for (const page of notes.flatMap(({ received }) => received)) {
    if (page.html === undefined || checked.has(page.html)) continue
    checked.add(page.html)
    const found = [...(await invalidities(page.html)), ...(await replayed(browser, page, page.html))]
    problems.push(...found.map((problem) => `${page.address} (${page.status}): ${problem}`))
  }
  fail(problems)
}

/** Checks how a page looks now, after a script or a person changed it; throws one error with every problem found. */
export async function checkShown(page: Page): Promise<void> {
  fail((await appearanceProblems(page)).map((problem) => `${page.url()}: ${problem}`))
}

/**
 * A page may make no request of its own: not for a font, not for an icon, and least of all to somebody else. Only a
 * network's picture is asked for, by its front page and by pages of staff; a board asks for itself once more, and a form
 * saves and sends what is typed, and compares it with newer answers to the same draft.
 */
function isExtra(request: Request, home: string): boolean {
  // A page that opens has no frame yet.
  if (request.isNavigationRequest()) return false
  // A service worker has none at all; it keeps forms and their script.
  if (request.serviceWorker())
    return !isOurs(request.url(), home) || !(isScript(request) || isForm(request.url()))
  const page = request.frame().url()
  if (!isOurs(page, home) || isSentFromFrame(request, home)) return false
  if (isOurs(request.url(), home) && (isScript(request) || isForm(request.url()) || isCompared(request)))
    return false
  // The page that plays another site loads what such sites load.
  if (new URL(page).pathname === '/embed-demo' && request.url() === `${home}/embed/v1.js`) return false
  if (isBoard(page, home) && request.url() === page && request.resourceType() === 'fetch') return false
  return !(/^\/(?:$|n\/|c(?:\/|$))/.test(new URL(page).pathname) && isLogo(request.url(), home))
}

/** In a frame of another site a form is sent by its script, to where a browser would send it. */
function isSentFromFrame(request: Request, home: string): boolean {
  const { pathname, searchParams } = new URL(request.url())
  const isForm = pathname.startsWith('/f/') && searchParams.get('embed') === '1'
  return request.method() === 'POST' && isForm && isOurs(request.url(), home)
}

const isBoard = (address: string, home: string): boolean =>
  isOurs(address, home) && /^\/c\/n\/[a-z0-9-]+\/rounds\/[\w-]+\/board$/.test(new URL(address).pathname)

/** A form saves and sends what is typed, as answers of their own or as a correction of others. */
const isForm = (address: string): boolean =>
  /^\/(?:f\/[\w-]+|s\/[\w-]+\.[\w-]+\/correction)$/.test(new URL(address).pathname)

/** The form of a draft, read for what differs in it: reading spends nothing. */
const isCompared = (request: Request): boolean =>
  request.method() === 'GET' && /^\/d\/[\w-]+\.[\w-]+\/form$/.test(new URL(request.url()).pathname)

/** The rest of a form's script, once somebody has begun, and its service worker. */
const isScript = (request: Request): boolean =>
  /^\/(?:later-[0-9a-f]{12}\.js|sw\.js)$/.test(new URL(request.url()).pathname)

const isLogo = (address: string, home: string): boolean =>
  isOurs(address, home) && /^\/n\/[a-z0-9-]+\/logo\/[\w-]+$/.test(new URL(address).pathname)

/** The one cookie that may be kept, by staff alone: for the pages under /c, and for no script. */
const isSession = ({ name, path, httpOnly, sameSite }: Cookie): boolean =>
  name === 'simpul' && path === '/c' && httpOnly && sameSite === 'Lax'

/** Says which respondent's page was asked for with a cookie. */
async function carriedBy(request: Request): Promise<string[]> {
  const { pathname } = new URL(request.url())
  if (/^\/c(\/|$)/.test(pathname)) return []
  // A request that a browser gave up has no headers any more, and carried nothing.
  const headers = await request.allHeaders().catch((): Record<string, string> => ({}))
  return headers.cookie === undefined ? [] : [`${request.url()} was asked for with a cookie`]
}

function isOurs(address: string, home: string): boolean {
  return URL.canParse(address) && new URL(address).origin === home
}

async function receive(response: Response): Promise<Received> {
  const isRedirect = response.status() >= 300 && response.status() < 400
  // Asked for at once, because a browser forgets the answer when it leaves the page.
  const body = isRedirect ? undefined : response.text()
  // A download has no text to read; whether this is one stands in its headers.
  body?.catch(() => {})
  const headers = await response.allHeaders()
  const isHtml = headers['content-type']?.startsWith('text/html') && !headers['content-disposition']
  return { address: response.url(), status: response.status(), html: isHtml ? await body : undefined }
}

/** A page as it is where no script runs. */
export const withoutScript = (html: string): string => html.replace(/<script>.*?<\/script>/gs, '')

/**
 * Shows the same HTML again: as it is without its script, where all of it is in sight, and with it, where there is one.
 */
async function replayed(browser: Browser, received: Received, html: string): Promise<string[]> {
  const bare = withoutScript(html)
  const problems = await alone(browser, received, bare)
  return bare === html ? problems : [...problems, ...(await alone(browser, received, html))]
}

/**
 * Shows HTML with script on and its content security policy off, because axe is itself a script. The page is alone
 * there: every request is refused.
 */
async function alone(browser: Browser, { address, status }: Received, html: string): Promise<string[]> {
  const context = await browser.newContext({ bypassCSP: true })
  const page = await context.newPage()
  await page.route('**/*', (route, request) =>
    request.isNavigationRequest() && request.url() === address
      ? route.fulfill({ status, contentType: 'text/html; charset=utf-8', body: html })
      : route.abort(),
  )
  await page.goto(address)
  const problems = await appearanceProblems(page)
  await context.close()
  return problems
}

function fail(problems: string[]): void {
  if (problems.length > 0) throw new Error(problems.join('\n\n'))
}
