// The sections of a form: a list that leads to them, ways to the next and the previous one, and the words for the script.
// Without script they stand below one another; with it, one is shown at a time (src/client/form.ts).
import type { Child } from 'hono/jsx'
import type { Form } from '../../core/form/form.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { wordsFor } from '../../core/words/index.ts'

/** A section as links lead to it: `id` is that of its heading. */
export interface Stop {
  readonly id: string
  readonly title: string
}

// No id of a question holds a hyphen, so none of these is one.
const stopId = (section: string) => `${section}-s`
const LAST = 'form-end'
const CONTENTS = 'form-contents'

/** The sections of a form in page order; the last one holds what is read before sending, and the button. */
export function stopsOf(form: Form, canSend: boolean, locale: Locale): readonly Stop[] {
  const words = wordsFor(locale).sections
  const sections = Object.entries(form.sections).map(([section, { title }]) => ({
    id: stopId(section),
    title: title[locale],
  }))
  return [...sections, { id: LAST, title: canSend ? words.sending : words.closing }]
}

/** The list of sections, where one stands among them, and the place where changes are told (WCAG 2.2 SC 4.1.3). */
export function Contents({ stops, locale }: { stops: readonly Stop[]; locale: Locale }) {
  const words = wordsFor(locale).sections
  return (
    <>
      <nav aria-labelledby={CONTENTS}>
        <p class="l" id={CONTENTS} tabindex={-1}>
          {words.contents}
        </p>
        <ol>
          {stops.map(({ id, title }) => (
            <li>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      <div class="at" />
      <div
        class="sr"
        role="status"
        data-at={words.at('{0}', '{1}', '{2}')}
        data-answered={words.answered('{0}', '{1}')}
        data-left={words.left('{0}', '{1}')}
        data-complete={words.complete('{0}')}
        data-again={words.again('{0}')}
        data-appeared={words.appeared('{0}')}
      />
    </>
  )
}

interface SectionProps {
  readonly stops: readonly Stop[]
  /** Which of them this is, from 0. */
  readonly at: number
  readonly locale: Locale
  readonly children: Child
}

/** One section under its heading, with the ways on that only the script shows. */
export function SectionFrame({ stops, at, locale, children }: SectionProps) {
  const words = wordsFor(locale).sections
  const [stop, previous, next] = [stops[at], stops[at - 1], stops[at + 1]]
  return (
    <section aria-labelledby={stop?.id}>
      <h2 id={stop?.id} tabindex={-1}>
        {stop?.title}
      </h2>
      {children}
      <p class="ways">
        {next ? (
          <a class="go next" href={`#${next.id}`}>
            {words.next(next.title)}
          </a>
        ) : null}
        {previous ? (
          <a class="go" href={`#${previous.id}`}>
            {words.previous(previous.title)}
          </a>
        ) : null}
        <a class="go" href={`#${CONTENTS}`}>
          {words.contents}
        </a>
      </p>
    </section>
  )
}
