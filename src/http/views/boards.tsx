// The rounds of a network, each with how many organisations have sent and a way to its board.

import { dayOf, showDate } from '../../core/kernel/date.ts'
import { boardsPath, roundPartPath } from '../../core/kernel/paths.ts'
import type { Scope, Self } from '../../core/kernel/scope.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { expectsAnybody, percent } from '../../core/round/board.ts'
import { closingOf, stateOf } from '../../core/round/times.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { RoundProgress } from '../../db/round/progress.read.ts'
import type { StoredRound } from '../../db/round/staff.read.ts'
import { CoordinatorPage } from './coordinator.tsx'
import { namesOf } from './front.tsx'
import { countedWays, Pager } from './pager.tsx'

/** When a round opens and closes, in words without a full stop; days are those of its network. */
export function runOf(round: StoredRound, timeZone: string, now: number, locale: Locale): string {
  const words = wordsFor(locale).coordinator.board
  const day = (moment: number) => showDate(dayOf(moment, timeZone), locale)
  const from = day(round.opensAt)
  const closing = closingOf(round)
  const state = stateOf(round, now)
  if (state === 'early') return words.opens(from)
  if (closing === null) return words.open(from)
  return state === 'closed' ? words.closed(from, day(closing)) : words.closes(from, day(closing))
}

interface BoardsProps {
  readonly self: Self
  readonly scope: Scope
  readonly progress: readonly RoundProgress[]
  /** How many organisations a round must expect to be counted here. */
  readonly least: number
  readonly now: number
  readonly page: number
  readonly pages: number
}

interface ItemProps {
  readonly scope: Scope
  readonly one: RoundProgress
  readonly least: number
  readonly now: number
}

function Item({ scope, one, least, now }: ItemProps) {
  const { network, person } = scope
  const { locale } = person
  const words = wordsFor(locale).coordinator.board
  const { round, sent, expected } = one
  const progress = !expectsAnybody(round)
    ? words.nobody
    : expected === 0
      ? words.noneExpected
      : expected < least
        ? words.tooSmall(String(least))
        : words.progress(String(sent), String(expected), String(percent(sent, expected)))
  return (
    <li>
      <a class="go" href={roundPartPath(network.slug, round.id, 'board')}>
        {round.title[locale]}
      </a>
      <p>{progress}</p>
      <p>{runOf(round, network.timeZone, now, locale)}</p>
      {round.practice ? <p>{words.practice}</p> : null}
    </li>
  )
}

/** The overview of rounds. */
export function BoardsPage({ self, scope, progress, least, now, page, pages }: BoardsProps) {
  const { network, person, districts } = scope
  const { locale } = person
  const words = wordsFor(locale).coordinator.board
  const path = boardsPath(network.slug)
  return (
    <CoordinatorPage self={self} network={network} path={path} title={words.title}>
      <p>{progress.length === 0 ? words.none : words.intro}</p>
      {districts === null ? null : <p>{words.within(namesOf(districts, network.provinces, locale))}</p>}
      <ul class="list">
        {progress.map((one) => (
          <Item scope={scope} one={one} least={least} now={now} />
        ))}
      </ul>
      <Pager
        ways={countedWays(page, pages)}
        pages={pages}
        to={({ number }) => `${path}?page=${number}`}
        locale={locale}
      />
    </CoordinatorPage>
  )
}
