// The form: blank, or with what was typed and the messages that say how to mend it. One renderer for both.
import type { Child } from 'hono/jsx'
import { formScript } from '../../client/built.ts'
import { showDate } from '../../core/form/date.ts'
import { type Fields, KEY_FIELD, noFields } from '../../core/form/fields.ts'
import type { Form } from '../../core/form/form.ts'
import type { Issue } from '../../core/form/issue.ts'
import { messageFor } from '../../core/form/message.ts'
import { questionsIn } from '../../core/form/show.ts'
import { showMoment } from '../../core/moment.ts'
import { formPath, networkPath, sendPath } from '../../core/paths.ts'
import { closingOf } from '../../core/round.ts'
import type { Locale } from '../../core/text.ts'
import { wordsFor } from '../../core/words/words.ts'
import type { Round } from '../../db/read/round.ts'
import { otherLocale, Page } from './layout.tsx'
import { QuestionView } from './question.tsx'
import { Contents, SectionFrame, stopsOf } from './sections.tsx'
import { sectionsStyle } from './sections-style.ts'

export interface FormPageProps {
  readonly round: Round
  readonly form: Form
  readonly locale: Locale
  /** The key that the answers will be kept under; null where they cannot be sent. */
  readonly submissionKey: string | null
  readonly fields?: Fields
  readonly issues?: readonly Issue[]
  /** What stands above the form, e.g. why it was not taken; its heading is the page's. */
  readonly notice?: { readonly title: string; readonly body: Child }
}

function Summary({ form, issues, locale }: { form: Form; issues: readonly Issue[]; locale: Locale }) {
  const words = wordsFor(locale).page
  return (
    // The focus comes here first, without any script (WCAG 2.2 SC 3.3.1).
    <div class="box bad" role="alert" tabindex={-1} autofocus>
      <h2>{words.summary(String(issues.length))}</h2>
      <p>{words.summaryHint}</p>
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

const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text.split('\n\n').map((paragraph) => (
      <p>{paragraph}</p>
    ))}
  </>
)

/** Paragraphs that begin with what they are about (`Who sees them: …`), found faster in bold. */
const Terms = ({ text }: { text: string }) => (
  <>
    {text.split('\n\n').map((paragraph) => {
      const [, term, rest] = /^([^:.]{1,40}:)(.*)$/s.exec(paragraph) ?? []
      return (
        <p>
          {term ? <b>{term}</b> : null}
          {rest ?? paragraph}
        </p>
      )
    })}
  </>
)

/** What a person reads before the first question. */
function Opening({ round, form, locale }: FormPageProps) {
  const words = wordsFor(locale).page
  const closing = closingOf(round)
  return (
    <div class="opening">
      <Paragraphs text={form.intro[locale]} />
      {closing === null ? null : <p>{words.closes(showMoment(closing, round.network.timeZone, locale))}</p>}
      {round.referenceFrom && round.referenceTo ? (
        <p>{words.period(showDate(round.referenceFrom, locale), showDate(round.referenceTo, locale))}</p>
      ) : null}
      <p>
        <a class="go" href="#your-data">
          {words.privacyLink}
        </a>
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

/** The whole page of a form. */
export function FormPage(props: FormPageProps) {
  const { round, form, locale, submissionKey, fields = noFields, issues = [], notice } = props
  const words = wordsFor(locale).page
  const messages = new Map(issues.map((issue) => [issue.question, messageFor(form, issue, locale)]))
  const stops = stopsOf(form, submissionKey !== null, locale)
  const title =
    issues.length > 0 ? words.errorTitle(round.title[locale]) : (notice?.title ?? round.title[locale])
  return (
    <Page
      locale={locale}
      title={title}
      // A link to the other language would lead away from what was typed.
      otherLanguage={fields === noFields ? formPath(round.slug, otherLocale(locale)) : null}
      home={{ name: round.network.name[locale], path: networkPath(round.network.slug, locale) }}
      extraStyle={sectionsStyle}
      script={formScript}
    >
      <h1>{notice?.title ?? round.title[locale]}</h1>
      {issues.length > 0 ? <Summary form={form} issues={issues} locale={locale} /> : null}
      {notice?.body}
      {notice || issues.length > 0 ? null : <Opening {...props} />}
      <Contents stops={stops} locale={locale} />
      {/* The server's messages are in the reader's language and name every mistake at once; the browser's are not. */}
      <form method="post" action={sendPath(round.slug, locale)} novalidate>
        {submissionKey === null ? null : (
          <input type="hidden" name={KEY_FIELD} value={submissionKey} autocomplete="off" />
        )}
        {Object.entries(form.sections).map(([section, { intro }], at) => (
          <SectionFrame stops={stops} at={at} locale={locale}>
            {intro ? <Paragraphs text={intro[locale]} /> : null}
            {questionsIn(form, section).map(([id, question]) => (
              <QuestionView
                form={form}
                id={id}
                question={question}
                fields={fields}
                message={messages.get(id) ?? null}
                locale={locale}
              />
            ))}
          </SectionFrame>
        ))}
        <SectionFrame stops={stops} at={stops.length - 1} locale={locale}>
          <Closing {...props} />
          {submissionKey === null ? null : (
            <p>
              <button type="submit">{words.send}</button>
            </p>
          )}
        </SectionFrame>
      </form>
    </Page>
  )
}
