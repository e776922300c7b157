// /c/n/:slug/organisations/duplicates and /merges: coordinators compare, merge and tell apart, and undo it.
import type { Context } from 'hono'
import {
  decidePair,
  PAIR_CHOICES,
  recentMerges,
  undoDeadline,
  undoMerge,
} from '../../../actions/organisation/merge.ts'
import { firstOf, noFields, withField } from '../../../core/form/fields.ts'
import { newId } from '../../../core/kernel/id.ts'
import { duplicatesPath, organisationPath, pairPath } from '../../../core/kernel/paths.ts'
import { OTHER_FIELD } from '../../../core/organisation/organisation.ts'
import { wordsFor } from '../../../core/words/index.ts'
import {
  distinctionsOf,
  distinguishedAt,
  duplicateCandidates,
  type Merge,
  MOST_PAIRS,
  mergeById,
  roundsOfBoth,
} from '../../../db/organisation/merge.read.ts'
import {
  type Organisation,
  organisationById,
  otherOrganisationsNamed,
  partsOf,
  roleNamesOf,
} from '../../../db/organisation/read.ts'
import type { Deps } from '../../../deps.ts'
import { readFields } from '../../kernel/body.ts'
import { hint } from '../../kernel/hint.ts'
import { DuplicatesPage, FindOtherPage } from '../../views/duplicates.tsx'
import type { FieldIssue } from '../../views/fields.tsx'
import { MergesPage, UndoPage, type UndoStopped } from '../../views/merges.tsx'
import { CHOICE_FIELD, PairPage, type Side } from '../../views/pair.tsx'
import type { Pages } from '../access.ts'
import { redirectTo, respondProblemIn, respondStaffPage } from '../respond.tsx'
import { type Coordinating, withOrganisation } from './organisations.tsx'

/** Registers the pages about organisations that may be one. */
export function duplicatePages(pages: Pages, deps: Deps): void {
  const { db, clock, random } = deps
  const wordsOf = ({ scope }: Coordinating) => wordsFor(scope.person.locale).coordinator.doubles

  /** The pairs as they stand now, with what is to be said of what was done. */
  async function showPairs(c: Context, entered: Coordinating, said: string | null, status: 200 | 409) {
    const apart = await distinctionsOf(entered.scope, db)
    const pairs = await duplicateCandidates(entered.scope, db, apart)
    const isCut = pairs.length === MOST_PAIRS
    return respondStaffPage(c, <DuplicatesPage {...entered} {...{ pairs, isCut, apart, said }} />, status)
  }

  pages.inNetwork('GET /c/n/:slug/organisations/duplicates', (c, entered) =>
    showPairs(c, entered, c.req.query('done') === 'two' ? wordsOf(entered).done.two : null, 200),
  )

  const idsIn = (c: Context): readonly [string, string] => [
    c.req.param('one') ?? '',
    c.req.param('other') ?? '',
  ]

  const sideOf = async ({ scope }: Coordinating, organisation: Organisation): Promise<Side> => {
    const { contacts, ...parts } = await partsOf(scope, db, organisation)
    return { organisation, ...parts, contacts: contacts ?? [] }
  }

  /** The page of two organisations as they stand now. */
  async function showPair(
    c: Context,
    entered: Coordinating,
    issues: readonly FieldIssue[] = [],
  ): Promise<Response> {
    const { self, scope } = entered
    const ids = idsIn(c)
    const [first, second] = await Promise.all([
      organisationById(scope, db, ids[0]),
      organisationById(scope, db, ids[1]),
    ])
    if (!first || !second || first.id === second.id)
      return respondProblemIn(c, 'notFound', self, scope.network)
    const [one, other, roleNames, both, apartSince] = await Promise.all([
      sideOf(entered, first),
      sideOf(entered, second),
      roleNamesOf(scope, db),
      roundsOfBoth(scope, db, ids),
      distinguishedAt(scope, db, ids),
    ])
    return respondStaffPage(
      c,
      <PairPage
        {...entered}
        {...{ one, other, roleNames, both, apartSince, issues }}
        rowId={newId(clock, random)}
      />,
      issues.length > 0 ? 422 : 200,
    )
  }

  pages.inNetwork('GET /c/n/:slug/organisations/duplicates/:one/:other', (c, entered) => showPair(c, entered))

  pages.inNetwork('POST /c/n/:slug/organisations/duplicates/:one/:other', async (c, entered) => {
    const { self, scope } = entered
    const { slug } = scope.network
    const ids = idsIn(c)
    const fields = await readFields(c)
    const choice = PAIR_CHOICES.find((one) => one === firstOf(fields, CHOICE_FIELD))
    const issue = (message: string): FieldIssue => ({ field: CHOICE_FIELD, message })
    if (!choice) return showPair(c, entered, [issue(wordsOf(entered).compared.issue)])
    switch (await decidePair(scope, deps, ids, choice, fields)) {
      case 'done':
        if (choice === 'two') return redirectTo(c, `${duplicatesPath(slug)}?done=two`)
        if (choice === 'open') return redirectTo(c, pairPath(slug, ...ids))
        return redirectTo(c, `${organisationPath(slug, choice === 'one' ? ids[0] : ids[1])}?done=merged`)
      case 'changed':
        return showPairs(c, entered, wordsOf(entered).compared.changed, 409)
      case 'refused':
        return respondProblemIn(c, 'notFound', self, scope.network)
    }
  })

  pages.inNetwork('GET /c/n/:slug/organisations/:organisation/merge', (c, entered) =>
    withOrganisation(c, db, entered, async (organisation) => {
      const wanted = c.req.query(OTHER_FIELD) ?? ''
      const found = wanted.trim()
        ? await otherOrganisationsNamed(entered.scope, db, organisation, wanted)
        : null
      const fields = withField(noFields, OTHER_FIELD, wanted)
      return respondStaffPage(c, <FindOtherPage {...entered} {...{ organisation, fields, found }} />)
    }),
  )

  pages.inNetwork('GET /c/n/:slug/organisations/merges', async (c, entered) =>
    respondStaffPage(c, <MergesPage {...entered} merges={await recentMerges(entered.scope, deps)} />),
  )

  /** Answers about the merge that the address names. */
  const withMerge = async (
    c: Context,
    { self, scope }: Coordinating,
    answer: (merge: Merge) => Promise<Response>,
  ): Promise<Response> => {
    const merge = await mergeById(scope, db, c.req.param('merge') ?? '')
    return merge ? answer(merge) : respondProblemIn(c, 'notFound', self, scope.network)
  }

  const stoppedBy = (merge: Merge): UndoStopped | null =>
    merge.undoneAt !== null ? 'undone' : undoDeadline(merge) <= clock.now() ? 'late' : null

  pages.inNetwork('GET /c/n/:slug/organisations/merges/:merge', (c, entered) =>
    withMerge(c, entered, (merge) =>
      respondStaffPage(c, <UndoPage {...entered} merge={merge} stopped={stoppedBy(merge)} />),
    ),
  )

  pages.inNetwork('POST /c/n/:slug/organisations/merges/:merge', (c, entered) =>
    withMerge(c, entered, async (merge) => {
      const { self, scope } = entered
      const { outcome, owed } = await undoMerge(scope, deps, merge)
      switch (outcome) {
        case 'done':
          if (owed.length > 0) c.executionCtx.waitUntil(hint(deps, owed))
          return redirectTo(c, `${organisationPath(scope.network.slug, merge.merged.id)}?done=undone`)
        case 'late':
        case 'later':
        case 'changed':
          return respondStaffPage(c, <UndoPage {...entered} merge={merge} stopped={outcome} />, 409)
        case 'gone':
          return respondProblemIn(c, 'notFound', self, scope.network)
        case 'refused':
          return respondProblemIn(c, 'role', self, scope.network)
      }
    }),
  )
}
