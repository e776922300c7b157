// Pages with a heading and a few words: home, closed rounds, errors.
import type { Child } from 'hono/jsx'
import type { Theme } from '../../core/kernel/colours.ts'
import { showMoment } from '../../core/kernel/moment.ts'
import { formPath, homePath, networkPath, signInPath } from '../../core/kernel/paths.ts'
import type { Locale, Text } from '../../core/kernel/text.ts'
import { closingOf } from '../../core/round/times.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { NetworkName } from '../../db/network/read.ts'
import type { Round } from '../../db/round/read.ts'
import { Anchor } from './anchor.tsx'
import type { FramedPage } from './framed.tsx'
import { Page } from './layout.tsx'
import { LogoPicture } from './logo.tsx'
import type { Look } from './look.ts'
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

const ON_TOP = { width: 320, height: 120 }

/** What the page of a network carries: only with a picture of its own does it ask for one. */
export const networkLook = ({ logo }: NetworkName): Look => (logo ? 'network' : 'common')

/** What the network says about data, a paragraph for each that was written, and whom to ask. */
function Privacy({ network, locale }: { readonly network: NetworkName; readonly locale: Locale }) {
  const { privacyNotice, privacyContact } = network
  const words = wordsFor(locale).privacy
  if (privacyNotice === null && privacyContact === null) return null
  return (
    <>
      <h2>{words.title}</h2>
      {privacyNotice?.[locale].split(/\n+/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      {privacyContact === null ? null : <p>{words.contact(privacyContact)}</p>}
    </>
  )
}

/** The way in for those who look after a network, quiet because nobody else needs one. */
const StaffLink = ({ locale }: { readonly locale: Locale }) => (
  <a href={signInPath(locale)}>{wordsFor(locale).page.home.staff}</a>
)

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
      look={networkLook(network)}
      beside={<StaffLink locale={locale} />}
    >
      {network.logo ? (
        <p>
          <LogoPicture network={network} box={ON_TOP} locale={locale} />
        </p>
      ) : null}
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
      <Privacy network={network} locale={locale} />
    </Page>
  )
}

/** The front page of a deployment with several networks, or none yet. */
export function NetworksPage({ networks, locale }: { networks: readonly NetworkName[]; locale: Locale }) {
  const words = wordsFor(locale).page.home
  return (
    <Page locale={locale} title={words.networks} inLanguage={homePath} beside={<StaffLink locale={locale} />}>
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
  /** Whether it speaks of a round for practice. */
  readonly isPractice?: boolean
  readonly framed?: FramedPage | null
  readonly children: Child
}

/** A page that says one thing. */
export function MessagePage(props: MessagePageProps) {
  const {
    locale,
    title,
    inLanguage = null,
    home,
    theme,
    share,
    isPractice = false,
    framed = null,
    children,
  } = props
  return (
    <Page
      locale={locale}
      title={title}
      inLanguage={inLanguage}
      theme={theme}
      share={share}
      isPractice={isPractice}
      framed={framed}
      {...(home ? { home } : {})}
    >
      <h1>{title}</h1>
      {children}
      <p>
        <Anchor class="go" href={home?.path ?? homePath(locale)}>
          {wordsFor(locale).page.toHome}
        </Anchor>
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
