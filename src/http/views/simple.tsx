// Pages with a heading and a few words: home, closed rounds, errors.
import type { Child } from 'hono/jsx'
import type { Theme } from '../../core/colours.ts'
import { showMoment } from '../../core/moment.ts'
import { formPath, homePath, networkPath } from '../../core/paths.ts'
import { closingOf } from '../../core/round.ts'
import type { Locale, Text } from '../../core/text.ts'
import { wordsFor } from '../../core/words/words.ts'
import type { NetworkName } from '../../db/read/network.ts'
import type { Round } from '../../db/read/round.ts'
import { Page } from './layout.tsx'
import type { Share } from './share.tsx'

function Closing({ round, closes }: { round: Round; closes: (closing: number) => string }) {
  const closing = closingOf(round)
  return closing === null ? null : <p>{closes(closing)}</p>
}

/** An open round, and the title of its form where that is known. */
export interface ListedRound {
  readonly round: Round
  readonly about: Text | null
}

/** The front page of one network: its name and what is open. */
export function NetworkPage({
  network,
  rounds,
  share,
  locale,
}: {
  network: NetworkName
  rounds: readonly ListedRound[]
  share: Share
  locale: Locale
}) {
  const words = wordsFor(locale).page
  const closes = (closing: number) => words.closes(showMoment(closing, network.timeZone, locale))
  return (
    <Page
      locale={locale}
      title={network.name[locale]}
      inLanguage={(other) => networkPath(network.slug, other)}
      share={share}
    >
      <h1>{network.name[locale]}</h1>
      <h2>{words.home.rounds}</h2>
      {rounds.length === 0 ? <p>{words.home.none}</p> : null}
      <ul class="list">
        {rounds.map(({ round, about }) => (
          <li>
            <a class="go" href={formPath(round.slug, locale)}>
              {round.title[locale]}
            </a>
            {about === null || about[locale] === round.title[locale] ? null : <p>{about[locale]}</p>}
            <Closing round={round} closes={closes} />
          </li>
        ))}
      </ul>
      <p>{words.home.contact(network.replyTo)}</p>
    </Page>
  )
}

/** The front page of a deployment with several networks, or none yet. */
export function NetworksPage({ networks, locale }: { networks: readonly NetworkName[]; locale: Locale }) {
  const words = wordsFor(locale).page.home
  return (
    <Page locale={locale} title={words.networks} inLanguage={homePath}>
      <h1>{words.networks}</h1>
      <ul class="list">
        {networks.map(({ slug, name }) => (
          <li>
            <a class="go" href={networkPath(slug, locale)}>
              {name[locale]}
            </a>
          </li>
        ))}
      </ul>
    </Page>
  )
}

export interface MessagePageProps {
  readonly locale: Locale
  readonly title: string
  readonly inLanguage?: ((locale: Locale) => string) | null
  readonly home?: { readonly name: string; readonly path: string }
  /** The colours of the form it speaks of. */
  readonly theme?: Theme | undefined
  readonly share?: Share
  readonly children: Child
}

/** A page that says one thing. */
export function MessagePage(props: MessagePageProps) {
  const { locale, title, inLanguage = null, home, theme, share, children } = props
  return (
    <Page
      locale={locale}
      title={title}
      inLanguage={inLanguage}
      theme={theme}
      share={share}
      {...(home ? { home } : {})}
    >
      <h1>{title}</h1>
      {children}
      <p>
        <a class="go" href={home?.path ?? homePath(locale)}>
          {wordsFor(locale).page.toHome}
        </a>
      </p>
    </Page>
  )
}

/** What a round says that takes no answers now. */
export function RoundState({
  round,
  state,
  locale,
}: {
  round: Round
  state: 'early' | 'closed'
  locale: Locale
}) {
  const words = wordsFor(locale).page
  const { timeZone, replyTo } = round.network
  const moment = (at: number) => showMoment(at, timeZone, locale)
  if (state === 'early') return <p>{words.early.text(moment(round.opensAt))}</p>
  const closing = closingOf(round)
  return (
    <>
      {closing === null ? null : <p>{words.closed.text(moment(closing))}</p>}
      {round.closingText ? <p>{round.closingText[locale]}</p> : null}
      <p>{words.closed.contact(replyTo)}</p>
    </>
  )
}
