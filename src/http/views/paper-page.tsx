// The whole page of a blank form to print: what it is and where it goes, its sections, and the privacy notice.

import type { Form } from '../../core/form/form.ts'
import { showDate } from '../../core/kernel/date.ts'
import { showMoment } from '../../core/kernel/moment.ts'
import { formPath, networkPath, printPath } from '../../core/kernel/paths.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { closingOf, type RoundState } from '../../core/round/times.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { Round } from '../../db/round/read.ts'
import { Page } from './layout.tsx'
import { Sheets } from './paper.tsx'
import { Paragraphs, Terms } from './terms.tsx'

export interface PaperPageProps {
  readonly round: Round
  readonly form: Form
  readonly locale: Locale
  readonly state: RoundState
  /** Where people reach the Worker, since paper cannot be followed and addresses are typed from it. */
  readonly publicUrl: string
}

/** Where the answers go, and until when. */
function sending({ round, locale, state, publicUrl }: PaperPageProps): readonly string[] {
  const { page, paper } = wordsFor(locale)
  const moment = (at: number) => showMoment(at, round.network.timeZone, locale)
  const address = publicUrl + formPath(round.slug, locale)
  const closing = closingOf(round)
  if (state === 'closed' && closing !== null) return [page.closed.text(moment(closing))]
  const line = closing === null ? paper.sheet(address) : paper.sheetUntil(address, moment(closing))
  return state === 'early' ? [line, page.opens(moment(round.opensAt))] : [line]
}

function Head(props: PaperPageProps) {
  const { round, form, locale } = props
  const { page, paper } = wordsFor(locale)
  const title = round.title[locale]
  const { referenceFrom, referenceTo } = round
  return (
    <>
      <p>
        <b>{round.network.name[locale]}</b>
      </p>
      <h1>{title}</h1>
      {form.title[locale] === title ? null : <p>{form.title[locale]}</p>}
      <p class="screen">{paper.howTo}</p>
      <p class="screen">
        <a class="go" href={formPath(round.slug, locale)}>
          {paper.back}
        </a>
      </p>
      <div class="box">
        {sending(props).map((line) => (
          <p>{line}</p>
        ))}
      </div>
      <Paragraphs text={form.intro[locale]} />
      {referenceFrom && referenceTo ? (
        <p>{page.period(showDate(referenceFrom, locale), showDate(referenceTo, locale))}</p>
      ) : null}
      <p>{page.required}</p>
      <p class="l">{paper.reference}</p>
      <div class="line" />
    </>
  )
}

/** The page of a blank form to print. */
export function PaperPage(props: PaperPageProps) {
  const { round, form, locale } = props
  const { page, paper } = wordsFor(locale)
  const title = round.title[locale]
  return (
    <Page
      locale={locale}
      title={paper.title(title)}
      inLanguage={(other) => printPath(round.slug, other)}
      home={{ name: round.network.name[locale], path: networkPath(round.network.slug, locale) }}
      look="paper"
      isPractice={round.practice}
    >
      <Head {...props} />
      <Sheets form={form} title={title} locale={locale} />
      <section>
        <p class="part">{title}</p>
        <h2>{page.privacy}</h2>
        <Terms text={form.notice[locale]} />
        <p>{page.home.contact(round.network.replyTo)}</p>
        {form.instrument ? (
          <>
            <h2>{page.aboutInstrument}</h2>
            <p>{form.instrument.attribution[locale]}</p>
          </>
        ) : null}
      </section>
    </Page>
  )
}
