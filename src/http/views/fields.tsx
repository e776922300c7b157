// Fields of coordinators' forms: a label, a hint, what is wrong with it, and what was typed.
import { type Fields, firstOf } from '../../core/form/fields.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { wordsFor } from '../../core/words/index.ts'

/** What is wrong with a field, in words. */
export interface FieldIssue {
  readonly field: string
  readonly message: string
}

/** What the fields of a form are filled in with. */
export interface Filled {
  readonly fields: Fields
  readonly issues: readonly FieldIssue[]
}

interface FieldProps extends Filled {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
}

const messageFor = ({ id, issues }: FieldProps): string | undefined =>
  issues.find(({ field }) => field === id)?.message

const describedBy = (props: FieldProps): string | undefined =>
  [props.hint ? `${props.id}-h` : '', messageFor(props) ? `${props.id}-e` : ''].filter(Boolean).join(' ') ||
  undefined

/** What stands between the label of a field and the field. */
function Notes(props: FieldProps) {
  const message = messageFor(props)
  return (
    <>
      {props.hint ? (
        <p class="h" id={`${props.id}-h`}>
          {props.hint}
        </p>
      ) : null}
      {message ? (
        <p class="e" id={`${props.id}-e`}>
          {message}
        </p>
      ) : null}
    </>
  )
}

const attributesOf = (props: FieldProps) => ({
  name: props.id,
  id: props.id,
  'aria-describedby': describedBy(props),
  'aria-invalid': messageFor(props) ? ('true' as const) : undefined,
})

/** Everything that is wrong, with a link to each field. */
export function Problems({
  issues,
  locale,
}: {
  readonly issues: readonly FieldIssue[]
  readonly locale: Locale
}) {
  return issues.length === 0 ? null : (
    // The focus comes here first, without any script (WCAG 2.2 SC 3.3.1).
    <div class="box bad" role="alert" tabindex={-1} autofocus>
      <h2>{wordsFor(locale).coordinator.form.errors}</h2>
      <ul>
        {issues.map(({ field, message }) => (
          <li>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** One line to write in; `lang` is the language of what is written. */
export function Line(
  props: FieldProps & {
    readonly type?: 'email' | 'tel' | 'search'
    readonly isNeeded?: boolean
    readonly lang?: Locale
  },
) {
  return (
    <div class={messageFor(props) ? 'q bad' : 'q'}>
      <label class="l" for={props.id}>
        {props.label}
      </label>
      <Notes {...props} />
      <input
        type={props.type}
        {...attributesOf(props)}
        value={firstOf(props.fields, props.id)}
        lang={props.lang}
        required={props.isNeeded}
        autocomplete="off"
      />
    </div>
  )
}

/** Several lines to write in. */
export function Lines(props: FieldProps & { readonly isNeeded?: boolean; readonly lang?: Locale }) {
  return (
    <div class={messageFor(props) ? 'q bad' : 'q'}>
      <label class="l" for={props.id}>
        {props.label}
      </label>
      <Notes {...props} />
      {/* The first line end after the tag belongs to the markup (HTML §13.1.2.5). */}
      <textarea {...attributesOf(props)} rows={4} lang={props.lang} required={props.isNeeded}>
        {`\n${firstOf(props.fields, props.id)}`}
      </textarea>
    </div>
  )
}

/** What can be chosen: values with what they are called. */
export type Choices = readonly (readonly [value: string, label: string])[]

/** One of a list. */
export function Pick(props: FieldProps & { readonly choices: Choices }) {
  const chosen = firstOf(props.fields, props.id)
  return (
    <div class={messageFor(props) ? 'q bad' : 'q'}>
      <label class="l" for={props.id}>
        {props.label}
      </label>
      <Notes {...props} />
      <select {...attributesOf(props)}>
        {props.choices.map(([value, label]) => (
          <option value={value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}

/** One of a few; the first carries the field's id, so that a link to the field lands on it. */
export function Choose(props: FieldProps & { readonly choices: Choices; readonly isOptional?: boolean }) {
  return (
    <div class={messageFor(props) ? 'q bad' : 'q'}>
      <fieldset aria-describedby={describedBy(props)}>
        <legend>{props.label}</legend>
        <Notes {...props} />
        {props.choices.map(([value, label], index) => (
          <label class="r">
            <input
              type="radio"
              name={props.id}
              value={value}
              id={index === 0 ? props.id : undefined}
              required={index === 0 && !props.isOptional}
              checked={firstOf(props.fields, props.id) === value}
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
    </div>
  )
}

/** Any of a few; the first carries the field's id, so that a link to the field lands on it. */
export function Tick(props: FieldProps & { readonly choices: Choices }) {
  return (
    <div class={messageFor(props) ? 'q bad' : 'q'}>
      <fieldset aria-describedby={describedBy(props)}>
        <legend>{props.label}</legend>
        <Notes {...props} />
        {props.choices.map(([value, label], index) => (
          <label class="r">
            <input
              type="checkbox"
              name={props.id}
              value={value}
              id={index === 0 ? props.id : undefined}
              checked={props.fields.get(props.id)?.includes(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
    </div>
  )
}
