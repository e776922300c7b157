// /c/n/:slug/ledger, steps and handovers: what became of every answer, what has stopped, and reports handed over by hand.
import { handOverByHand, retryDeadSteps } from '../../../actions/message.ts'
import { firstOf } from '../../../core/form/fields.ts'
import type { Form } from '../../../core/form/form.ts'
import { makeLink } from '../../../core/kernel/link.ts'
import { handoverPath, linkPath, stepsPath } from '../../../core/kernel/paths.ts'
import { LEDGER_STATES } from '../../../core/message/message.ts'
import { wordsFor } from '../../../core/words/index.ts'
import {
  HANDOVER_KEY,
  reportsToHandOver,
  reportToHandOver,
  whatsappOf,
} from '../../../db/report/handover.read.ts'
import { formOf } from '../../../db/report/read.ts'
import { deadSteps, STEP_KEY } from '../../../db/step/read.ts'
import {
  coordinatorsOf,
  LEDGER_KEY,
  ledgerCounts,
  ledgerEntries,
} from '../../../db/submission/network-ledger.read.ts'
import { type SentSubmission, submissionById } from '../../../db/submission/read.ts'
import type { Deps } from '../../../deps.ts'
import { readFields } from '../../kernel/body.ts'
import { hint } from '../../kernel/hint.ts'
import { GIVEN_FIELD, HandoverPage, HandoversPage } from '../../views/handovers.tsx'
import { LedgerListPage, LedgerPage } from '../../views/ledger.tsx'
import { STEP_FIELD, StepsPage } from '../../views/steps.tsx'
import type { Pages } from '../access.ts'
import { listPageIn } from '../pagination.ts'
import { redirectTo, respondProblemIn, respondStaffPage } from '../respond.tsx'

/** The telephone number (E.164) that stands in the answers themselves, or null. */
function phoneIn({ revision }: SentSubmission, form: Form | null): string | null {
  const asked = Object.entries(form?.questions ?? {}).filter(([, { kind }]) => kind === 'phone')
  const numbers = asked.map(([question]) => revision.answers[question])
  return numbers.find((number) => typeof number === 'string') ?? null
}

/** Registers the pages of the ledger, of dead steps and of handovers. */
export function ledgerPages(pages: Pages, deps: Deps): void {
  const { db, forms, secrets, publicUrl } = deps
  /** The number that an answer gives (E.164), or null. */
  const phoneOf = async (submission: string): Promise<string | null> => {
    const sent = await submissionById(db, submission)
    return sent && phoneIn(sent, await formOf(forms, sent))
  }

  pages.inNetwork('GET /c/n/:slug/steps', async (c, entered) => {
    const page = listPageIn(c, STEP_KEY)
    const { found, ...ways } = await deadSteps(entered.scope, db, page)
    const words = wordsFor(entered.scope.person.locale).coordinator.messages.steps
    const said = c.req.query('done') === undefined ? null : words.done
    return respondStaffPage(c, <StepsPage {...entered} {...{ found, ways, said }} />)
  })

  pages.inNetwork('POST /c/n/:slug/steps', async (c, { scope }) => {
    const step = firstOf(await readFields(c), STEP_FIELD)
    const owed = await retryDeadSteps(scope, deps, step === '' ? null : step)
    if (owed.length > 0) c.executionCtx.waitUntil(hint(deps, owed))
    return redirectTo(c, `${stepsPath(scope.network.slug)}?done`)
  })

  pages.inNetwork('GET /c/n/:slug/handovers', async (c, entered) => {
    const page = listPageIn(c, HANDOVER_KEY)
    const { found, ...ways } = await reportsToHandOver(entered.scope, db, page)
    return respondStaffPage(c, <HandoversPage {...entered} {...{ found, ways }} />)
  })

  pages.inNetwork('GET /c/n/:slug/handovers/:submission', async (c, { self, scope }) => {
    const report = await reportToHandOver(scope, db, c.req.param('submission') ?? '')
    if (!report) return respondProblemIn(c, 'notFound', self, scope.network)
    const { id, linkGeneration } = report.assessment
    const link = publicUrl + linkPath('report', await makeLink(secrets, 'report', id, linkGeneration))
    const number =
      (await phoneOf(report.sent.submission.id)) ?? (await whatsappOf(scope, db, report.organisationId))
    const { done } = wordsFor(scope.person.locale).coordinator.messages.byHand
    const asked = c.req.query('done')
    const said = asked === 'given' || asked === 'undone' ? done[asked] : null
    return respondStaffPage(
      c,
      <HandoverPage {...{ self, scope, report, link, number, said }} sent={report.sent} />,
    )
  })

  pages.inNetwork('POST /c/n/:slug/handovers/:submission', async (c, { self, scope }) => {
    const report = await reportToHandOver(scope, db, c.req.param('submission') ?? '')
    if (!report) return respondProblemIn(c, 'notFound', self, scope.network)
    const isGiven = firstOf(await readFields(c), GIVEN_FIELD) !== 'no'
    const { id } = report.sent.submission
    await handOverByHand(scope, deps, id, isGiven)
    return redirectTo(c, `${handoverPath(scope.network.slug, id)}?done=${isGiven ? 'given' : 'undone'}`)
  })

  pages.inNetwork('GET /c/n/:slug/ledger', async (c, entered) => {
    const { scope } = entered
    const isPractice = c.req.query('practice') === '1'
    const [account, practised] = await Promise.all([
      ledgerCounts(scope, db, isPractice),
      isPractice ? null : ledgerCounts(scope, db, true),
    ])
    const practice = (practised ?? account).accepted
    return respondStaffPage(c, <LedgerPage {...entered} {...{ account, isPractice, practice }} />)
  })

  pages.inNetwork('GET /c/n/:slug/ledger/:state', async (c, entered) => {
    const { self, scope } = entered
    const state = LEDGER_STATES.find((one) => one === c.req.param('state'))
    if (!state) return respondProblemIn(c, 'notFound', self, scope.network)
    const page = listPageIn(c, LEDGER_KEY)
    const isPractice = c.req.query('practice') === '1'
    const { found, ...ways } = await ledgerEntries(scope, db, { state, page, isPractice })
    const staff = state === 'waiting' ? await coordinatorsOf(scope, db) : []
    return respondStaffPage(c, <LedgerListPage {...entered} {...{ state, found, staff, ways, isPractice }} />)
  })
}
