// What must hold on every page of ours that a visitor is shown: it is alone, keeps to its policy, and sets no cookie but
// the one that keeps staff signed in, which no respondent's page may see. How pages look is the gallery's matter.
import type { BrowserContext, Cookie, Page, Request } from 'playwright-core'
import { axe, sideways } from './appearance.ts'

/** Who visits: a respondent, in whose browser nothing is kept, or one of a network's staff, who signs in. */
export type Who = 'respondent' | 'staff'

/** Starts to note what a visitor's pages do that they may not; call the result to get the problems so far. */
export function watch(
  context: BrowserContext,
  home: string,
  who: Who = 'respondent',
): () => Promise<readonly string[]> {
  const carried: Promise<string[]>[] = []
  const problems: string[] = []
  context.on('request', (request) => {
    if (isExtra(request, home)) problems.push(`${request.frame().url()}: the page asks for ${request.url()}`)
    if (isOurs(request.url(), home)) carried.push(carriedBy(request))
  })
  context.on('console', (message) => {
    if (/Content Security Policy/.test(message.text()))
      problems.push(`${message.page()?.url()}: ${message.text()}`)
  })
  context.on('weberror', (failure) => problems.push(`${failure.page()?.url()}: ${failure.error().message}`))
  return async () => {
    const kept = (await context.cookies()).filter((cookie) => who === 'respondent' || !isSession(cookie))
    const cookies = kept.map(({ name, path }) => `${home} set the cookie ${name} for ${path}`)
    const sent = (await Promise.all(carried)).flat()
    return [...problems, ...cookies, ...sent]
  }
}

/** Checks how a page looks after a script or a person changed it; throws one error with every problem found. */
export async function checkShown(page: Page): Promise<void> {
  const problems = [...(await sideways(page)), ...(await axe(page))]
  if (problems.length > 0) throw new Error([page.url(), ...problems].join('\n\n'))
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

/** A page as it is where no script runs. */
export const withoutScript = (html: string): string => html.replace(/<script>.*?<\/script>/gs, '')
