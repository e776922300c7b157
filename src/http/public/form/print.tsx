// GET /f/:slug/print: the blank form to print, whether its round is early, open or closed.
import { HTTPException } from 'hono/http-exception'
import { stateOf } from '../../../core/round/times.ts'
import type { Deps } from '../../../deps.ts'
import { localeOf } from '../../kernel/language.ts'
import { respondPage } from '../../kernel/respond.tsx'
import { PaperPage } from '../../views/paper-page.tsx'
import type { PublicPages } from '../routes.ts'
import type { FindRound } from './round-cache.ts'

/** Registers the pages of forms on paper. */
export function printPages(pages: PublicPages, deps: Deps, findRound: FindRound): void {
  pages.open('GET /f/:slug/print', async (c) => {
    const opened = await findRound(c.req.param('slug') ?? '')
    if (!opened) throw new HTTPException(404)
    const { round, form } = opened
    const { publicUrl } = deps
    const state = stateOf(round, deps.clock.now())
    const page = <PaperPage {...{ round, form, state, publicUrl }} locale={localeOf(c)} />
    return respondPage(c, page, { look: 'paper' })
  })
}
