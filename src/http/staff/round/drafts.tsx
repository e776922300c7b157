// /c/n/:slug/rounds/:round/drafts: what was begun in a round and not sent, and its links, which are mailed or shown on request.
import type { Context } from 'hono'
import { type HandedDraft, mailHandedDraft, revealDraft } from '../../../actions/draft-handover.ts'
import { draftOutline, lastMomentOf } from '../../../core/draft/draft.ts'
import { firstOf } from '../../../core/form/fields.ts'
import { linkPath, roundPartPath } from '../../../core/kernel/paths.ts'
import { respondentKey } from '../../../core/organisation/organisation.ts'
import { lastReveals, respondentsWithAnswers, unfinishedDrafts } from '../../../db/draft/read.ts'
import type { StoredRound } from '../../../db/round/staff.read.ts'
import type { Deps } from '../../../deps.ts'
import { readFields } from '../../kernel/body.ts'
import { hint } from '../../kernel/hint.ts'
import {
  type CoordinatingRequest,
  HANDED,
  HandedDraftPage,
  HOW_FIELD,
  type ListedDraft,
  RoundDraftsPage,
} from '../../views/round-drafts.tsx'
import type { Pages } from '../access.ts'
import { redirectTo, respondProblemIn, respondStaffPage } from '../respond.tsx'
import { withRound } from './rounds.tsx'

/** Registers the list of what is not sent yet, and the handing over of its links. */
export function roundDraftPages(pages: Pages, deps: Deps): void {
  const { db, clock, forms, publicUrl } = deps

  /** The questions that tell who answers; null where nobody is to know more of a round's drafts than how many there are. */
  const respondentIn = async (round: StoredRound) => {
    const shelved = round.anonymous ? null : await forms.find(round)
    return shelved?.form.respondent ?? null
  }

  /** The drafts of a round, or one of them; null where they are not to be seen. */
  async function draftsIn({ scope }: CoordinatingRequest, round: StoredRound, draft?: string) {
    const respondent = await respondentIn(round)
    if (!respondent) return null
    const { district } = respondent
    const now = clock.now()
    const { drafts, count } = await unfinishedDrafts(scope, db, { round: round.id, district, now, draft })
    const outlined = drafts.map(({ answers, ...one }) => {
      const outline = draftOutline(respondent, answers)
      return { ...one, outline, key: respondentKey(outline.organisation, outline.district) }
    })
    const keys = outlined.map(({ key }) => key)
    const [answered, reveals] = await Promise.all([
      respondentsWithAnswers(scope, db, round.id, keys),
      lastReveals(
        scope,
        db,
        outlined.map(({ id }) => id),
      ),
    ])
    const listed = outlined.map(({ key, expiresAt, ...one }): ListedDraft & HandedDraft => ({
      ...one,
      lastMoment: lastMomentOf(round, expiresAt, now),
      hasAnswered: answered.has(key),
      revealed: reveals.get(one.id) ?? null,
    }))
    return { district, listed, count }
  }

  pages.inNetwork('GET /c/n/:slug/rounds/:round/drafts', (c, entered) =>
    withRound(c, deps, entered, async (round) => {
      const found = await draftsIn(entered, round)
      if (!found) return respondProblemIn(c, 'notFound', entered.self, entered.scope.network)
      const { listed: drafts, count } = found
      const done = HANDED.find((one) => one === c.req.query('done')) ?? null
      return respondStaffPage(c, <RoundDraftsPage {...entered} {...{ round, drafts, count, done }} />)
    }),
  )

  /** Mails the link to the holder, or shows it, as was asked. */
  async function handOver(
    c: Context,
    entered: CoordinatingRequest,
    round: StoredRound,
    { draft, district }: { readonly draft: ListedDraft & HandedDraft; readonly district: string },
  ): Promise<Response> {
    const { scope } = entered
    const toList = (done: string) =>
      redirectTo(c, `${roundPartPath(scope.network.slug, round.id, 'drafts')}${done}`)
    switch (draft.hasAnswered ? '' : firstOf(await readFields(c), HOW_FIELD)) {
      case 'mail': {
        const step = await mailHandedDraft(scope, deps, draft, district)
        if (step !== null) c.executionCtx.waitUntil(hint(deps, [step]))
        return toList(`?done=${step === null ? 'waits' : 'mailed'}`)
      }
      case 'show': {
        const link = await revealDraft(scope, deps, draft, district)
        if (link === null) return respondProblemIn(c, 'notFound', entered.self, scope.network)
        const address = publicUrl + linkPath('resume', link)
        return respondStaffPage(c, <HandedDraftPage {...entered} {...{ round, draft, address }} />)
      }
      default:
        return toList('')
    }
  }

  pages.inNetwork('POST /c/n/:slug/rounds/:round/drafts/:draft', (c, entered) =>
    withRound(c, deps, entered, async (round) => {
      const found = await draftsIn(entered, round, c.req.param('draft') ?? '')
      const [draft] = found?.listed ?? []
      return found && draft
        ? handOver(c, entered, round, { draft, district: found.district })
        : respondProblemIn(c, 'notFound', entered.self, entered.scope.network)
    }),
  )
}
