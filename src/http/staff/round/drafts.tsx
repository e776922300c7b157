// /c/n/:slug/rounds/:round/drafts: what was begun in a round and not sent, and the link that its holder goes on with.
import { draftOutline, lastMomentOf } from '../../../core/draft/draft.ts'
import { makeLink } from '../../../core/kernel/link.ts'
import { linkPath } from '../../../core/kernel/paths.ts'
import { respondentKey } from '../../../core/organisation/organisation.ts'
import { respondentsWithAnswers, unfinishedDrafts } from '../../../db/draft/read.ts'
import type { Deps } from '../../../deps.ts'
import { type ListedDraft, RoundDraftsPage } from '../../views/round-drafts.tsx'
import type { Pages } from '../access.ts'
import { respondProblemIn, respondStaffPage } from '../respond.tsx'
import { withRound } from './rounds.tsx'

/** Registers the list of what is not sent yet. */
export function roundDraftPages(pages: Pages, deps: Deps): void {
  const { db, clock, secrets, forms, publicUrl } = deps

  pages.inNetwork('GET /c/n/:slug/rounds/:round/drafts', (c, entered) =>
    withRound(c, deps, entered, async (round) => {
      const { self, scope } = entered
      const shelved = await forms.find(round)
      // Of anonymous answers nobody is to know more than how many there are.
      if (!shelved || round.anonymous) return respondProblemIn(c, 'notFound', self, scope.network)
      const { respondent } = shelved.form
      const now = clock.now()
      const { drafts, count } = await unfinishedDrafts(scope, db, {
        round: round.id,
        district: respondent.district,
        now,
      })
      const outlined = drafts.map(({ answers, ...draft }) => {
        const outline = draftOutline(respondent, answers)
        return { ...draft, outline, key: respondentKey(outline.organisation, outline.district) }
      })
      const keys = outlined.map(({ key }) => key)
      const answered = await respondentsWithAnswers(scope, db, round.id, keys)
      const listed = await Promise.all(
        outlined.map(
          async ({ id, linkGeneration, outline, key, savedAt, expiresAt }): Promise<ListedDraft> => {
            const link = await makeLink(secrets, 'resume', id, linkGeneration)
            const address = publicUrl + linkPath('resume', link)
            const lastMoment = lastMomentOf(round, expiresAt, now)
            return { ...outline, savedAt, lastMoment, address, hasAnswered: answered.has(key) }
          },
        ),
      )
      return respondStaffPage(c, <RoundDraftsPage {...entered} round={round} drafts={listed} count={count} />)
    }),
  )
}
