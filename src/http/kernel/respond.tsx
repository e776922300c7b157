// Pages as responses: by themselves or in a frame, one set of headers, the policy by hash, and compression where the edge has none.
import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Theme } from '../../core/kernel/colours.ts'
import { FRAME_FIELD } from '../../core/kernel/paths.ts'
import { renderFramed } from '../views/anchor.tsx'
import { type Carried, carriedBy, type Look } from '../views/look.ts'

/** A source of a content security policy: the very text, by its hash. */
async function sourceOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`
}

async function policyFor(
  { css, script, hasPictures, hasFrames, isFetched, isSharing, isKept }: Carried,
  frame: FramePolicy | null,
): Promise<string> {
  const scripts =
    script === null ? '' : `script-src ${await sourceOf(script)}${isKept ? " 'strict-dynamic'" : ''}; `
  const kept = isKept && !frame ? "connect-src 'self'; worker-src 'self'; " : ''
  const fetched = isFetched ? "connect-src 'self'; " : ''
  const pictures = hasPictures ? "'self' data:" : 'data:'
  // A form that is led on to another site needs that site in its policy, and wherever that leads on to.
  const forms = isSharing ? "'self' https://wa.me https://api.whatsapp.com" : "'self'"
  const loaded = hasFrames ? "script-src 'self'; " : ''
  const frames = hasFrames || isSharing ? "frame-src 'self'; " : ''
  // In a sandbox the page has no origin of its own that 'self' could mean, so ours is named.
  const [own, sends] = frame?.own ? [` ${frame.own}`, `connect-src 'self' ${frame.own}; `] : ['', '']
  return `default-src 'none'; ${scripts}${fetched}${kept}style-src ${await sourceOf(css)}; img-src ${pictures}; ${loaded}${frames}${sends}form-action ${forms}${own}; base-uri 'none'; frame-ancestors ${frame?.ancestors ?? "'none'"}`
}

async function makeHeaders(
  carried: Carried,
  isPrivate: boolean,
  isTyped: boolean,
  frame: FramePolicy | null,
): Promise<Headers> {
  return new Headers({
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': await policyFor(carried, frame),
    'Strict-Transport-Security': 'max-age=31536000',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': isPrivate ? 'no-referrer' : 'strict-origin-when-cross-origin',
    'Cache-Control': isPrivate && !isTyped ? 'private, no-store' : 'private, no-cache',
    ...(isPrivate ? { 'X-Robots-Tag': 'noindex' } : {}),
  })
}

/** Which sites may show a page in a frame (CSP `frame-ancestors`), and our own origin where the page sends anything. */
export interface FramePolicy {
  readonly ancestors: string
  readonly own: string | null
}

const made = new WeakMap<Carried, Map<string, Promise<Headers>>>()

/**
 * The headers of every page, made once for what it carries: a response copies them. `private` pages lie behind links
 * or show what somebody typed: nobody keeps them, finds them or learns their address. Of these, typed pages stay in
 * the browser's own history, so that Back finds them.
 */
function pageHeaders(
  carried: Carried,
  isPrivate: boolean,
  isTyped: boolean,
  frame: FramePolicy | null,
): Promise<Headers> {
  const kinds = made.get(carried) ?? new Map<string, Promise<Headers>>()
  made.set(carried, kinds)
  const kind = `${isPrivate} ${isTyped} ${frame?.ancestors}`
  const headers = kinds.get(kind) ?? makeHeaders(carried, isPrivate, isTyped, frame)
  kinds.set(kind, headers)
  return headers
}

/** A JSX page as a document. */
export const documentOf = (page: JSX.Element): string => `<!doctype html>${page}`

/** The same as a document whose links leave the frame it stands in. */
export const framedDocumentOf = (page: JSX.Element): string => `<!doctype html>${renderFramed(page)}`

interface ResponseOptions {
  readonly status?: 200 | 400 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503
  /** What the page carries and in which form's colours, as the page itself was told. */
  readonly look?: Look
  readonly theme?: Theme | undefined
  readonly isPrivate?: boolean
  /** Whether the page shows what somebody typed and has not sent yet. */
  readonly isTyped?: boolean
  /** Who may show the page in a frame; nobody unless it is said. */
  readonly frame?: FramePolicy | null
}

/** How a page stands in a frame of another site. */
export interface Framing extends FramePolicy {
  /** What it carries there. */
  readonly look: Look
}

/** For pages that say a few words and let nobody do anything: better than a browser's blank. */
export const anyFrame: Framing = { ancestors: '*', own: null, look: 'common' }

interface PageOptions extends Omit<ResponseOptions, 'frame'> {
  /** How the page stands in a frame where the request is for one; others stand in none, whatever is asked. */
  readonly framing?: Framing
}

// The edge compresses these; a page of any other status would travel at its full size.
const COMPRESSED_BY_THE_EDGE = new Set([200, 403, 404])

// Named, and not refused with a quality of zero (RFC 9110 §12.5.3).
const GZIP = /\bgzip\b(?!\s*;\s*q=0(?:\.0+)?\s*(?:,|$))/

/** Answers with a document. */
export async function respond(
  c: Context,
  html: string,
  {
    status = 200,
    look = 'common',
    theme,
    isPrivate = false,
    isTyped = false,
    frame = null,
  }: ResponseOptions = {},
): Promise<Response> {
  const headers = await pageHeaders(carriedBy(look, theme), isPrivate, isTyped, frame)
  const response = new Response(html, { status, headers })
  if (!COMPRESSED_BY_THE_EDGE.has(status) && GZIP.test(c.req.header('Accept-Encoding') ?? '')) {
    // The runtime encodes the body itself when it finds this header.
    response.headers.set('Content-Encoding', 'gzip')
    response.headers.set('Vary', 'Accept-Encoding')
  }
  return response
}

/** Whether a request is for pages of forms that stand in frames. */
export const isFramed = (c: Context): boolean =>
  c.req.path.startsWith('/f/') && c.req.query(FRAME_FIELD) === '1'

/** Answers with what is rendered for a page of its own or for a frame; here alone it is decided which of the two it is. */
export function respondRendered(
  c: Context,
  render: (isFramed: boolean) => string,
  { framing, ...options }: PageOptions = {},
): Promise<Response> {
  return framing && isFramed(c)
    ? respond(c, render(true), { ...options, look: framing.look, frame: framing })
    : respond(c, render(false), options)
}

/** Answers with a page. */
export const respondPage = (c: Context, page: JSX.Element, options?: PageOptions): Promise<Response> =>
  respondRendered(c, (isFramed) => (isFramed ? framedDocumentOf(page) : documentOf(page)), options)

/** Whether the client asks for JSON rather than a page. */
export const wantsJson = (c: Context): boolean => {
  const accept = c.req.header('Accept') ?? ''
  return accept.includes('application/json') && !accept.includes('text/html')
}

const jsonHeaders = { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' }

/** Answers with JSON that nobody keeps. */
export const respondJson = (
  c: Context,
  value: object,
  status: 200 | 201 | 400 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503 = 200,
): Response => c.json(value, status, jsonHeaders)
