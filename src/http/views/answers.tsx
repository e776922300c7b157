// Answers to read: what was typed, section by section, to check it before sending or to keep a copy of it.
import type { Child } from 'hono/jsx'
import { type Earlier, holds } from '../../core/form/condition.ts'
import type { Form } from '../../core/form/form.ts'
import { questionName } from '../../core/form/message.ts'
import type { Answer, Answers, Question } from '../../core/form/question.ts'
import { questionsIn, showAnswer, showNothing } from '../../core/form/show.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { wordsFor } from '../../core/words/index.ts'

interface AnswersProps {
  readonly form: Form
  readonly answers: Answers
  readonly locale: Locale
  /** What heads a section: the rank of its heading on the page. */
  readonly rank: 'h2' | 'h3'
  /** What stands below the answer to a question, e.g. the way to change it. */
  readonly below?: (question: string, name: string) => Child
  /** How an answer is shown where not in full. */
  readonly show?: (question: Question, answer: Answer) => string | null
}

/** One answer as it is read; of a level also what the level means. */
export function AnswerText({
  question,
  answer,
  form,
  locale,
}: Omit<AnswersProps, 'answers' | 'rank'> & {
  readonly question: Question
  readonly answer: Answer
}) {
  const words = wordsFor(locale).page
  if (question.kind === 'level' && typeof answer === 'object' && 'level' in answer) {
    const description = question.levels[answer.level - (form.instrument?.scale.min ?? 1)]?.description[locale]
    return (
      <>
        <p>
          <b>{words.level(String(answer.level))}.</b> {description}
        </p>
        {answer.evidence ? (
          <p class="pre">
            <b>{words.evidence}:</b> {answer.evidence}
          </p>
        ) : null}
      </>
    )
  }
  return <p class="pre">{showAnswer(question, answer, locale)}</p>
}

/** A question is listed where it was asked or answered all the same. */
const isListed = ({ when }: Question, answer: Answer | undefined, given: Earlier): boolean =>
  answer !== undefined || when === undefined || holds(when, given)

/** Every question of a form with its answer. */
export function AnswersList(props: AnswersProps) {
  const { form, answers, locale, rank: Heading, below, show } = props
  const given: Earlier = { answers, given: new Set(Object.keys(answers)) }
  return (
    <>
      {Object.entries(form.sections).map(([section, { title }]) => (
        <>
          <Heading>{title[locale]}</Heading>
          <dl>
            {questionsIn(form, section)
              .filter(([id, question]) => isListed(question, answers[id], given))
              .map(([id, question]) => {
                const answer = answers[id]
                const name = questionName(question, locale)
                const shown = answer === undefined ? showNothing(question, locale) : show?.(question, answer)
                return (
                  <div class="a">
                    <dt>{name}</dt>
                    <dd>
                      {shown || answer === undefined ? (
                        <p>{shown}</p>
                      ) : (
                        <AnswerText form={form} question={question} answer={answer} locale={locale} />
                      )}
                      {below?.(id, name)}
                    </dd>
                  </div>
                )
              })}
          </dl>
        </>
      ))}
    </>
  )
}
