// The page that shares a round: its link, its QR code, a text for WhatsApp, the code for other pages.

import { showMoment } from '../../core/kernel/moment.ts'
import { formPath, qrPath, roundPartPath, roundPath } from '../../core/kernel/paths.ts'
import { LOCALES, type Locale } from '../../core/kernel/text.ts'
import { closingOf, stateOf } from '../../core/round/times.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { Seeing } from '../../db/organisation/read.ts'
import type { StoredRound } from '../../db/round/staff.read.ts'
import { pathOf, type Squares } from '../../documents/qr.ts'
import { CoordinatorPage } from './coordinator.tsx'
import type { RoundsProps } from './rounds.tsx'

export interface ShareProps extends RoundsProps {
  readonly round: StoredRound
  /** The language of the form that is shared, and the whole address of the form in it. */
  readonly shared: Locale
  readonly address: string
  readonly squares: Squares
}

/** The address of a round's form in a language. */
export const addressOf = (publicUrl: string, { slug }: StoredRound, locale: Locale): string =>
  publicUrl + formPath(slug, locale)

/** The code, black on white in the dark as well, as cameras want it. */
export function QrCode({ squares, label }: { readonly squares: Squares; readonly label: string }) {
  const side = squares.length
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path d={pathOf(squares)} />
    </svg>
  )
}

/** How a round is written of in WhatsApp, in the language of its form. */
export function whatsappText(
  scope: Seeing,
  round: StoredRound,
  { shared, address, now }: Pick<ShareProps, 'shared' | 'address' | 'now'>,
): string {
  const { coordinator, practice } = wordsFor(shared)
  const words = coordinator.shareRound.whatsapp
  const network = scope.network.name[shared]
  const title = round.practice ? practice.titled(round.title[shared]) : round.title[shared]
  const closing = closingOf(round)
  const text =
    closing === null || closing <= now
      ? words.text(network, title, address)
      : words.textUntil(network, title, showMoment(closing, scope.network.timeZone, shared), address)
  return `${text}\n\n${words.tail}`
}

/**
 * The code that puts a form into another page: the frame, the way out for whoever sees no frame (HTML §4.8.5), and the
 * script that lets the frame grow, without which it scrolls.
 */
export function embedCode({
  round,
  shared,
  address,
}: Pick<ShareProps, 'round' | 'shared' | 'address'>): string {
  const words = wordsFor(shared).coordinator.shareRound.embed
  const escaped = (text: string) =>
    text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  const frame = new URL(address)
  frame.searchParams.set('embed', '1')
  return [
    `<iframe src="${escaped(frame.href)}" title="${escaped(words.frame(round.title[shared]))}"`,
    '  loading="lazy" width="100%" height="720" style="border:0"',
    '  referrerpolicy="strict-origin-when-cross-origin"></iframe>',
    `<p><a href="${escaped(address)}">${escaped(words.wayOut)}</a></p>`,
    `<script async src="${escaped(frame.origin)}/embed/v1.js"></script>`,
  ].join('\n')
}

const wordsOf = ({ scope }: RoundsProps) => wordsFor(scope.person.locale).coordinator.shareRound

function Language(props: ShareProps) {
  const { scope, round, shared } = props
  const { language: words } = wordsOf(props)
  const path = roundPartPath(scope.network.slug, round.id, 'share')
  return (
    <>
      <p>{words.now[shared]}</p>
      {LOCALES.filter((other) => other !== shared).map((other) => (
        <p>
          <a class="go" href={`${path}?lang=${other}`}>
            {words.other[other]}
          </a>
        </p>
      ))}
    </>
  )
}

function LinkPart(props: ShareProps) {
  const { address } = props
  const { link: words } = wordsOf(props)
  return (
    <>
      <h2>{words.title}</h2>
      <div class="q">
        <label class="l" for="address">
          {words.label}
        </label>
        <input id="address" class="code" value={address} readonly />
      </div>
      <p>
        <a class="go" href={address}>
          {words.open}
        </a>
      </p>
    </>
  )
}

function QrPart(props: ShareProps) {
  const { scope, round, shared, address, squares } = props
  const { qr: words } = wordsOf(props)
  const { slug } = scope.network
  const poster = `${roundPartPath(slug, round.id, 'poster')}?lang=${shared}`
  return (
    <>
      <h2>{words.title}</h2>
      <p>
        <QrCode squares={squares} label={words.alt(address)} />
      </p>
      <p>{words.text}</p>
      <p>
        <a class="go" href={qrPath(slug, round.id, 'png', shared)} download={`${round.slug}.png`}>
          {words.png}
        </a>
        <a class="go" href={qrPath(slug, round.id, 'svg', shared)} download={`${round.slug}.svg`}>
          {words.svg}
        </a>
        <a class="go" href={poster}>
          {words.poster}
        </a>
      </p>
    </>
  )
}

/** The field of the text for WhatsApp. */
export const TEXT_FIELD = 'text'

function WhatsappPart(props: ShareProps) {
  const { scope, round, shared } = props
  const { whatsapp: words } = wordsOf(props)
  return (
    <>
      <h2>{words.title}</h2>
      <form
        method="post"
        action={roundPartPath(scope.network.slug, round.id, 'share')}
        target="_blank"
        rel="noopener"
      >
        <div class="q">
          <label class="l" for={TEXT_FIELD}>
            {words.label}
          </label>
          <p class="h" id="text-h">
            {words.hint}
          </p>
          <textarea id={TEXT_FIELD} name={TEXT_FIELD} rows={7} lang={shared} aria-describedby="text-h">
            {/* The first line end after the tag belongs to the markup (HTML §13.1.2.5). */}
            {`\n${whatsappText(scope, round, props)}`}
          </textarea>
        </div>
        <button type="submit">{words.button}</button>
      </form>
    </>
  )
}

function EmbedPart(props: ShareProps) {
  const { scope, round, shared } = props
  const { embed: words } = wordsOf(props)
  const { slug } = scope.network
  const title = words.frame(round.title[shared])
  const path = formPath(round.slug, shared)
  const change = (
    <p>
      <a class="go" href={`${roundPartPath(slug, round.id, 'edit')}#framing`}>
        {words.change}
      </a>
    </p>
  )
  if (round.framing === 'nobody')
    return (
      <>
        <h2>{words.title}</h2>
        <p>{words.nobody}</p>
        {change}
      </>
    )
  return (
    <>
      <h2>{words.title}</h2>
      {round.framing === 'listed' ? <p>{words.listed((round.frameOrigins ?? []).join(', '))}</p> : null}
      {change}
      <div class="q">
        <label class="l" for="embed">
          {words.label}
        </label>
        <p class="h" id="embed-h">
          {words.hint}
        </p>
        <textarea id="embed" class="code" rows={7} readonly aria-describedby="embed-h">
          {`\n${embedCode(props)}`}
        </textarea>
      </div>
      <h3>{words.preview}</h3>
      <iframe
        src={`${path}${path.includes('?') ? '&' : '?'}embed=1`}
        title={title}
        loading="lazy"
        height={720}
      />
    </>
  )
}

/** Everything by which a round is shared. */
export function ShareRoundPage(props: ShareProps) {
  const { self, scope, round, now } = props
  const { network, person } = scope
  const { coordinator, practice } = wordsFor(person.locale)
  const { shareRound: words, rounds } = coordinator
  const title = round.title[person.locale]
  const state = stateOf(round, now)
  return (
    <CoordinatorPage
      self={self}
      network={network}
      path={roundPartPath(network.slug, round.id, 'share')}
      title={words.title(title)}
      look="sharing"
    >
      {state === 'early' ? (
        <p class="box">{words.early(showMoment(round.opensAt, network.timeZone, person.locale))}</p>
      ) : null}
      {state === 'closed' ? <p class="box">{words.closed}</p> : null}
      {round.practice ? (
        <p class="box">
          <b>{practice.mark}</b> {practice.text}
        </p>
      ) : null}
      <Language {...props} />
      <LinkPart {...props} />
      <QrPart {...props} />
      <WhatsappPart {...props} />
      <EmbedPart {...props} />
      <p>
        <a class="go" href={roundPath(network.slug, round.id)}>
          {rounds.toOne(title)}
        </a>
      </p>
    </CoordinatorPage>
  )
}
