// The poster of a round: one sheet of A4 to print, with its code, its address and its moments.
import { showMoment } from '../../core/kernel/moment.ts'
import { networkPath, roundPartPath } from '../../core/kernel/paths.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { closingOf, stateOf } from '../../core/round/times.ts'
import { wordsFor } from '../../core/words/index.ts'
import { Page } from './layout.tsx'
import { LogoPicture } from './logo.tsx'
import { QrCode, type ShareProps } from './round-share.tsx'

const ON_POSTER = { width: 320, height: 80 }

/** The moments that matter to whoever stands before the poster. */
function momentsOf({ scope, round, shared, now }: ShareProps): readonly string[] {
  const { poster: words } = wordsFor(shared).coordinator.shareRound
  const moment = (at: number) => showMoment(at, scope.network.timeZone, shared)
  const closing = closingOf(round)
  return [
    ...(stateOf(round, now) === 'early' ? [words.opens(moment(round.opensAt))] : []),
    ...(closing === null
      ? []
      : [closing <= now ? words.closed(moment(closing)) : words.closes(moment(closing))]),
  ]
}

/** The poster: one sheet of A4 in the language of the form. */
export function PosterPage(props: ShareProps & { readonly replyTo: string }) {
  const { scope, round, shared, address, squares, replyTo } = props
  const { network } = scope
  const { coordinator } = wordsFor(shared)
  const { poster: words, qr } = coordinator.shareRound
  const path = (part: 'poster' | 'share', locale: Locale) =>
    `${roundPartPath(network.slug, round.id, part)}?lang=${locale}`
  const title = round.title[shared]
  return (
    <Page
      locale={shared}
      title={words.title(title)}
      inLanguage={(other) => path('poster', other)}
      home={{ name: network.name[shared], path: networkPath(network.slug, shared) }}
      look="poster"
      footer={coordinator.footer}
      isPractice={round.practice}
    >
      <h1>{words.title(title)}</h1>
      <div class="screen">
        <p>{words.print}</p>
        <p>
          <a class="go" href={path('share', shared)}>
            {words.back}
          </a>
        </p>
      </div>
      <div class="sheet">
        <LogoPicture network={network} box={ON_POSTER} locale={shared} />
        <h2>{title}</h2>
        <p class="of">{network.name[shared]}</p>
        <QrCode squares={squares} label={qr.alt(address)} />
        <p class="at">{address.replace(/^https?:\/\//, '')}</p>
        <p>{words.how}</p>
        {momentsOf(props).map((moment) => (
          <p class="when">{moment}</p>
        ))}
        <p>{words.contact(replyTo)}</p>
      </div>
    </Page>
  )
}
