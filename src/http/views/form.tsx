// The form: blank, or with what was typed and the messages that say how to mend it. One renderer for both.
import type { Child } from 'hono/jsx'
import {
  EARLIER_FIELD,
  earlierIn,
  type Fields,
  firstOf,
  KEY_FIELD,
  noFields,
} from '../../core/form/fields.ts'
import type { Form } from '../../core/form/form.ts'
import type { Issue } from '../../core/form/issue.ts'
import { messageFor } from '../../core/form/message.ts'
import { questionsIn } from '../../core/form/show.ts'
import { TRAP_FIELD } from '../../core/form/trap.ts'
import { showDate } from '../../core/kernel/date.ts'
import { showMoment } from '../../core/kernel/moment.ts'
import {
  formPath,
  framedSendPath,
  linkPath,
  networkPath,
  printPath,
  sendCorrectionPath,
  sendPath,
} from '../../core/kernel/paths.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { closingOf } from '../../core/round/times.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { Round } from '../../db/round/read.ts'
import { Anchor } from './anchor.tsx'
import type { FramedPage } from './framed.tsx'
import { ImageView } from './image.tsx'
import { DraftFields, KeptLine } from './kept.tsx'
import { Page } from './layout.tsx'
import { QuestionView } from './question.tsx'
import { Contents, SectionFrame, type Stop, stopsOf } from './sections.tsx'
import { asks, CheckButton, FORM_ID, SaveButton, SendButtons } from './sending.tsx'
import type { Share } from './share.tsx'
import { Paragraphs, Terms } from './terms.tsx'
import { Trap } from './trap.tsx'

/** The form a person stands before, in one language, and what becomes of it. */
export interface FormContext {
  readonly round: Round
  readonly form: Form
  readonly locale: Locale
  /** The sent answers that are corrected, by their reference and the link of their receipt; null for new ones. */
  readonly corrects: {
    readonly reference: string
    readonly receipt: string
    /** Whether they wait for a coordinator, so that no report follows. */
    readonly isHeld: boolean
  } | null
  /** The hash of the form, which its answers are read by. */
  readonly formHash?: string
  /** Where it stands in a frame of another site: as it was opened there, or as the answer to something posted. */
  readonly framed?: 'opened' | 'answered' | undefined
}

/** Where a form is sent. */
export function targetOf({ round, corrects, framed }: FormContext, locale: Locale): string {
  if (corrects !== null) return sendCorrectionPath(corrects.receipt, locale)
  return framed ? framedSendPath(round.slug, locale) : sendPath(round.slug, locale)
}

/** What its page says of the frame that it stands in, or null. */
export const frameOf = ({ round, framed, locale }: FormContext, isClosed = false): FramedPage | null =>
  framed
    ? {
        full: formPath(round.slug, locale),
        answers: framed === 'answered',
        ...(isClosed ? { says: 'closed' } : {}),
      }
    : null

/** Whose form it is, for the head of its pages. */
export const homeOf = ({ round: { network }, locale }: FormContext) => ({
  name: network.name[locale],
  path: networkPath(network.slug, locale),
})

export interface FormPageProps extends FormContext {
  /** The key that the answers will be kept under; null where they cannot be sent. */
  readonly submissionKey: string | null
  readonly fields?: Fields
  readonly issues?: readonly Issue[]
  /** How the blank form is shared. */
  readonly share?: Share
  /** What stands above the form, e.g. why it was not taken; its heading is the page's. */
  readonly notice?: { readonly title: string; readonly body: Child }
  /** The question that the page opens at, with a way back to the check. */
  readonly focus?: string
  /** The link of the draft that is gone on with. */
  readonly draft?: string
  /** Questions that are not asked here, but whose answers the draft keeps. */
  readonly carried?: readonly string[]
  /** Where only a coordinator looks at it: what says so, the way back, and the page in another language. */
  readonly preview?: {
    readonly title: string
    readonly body: Child
    readonly home: { readonly name: string; readonly path: string }
    readonly inLanguage: (locale: Locale) => string
  }
}

function Summary({ form, issues = [], corrects, locale }: FormPageProps) {
  const words = wordsFor(locale).page
  const { summaryHint } = corrects === null ? words : words.correction
  return (
    // The focus comes here first, without any script (WCAG 2.2 SC 3.3.1).
    <div class="box bad" role="alert" tabindex={-1} autofocus>
      <h2>{words.summary(String(issues.length))}</h2>
      <p>{summaryHint(words.check.button)}</p>
      <ul>
        {issues.map((issue) => (
          <li>
            <a href={`#${issue.question}`}>{messageFor(form, issue, locale)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What a person reads before the first question. */
function Opening({ round, form, locale }: FormPageProps) {
  const words = wordsFor(locale).page
  const closing = closingOf(round)
  return (
    <div class="opening">
      <Paragraphs text={form.intro[locale]} />
      {form.introOnScreen ? <Paragraphs text={form.introOnScreen[locale]} /> : null}
      {closing === null ? null : <p>{words.closes(showMoment(closing, round.network.timeZone, locale))}</p>}
      {round.referenceFrom && round.referenceTo ? (
        <p>{words.period(showDate(round.referenceFrom, locale), showDate(round.referenceTo, locale))}</p>
      ) : null}
      <p>
        <a class="go" href="#your-data">
          {words.privacyLink}
        </a>
        <Anchor class="go" href={printPath(round.slug, locale)}>
          {wordsFor(locale).paper.link}
        </Anchor>
      </p>
      <p>{words.required}</p>
    </div>
  )
}

/** What a person reads after the last question. */
function Closing({ round, form, locale }: FormPageProps) {
  const words = wordsFor(locale).page
  return (
    <>
      {form.instrument ? (
        <>
          <h3>{words.aboutInstrument}</h3>
          <p>{form.instrument.attribution[locale]}</p>
        </>
      ) : null}
      <h3 id="your-data" tabindex={-1}>
        {words.privacy}
      </h3>
      <Terms text={form.notice[locale]} />
      <p>{words.home.contact(round.network.replyTo)}</p>
    </>
  )
}

/** What a person reads above answers that are corrected. */
function Correcting({ corrects, form, locale }: FormPageProps) {
  const words = wordsFor(locale).page.correction
  return corrects === null ? null : (
    <div class="box">
      <p>{words.text(corrects.reference)}</p>
      {form.instrument && !corrects.isHeld ? <p>{words.report}</p> : null}
      <p>
        <Anchor class="go" href={linkPath('receipt', corrects.receipt, locale)}>
          {words.back}
        </Anchor>
      </p>
    </div>
  )
}

function Sections({ stops, ...props }: FormPageProps & { readonly stops: readonly Stop[] }) {
  const { form, fields = noFields, issues = [], focus, locale } = props

  const messages = new Map(issues.map((issue) => [issue.question, messageFor(form, issue, locale)]))
  const { back } = wordsFor(locale).page.check
  return (
    <>
      {Object.entries(form.sections).map(([section, { intro, image }], at) => (
        <SectionFrame stops={stops} at={at} locale={locale}>
          {intro ? <Paragraphs text={intro[locale]} /> : null}
          <ImageView image={image} locale={locale} />
          {questionsIn(form, section).map(([id, question]) => (
            <>
              <QuestionView
                form={form}
                id={id}
                question={question}
                fields={fields}
                message={messages.get(id) ?? null}
                locale={locale}
                isFocused={id === focus}
              />
              {id === focus ? (
                <p>
                  <CheckButton locale={locale} label={back} />
                </p>
              ) : null}
            </>
          ))}
          {questionsIn(form, section).some(([id]) => messages.has(id)) ? (
            <p>
              <CheckButton locale={locale} />
            </p>
          ) : null}
          {canSave(props) ? (
            <p>
              <SaveButton locale={locale} />
            </p>
          ) : null}
        </SectionFrame>
      ))}
    </>
  )
}

/** New answers can be saved half-way; a correction is begun again from what was sent. */
const canSave = ({ corrects, submissionKey }: FormPageProps): boolean =>
  corrects === null && submissionKey !== null

function Buttons({ corrects, fields = noFields, locale }: FormPageProps) {
  return (
    <p class="act">
      <CheckButton locale={locale} />
      <SendButtons
        locale={locale}
        isCorrection={corrects !== null}
        earlier={earlierIn(fields)}
        isSure={false}
      />
    </p>
  )
}

/** What the page is called: what was typed is corrected, refused for a reason, or just the form. */
function titleOf({ round, locale, corrects, notice }: FormPageProps): string {
  if (notice) return notice.title
  return corrects === null ? round.title[locale] : wordsFor(locale).page.correction.title
}

/** The whole page of a form. */
export function FormPage(props: FormPageProps) {
  const { form, locale, submissionKey, fields = noFields, issues = [], notice, corrects } = props
  const words = wordsFor(locale).page
  const title = titleOf(props)
  const { preview } = props
  const earlier = earlierIn(fields)
  const stops = stopsOf(form, submissionKey !== null, locale)
  return (
    <Page
      locale={locale}
      title={preview?.title ?? (issues.length > 0 ? words.errorTitle(title) : title)}
      inLanguage={
        preview?.inLanguage ??
        ((other) => ({
          form: FORM_ID,
          formaction: targetOf(props, other),
          ...asks({ does: 'lang', locale: other, tellsIssues: issues.length > 0 }),
        }))
      }
      {...(submissionKey === null ? {} : { onEnter: { form: FORM_ID, ...asks({ does: 'check' }) } })}
      home={preview?.home ?? homeOf(props)}
      look="form"
      isPractice={props.round.practice}
      theme={form.theme}
      share={props.share}
      framed={frameOf(props, submissionKey === null)}
    >
      <h1>{title}</h1>
      {preview?.body}
      {issues.length > 0 ? <Summary {...props} /> : null}
      {notice?.body}
      {issues.length === 0 ? <Correcting {...props} /> : null}
      {notice || issues.length > 0 || corrects ? null : <Opening {...props} />}
      <Contents stops={stops} locale={locale} />
      {submissionKey === null ? null : (
        <KeptLine form={form} locale={locale} isCorrection={corrects !== null} />
      )}
      {/* The server's messages are in the reader's language and name every mistake at once; the browser's are not. */}
      <form id={FORM_ID} method="post" action={targetOf(props, locale)} novalidate>
        {submissionKey === null ? null : (
          <input type="hidden" name={KEY_FIELD} value={submissionKey} autocomplete="off" />
        )}
        {earlier === null ? null : <input type="hidden" name={EARLIER_FIELD} value={earlier} />}
        {corrects === null ? <Trap value={firstOf(fields, TRAP_FIELD)} locale={locale} /> : null}
        <Sections stops={stops} {...props} />
        <SectionFrame stops={stops} at={stops.length - 1} locale={locale}>
          <Closing {...props} />
          {submissionKey === null ? null : <Buttons {...props} />}
          {preview ? (
            <p class="act">
              <button type="submit" disabled>
                {words.send}
              </button>
            </p>
          ) : null}
        </SectionFrame>
        {canSave(props) ? <DraftFields {...props} /> : null}
      </form>
    </Page>
  )
}
