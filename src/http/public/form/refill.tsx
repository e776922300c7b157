// A posted form shown again with everything typed, because nothing was stored: what every answer to one is made of.
import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { SaveOutcome } from '../../../actions/draft.ts'
import {
  begunAt,
  type DraftState,
  type RoundWithForm,
  type SubmitOutcome,
} from '../../../actions/submission/revision.ts'
import { renewalOf, VERSION_FIELD } from '../../../core/draft/draft.ts'
import { type Fields, firstOf, KEY_FIELD, withEarlier, withField } from '../../../core/form/fields.ts'
import type { Form } from '../../../core/form/form.ts'
import { newId, readId } from '../../../core/kernel/id.ts'
import { linkPath } from '../../../core/kernel/paths.ts'
import type { LimitKind } from '../../../core/kernel/ports.ts'
import type { Locale } from '../../../core/kernel/text.ts'
import { stateOf } from '../../../core/round/times.ts'
import { wordsFor } from '../../../core/words/index.ts'
import { roundBySlug } from '../../../db/round/read.ts'
import type { Deps } from '../../../deps.ts'
import { framingOfPages } from '../../kernel/frame.tsx'
import { respondJson, respondPage, wantsJson } from '../../kernel/respond.tsx'
import { Anchor } from '../../views/anchor.tsx'
import { Newer, Renewed } from '../../views/draft-notices.tsx'
import { type FormContext, FormPage, type FormPageProps } from '../../views/form.tsx'
import type { Look } from '../../views/look.ts'
import { RoundState } from '../../views/simple.tsx'
import { savedJson } from '../draft/json.ts'

/** A posted form: what is asked, what it corrects if anything, and how it is kept. */
export interface PostedForm extends Pick<FormContext, 'corrects'> {
  readonly opened: RoundWithForm
  /** The form that the round asks now, where another version of it was posted. */
  readonly renewed?: Form | null
  readonly fields: Fields
  /** The limit that it is over, by what it asks for; null where it is within all of them. */
  readonly over: LimitKind | null
  readonly send: (locale: Locale) => Promise<SubmitOutcome>
  /** Keeps what is typed as a draft; null where nothing is kept half-way. */
  readonly save: ((locale: Locale) => Promise<SaveOutcome>) | null
}

/** Why nothing was stored. */
export type FailedSubmission = Exclude<SubmitOutcome, { outcome: 'stored' }>

/** A posted form that is being answered. */
export interface FormRequest extends PostedForm {
  readonly c: Context
  readonly deps: Deps
  readonly locale: Locale
  /** Whether it was posted from a frame of another site, where the answer will stand. */
  readonly isFramed: boolean
}

/** The form that is asked. */
export const formContextOf = ({
  opened: { round, form, formHash },
  corrects,
  isFramed,
  locale,
}: FormRequest): FormContext => ({
  round,
  form,
  formHash,
  corrects,
  locale,
  framed: isFramed ? 'answered' : undefined,
})

/** Answers with a page that shows what was typed, or what became of it. */
export function respondTyped(
  { c, deps, opened: { round, form } }: FormRequest,
  page: JSX.Element,
  options: { readonly look: Look; readonly status?: 200 | 422 | 409 | 403 | 429 | 503 },
): Promise<Response> {
  const framing = framingOfPages(round, deps.publicUrl)
  return respondPage(c, page, { theme: form.theme, isPrivate: true, isTyped: true, framing, ...options })
}

/** The key of a page, or a new one where it brought none. */
export const submissionKeyOf = ({ deps, fields }: FormRequest): string =>
  readId(firstOf(fields, KEY_FIELD)) ?? newId(deps.clock, deps.random)

/** The form again, with everything typed. */
export const respondFormAgain = (
  answering: FormRequest,
  status: 200 | 422 | 409 | 403 | 429 | 503,
  props: Partial<FormPageProps> = {},
): Promise<Response> => {
  const { fields } = answering
  const page = (
    <FormPage
      {...formContextOf(answering)}
      fields={fields}
      submissionKey={submissionKeyOf(answering)}
      {...props}
    />
  )
  return respondTyped(answering, page, { look: 'form', status })
}

/** The form again, gone on with; where it is not the one that is asked now, it tells what is new. */
export function respondGoOn(answering: FormRequest, question: string): Promise<Response> {
  const { opened, renewed, locale } = answering
  if (!renewed || question !== '') return respondFormAgain(answering, 200, { focus: question })
  const renewal = renewalOf(opened.form, renewed)
  const props = { begun: opened.form, now: renewed, renewal, link: null, unasked: null, locale }
  return respondFormAgain(answering, 200, {
    notice: { title: opened.round.title[locale], body: <Renewed {...props} /> },
  })
}

/** A key for answers whose own stands for something else by now, from the moment they were begun. */
export function newSubmissionKey(answering: FormRequest): string {
  const { clock, random } = answering.deps
  const begun = begunAt(submissionKeyOf(answering), clock.now())
  return newId({ now: () => begun }, random)
}

/** Says that other answers were sent under the key already. */
export function respondConflict(
  answering: FormRequest,
  { reference, receipt }: Extract<FailedSubmission, { outcome: 'conflict' }>,
): Response | Promise<Response> {
  const { c, fields, locale, isFramed } = answering
  if (wantsJson(c)) return respondJson(c, { problem: 'conflict', reference }, 409)
  const words = wordsFor(locale).page.conflict
  const body = (
    <div class="box bad">
      <p>{words.text(reference)}</p>
      <p>
        <Anchor class="go" href={linkPath('receipt', receipt, locale)}>
          {words.receipt}
        </Anchor>
      </p>
      <p>{isFramed ? wordsFor(locale).embed.conflictAgain : words.again}</p>
    </div>
  )
  // In a frame there is no way to correct the others: that is done on a page of its own.
  return respondFormAgain(answering, 409, {
    submissionKey: newSubmissionKey(answering),
    fields: withField(isFramed ? fields : withEarlier(fields, receipt), VERSION_FIELD, '0'),
    notice: { title: words.title, body },
  })
}

/** The form again, whose draft was saved since by somebody else: the page knows of it now, so that the next choice counts. */
export function respondNewerDraft(
  answering: FormRequest,
  state: DraftState,
  does: 'save' | 'send',
): Response | Promise<Response> {
  const { c, deps, fields, locale } = answering
  const told = savedJson(deps, answering.opened, fields, state, locale)
  if (wantsJson(c)) return respondJson(c, { problem: 'newer', ...told }, 409)
  return respondFormAgain(answering, 409, {
    fields: withField(fields, VERSION_FIELD, String(state.version)),
    notice: {
      title: wordsFor(locale).drafts.newer.title(told.moment),
      body: <Newer link={state.link} does={does} locale={locale} />,
    },
  })
}

/** The page of a round that takes no answers now, with everything typed still on it. */
export async function respondClosed(answering: FormRequest): Promise<Response> {
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
  return respondFormAgain(answering, 403, {
    submissionKey: null,
    notice: { title: words[state].title, body },
  })
}
