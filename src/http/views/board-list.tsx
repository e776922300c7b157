// The list behind a number of a round: organisations by name, each with how far it is and what is wrong.

import { showMoment } from '../../core/kernel/moment.ts'
import {
  boardListPath,
  heldAnswerPath,
  organisationPath,
  organisationsPath,
  roundPartPath,
} from '../../core/kernel/paths.ts'
import { may } from '../../core/kernel/scope.ts'
import type { BoardList } from '../../core/round/board.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { Seeing } from '../../db/organisation/read.ts'
import type { FollowedOrganisation } from '../../db/round/board.read.ts'
import { districtNamed, Filtering, type FollowingProps, filteredPath, roleNamed } from './board-parts.tsx'
import { CoordinatorPage } from './coordinator.tsx'
import { namesOf } from './front.tsx'
import { countedWays, Pager } from './pager.tsx'

interface ListProps extends FollowingProps {
  readonly scope: Seeing
  readonly list: BoardList
  readonly found: readonly FollowedOrganisation[]
  readonly count: number
  readonly page: number
  readonly pages: number
}

interface ItemProps {
  readonly props: ListProps
  readonly one: FollowedOrganisation
}

/** Where a row leads: to the organisation, or to those that an unknown name may belong to. */
function Lead({ props, one }: ItemProps) {
  const { network, person } = props.scope
  const { board, registry } = wordsFor(person.locale).coordinator
  const name = one.name || registry.noName
  return one.id === null ? (
    <a class="go" href={`${organisationsPath(network.slug)}?${new URLSearchParams({ name })}`}>
      {board.lookUp(name)}
    </a>
  ) : (
    <a class="go" href={organisationPath(network.slug, one.id)}>
      {name}
    </a>
  )
}

function Item({ props, one }: ItemProps) {
  const { network, person, role } = props.scope
  const { locale } = person
  const words = wordsFor(locale).coordinator.board
  const sent =
    one.at === null
      ? one.held === null
        ? words.notSent
        : words.heldAnswer
      : words.sentAt(showMoment(one.at, network.timeZone, locale))
  const stages = [
    sent,
    ...(one.isLate ? [words.late] : []),
    ...(one.isAssessed ? [words.assessed] : []),
    ...(one.isReported ? [words.reported] : []),
  ]
  return (
    <li>
      <Lead props={props} one={one} />
      <p>
        {[
          districtNamed(props, one.district),
          ...one.roles.map((key) => roleNamed(props, key)),
          ...(one.reference === null ? [] : [words.reference(one.reference)]),
        ].join(', ')}
      </p>
      <p>{stages.join(', ')}</p>
      {one.troubles.map((trouble) => (
        <p>
          <b>{words.troubles[trouble]}</b>
        </p>
      ))}
      {one.held === null || !may(role, 'coordination') ? null : (
        <p>
          <a class="go" href={heldAnswerPath(network.slug, one.held)}>
            {words.decide}
          </a>
        </p>
      )}
    </li>
  )
}

/** One list of a round. */
export function BoardListPage(props: ListProps) {
  const { self, scope, followed, list, filter, found, count, page, pages } = props
  const { network, person, districts } = scope
  const { locale } = person
  const { round } = followed
  const words = wordsFor(locale).coordinator.board
  const path = boardListPath(network.slug, round.id, list)
  const title = `${{ ...words.counts, ...words.lists }[list]}: ${round.title[locale]}`
  const counted = list === 'unknown' ? words.countAnswers : words.count
  return (
    <CoordinatorPage self={self} network={network} path={path} title={title}>
      {round.practice ? <p class="box">{words.practice}</p> : null}
      {districts === null ? null : <p>{words.within(namesOf(districts, network.provinces, locale))}</p>}
      <Filtering {...props} path={path} />
      <p>{found.length === 0 ? words.empty : counted(String(count))}</p>
      <ul class="list">
        {found.map((one) => (
          <Item props={props} one={one} />
        ))}
      </ul>
      <Pager
        ways={countedWays(page, pages)}
        pages={pages}
        to={({ number }) => filteredPath(path, filter, number)}
        locale={locale}
      />
      <p>
        <a class="go" href={filteredPath(roundPartPath(network.slug, round.id, 'board'), filter)}>
          {words.back}
        </a>
      </p>
    </CoordinatorPage>
  )
}
