// What was typed, to be read once more before it is sent: a change button at each answer comes back to here.
import { EARLIER_FIELD, earlierIn, evidenceField, type Fields, KEY_FIELD } from '../../core/form/fields.ts'
import type { Form } from '../../core/form/form.ts'
import { questionName } from '../../core/form/message.ts'
import type { Suspect } from '../../core/form/mistyped.ts'
import type { Answers } from '../../core/form/question.ts'
import { TRAP_FIELD } from '../../core/form/trap.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { wordsFor } from '../../core/words/index.ts'
import { AnswersList } from './answers.tsx'
import { type FormContext, frameOf, homeOf, targetOf } from './form.tsx'
import { DraftFields, KeptLine } from './kept.tsx'
import { Page } from './layout.tsx'
import { asks, FORM_ID, SaveButton, SendButtons } from './sending.tsx'

export interface CheckPageProps extends FormContext {
  /** What was typed, as it will be posted again. */
  readonly fields: Fields
  readonly answers: Answers
  /** Addresses that look mistyped. */
  readonly suspects: readonly Suspect[]
}

/** Asks about addresses that look mistyped, before anything is sent to a stranger. */
function Suspects({ form, suspects, locale }: { form: Form; suspects: readonly Suspect[]; locale: Locale }) {
  const { mistyped: words, check } = wordsFor(locale).page
  if (suspects.length === 0) return null
  return (
    <div class="box bad" role="alert" tabindex={-1} autofocus>
      <h2>{words.title}</h2>
      {suspects.map(({ question, typed, meant }) => {
        const asked = form.questions[question]
        return (
          <>
            <p>
              {asked ? <b>{questionName(asked, locale)}:</b> : null} {words.question(typed, meant)}
            </p>
            <p class="act">
              <button type="submit" {...asks({ does: 'meant', question })}>
                {words.use(meant)}
              </button>
              <button type="submit" class="quiet" {...asks({ does: 'edit', question })}>
                {check.change}
              </button>
            </p>
          </>
        )
      })}
      <p>{words.keep}</p>
    </div>
  )
}

/** What the form asks for and what belongs to its page, to be posted again unchanged. */
function Carried({ form, fields }: { form: Form; fields: Fields }) {
  const names = [
    KEY_FIELD,
    EARLIER_FIELD,
    TRAP_FIELD,
    ...Object.keys(form.questions).flatMap((id) => [id, evidenceField(id)]),
  ]
  return (
    <>
      {names.flatMap((name) =>
        (fields.get(name) ?? []).map((value) =>
          value === '' ? null : (
            <input
              type="hidden"
              name={name}
              value={value}
              // A key of an earlier page must not come back with the rest of it.
              autocomplete={name === KEY_FIELD ? 'off' : undefined}
            />
          ),
        ),
      )}
    </>
  )
}

/** The page that shows all answers before they are sent. */
export function CheckPage(props: CheckPageProps) {
  const { form, locale, fields, answers, suspects, corrects } = props
  const { check: words, correction } = wordsFor(locale).page
  return (
    <Page
      locale={locale}
      title={words.title}
      inLanguage={(other) => ({
        form: FORM_ID,
        formaction: targetOf(props, other),
        ...asks({ does: 'check' }),
      })}
      home={homeOf(props)}
      look="check"
      isPractice={props.round.practice}
      theme={form.theme}
      framed={frameOf(props)}
    >
      <h1>{words.title}</h1>
      <p>{corrects === null ? words.intro : correction.checkIntro}</p>
      <KeptLine form={form} locale={locale} isCorrection={corrects !== null} />
      <div class="sr" role="status" />
      <form id={FORM_ID} method="post" action={targetOf(props, locale)}>
        <Carried form={form} fields={fields} />
        <Suspects form={form} suspects={suspects} locale={locale} />
        <AnswersList
          form={form}
          answers={answers}
          locale={locale}
          rank="h2"
          below={(question, name) => (
            <button type="submit" class="link" {...asks({ does: 'edit', question })}>
              {words.change}
              <span class="sr"> {name}</span>
            </button>
          )}
        />
        <p class="act">
          <SendButtons locale={locale} isCorrection={corrects !== null} earlier={earlierIn(fields)} isSure />
          {corrects === null ? <SaveButton locale={locale} /> : null}
        </p>
        {corrects === null ? <DraftFields {...props} /> : null}
      </form>
    </Page>
  )
}
