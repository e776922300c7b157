// Rounds as those who look after a network see them: the list, and one with everything that is set.
import type { Child } from 'hono/jsx'
import { showDate } from '../../core/kernel/date.ts'
import { showMoment } from '../../core/kernel/moment.ts'
import { formPath, newRoundPath, roundPartPath, roundPath, roundsPath } from '../../core/kernel/paths.ts'
import { coordinatesAll, type Self } from '../../core/kernel/scope.ts'
import { LOCALES, type Text } from '../../core/kernel/text.ts'
import type { RoleName } from '../../core/network/registry.ts'
import { closingOf, stateOf } from '../../core/round/times.ts'
import { type Words, wordsFor } from '../../core/words/index.ts'
import type { Seeing } from '../../db/organisation/read.ts'
import type { StoredRound } from '../../db/round/staff.read.ts'
import { CoordinatorPage } from './coordinator.tsx'
import { roleIn } from './organisations.tsx'
import { Said } from './pager.tsx'

/** What a page about rounds is made from; `now` in ms UTC. */
export interface RoundsProps {
  readonly self: Self
  readonly scope: Seeing
  readonly now: number
}

/** What has just been done, as the next page says it. */
export type RoundDone = keyof Words['coordinator']['rounds']['done']

/** Whether a round takes answers, since when or until when. */
export function stateInWords(round: StoredRound, { scope, now }: RoundsProps): string {
  const { network, person } = scope
  const words = wordsFor(person.locale).coordinator.rounds.state
  const moment = (at: number) => showMoment(at, network.timeZone, person.locale)
  const closing = closingOf(round)
  const state = stateOf(round, now)
  if (state === 'early') return words.early(moment(round.opensAt))
  if (closing === null) return words.open
  return state === 'open' ? words.openUntil(moment(closing)) : words.closed(moment(closing))
}

function Item(props: RoundsProps & { readonly round: StoredRound }) {
  const { scope, round } = props
  const { network, person } = scope
  const words = wordsFor(person.locale).coordinator.rounds
  return (
    <li>
      <a class="go" href={roundPath(network.slug, round.id)}>
        {round.title[person.locale]}
      </a>
      <p>{stateInWords(round, props)}</p>
      {round.practice ? <p>{words.practiceShort}</p> : null}
    </li>
  )
}

/** The list of rounds, the one that opens last first. */
export function RoundsPage(
  props: RoundsProps & { readonly rounds: readonly StoredRound[]; readonly done: RoundDone | null },
) {
  const { self, scope, rounds, done } = props
  const { network, person } = scope
  const words = wordsFor(person.locale).coordinator.rounds
  const opens = coordinatesAll(scope)
  return (
    <CoordinatorPage self={self} network={network} path={roundsPath(network.slug)} title={words.title}>
      <Said text={done && words.done[done]} />
      <p>{words.intro}</p>
      {opens ? (
        <p>
          <a class="go" href={newRoundPath(network.slug)}>
            {words.new}
          </a>
        </p>
      ) : (
        <p>{words.onlyAll}</p>
      )}
      {rounds.length === 0 ? (
        <p>
          {words.none} {opens ? words.noneNext : words.noneSeen}
        </p>
      ) : (
        <ul class="list">
          {rounds.map((round) => (
            <Item {...props} round={round} />
          ))}
        </ul>
      )}
    </CoordinatorPage>
  )
}

interface RoundProps extends RoundsProps {
  readonly round: StoredRound
  /** What the form is called, or null where this version is not known any more. */
  readonly formTitle: Text | null
  readonly roleNames: readonly RoleName[]
  readonly accepted: number
  /** The round that it was copied from, where that is still there. */
  readonly copied: StoredRound | null
  readonly publicUrl: string
  readonly done: RoundDone | null
}

/** A text in both languages, each said to be in its own. */
const Both = ({ text }: { readonly text: Text }) => (
  <>
    {LOCALES.map((locale) => (
      <p lang={locale}>{text[locale]}</p>
    ))}
  </>
)

/** When it closes, and whether that was by hand. */
function closesInWords({ round, scope }: RoundProps): string {
  const { network, person } = scope
  const words = wordsFor(person.locale).coordinator.rounds.facts
  const closing = closingOf(round)
  if (closing === null) return words.stays
  const moment = showMoment(closing, network.timeZone, person.locale)
  return closing === round.closedAt ? words.closedByHand(moment) : moment
}

function Facts(props: RoundProps) {
  const { scope, round, formTitle, roleNames, accepted, copied, publicUrl } = props
  const { network, person } = scope
  const { locale } = person
  const words = wordsFor(locale).coordinator.rounds
  const { facts } = words
  const { referenceFrom, referenceTo, closingText } = round
  const roles = (round.audienceRoles ?? []).map((key) => roleIn(roleNames, key, locale)).join(', ')
  const rows: readonly (readonly [string, Child])[] = [
    [facts.answers, String(accepted)],
    [facts.address, publicUrl + formPath(round.slug, LOCALES[0])],
    [facts.form, facts.formVersion(formTitle?.[locale] ?? round.formId, String(round.formVersion))],
    [facts.titles, <Both text={round.title} />],
    [facts.opens, showMoment(round.opensAt, network.timeZone, locale)],
    [facts.closes, closesInWords(props)],
    [
      facts.period,
      referenceFrom && referenceTo
        ? facts.periodFromTo(showDate(referenceFrom, locale), showDate(referenceTo, locale))
        : facts.none,
    ],
    [facts.audience, round.audience === 'roles' ? roles : words.audiences.anyone],
    [facts.practice, round.practice ? facts.practiceYes : facts.practiceNo],
    [
      facts.framing,
      round.framing === 'listed'
        ? `${words.framings.listed}: ${(round.frameOrigins ?? []).join(', ')}`
        : round.framing === 'anyone'
          ? words.framings.anyone
          : words.framings.nobody,
    ],
    [facts.closingText, closingText ? <Both text={closingText} /> : facts.none],
    ...(copied
      ? [[facts.copiedFrom, <a href={roundPath(network.slug, copied.id)}>{copied.title[locale]}</a>] as const]
      : []),
  ]
  return (
    <dl>
      {rows.map(([label, value]) => (
        <div class="a">
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Ways({ scope, round, now }: RoundProps) {
  const { network, person } = scope
  const words = wordsFor(person.locale).coordinator.rounds.ways
  const state = stateOf(round, now)
  const parts = coordinatesAll(scope)
    ? ([
        'share',
        'board',
        'preview',
        'edit',
        'copy',
        ...(state === 'open' ? (['close'] as const) : []),
        ...(state === 'closed' ? (['reopen'] as const) : []),
        ...(round.practice ? (['practice'] as const) : []),
      ] as const)
    : (['share', 'board', 'preview'] as const)
  return (
    <ul class="list">
      {parts.map((part) => (
        <li>
          <a class="go" href={roundPartPath(network.slug, round.id, part)}>
            {words[part]}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** One round: its state, what can be done with it, and everything that is set. */
export function RoundPage(props: RoundProps) {
  const { self, scope, round, done } = props
  const { network, person } = scope
  const { practice, coordinator } = wordsFor(person.locale)
  const { rounds: words } = coordinator
  const path = roundPath(network.slug, round.id)
  return (
    <CoordinatorPage self={self} network={network} path={path} title={round.title[person.locale]}>
      <Said text={done && words.done[done]} />
      <p>
        <b>{stateInWords(round, props)}</b>
      </p>
      {round.practice ? (
        <p class="box">
          <b>{practice.mark}</b> {practice.text}
        </p>
      ) : null}
      {coordinatesAll(scope) ? null : <p>{words.onlyAll}</p>}
      <h2>{words.ways.title}</h2>
      <Ways {...props} />
      <h2>{words.facts.title}</h2>
      <Facts {...props} />
      <p>
        <a class="go" href={roundsPath(network.slug)}>
          {words.toList}
        </a>
      </p>
    </CoordinatorPage>
  )
}
