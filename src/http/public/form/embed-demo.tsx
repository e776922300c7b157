// GET /embed-demo: a page that shows forms in every way other sites can. In local copies only: nobody else needs it.
import { HTTPException } from 'hono/http-exception'
import { framingOf } from '../../../core/round/framing.ts'
import { allNetworks } from '../../../db/network/read.ts'
import { openRounds } from '../../../db/round/read.ts'
import type { Deps } from '../../../deps.ts'
import { localeOf } from '../../kernel/language.ts'
import { respondPage } from '../../kernel/respond.tsx'
import { EmbedDemoPage } from '../../views/embed-demo.tsx'
import type { PublicPages } from '../routes.ts'

const isLocal = (publicUrl: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(publicUrl).hostname)

/** Registers the page that plays another site. */
export function embedDemoPages(pages: PublicPages, { db, clock, publicUrl }: Deps): void {
  pages.open('GET /embed-demo', async (c) => {
    if (!isLocal(publicUrl)) throw new HTTPException(404)
    const [network] = await allNetworks(db)
    const rounds = network ? await openRounds(db, network.id, clock.now()) : []
    const shown = rounds.filter((round) => framingOf(round) === 'anyone')
    return respondPage(c, <EmbedDemoPage rounds={shown} locale={localeOf(c)} />, { look: 'demo' })
  })
}
