// GET /oembed: what a site needs to show the link to a form as the form itself (https://oembed.com, version 1.0).
import type { Context } from 'hono'
import { formPath, framedPath } from '../../../core/kernel/paths.ts'
import { isLocale, LOCALES, type Locale } from '../../../core/kernel/text.ts'
import { framingOf } from '../../../core/round/framing.ts'
import type { Deps } from '../../../deps.ts'
import type { PublicPages } from '../routes.ts'
import type { FindRound } from './round-cache.ts'

/** What a frame is unless less is asked for, in px. */
const WIDTH = 720
const HEIGHT = 720
const LOWEST = 200
/** How long (s) an answer may be kept. */
const KEPT_FOR = 3600

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt' }[mark] ?? 'quot'};`)

/** The form that an address of ours leads to, and its language; null for any other address. */
function formAt(address: string, publicUrl: string): { slug: string; locale: Locale } | null {
  if (!URL.canParse(address)) return null
  const { origin, pathname, searchParams } = new URL(address)
  const [, slug] = /^\/f\/([\w-]+)$/.exec(pathname) ?? []
  const asked = searchParams.get('lang')
  return slug && origin === new URL(publicUrl).origin
    ? { slug, locale: isLocale(asked) ? asked : LOCALES[0] }
    : null
}

/** At most what is asked for: a number of px, or nothing. */
const atMost = (own: number, asked: string | undefined): number =>
  asked !== undefined && /^[1-9]\d{0,4}$/.test(asked) ? Math.min(own, Number(asked)) : own

const headers = {
  'Access-Control-Allow-Origin': '*',
  'Cache-Control': `public, max-age=${KEPT_FOR}`,
  'X-Content-Type-Options': 'nosniff',
}

const refuse = (c: Context, status: 400 | 401 | 404 | 501, problem: string): Response =>
  c.json({ problem }, status, { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' })

/** Registers oEmbed. 400 without an address, 404 for one that is no form, 401 for one that no site may show. */
export function oembedPages(pages: PublicPages, { publicUrl }: Deps, findRound: FindRound): void {
  pages.open('GET /oembed', async (c) => {
    const { url, maxwidth, maxheight, format = 'json' } = c.req.query()
    if (format !== 'json') return refuse(c, 501, 'format')
    if (url === undefined) return refuse(c, 400, 'url')
    const asked = formAt(url, publicUrl)
    const opened = asked && (await findRound(asked.slug))
    if (!asked || !opened) return refuse(c, 404, 'notFound')
    const { round } = opened
    if (framingOf(round) === 'nobody') return refuse(c, 401, 'notPublic')
    const { slug, locale } = asked
    const title = round.title[locale]
    const [width, height] = [atMost(WIDTH, maxwidth), Math.max(LOWEST, atMost(HEIGHT, maxheight))]
    const [page, framed] = [formPath, framedPath].map((path) => escaped(publicUrl + path(slug, locale)))
    return c.json(
      {
        version: '1.0',
        type: 'rich',
        title,
        provider_name: round.network.name[locale],
        provider_url: publicUrl,
        cache_age: KEPT_FOR,
        width,
        height,
        // WordPress keeps these two elements and shows the first one until the second has told its height.
        html: `<blockquote><a href="${page}">${escaped(title)}</a></blockquote><iframe src="${framed}" title="${escaped(title)}" width="${width}" height="${height}" frameborder="0"></iframe>`,
      },
      200,
      headers,
    )
  })
}
