// The fields of the settings' forms, each with its hint and its message, and what is wrong above all of them.
import type { Child } from 'hono/jsx'
import { type Fields, firstOf } from '../../core/form/fields.ts'
import { readDate } from '../../core/kernel/date.ts'
import { LOCALES, type Locale } from '../../core/kernel/text.ts'
import { FIELD_OF, type SettingsProblem } from '../../core/network/settings.ts'
import { wordsFor } from '../../core/words/index.ts'

/** What a form is filled in with, and what is wrong with it. */
export interface Filled {
  readonly fields: Fields
  readonly problems: readonly SettingsProblem[]
  readonly locale: Locale
}

function messageFor(field: string, { problems, locale }: Filled): string | null {
  const problem = problems.find((one) => FIELD_OF[one] === field)
  return problem ? wordsFor(locale).coordinator.settings.issues[problem] : null
}

/** What is wrong, each leading to its field. */
export function Problems({ problems, locale }: Filled) {
  const words = wordsFor(locale).coordinator.settings
  return problems.length === 0 ? null : (
    // The focus comes here first, without any script (WCAG 2.2 SC 3.3.1).
    <div class="box bad" role="alert" tabindex={-1} autofocus>
      <h2>{words.errors}</h2>
      <ul>
        {problems.map((problem) => (
          <li>
            <a href={`#${FIELD_OF[problem]}`}>{words.issues[problem]}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface FieldProps extends Filled {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
}

/** What a field's control says of itself: where its hint and its message are, and whether it is wrong. */
const described = ({ id, hint }: FieldProps, message: string | null) => ({
  'aria-describedby':
    [hint ? `${id}-h` : '', message ? `${id}-e` : ''].filter(Boolean).join(' ') || undefined,
  'aria-invalid': message ? 'true' : undefined,
})

function About({ id, hint, message }: { id: string; hint: string | undefined; message: string | null }) {
  return (
    <>
      {hint ? (
        <p class="h" id={`${id}-h`}>
          {hint}
        </p>
      ) : null}
      {message ? (
        <p class="e" id={`${id}-e`}>
          {message}
        </p>
      ) : null}
    </>
  )
}

/** A control with its label above it. */
function Labelled(props: FieldProps & { readonly children: Child }) {
  const { id, label, hint, children } = props
  const message = messageFor(id, props)
  return (
    <div class={message ? 'q bad' : 'q'}>
      <label class="l" for={id}>
        {label}
      </label>
      <About {...{ id, hint, message }} />
      {children}
    </div>
  )
}

interface LineProps extends FieldProps {
  readonly type?: 'email' | 'date'
  readonly inputmode?: 'numeric'
  /** The language of what is written. */
  readonly lang?: Locale
  readonly isOptional?: boolean
}

/** One line to write in. */
export function Line(props: LineProps) {
  const { id, type, inputmode, lang, isOptional = false, fields } = props
  const typed = firstOf(fields, id)
  // A date field drops what it cannot read; then a text field keeps it, so that it can be mended.
  const isKept = type === 'date' && typed !== '' && readDate(typed) !== typed
  return (
    <Labelled {...props}>
      <input
        type={isKept ? undefined : type}
        name={id}
        id={id}
        value={typed}
        lang={lang}
        inputmode={inputmode}
        required={!isOptional}
        autocomplete="off"
        {...described(props, messageFor(id, props))}
      />
    </Labelled>
  )
}

/** Several lines to write in. */
export function Area(props: FieldProps & { readonly rows: number; readonly lang?: Locale }) {
  const { id, rows, lang, fields } = props
  return (
    <Labelled {...props}>
      <textarea name={id} id={id} rows={rows} lang={lang} {...described(props, messageFor(id, props))}>
        {/* The parser drops the first line end (HTML §13.1.2.5). */}
        {`\n${firstOf(fields, id)}`}
      </textarea>
    </Labelled>
  )
}

/** A picture to choose. */
export function FileChoice(props: FieldProps & { readonly accept: string }) {
  const { id, accept } = props
  return (
    <Labelled {...props}>
      <input type="file" name={id} id={id} accept={accept} {...described(props, messageFor(id, props))} />
    </Labelled>
  )
}

type Choice = readonly [value: string, label: string]

/** Several to tick or one to choose; the first carries the field's id, so that a link to the field lands on it. */
export function Choices(
  props: FieldProps & { readonly type: 'radio' | 'checkbox'; readonly choices: readonly Choice[] },
) {
  const { id, type, label, hint, choices, fields } = props
  const message = messageFor(id, props)
  return (
    <div class={message ? 'q bad' : 'q'}>
      <fieldset aria-describedby={described(props, message)['aria-describedby']}>
        <legend>{label}</legend>
        <About {...{ id, hint, message }} />
        {choices.map(([value, text], index) => (
          <label class="r">
            <input
              type={type}
              name={id}
              value={value}
              id={index === 0 ? id : undefined}
              checked={fields.get(id)?.includes(value)}
            />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
    </div>
  )
}

type BothProps = Filled & {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
}

const labelIn = ({ label, locale }: BothProps, of: Locale): string =>
  `${label} ${wordsFor(locale).coordinator.settings.in[of]}`

/** One line in each language. */
export const LinesInBoth = (props: BothProps) => (
  <>
    {LOCALES.map((of) => (
      <Line {...props} id={`${props.name}_${of}`} label={labelIn(props, of)} lang={of} />
    ))}
  </>
)

/** Several lines in each language. */
export const AreasInBoth = (props: BothProps & { readonly rows: number }) => (
  <>
    {LOCALES.map((of) => (
      <Area {...props} id={`${props.name}_${of}`} label={labelIn(props, of)} lang={of} />
    ))}
  </>
)
