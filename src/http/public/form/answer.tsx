// What is answered to a posted form, new or corrected: one function of the form, the fields and the action.
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { PERIODS } from '../../../actions/limit.ts'
import { begunAt, readPostedAnswers } from '../../../actions/submission/revision.ts'
import { knownVersionOf } from '../../../core/draft/draft.ts'
import { type Action, readAction } from '../../../core/form/action.ts'
import { type Fields, KEY_FIELD, withField } from '../../../core/form/fields.ts'
import type { Issue } from '../../../core/form/issue.ts'
import { messageFor } from '../../../core/form/message.ts'
import { suspectsIn } from '../../../core/form/mistyped.ts'
import { mayPass } from '../../../core/kernel/fault.ts'
import { linkPath, movedPath } from '../../../core/kernel/paths.ts'
import type { LimitKind } from '../../../core/kernel/ports.ts'
import { takesAnswers } from '../../../core/round/times.ts'
import { wordsFor } from '../../../core/words/index.ts'
import type { Deps } from '../../../deps.ts'
import { faultJson } from '../../kernel/fault.tsx'
import { hint } from '../../kernel/hint.ts'
import { localeOf } from '../../kernel/language.ts'
import { isOverLimit, noteRefusal, overLimitJson, RETRY_AFTER, withRetryAfter } from '../../kernel/limits.tsx'
import { isFramed, respondJson, wantsJson } from '../../kernel/respond.tsx'
import { codeOf } from '../../kernel/watch.ts'
import { CheckPage } from '../../views/check.tsx'
import { FramedSentPage } from '../../views/framed-sent.tsx'
import { asks, FORM_ID } from '../../views/sending.tsx'
import { respondSave } from '../draft/save.tsx'
import { openReceipt } from '../submission/links.ts'
import {
  type FailedSubmission,
  type FormRequest,
  formContextOf,
  type PostedForm,
  respondClosed,
  respondConflict,
  respondFormAgain,
  respondGoOn,
  respondNewerDraft,
  respondTyped,
  submissionKeyOf,
} from './refill.tsx'

const issueJson = ({ opened: { form }, locale }: FormRequest, issues: readonly Issue[]) => ({
  issues: issues.map((issue) => ({
    question: issue.question,
    problem: issue.problem.kind,
    message: messageFor(form, issue, locale),
  })),
})

function respondInvalid(answering: FormRequest, issues: readonly Issue[]): Response | Promise<Response> {
  return wantsJson(answering.c)
    ? respondJson(answering.c, issueJson(answering, issues), 422)
    : respondFormAgain(answering, 422, { issues })
}

function failed(answering: FormRequest, submitted: FailedSubmission): Response | Promise<Response> {
  switch (submitted.outcome) {
    case 'invalid':
      return respondInvalid(answering, submitted.issues)
    case 'conflict':
      return respondConflict(answering, submitted)
    case 'closed':
      return respondClosed(answering)
    case 'newer':
      return respondNewerDraft(answering, submitted, 'send')
    case 'withdrawn':
      throw new HTTPException(410)
  }
}

const read = ({ deps, opened, fields }: FormRequest) => readPostedAnswers(deps, opened, fields)

/** The answers once more, or what is to be mended first. */
function check(answering: FormRequest): Response | Promise<Response> {
  const { c, opened, fields } = answering
  const { answers, issues } = read(answering)
  if (issues.length > 0) return respondInvalid(answering, issues)
  const suspects = suspectsIn(opened.form, answers)
  if (wantsJson(c)) return respondJson(c, { issues: [], suspects })
  const carried = withField(fields, KEY_FIELD, submissionKeyOf(answering))
  const page = (
    <CheckPage {...formContextOf(answering)} fields={carried} answers={answers} suspects={suspects} />
  )
  return respondTyped(answering, page, { look: 'check' })
}

/** The form with the address that was meant in place of the mistyped one. */
function take(answering: FormRequest, question: string): Response | Promise<Response> {
  const meant = suspectsIn(answering.opened.form, read(answering).answers).find(
    (one) => one.question === question,
  )
  return check(
    meant ? { ...answering, fields: withField(answering.fields, question, meant.meant) } : answering,
  )
}

/** Where a sender is led; a correction of the address has given the receipt another one, which is said. */
const receiptAfter = ({ c, corrects, locale }: FormRequest, receipt: string): string =>
  corrects === null || c.req.param('link') === receipt
    ? linkPath('receipt', receipt)
    : movedPath(receipt, locale)

/** The receipt's own page may stand in no frame, so what it says first stands in the form's place. */
async function sentInFrame(answering: FormRequest, receipt: string): Promise<Response> {
  const { deps, opened, locale } = answering
  const sent = await openReceipt(deps, receipt)
  const address = deps.publicUrl + linkPath('receipt', receipt, locale)
  const page = <FramedSentPage sent={sent} form={opened.form} locale={locale} receipt={address} />
  return respondTyped(answering, page, { look: 'answers' })
}

async function respondSend(answering: FormRequest, isSure: boolean): Promise<Response> {
  const { c, deps, opened, locale } = answering
  if (!isSure) {
    const { answers, issues } = read(answering)
    if (issues.length === 0 && suspectsIn(opened.form, answers).length > 0) return check(answering)
  }
  const submitted = await answering.send(locale)
  if (submitted.outcome !== 'stored') return failed(answering, submitted)
  const { reference, receipt, owed } = submitted
  if (owed.length > 0) c.executionCtx.waitUntil(hint(deps, owed))
  if (wantsJson(c))
    return respondJson(c, { reference, receipt: deps.publicUrl + linkPath('receipt', receipt) }, 201)
  return answering.isFramed
    ? sentInFrame(answering, receipt)
    : c.body(null, 303, { Location: receiptAfter(answering, receipt), 'Cache-Control': 'no-store' })
}

/** Answers to anything but a sending or a saving: the typed values are shown again, and nothing is stored. */
function respondShown(
  answering: FormRequest,
  action: Exclude<Action, { does: 'send' | 'save' }>,
): Response | Promise<Response> {
  const { deps, opened } = answering
  const now = deps.clock.now()
  if (!takesAnswers(opened.round, begunAt(submissionKeyOf(answering), now), now))
    return respondClosed(answering)
  switch (action.does) {
    case 'check':
      return check(answering)
    case 'meant':
      return take(answering, action.question)
    case 'edit':
      return respondGoOn(answering, action.question)
    case 'lang':
      return respondFormAgain(answering, 200, action.tellsIssues ? { issues: read(answering).issues } : {})
  }
}

interface NotAnswered {
  readonly title: string
  /** What is said of it, a paragraph each. */
  readonly texts: readonly string[]
  readonly button: string
  /** When to come again, in seconds. */
  readonly seconds: number
}

/** The form again, with the button that was pressed, because what it asks for could not be done now. */
async function formAgain(
  answering: FormRequest,
  status: 429 | 503,
  { title, texts, button, seconds }: NotAnswered,
): Promise<Response> {
  const action = readAction(answering.fields)
  const body = (
    <div class="box bad" role="alert" tabindex={-1} autofocus>
      {texts.map((text) => (
        <p>{text}</p>
      ))}
      <p>
        <button
          type="submit"
          form={FORM_ID}
          {...(action.does === 'send' && action.isSure ? {} : asks(action))}
        >
          {button}
        </button>
      </p>
    </div>
  )
  return withRetryAfter(await respondFormAgain(answering, status, { notice: { title, body } }), seconds)
}

/** Too much came from the same address. */
function tooMuch(answering: FormRequest, kind: LimitKind): Response | Promise<Response> {
  const { c, deps, opened, fields, locale } = answering
  noteRefusal(c, deps, opened.round.slug, kind)
  const { limits, drafts } = wordsFor(locale)
  const { title, text, again, button } = limits.busy
  const texts = [text, again(String(PERIODS[kind]))]
  if (!wantsJson(c)) return formAgain(answering, 429, { title, texts, button, seconds: PERIODS[kind] })
  const isSave = readAction(fields).does === 'save'
  return overLimitJson(c, isSave ? drafts.full.here : texts.join(' '), kind)
}

/** The database stumbles: nothing that was typed is lost, and its key is kept, so pressing again is safe. */
function unavailable(answering: FormRequest, error: Error): Response | Promise<Response> {
  const { c, deps, locale, fields } = answering
  // It is answered here, and told in the log all the same.
  c.error = error
  if (wantsJson(c)) return faultJson(c, deps, error)
  const { limits, page } = wordsFor(locale)
  const { typed, again, button, code } = page.fault
  return formAgain(answering, 503, {
    title: page.errors.unavailable.title,
    texts: [typed, again(String(RETRY_AFTER)), code(codeOf(c, deps))],
    button: readAction(fields).does === 'send' ? button : limits.busy.button,
    seconds: RETRY_AFTER,
  })
}

/** What counts a posted form by what it asks for: who saves and knows no version begins a draft. */
function kindOf(fields: Fields, stores: LimitKind): LimitKind {
  const action = readAction(fields)
  if (action.does === 'send') return stores
  return action.does === 'save' && knownVersionOf(fields).version === 0 ? 'drafts' : 'pages'
}

/** Counts a posted form by what it asks for, before the database is asked anything; tells the limit that it is over, or null. */
export async function countPosted(
  c: Context,
  deps: Deps,
  fields: Fields,
  stores: LimitKind,
): Promise<LimitKind | null> {
  const kind = kindOf(fields, stores)
  return (await isOverLimit(c, deps, kind)) ? kind : null
}

/** Answers a posted form. */
export async function answerPostedForm(c: Context, deps: Deps, posted: PostedForm): Promise<Response> {
  const action = readAction(posted.fields)
  const locale = action.does === 'lang' ? action.locale : localeOf(c)
  const answering: FormRequest = { ...posted, c, deps, locale, isFramed: isFramed(c) }
  if (posted.over) return tooMuch(answering, posted.over)
  try {
    if (action.does === 'save') return await respondSave(answering)
    return await (action.does === 'send'
      ? respondSend(answering, action.isSure)
      : respondShown(answering, action))
  } catch (error) {
    if (error instanceof Error && mayPass(error)) return unavailable(answering, error)
    throw error
  }
}
