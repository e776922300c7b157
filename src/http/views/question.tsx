// One question on the page, with what was typed, its hint, its condition in words and its message.

import { evidenceField, type Fields, firstOf } from '../../core/form/fields.ts'
import type { Form } from '../../core/form/form.ts'
import { conditionFor, questionName } from '../../core/form/message.ts'
import { showPhone } from '../../core/form/phone.ts'
import type { Choices, LevelQuestion, Question } from '../../core/form/question.ts'
import { readDate } from '../../core/kernel/date.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { wordsFor } from '../../core/words/index.ts'
import { ImageView } from './image.tsx'

interface QuestionProps {
  readonly form: Form
  readonly id: string
  readonly question: Question
  readonly fields: Fields
  readonly message: string | null
  readonly locale: Locale
  /** Whether the page opens at this question. */
  readonly isFocused: boolean
}

interface ControlProps extends QuestionProps {
  /** The ids of what describes the control, or undefined. */
  readonly described: string | undefined
}

const hintId = (id: string) => `${id}-h`
const messageId = (id: string) => `${id}-e`

const isWhole = ({ kind }: Question) => ['choice', 'choices', 'level', 'consent'].includes(kind)

function Notes({ form, id, question, message, locale }: QuestionProps) {
  const condition = conditionFor(form, question, locale)
  const hint = [question.hint?.[locale], condition].filter(Boolean).join(' ')
  return (
    <>
      <ImageView image={question.image} locale={locale} />
      {hint ? (
        <p class="h" id={hintId(id)}>
          {hint}
        </p>
      ) : null}
      {message === null ? null : (
        <p class="e" id={messageId(id)}>
          {message}
        </p>
      )}
    </>
  )
}

function describedBy({ form, id, question, message, locale }: QuestionProps): string | undefined {
  const hasHint = question.hint !== undefined || conditionFor(form, question, locale) !== null
  return (
    [hasHint ? hintId(id) : '', message === null ? '' : messageId(id)].filter(Boolean).join(' ') || undefined
  )
}

const Label = ({ question, locale }: QuestionProps) => (
  <>
    {question.label[locale]}
    {question.required || question.kind === 'consent' ? null : (
      <span class="n"> {wordsFor(locale).page.optional}</span>
    )}
  </>
)

interface OptionsProps extends QuestionProps {
  readonly type: 'radio' | 'checkbox'
  readonly choices: Choices
}

/** Radio buttons or checkboxes; the first one carries the question's id, so that a link to the question lands on it. */
const Options = ({ id, fields, locale, isFocused, type, choices }: OptionsProps) => (
  <>
    {Object.entries(choices).map(([choice, text], index) => (
      <label class="r">
        <input
          type={type}
          name={id}
          value={choice}
          id={index === 0 ? id : undefined}
          checked={fields.get(id)?.includes(choice)}
          autofocus={isFocused && index === 0}
        />
        <span>{text[locale]}</span>
      </label>
    ))}
  </>
)

function Levels(props: QuestionProps & { readonly question: LevelQuestion }) {
  const { form, id, question, fields, locale, isFocused } = props
  const words = wordsFor(locale).page
  const lowest = form.instrument?.scale.min ?? 1
  return (
    <>
      {question.levels.map(({ description }, index) => {
        const level = String(lowest + index)
        return (
          <label class="r">
            <input
              type="radio"
              name={id}
              value={level}
              id={index === 0 ? id : undefined}
              checked={firstOf(fields, id) === level}
              autofocus={isFocused && index === 0}
            />
            <span>
              <b>{words.level(level)}.</b> {description[locale]}
            </span>
          </label>
        )
      })}
      <label class="l v" for={evidenceField(id)}>
        {words.evidence} <span class="n">{words.optional}</span>
      </label>
      <p class="h" id={`${id}-b`}>
        {words.evidenceExamples(question.evidence[locale].join('; '), String(lowest + 1))}
      </p>
      <textarea name={evidenceField(id)} id={evidenceField(id)} rows={2} aria-describedby={`${id}-b`}>
        {firstOf(fields, evidenceField(id))}
      </textarea>
    </>
  )
}

/** Whether an answer is needed whatever else is answered. */
const isAlwaysNeeded = ({ required, when }: Question): boolean => required === true && when === undefined

/** What is alike for every control that is one element. */
const shared = ({ id, question, message, isFocused, described }: ControlProps) => ({
  name: id,
  id,
  required: isAlwaysNeeded(question),
  autocomplete: question.autocomplete,
  autofocus: isFocused,
  'aria-describedby': described,
  'aria-invalid': wrongness(question, message),
})

/** Left to itself, Chromium tells screen readers that a needed field is wrong before anybody has answered. */
const wrongness = ({ required }: Question, message: string | null): 'true' | 'false' | undefined => {
  if (message !== null) return 'true'
  return required ? 'false' : undefined
}

function Control(props: ControlProps) {
  const { id, question, fields, locale } = props
  const typed = firstOf(fields, id)
  switch (question.kind) {
    case 'longText':
      return (
        <textarea {...shared(props)} rows={4}>
          {typed}
        </textarea>
      )
    case 'email':
      return <input type="email" {...shared(props)} value={typed} />
    case 'phone':
      // What was stored is filled in as people write it.
      return <input type="tel" {...shared(props)} value={showPhone(typed)} />
    case 'number':
      return <input inputmode="numeric" {...shared(props)} value={typed} />
    case 'date':
      // A date field drops what it cannot read; then a text field keeps it, so that it can be mended.
      return (
        <input
          type={typed === '' || readDate(typed) === typed ? 'date' : 'text'}
          {...shared(props)}
          value={typed}
        />
      )
    case 'select':
      return (
        <select {...shared(props)}>
          <option value="">{wordsFor(locale).page.choose}</option>
          {Object.entries(question.choices).map(([choice, text]) => (
            <option value={choice} selected={choice === typed}>
              {typeof text === 'string' ? text : text[locale]}
            </option>
          ))}
        </select>
      )
    default:
      return <input {...shared(props)} value={typed} />
  }
}

/**
 * The box around a question. Where the `required` of a control cannot say when the question is asked and needed, the box
 * carries the rule for the script, and the name under which it announces a question that appears. Buttons of a group never
 * say it: screen readers would pass it on as every one of them being wrong.
 */
function boxOf({ question, message, locale }: QuestionProps) {
  const { when, required } = question
  const isRule = when !== undefined || typeof required === 'object' || (isWhole(question) && required)
  return {
    class: message === null ? 'q' : 'q bad',
    'data-rule': isRule ? JSON.stringify({ when, required }) : undefined,
    'data-name': when ? questionName(question, locale) : undefined,
  }
}

/** A question that is one control under its label. */
function Single(props: QuestionProps) {
  const { id } = props
  return (
    <div {...boxOf(props)}>
      <label class="l" for={id}>
        <Label {...props} />
      </label>
      <Notes {...props} />
      <Control {...props} described={describedBy(props)} />
    </div>
  )
}

/** A question that is a group of controls under its legend. */
function Group(props: QuestionProps) {
  const { question } = props
  return (
    <div {...boxOf(props)}>
      <fieldset aria-describedby={describedBy(props)}>
        <legend>
          {/* Messages and the report call an item by its short name, so it stands where it is asked. */}
          {question.kind === 'level' && question.name ? <b class="k">{question.name[props.locale]}</b> : null}{' '}
          <Label {...props} />
        </legend>
        <Notes {...props} />
        {question.kind === 'choice' ? <Options {...props} type="radio" choices={question.choices} /> : null}
        {question.kind === 'choices' ? (
          <Options {...props} type="checkbox" choices={question.choices} />
        ) : null}
        {question.kind === 'level' ? <Levels {...props} question={question} /> : null}
      </fieldset>
    </div>
  )
}

function Consent(props: QuestionProps) {
  const { id, question, fields, locale, isFocused } = props
  return (
    <div {...boxOf(props)}>
      <label class="r">
        <input
          type="checkbox"
          name={id}
          id={id}
          value="yes"
          checked={firstOf(fields, id) !== ''}
          autofocus={isFocused}
          aria-describedby={describedBy(props)}
        />
        <span>{question.label[locale]}</span>
      </label>
      <Notes {...props} />
    </div>
  )
}

/** One question of a form. */
export function QuestionView(props: QuestionProps) {
  if (props.question.kind === 'consent') return <Consent {...props} />
  return isWhole(props.question) ? <Group {...props} /> : <Single {...props} />
}
