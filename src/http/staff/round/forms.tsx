// /c/n/:slug/rounds/…: coordinators of a whole network open, copy, change, close and reopen rounds, and delete practice.
import type { Context } from 'hono'
import {
  changeRound,
  closeRound,
  deletePracticeRound,
  freeSlugLike,
  openRound,
  type RoundOutcome,
  reopenRound,
} from '../../../actions/round.ts'
import { type Fields, firstOf, KEY_FIELD, noFields } from '../../../core/form/fields.ts'
import { newId, readId } from '../../../core/kernel/id.ts'
import { roundPath, roundsPath } from '../../../core/kernel/paths.ts'
import { ROUND_FIELD_OF, type RoundSettings } from '../../../core/round/settings.ts'
import { fieldsOfClosing, fieldsOfNewRound, fieldsOfRound } from '../../../core/round/settings-fields.ts'
import { wordsFor } from '../../../core/words/index.ts'
import { roleNamesOf } from '../../../db/organisation/read.ts'
import { acceptedAnswers, type StoredRound } from '../../../db/round/staff.read.ts'
import type { Deps } from '../../../deps.ts'
import { readFields } from '../../kernel/body.ts'
import type { FieldIssue } from '../../views/fields.tsx'
import { CloseRoundPage, RemovePracticePage, ReopenRoundPage } from '../../views/round-ask.tsx'
import { EditRoundPage, NewRoundPage } from '../../views/round-form.tsx'
import type { RoundDone } from '../../views/rounds.tsx'
import type { Pages, StaffRequest } from '../access.ts'
import { redirectTo, respondProblemIn, respondStaffPage } from '../respond.tsx'
import { withRound } from './rounds.tsx'

type Answer = Response | Promise<Response>
type Coordinating = Pick<StaffRequest<'GET /c/n/:slug/rounds/new'>, 'self' | 'scope'>
type Invalid = Extract<RoundOutcome, { outcome: 'invalid' }>

const RIGHT: Invalid = { outcome: 'invalid', problems: [], free: null }

/** What is wrong, in words; of an address that is taken, with one that is not. */
function issuesOf({ scope }: Coordinating, { problems, free }: Invalid): readonly FieldIssue[] {
  const words = wordsFor(scope.person.locale).coordinator.rounds.issues
  return problems.map((problem) => ({
    field: ROUND_FIELD_OF[problem],
    message: problem === 'slugTaken' && free !== null ? words.slugFree(free) : words[problem],
  }))
}

/** A round as the form takes it. */
const settingsOf = (round: StoredRound): RoundSettings => ({
  ...round,
  audience: round.audience === 'roles' ? 'roles' : 'anyone',
  audienceRoles: round.audienceRoles ?? [],
  framing: round.framing === 'anyone' || round.framing === 'listed' ? round.framing : 'nobody',
  frameOrigins: round.frameOrigins ?? [],
})

/** Registers the pages that change rounds. */
export function roundFormPages(pages: Pages, deps: Deps): void {
  const { db, clock, random, forms, publicUrl } = deps

  const choicesFor = async ({ scope }: Coordinating) => {
    const [shelved, roleNames] = await Promise.all([forms.newest(), roleNamesOf(scope, db)])
    return { forms: shelved.map(({ form: { id, title } }) => ({ id, title })), roleNames, publicUrl }
  }

  /** Where a change leads: to the page of the round, which says what was done, or back to the form. */
  const settled = (
    c: Context,
    { self, scope }: Coordinating,
    kept: RoundOutcome,
    done: RoundDone,
    again: (invalid: Invalid) => Answer = () => respondProblemIn(c, 'notFound', self, scope.network),
  ): Answer => {
    if (kept.outcome === 'invalid') return again(kept)
    if (kept.outcome !== 'done')
      return respondProblemIn(c, kept.outcome === 'gone' ? 'notFound' : 'role', self, scope.network)
    const { slug } = scope.network
    return redirectTo(c, `${done === 'removed' ? roundsPath(slug) : roundPath(slug, kept.id)}?done=${done}`)
  }

  const showNew = async (
    c: Context,
    entered: Coordinating,
    fields: Fields,
    copies: StoredRound | null,
    invalid: Invalid = RIGHT,
  ): Promise<Response> => {
    const rowId = readId(firstOf(fields, KEY_FIELD)) ?? newId(clock, random)
    const page = (
      <NewRoundPage
        {...entered}
        {...(await choicesFor(entered))}
        {...{ fields, copies, rowId, issues: issuesOf(entered, invalid) }}
      />
    )
    return respondStaffPage(c, page, invalid === RIGHT ? 200 : 422)
  }

  const showEdit = async (
    c: Context,
    entered: Coordinating,
    round: StoredRound,
    fields: Fields,
    invalid: Invalid = RIGHT,
  ): Promise<Response> => {
    const hasOpened = round.opensAt <= clock.now()
    const formTitle = (await forms.find(round))?.form.title ?? null
    const page = (
      <EditRoundPage
        {...entered}
        {...(await choicesFor(entered))}
        {...{ fields, round, formTitle, hasOpened, issues: issuesOf(entered, invalid) }}
      />
    )
    return respondStaffPage(c, page, invalid === RIGHT ? 200 : 422)
  }

  pages.inNetwork('GET /c/n/:slug/rounds/new', (c, entered) =>
    showNew(c, entered, fieldsOfNewRound(entered.scope.network.timeZone), null),
  )
  pages.inNetwork('POST /c/n/:slug/rounds/new', async (c, entered) => {
    const fields = await readFields(c)
    const kept = await openRound(entered.scope, deps, fields)
    return settled(c, entered, kept, 'opened', (invalid) => showNew(c, entered, fields, null, invalid))
  })

  /** An earlier round as a new one is filled in from it: without its moments, and under a free address. */
  const copyOf = async ({ scope }: Coordinating, round: StoredRound): Promise<Fields> => {
    const { timeZone } = scope.network
    const copied = { ...round, ...settingsOf(round), referenceFrom: null, referenceTo: null }
    const slug = await freeSlugLike(scope, deps, round.slug)
    return new Map([
      ...fieldsOfRound(copied, timeZone),
      ...[...fieldsOfNewRound(timeZone)].filter(([name]) => name !== 'audience'),
      ['slug', [slug]],
    ])
  }

  pages.inNetwork('GET /c/n/:slug/rounds/:round/copy', (c, entered) =>
    withRound(c, deps, entered, async (round) => showNew(c, entered, await copyOf(entered, round), round)),
  )
  pages.inNetwork('POST /c/n/:slug/rounds/:round/copy', (c, entered) =>
    withRound(c, deps, entered, async (round) => {
      const fields = await readFields(c)
      const kept = await openRound(entered.scope, deps, fields, round)
      return settled(c, entered, kept, 'opened', (invalid) => showNew(c, entered, fields, round, invalid))
    }),
  )

  pages.inNetwork('GET /c/n/:slug/rounds/:round/edit', (c, entered) =>
    withRound(c, deps, entered, (round) =>
      showEdit(
        c,
        entered,
        round,
        fieldsOfRound({ ...round, ...settingsOf(round) }, entered.scope.network.timeZone),
      ),
    ),
  )
  pages.inNetwork('POST /c/n/:slug/rounds/:round/edit', (c, entered) =>
    withRound(c, deps, entered, async (round) => {
      const fields = await readFields(c)
      const kept = await changeRound(entered.scope, deps, round, fields)
      return settled(c, entered, kept, 'changed', (invalid) => showEdit(c, entered, round, fields, invalid))
    }),
  )

  pages.inNetwork('GET /c/n/:slug/rounds/:round/close', (c, entered) =>
    withRound(c, deps, entered, (round) =>
      respondStaffPage(c, <CloseRoundPage {...entered} round={round} fields={noFields} issues={[]} />),
    ),
  )
  pages.inNetwork('POST /c/n/:slug/rounds/:round/close', (c, entered) =>
    withRound(c, deps, entered, async (round) => {
      const kept = await closeRound(entered.scope, deps, round)
      // What has not opened yet has nothing to be closed: its page says so.
      if (kept.outcome === 'gone') return redirectTo(c, roundPath(entered.scope.network.slug, round.id))
      return settled(c, entered, kept, 'closed')
    }),
  )

  const showReopen = (
    c: Context,
    entered: Coordinating,
    round: StoredRound,
    fields: Fields,
    invalid = RIGHT,
  ) =>
    respondStaffPage(
      c,
      <ReopenRoundPage {...entered} {...{ round, fields, issues: issuesOf(entered, invalid) }} />,
      invalid === RIGHT ? 200 : 422,
    )

  pages.inNetwork('GET /c/n/:slug/rounds/:round/reopen', (c, entered) =>
    withRound(c, deps, entered, (round) => {
      // A close that was planned and is still to come can stay; one that is past cannot.
      const planned = round.closesAt !== null && round.closesAt > clock.now() ? round.closesAt : null
      return showReopen(c, entered, round, fieldsOfClosing(planned, entered.scope.network.timeZone))
    }),
  )
  pages.inNetwork('POST /c/n/:slug/rounds/:round/reopen', (c, entered) =>
    withRound(c, deps, entered, async (round) => {
      const fields = await readFields(c)
      const kept = await reopenRound(entered.scope, deps, round, fields)
      return settled(c, entered, kept, 'reopened', (invalid) =>
        showReopen(c, entered, round, fields, invalid),
      )
    }),
  )

  pages.inNetwork('GET /c/n/:slug/rounds/:round/practice', (c, entered) =>
    withRound(c, deps, entered, async (round) => {
      const accepted = await acceptedAnswers(entered.scope, db, round)
      const shown = { round, accepted, fields: noFields, issues: [] }
      return respondStaffPage(c, <RemovePracticePage {...entered} {...shown} />)
    }),
  )
  pages.inNetwork('POST /c/n/:slug/rounds/:round/practice', (c, entered) =>
    withRound(c, deps, entered, async (round) =>
      settled(c, entered, await deletePracticeRound(entered.scope, deps, round), 'removed'),
    ),
  )
}
