// /c/n/:slug/held: coordinators decide about held answers, beside the one that counts in the same place if any.
import type { Context } from 'hono'
import { ALONE_CHOICES, decideHeld, HELD_CHOICES, pairFingerprint } from '../../../actions/submission/held.ts'
import { firstOf } from '../../../core/form/fields.ts'
import { heldPath } from '../../../core/kernel/paths.ts'
import type { Scope, Self } from '../../../core/kernel/scope.ts'
import { formsOf } from '../../../db/report/read.ts'
import { type HeldPair, heldAnswers, heldPair } from '../../../db/submission/held.read.ts'
import type { SentSubmission } from '../../../db/submission/read.ts'
import type { Deps } from '../../../deps.ts'
import { readFields } from '../../kernel/body.ts'
import { hint } from '../../kernel/hint.ts'
import { answersForPage } from '../../kernel/sealed.ts'
import {
  CHOICE_FIELD,
  type HeldAnswer,
  HeldAnswerPage,
  type HeldDone,
  HeldPage,
  SEEN_FIELD,
} from '../../views/held.tsx'
import type { Pages } from '../access.ts'
import { redirectTo, respondProblemIn, respondStaffPage } from '../respond.tsx'

const DONE: readonly HeldDone[] = [...HELD_CHOICES, 'aside', 'decided']

interface Entered {
  readonly self: Self
  readonly scope: Scope<'coordination'>
}

/** Registers the pages of held answers. */
export function heldPages(pages: Pages, deps: Deps): void {
  const readable = async (all: readonly SentSubmission[]): Promise<readonly (HeldAnswer | null)[]> => {
    const formFor = await formsOf(deps.forms, all)
    return Promise.all(
      all.map(async (sent) => {
        const form = formFor(sent)
        return form && { sent, form, ...(await answersForPage(deps, sent.revision)) }
      }),
    )
  }

  const toList = (c: Context, { scope }: Entered, done: HeldDone) =>
    redirectTo(c, `${heldPath(scope.network.slug)}?done=${done}`)

  const notFound = (c: Context, { self, scope }: Entered) =>
    respondProblemIn(c, 'notFound', self, scope.network)

  const showPair = async (
    c: Context,
    entered: Entered,
    pair: HeldPair,
    problem: 'choice' | 'changed' | null,
  ): Promise<Response> => {
    const [held, counting = null] = await readable(pair.counting ? [pair.held, pair.counting] : [pair.held])
    if (!held || (pair.counting && !counting)) return notFound(c, entered)
    const page = <HeldAnswerPage {...entered} {...{ held, counting, problem }} seen={pairFingerprint(pair)} />
    return respondStaffPage(c, page, problem === null ? 200 : problem === 'choice' ? 422 : 409)
  }

  /** Answers about the held answer that the address names; one that was decided leads to the list, which says so. */
  const withPair = async (
    c: Context,
    entered: Entered,
    answer: (pair: HeldPair) => Promise<Response>,
  ): Promise<Response> => {
    const pair = await heldPair(entered.scope, deps.db, c.req.param('submission') ?? '')
    return pair ? answer(pair) : notFound(c, entered)
  }

  pages.inNetwork('GET /c/n/:slug/held', async (c, entered) => {
    const { held, total } = await heldAnswers(entered.scope, deps.db)
    const done = DONE.find((one) => one === c.req.query('done')) ?? null
    return respondStaffPage(c, <HeldPage {...entered} {...{ held, total, done }} />)
  })

  pages.inNetwork('GET /c/n/:slug/held/:submission', (c, entered) =>
    withPair(c, entered, async (pair) =>
      pair.held.submission.heldAt === null ? toList(c, entered, 'decided') : showPair(c, entered, pair, null),
    ),
  )

  pages.inNetwork('POST /c/n/:slug/held/:submission', (c, entered) =>
    withPair(c, entered, async (pair) => {
      const fields = await readFields(c)
      const isHeld = pair.held.submission.heldAt !== null
      const choice = HELD_CHOICES.find((one) => one === firstOf(fields, CHOICE_FIELD))
      if (!choice || (isHeld && pair.counting === null && !ALONE_CHOICES.includes(choice)))
        return isHeld ? showPair(c, entered, pair, 'choice') : toList(c, entered, 'decided')
      // Of what is not held any more the batch tells whether it was decided the same way.
      if (isHeld && firstOf(fields, SEEN_FIELD) !== pairFingerprint(pair))
        return showPair(c, entered, pair, 'changed')
      const { outcome, owed } = await decideHeld(entered.scope, deps, pair, choice)
      if (owed.length > 0) c.executionCtx.waitUntil(hint(deps, owed))
      switch (outcome) {
        case 'done':
          return toList(c, entered, choice === 'counting' && pair.counting === null ? 'aside' : choice)
        case 'decided':
          return toList(c, entered, 'decided')
        case 'changed':
          return withPair(c, entered, (now) => showPair(c, entered, now, 'changed'))
        case 'gone':
          return notFound(c, entered)
        case 'refused':
          return respondProblemIn(c, 'role', entered.self, entered.scope.network)
      }
    }),
  )
}
