// /c/n/:slug/board and /c/n/:slug/rounds/:round/board: how far each round is, and the lists behind its numbers.
import type { Context } from 'hono'
import { may, type Scope, type Self } from '../../../core/kernel/scope.ts'
import { boardOf, daysOf, isBoardList } from '../../../core/round/board.ts'
import { PAGE_SIZE } from '../../../db/organisation/read.ts'
import {
  type FollowedRound,
  followedOrganisations,
  followedRound,
  roundNumbers,
} from '../../../db/round/board.read.ts'
import { NO_FILTER } from '../../../db/round/expectation.read.ts'
import { ROUNDS_ON_A_PAGE, roundsProgress } from '../../../db/round/progress.read.ts'
import type { Deps } from '../../../deps.ts'
import { BoardPage } from '../../views/board.tsx'
import { BoardListPage } from '../../views/board-list.tsx'
import { BoardsPage } from '../../views/boards.tsx'
import type { Pages } from '../access.ts'
import { pageIn } from '../pagination.ts'
import { respondProblemIn, respondStaffPage } from '../respond.tsx'

// What no counter of the round tells of, as a mail that came back or a role that ended, is seen after so long (ms).
const SEEN_AFTER = 300_000

/** What the numbers of a round hang on, as far as its counters tell it. */
function tagOf({ tally }: FollowedRound, now: number): string {
  const counters = tally
    ? [tally.changedAt ?? 0, tally.accepted, tally.assessed, tally.done, tally.held, tally.failed]
    : []
  return `W/"${[Math.floor(now / SEEN_AFTER), ...counters].join('-')}"`
}

const filterIn = (c: Context) => ({
  district: c.req.query('district') ?? '',
  role: c.req.query('role') ?? '',
  name: c.req.query('name') ?? '',
})

/** Registers the overview of rounds, the board of each, and its lists. */
export function boardPages(pages: Pages, deps: Deps): void {
  const { db, clock } = deps

  async function withRound<S extends Scope>(
    c: Context,
    { self, scope }: { readonly self: Self; readonly scope: S },
    answer: (followed: FollowedRound) => Response | Promise<Response>,
  ): Promise<Response> {
    const followed = await followedRound(scope, db, c.req.param('round') ?? '')
    return followed ? answer(followed) : respondProblemIn(c, 'notFound', self, scope.network)
  }

  pages.inNetwork('GET /c/n/:slug/board', async (c, entered) => {
    const { scope } = entered
    const { timeZone } = scope.network
    const now = clock.now()
    const page = pageIn(c)
    const days = (round: FollowedRound['round']) => daysOf(round, timeZone, now)
    const { progress, count, minGroup } = await roundsProgress(scope, db, { page, days })
    const least = may(scope.role, 'organisations') ? 0 : minGroup
    const list = { progress, least, now, page, pages: Math.ceil(count / ROUNDS_ON_A_PAGE) }
    return respondStaffPage(c, <BoardsPage {...entered} {...list} />)
  })

  pages.inNetwork('GET /c/n/:slug/rounds/:round/board', (c, entered) =>
    withRound(c, entered, async (followed) => {
      const { scope } = entered
      const now = clock.now()
      const tag = tagOf(followed, now)
      const headers = { ETag: tag, 'Cache-Control': 'private, no-store' }
      if (c.req.header('If-None-Match') === tag) return c.body(null, 304, headers)
      const { round, minGroup } = followed
      // Whoever may not see organisations could tell small groups apart by filtering.
      const maySee = may(scope.role, 'organisations')
      const filter = maySee ? filterIn(c) : NO_FILTER
      const days = daysOf(round, scope.network.timeZone, now)
      const { cells, ...beside } = await roundNumbers(scope, db, { round, days, filter })
      const least = maySee ? 0 : minGroup
      const shown = { followed, days, filter, beside, least, maySee, now, tag }
      const page = <BoardPage {...entered} {...shown} board={boardOf(cells, least)} />
      const response = await respondStaffPage(c, page, 200, 'board')
      response.headers.set('ETag', tag)
      return response
    }),
  )

  pages.inNetwork('GET /c/n/:slug/rounds/:round/board/:list', (c, entered) =>
    withRound(c, entered, async (followed) => {
      const { scope, self } = entered
      const { round } = followed
      const list = c.req.param('list') ?? ''
      // Of anonymous answers nobody is to know more than how many there are.
      if (!isBoardList(list) || round.anonymous) return respondProblemIn(c, 'notFound', self, scope.network)
      const page = pageIn(c)
      const filter = filterIn(c)
      const days = daysOf(round, scope.network.timeZone, clock.now())
      const { found, count } = await followedOrganisations(scope, db, { round, days, filter }, { list, page })
      const pages = Math.ceil(count / PAGE_SIZE)
      const shown = { followed, list, filter, found, count, page, pages }
      return respondStaffPage(c, <BoardListPage {...entered} {...shown} />)
    }),
  )
}
