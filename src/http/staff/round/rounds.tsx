// /c/n/:slug/rounds: those who look after a network see its rounds, each with all that is set, and what its form looks like.
import type { Context } from 'hono'
import { withPlaces } from '../../../core/form/places.ts'
import { roundPartPath, roundPath } from '../../../core/kernel/paths.ts'
import type { Self } from '../../../core/kernel/scope.ts'
import { isLocale } from '../../../core/kernel/text.ts'
import { districtsOf } from '../../../core/place/regions.ts'
import { wordsFor } from '../../../core/words/index.ts'
import { roleNamesOf, type Seeing } from '../../../db/organisation/read.ts'
import { roundBySlug } from '../../../db/round/read.ts'
import { acceptedAnswers, roundIn, roundsIn, type StoredRound } from '../../../db/round/staff.read.ts'
import type { Deps } from '../../../deps.ts'
import { FormPage } from '../../views/form.tsx'
import { type RoundDone, RoundPage, RoundsPage } from '../../views/rounds.tsx'
import type { Pages } from '../access.ts'
import { respondProblemIn, respondStaffPage } from '../respond.tsx'

const DONE: readonly RoundDone[] = ['opened', 'changed', 'closed', 'reopened', 'removed']
const doneIn = (c: Context): RoundDone | null => DONE.find((one) => one === c.req.query('done')) ?? null

/** Answers about the round that the address names. */
export async function withRound<S extends Seeing>(
  c: Context,
  { db }: Deps,
  { self, scope }: { readonly self: Self; readonly scope: S },
  answer: (round: StoredRound) => Response | Promise<Response>,
): Promise<Response> {
  const round = await roundIn(scope, db, c.req.param('round') ?? '')
  return round ? answer(round) : respondProblemIn(c, 'notFound', self, scope.network)
}

/** Registers the list of rounds, the page of each, and the preview of its form. */
export function roundPages(pages: Pages, deps: Deps): void {
  const { db, clock, forms, publicUrl } = deps

  pages.inNetwork('GET /c/n/:slug/rounds', async (c, entered) => {
    const rounds = await roundsIn(entered.scope, db)
    return respondStaffPage(c, <RoundsPage {...entered} rounds={rounds} now={clock.now()} done={doneIn(c)} />)
  })

  pages.inNetwork('GET /c/n/:slug/rounds/:round', (c, entered) =>
    withRound(c, deps, entered, async (round) => {
      const { scope } = entered
      const { copiedFrom } = round
      const [shelved, roleNames, accepted, copied] = await Promise.all([
        forms.find(round),
        roleNamesOf(scope, db),
        acceptedAnswers(scope, db, round),
        copiedFrom === null ? null : roundIn(scope, db, copiedFrom),
      ])
      const shown = { round, roleNames, accepted, copied, publicUrl, formTitle: shelved?.form.title ?? null }
      return respondStaffPage(c, <RoundPage {...entered} {...shown} now={clock.now()} done={doneIn(c)} />)
    }),
  )

  pages.inNetwork('GET /c/n/:slug/rounds/:round/preview', (c, entered) =>
    withRound(c, deps, entered, async (kept) => {
      const { network, person } = entered.scope
      const [round, shelved] = await Promise.all([roundBySlug(db, kept.slug), forms.find(kept)])
      if (!round || !shelved) return respondProblemIn(c, 'notFound', entered.self, network)
      const asked = c.req.query('lang')
      const locale = isLocale(asked) ? asked : person.locale
      const form = withPlaces(shelved.form, districtsOf(network.provinces))
      const words = wordsFor(locale).coordinator.rounds
      const title = round.title[locale]
      const preview = {
        title: words.preview.title(title),
        body: (
          <p class="box">
            <b>{words.preview.mark}</b> {words.preview.text}
          </p>
        ),
        home: { name: words.toOne(title), path: roundPath(network.slug, kept.id) },
        inLanguage: (other: typeof locale) =>
          `${roundPartPath(network.slug, kept.id, 'preview')}?lang=${other}`,
      }
      const page = <FormPage {...{ round, form, locale, preview }} corrects={null} submissionKey={null} />
      const response = await respondStaffPage(c, page, 200, 'form', form.theme)
      // Beside the page's own policy: nothing is sent from here, whatever is pressed.
      response.headers.append('Content-Security-Policy', "form-action 'none'")
      return response
    }),
  )
}
