// What is answered to a posted form, new or corrected: one function of the form, the fields and the action.
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { begunAt, type OpenedRound, readPosted, type Submitted } from '../../actions/revision.ts'
import { type Action, readAction } from '../../core/form/action.ts'
import { type Fields, firstOf, KEY_FIELD, withEarlier, withField } from '../../core/form/fields.ts'
import type { Issue } from '../../core/form/issue.ts'
import { messageFor } from '../../core/form/message.ts'
import { suspectsIn } from '../../core/form/mistyped.ts'
import { newId, readId } from '../../core/id.ts'
import { linkPath, movedPath } from '../../core/paths.ts'
import { stateOf, takesAnswers } from '../../core/round.ts'
import type { Locale } from '../../core/text.ts'
import { wordsFor } from '../../core/words/words.ts'
import { roundBySlug } from '../../db/read/round.ts'
import type { Deps } from '../../deps.ts'
import { framedDocumentOf, framePolicyOf } from '../framed.tsx'
import { hint } from '../hint.ts'
import { localeOf } from '../language.ts'
import { comingAgain, isTooMuch, tooMuchJson, WAIT } from '../limits.tsx'
import { documentOf, respond, respondJson, wantsJson } from '../respond.tsx'
import { CheckPage } from '../views/check.tsx'
import { type Asked, FormPage, type FormPageProps } from '../views/form.tsx'
import { FramedSentPage } from '../views/framed-sent.tsx'
import type { Look } from '../views/look.ts'
import { asks, FORM_ID } from '../views/sending.tsx'
import { RoundState } from '../views/simple.tsx'
import { openReceipt } from './links.ts'

/** A posted form: what is asked, what it corrects if anything, and how it is kept. */
export interface Posted extends Pick<Asked, 'corrects'> {
  readonly opened: OpenedRound
  /** Whether it was posted from a frame of another site, where the answer will stand. */
  readonly isFramed?: boolean
  readonly fields: Fields
  readonly send: (locale: Locale) => Promise<Submitted>
}

type Failed = Exclude<Submitted, { outcome: 'stored' }>

interface Answering extends Posted {
  readonly c: Context
  readonly deps: Deps
  readonly locale: Locale
}

const askedIn = ({ opened: { round, form }, corrects, isFramed, locale }: Answering): Asked => ({
  round,
  form,
  corrects,
  locale,
  framed: isFramed ? 'answered' : undefined,
})

/** Answers with a page that shows what was typed, or what became of it. */
function respondTyped(
  { c, deps, opened: { round, form }, isFramed }: Answering,
  page: JSX.Element,
  options: { readonly look: Look; readonly status?: 200 | 422 | 409 | 403 | 429 },
): Promise<Response> {
  const typed = { theme: form.theme, isPrivate: true, isTyped: true }
  if (!isFramed) return respond(c, documentOf(page), { ...typed, ...options })
  const frame = framePolicyOf(round, deps.publicUrl)
  return respond(c, framedDocumentOf(page), { ...typed, ...options, look: 'framed', frame })
}

const keyOf = ({ deps, fields }: Answering): string =>
  readId(firstOf(fields, KEY_FIELD)) ?? newId(deps.clock, deps.random)

/** The form again, with everything typed. */
const formAgain = (
  answering: Answering,
  status: 200 | 422 | 409 | 403 | 429,
  props: Partial<FormPageProps> = {},
): Promise<Response> => {
  const { fields } = answering
  const page = (
    <FormPage {...askedIn(answering)} fields={fields} submissionKey={keyOf(answering)} {...props} />
  )
  return respondTyped(answering, page, { look: 'form', status })
}

const issueJson = ({ opened: { form }, locale }: Answering, issues: readonly Issue[]) => ({
  issues: issues.map((issue) => ({
    question: issue.question,
    problem: issue.problem.kind,
    message: messageFor(form, issue, locale),
  })),
})

function invalid(answering: Answering, issues: readonly Issue[]): Response | Promise<Response> {
  return wantsJson(answering.c)
    ? respondJson(answering.c, issueJson(answering, issues), 422)
    : formAgain(answering, 422, { issues })
}

function conflict(
  answering: Answering,
  { reference, receipt }: Extract<Failed, { outcome: 'conflict' }>,
): Response | Promise<Response> {
  const { c, deps, fields, locale, isFramed } = answering
  if (wantsJson(c)) return respondJson(c, { problem: 'conflict', reference }, 409)
  const words = wordsFor(locale).page.conflict
  const body = (
    <div class="box bad">
      <p>{words.text(reference)}</p>
      <p>
        <a class="go" href={linkPath('receipt', receipt, locale)}>
          {words.receipt}
        </a>
      </p>
      <p>{isFramed ? wordsFor(locale).embed.conflictAgain : words.again}</p>
    </div>
  )
  // The key stands for the answers sent before; these get one of their own, from the moment they were begun.
  // In a frame there is no way to correct the others: that is done on a page of its own.
  const begun = begunAt(keyOf(answering), deps.clock.now())
  return formAgain(answering, 409, {
    submissionKey: newId({ now: () => begun }, deps.random),
    fields: isFramed ? fields : withEarlier(fields, receipt),
    notice: { title: words.title, body },
  })
}

/** The page of a round that takes no answers now, with everything typed still on it. */
async function closed(answering: Answering): Promise<Response> {
  const { c, deps, opened, locale } = answering
  if (wantsJson(c)) return respondJson(c, { problem: 'closed' }, 403)
  // What this isolate knew of the round was older than the close; the page tells the moments as they are now.
  const round = (await roundBySlug(deps.db, opened.round.slug)) ?? opened.round
  const state = stateOf(round, deps.clock.now()) === 'early' ? 'early' : 'closed'
  const words = wordsFor(locale).page
  const body = (
    <div class="box bad">
      <RoundState round={round} state={state} locale={locale} />
      <p>{words.closed.kept}</p>
    </div>
  )
  return formAgain(answering, 403, { submissionKey: null, notice: { title: words[state].title, body } })
}

function failed(answering: Answering, submitted: Failed): Response | Promise<Response> {
  switch (submitted.outcome) {
    case 'invalid':
      return invalid(answering, submitted.issues)
    case 'conflict':
      return conflict(answering, submitted)
    case 'closed':
      return closed(answering)
    case 'withdrawn':
      throw new HTTPException(410)
  }
}

const read = ({ deps, opened, fields }: Answering) => readPosted(deps, opened, fields)

/** The answers once more, or what is to be mended first. */
function check(answering: Answering): Response | Promise<Response> {
  const { c, opened, fields } = answering
  const { answers, issues } = read(answering)
  if (issues.length > 0) return invalid(answering, issues)
  const suspects = suspectsIn(opened.form, answers)
  if (wantsJson(c)) return respondJson(c, { issues: [], suspects })
  const carried = withField(fields, KEY_FIELD, keyOf(answering))
  const page = <CheckPage {...askedIn(answering)} fields={carried} answers={answers} suspects={suspects} />
  return respondTyped(answering, page, { look: 'answers' })
}

/** The form with the address that was meant in place of the mistyped one. */
function take(answering: Answering, question: string): Response | Promise<Response> {
  const meant = suspectsIn(answering.opened.form, read(answering).answers).find(
    (one) => one.question === question,
  )
  return check(
    meant ? { ...answering, fields: withField(answering.fields, question, meant.meant) } : answering,
  )
}

/** Where a sender is led; a correction of the address has given the receipt another one, which is said. */
const receiptAfter = ({ c, corrects, locale }: Answering, receipt: string): string =>
  corrects === null || c.req.param('link') === receipt
    ? linkPath('receipt', receipt)
    : movedPath(receipt, locale)

/** The receipt's own page may stand in no frame, so what it says first stands in the form's place. */
async function sentInFrame(answering: Answering, receipt: string): Promise<Response> {
  const { deps, opened, locale } = answering
  const sent = await openReceipt(deps, receipt)
  const address = deps.publicUrl + linkPath('receipt', receipt, locale)
  const page = <FramedSentPage sent={sent} form={opened.form} locale={locale} receipt={address} />
  return respondTyped(answering, page, { look: 'answers' })
}

async function send(answering: Answering, isSure: boolean): Promise<Response> {
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

/** Answers to anything but a sending: the typed values are shown again, and nothing is stored. */
function show(answering: Answering, action: Exclude<Action, { does: 'send' }>): Response | Promise<Response> {
  const { deps, opened } = answering
  const now = deps.clock.now()
  if (!takesAnswers(opened.round, begunAt(keyOf(answering), now), now)) return closed(answering)
  switch (action.does) {
    case 'check':
      return check(answering)
    case 'meant':
      return take(answering, action.question)
    case 'edit':
      return formAgain(answering, 200, { focus: action.question })
    case 'lang':
      return formAgain(answering, 200, action.tellsIssues ? { issues: read(answering).issues } : {})
  }
}

/** The form again, because too much came from the same address. */
async function tooMuch(answering: Answering): Promise<Response> {
  const { c, fields, locale } = answering
  const { title, text, again, button } = wordsFor(locale).limits.busy
  const action = readAction(fields)
  if (wantsJson(c)) return tooMuchJson(c, `${text} ${again(WAIT)}`)
  const body = (
    <div class="box bad" role="alert" tabindex={-1} autofocus>
      <p>{text}</p>
      <p>{again(WAIT)}</p>
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
  return comingAgain(await formAgain(answering, 429, { notice: { title, body } }))
}

/** Answers a posted form. */
export async function answer(c: Context, deps: Deps, posted: Posted): Promise<Response> {
  const action = readAction(posted.fields)
  const locale = action.does === 'lang' ? action.locale : localeOf(c)
  const answering: Answering = { ...posted, c, deps, locale }
  const kind = action.does === 'send' ? 'sends' : 'pages'
  if (await isTooMuch(c, deps, kind, posted.opened.round.slug)) return tooMuch(answering)
  return action.does === 'send' ? send(answering, action.isSure) : show(answering, action)
}
