// GET / and /n/:slug: whose forms these are, and which are open. GET /aksesibilitas: how far everybody can use them.
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Locale } from '../../../core/kernel/text.ts'
import { allNetworks, type NetworkName, networkBySlug } from '../../../db/network/read.ts'
import { logoBytes } from '../../../db/network/settings.read.ts'
import { openRounds } from '../../../db/round/read.ts'
import type { Deps } from '../../../deps.ts'
import { localeOf } from '../../kernel/language.ts'
import { respondPage } from '../../kernel/respond.tsx'
import { AccessibilityPage } from '../../views/accessibility.tsx'
import { NetworkPage, NetworksPage, networkLook } from '../../views/simple.tsx'
import { networkShare } from '../form/share.ts'
import type { PublicPages } from '../routes.ts'

/** Registers the front pages. */
export function homePages(pages: PublicPages, deps: Deps): void {
  const find = async (c: Context): Promise<NetworkName> => {
    const network = await networkBySlug(deps.db, c.req.param('slug') ?? '')
    if (!network) throw new HTTPException(404)
    return network
  }

  const show = async (c: Context, network: NetworkName, locale: Locale): Promise<Response> => {
    const open = await openRounds(deps.db, network.id, deps.clock.now())
    const rounds = []
    // One after another, so that what several of them ask is looked for once.
    for (const round of open)
      rounds.push({ round, about: (await deps.forms.find(round))?.form.title ?? null })
    const titles = open.map(({ title }) => title[locale])
    const share = networkShare(deps.publicUrl, network, titles, locale)
    const page = <NetworkPage {...{ network, rounds, share, locale }} />
    return respondPage(c, page, { look: networkLook(network) })
  }
  pages.open('GET /', async (c) => {
    const networks = await allNetworks(deps.db)
    const [only, ...others] = networks
    const locale = localeOf(c)
    if (only && others.length === 0) return show(c, only, locale)
    return respondPage(c, <NetworksPage networks={networks} locale={locale} />)
  })

  pages.open('GET /aksesibilitas', async (c) => {
    const networks = await allNetworks(deps.db)
    return respondPage(c, <AccessibilityPage networks={networks} locale={localeOf(c)} />)
  })

  // The files of the deployment answer first: this is reached where the network has no picture of its own.
  pages.open('GET /n/:slug/picture.png', async (c) => {
    await find(c)
    return deps.commonPicture(c.req.raw.headers)
  })

  // Its hash is in its address, so what a browser has it may keep for ever.
  pages.open('GET /n/:slug/logo/:hash', async (c) => {
    const { slug = '', hash = '' } = c.req.param()
    const logo = await logoBytes(deps.db, slug, hash)
    if (!logo) throw new HTTPException(404)
    return c.body(logo.bytes, 200, {
      'Content-Type': logo.mediaType,
      'Content-Security-Policy': "default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'public, max-age=31536000, immutable',
    })
  })

  pages.open('GET /n/:slug', async (c) => show(c, await find(c), localeOf(c)))
}
