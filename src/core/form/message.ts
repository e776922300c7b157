// Issues in words: a message that names the question and says how to mend the answer.
import type { Locale } from '../kernel/text.ts'
import { wordsFor } from '../words/index.ts'
import type { Form } from './form.ts'
import type { Issue } from './issue.ts'
import type { Question } from './question.ts'
import { shortNameOf } from './show.ts'

// A label longer than this is a whole sentence, and the question's short name says it better.
const LONGEST_LABEL = 40

/** What a message calls a question: as people see it on the page; what asks in words is called by its short name. */
export function questionName(question: Question, locale: Locale): string {
  const label = question.label[locale]
  const isSentence = label.endsWith('?') || label.length > LONGEST_LABEL
  return question.kind === 'level' || isSentence ? shortNameOf(question, locale) : label.replace(/[:.]$/, '')
}

/** The question that would do as well: this one is needed only because that one is empty. */
function insteadOf(form: Form, { required }: Question): Question | undefined {
  const isNeededInstead = typeof required === 'object' && 'answered' in required && !required.answered
  return isNeededInstead ? form.questions[required.question] : undefined
}

function missing(form: Form, question: Question, name: string, locale: Locale): string {
  const words = wordsFor(locale).problems.missing
  if (question.kind === 'level') {
    const lowest = form.instrument?.scale.min ?? 1
    return words.level(name, String(lowest), String(lowest + question.levels.length - 1))
  }
  if (question.kind === 'choices') return words.choices(name)
  if (question.kind === 'choice' || question.kind === 'select') return words.choice(name)
  const other = insteadOf(form, question)
  return other ? words.textOr(name, questionName(other, locale)) : words.text(name)
}

/** The message for an issue, as an instruction in the reader's language (WCAG 2.2 SC 3.3.1 and 3.3.3). */
export function messageFor(form: Form, { question: id, problem }: Issue, locale: Locale): string {
  const question = form.questions[id]
  const name = question ? questionName(question, locale) : id
  const words = wordsFor(locale).problems
  const number = (value: number) => new Intl.NumberFormat(locale).format(value)
  switch (problem.kind) {
    case 'missing':
      return question ? missing(form, question, name, locale) : words.missing.text(name)
    case 'tooLong':
      return words.tooLong(name, number(problem.max), number(problem.length - problem.max))
    case 'outside':
      return words.outside(name, number(problem.min), number(problem.max))
    default:
      return words[problem.kind](name)
  }
}

/** Several of which one is meant: commas, and one “or”. */
function oneOf(texts: readonly string[], locale: Locale): string {
  const words = wordsFor(locale).page.or
  const [last = '', ...others] = texts.toReversed()
  if (others.length === 0) return last
  return (others.length === 1 ? words.two : words.many)(others.toReversed().join(', '), last)
}

/** When a question is asked or needed, in words; for pages that cannot hide it. Null where there is no condition. */
export function conditionFor(form: Form, question: Question, locale: Locale): string | null {
  const words = wordsFor(locale).page
  const conditional = typeof question.required === 'object' ? question.required : null
  const condition = question.when ?? conditional
  const asked = condition && form.questions[condition.question]
  if (!condition || !asked) return null
  const isWhen = question.when !== undefined
  const name = questionName(asked, locale)
  if ('answered' in condition) {
    if (condition.answered) return isWhen ? words.onlyIfAnswered(name) : words.neededIfAnswered(name)
    return isWhen ? words.onlyIfEmpty(name) : words.neededIfEmpty(name)
  }
  const choices = 'choices' in asked && typeof asked.choices === 'object' ? asked.choices : {}
  const wanted = typeof condition.is === 'string' ? [condition.is] : condition.is
  const list = oneOf(
    wanted.map((choice) => choices[choice]?.[locale] ?? choice),
    locale,
  )
  return isWhen ? words.onlyIf(name, list) : words.neededIf(name, list)
}
