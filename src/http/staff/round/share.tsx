// /c/n/:slug/rounds/:round/share, …/poster and …/qr: how a round comes to those who are to answer it. Nothing is stored.
import type { Context } from 'hono'
import { cleanLines } from '../../../core/form/clean.ts'
import { firstOf } from '../../../core/form/fields.ts'
import { whatsappPath } from '../../../core/kernel/paths.ts'
import type { Locale } from '../../../core/kernel/text.ts'
import { roundBySlug } from '../../../db/round/read.ts'
import type { StoredRound } from '../../../db/round/staff.read.ts'
import type { Deps } from '../../../deps.ts'
import { pngOf } from '../../../documents/png.ts'
import { qrOf, svgOf } from '../../../documents/qr.ts'
import { readFields } from '../../kernel/body.ts'
import { localeOf } from '../../kernel/language.ts'
import { PosterPage } from '../../views/round-poster.tsx'
import { addressOf, ShareRoundPage, TEXT_FIELD } from '../../views/round-share.tsx'
import type { Pages } from '../access.ts'
import { redirectTo, respondProblemIn, respondStaffPage } from '../respond.tsx'
import { withRound } from './rounds.tsx'

/** Wide enough that a printed code of ten centimetres has crisp edges (300 dots an inch). */
const LEAST_PIXELS = 1200

/** Longer than any text that is read; WhatsApp's own address takes about as much. */
const TEXT_MAX = 2000

/** A picture to keep, under the name of its round. */
const picture = (c: Context, body: string | Uint8Array<ArrayBuffer>, type: string, name: string): Response =>
  c.body(body, 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Content-Security-Policy': "default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
  })

/** Registers the pages that share a round. */
export function roundSharePages(pages: Pages, deps: Deps): void {
  const { db, clock, publicUrl } = deps

  const sharedOf = (round: StoredRound, shared: Locale) => {
    const address = addressOf(publicUrl, round, shared)
    return { round, shared, address, squares: qrOf(address), now: clock.now() }
  }

  pages.inNetwork('GET /c/n/:slug/rounds/:round/share', (c, entered) =>
    withRound(c, deps, entered, (round) =>
      respondStaffPage(c, <ShareRoundPage {...entered} {...sharedOf(round, localeOf(c))} />, 200, 'sharing'),
    ),
  )

  pages.inNetwork('POST /c/n/:slug/rounds/:round/share', (c, entered) =>
    withRound(c, deps, entered, async () => {
      const text = cleanLines(firstOf(await readFields(c), TEXT_FIELD)).slice(0, TEXT_MAX)
      return redirectTo(c, whatsappPath('', text.toWellFormed()))
    }),
  )

  pages.inNetwork('GET /c/n/:slug/rounds/:round/poster', (c, entered) =>
    withRound(c, deps, entered, async (round) => {
      const { self, scope } = entered
      const open = await roundBySlug(db, round.slug)
      if (!open) return respondProblemIn(c, 'notFound', self, scope.network)
      const shown = { ...sharedOf(round, localeOf(c)), replyTo: open.network.replyTo }
      return respondStaffPage(c, <PosterPage {...entered} {...shown} />, 200, 'poster')
    }),
  )

  pages.inNetwork('GET /c/n/:slug/rounds/:round/qr.svg', (c, entered) =>
    withRound(c, deps, entered, (round) => {
      const { squares } = sharedOf(round, localeOf(c))
      return picture(c, svgOf(squares), 'image/svg+xml', `${round.slug}.svg`)
    }),
  )

  pages.inNetwork('GET /c/n/:slug/rounds/:round/qr.png', (c, entered) =>
    withRound(c, deps, entered, async (round) => {
      const { squares } = sharedOf(round, localeOf(c))
      return picture(c, await pngOf(squares, LEAST_PIXELS), 'image/png', `${round.slug}.png`)
    }),
  )
}
