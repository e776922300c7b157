// The blank form on paper, for a meeting without signal: everything that is asked, with room to write and boxes to tick.
import type { Form } from '../../core/form/form.ts'
import { conditionFor } from '../../core/form/message.ts'
import type { Choices, LevelQuestion, Question } from '../../core/form/question.ts'
import { questionsIn } from '../../core/form/show.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { wordsFor } from '../../core/words/index.ts'
import { Paragraphs } from './terms.tsx'

interface PaperQuestionProps {
  readonly form: Form
  readonly question: Question
  readonly locale: Locale
}

// A longer list, such as that of all districts, would fill a page: people write what they would pick.
const MOST_BOXES = 12
// More than these stand in two columns.
const COLUMN = 6
const EVIDENCE_LINES = 3
const LONG_TEXT_LINES = 6
// Two hundred characters of handwriting fill about two lines.
const LONGEST_LINE = 200
// Half a line is enough for these, so two stand side by side.
const SHORT: readonly Question['kind'][] = ['number', 'date', 'phone']

/** Empty ruled lines to write on. */
const Lines = ({ count }: { readonly count: number }) =>
  Array.from({ length: count }, () => <div class="line" />)

const Boxes = ({ choices, locale }: { readonly choices: Choices; readonly locale: Locale }) => (
  <ul class={Object.keys(choices).length > COLUMN ? 'ticks columns' : 'ticks'}>
    {Object.values(choices).map((text) => (
      <li>{text[locale]}</li>
    ))}
  </ul>
)

function Levels({ form, question, locale }: PaperQuestionProps & { readonly question: LevelQuestion }) {
  const { page: words } = wordsFor(locale)
  const lowest = form.instrument?.scale.min ?? 1
  return (
    <>
      <ul class="ticks">
        {question.levels.map(({ description }, index) => (
          <li>
            <span>
              <b>{words.level(String(lowest + index))}.</b> {description[locale]}
            </span>
          </li>
        ))}
      </ul>
      <p class="l">
        {words.evidence} <span class="n">{words.optional}</span>
      </p>
      <p class="h">{words.evidenceExamples(question.evidence[locale].join('; '), String(lowest + 1))}</p>
      <Lines count={EVIDENCE_LINES} />
    </>
  )
}

/** Where the answer goes. */
function Room(props: PaperQuestionProps) {
  const { question, locale } = props
  switch (question.kind) {
    case 'level':
      return <Levels {...props} question={question} />
    case 'choice':
    case 'choices':
      return <Boxes choices={question.choices} locale={locale} />
    case 'select': {
      const { choices } = question
      const isShort = typeof choices === 'object' && Object.keys(choices).length <= MOST_BOXES
      return isShort ? <Boxes choices={choices} locale={locale} /> : <Lines count={1} />
    }
    case 'longText':
      return <Lines count={LONG_TEXT_LINES} />
    case 'text':
      return <Lines count={(question.max ?? LONGEST_LINE) > LONGEST_LINE ? 2 : 1} />
    default:
      return <Lines count={1} />
  }
}

/** What paper cannot enforce, in words: how many boxes to tick, how to write a date. */
function howTo({ kind }: Question, locale: Locale): string | null {
  const words = wordsFor(locale).paper
  if (kind === 'level' || kind === 'choice') return words.one
  if (kind === 'choices') return words.several
  return kind === 'date' ? words.date : null
}

function PaperQuestion(props: PaperQuestionProps) {
  const { form, question, locale } = props
  const hint = [question.hint?.[locale], conditionFor(form, question, locale)].filter(Boolean).join(' ')
  const notes = [question.required ? null : wordsFor(locale).page.optional, howTo(question, locale)]
  if (question.kind === 'consent') {
    return (
      <div class="q">
        <ul class="ticks">
          <li>{question.label[locale]}</li>
        </ul>
        {hint ? <p class="h">{hint}</p> : null}
      </div>
    )
  }
  return (
    <div class={SHORT.includes(question.kind) ? 'q half' : 'q'}>
      <h3 class="l">
        {question.kind === 'level' && question.name ? <span class="k">{question.name[locale]}</span> : null}{' '}
        {question.label[locale]} <span class="n">{notes.filter(Boolean).join(' ')}</span>
      </h3>
      {hint ? <p class="h">{hint}</p> : null}
      <Room {...props} />
    </div>
  )
}

interface SheetsProps {
  readonly form: Form
  /** What stands above every section, since sheets come apart. */
  readonly title: string
  readonly locale: Locale
}

/** Whether a section asks for levels, which are read and agreed on together: they fill a sheet of their own. */
const fillsSheet = (form: Form, section: string): boolean =>
  questionsIn(form, section).some(([, { kind }]) => kind === 'level')

/** The sections of a form, below one another; a domain of an instrument begins a new sheet. */
export function Sheets({ form, title, locale }: SheetsProps) {
  const words = wordsFor(locale).paper
  const sections = Object.entries(form.sections)
  return sections.map(([id, section], index) => (
    <section class={fillsSheet(form, id) ? 'sheet' : undefined}>
      <p class="part">{words.part(title, String(index + 1), String(sections.length))}</p>
      <h2>{section.title[locale]}</h2>
      {section.intro ? <Paragraphs text={section.intro[locale]} /> : null}
      {questionsIn(form, id).map(([, question]) => (
        <PaperQuestion form={form} question={question} locale={locale} />
      ))}
    </section>
  ))
}
