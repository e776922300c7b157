// The board of a round: how many organisations are how far, in all, by district and by role, each number a way to its list.

import { showDate } from '../../core/kernel/date.ts'
import { showMoment } from '../../core/kernel/moment.ts'
import { boardListPath, boardsPath, roundPartPath, roundPath } from '../../core/kernel/paths.ts'
import type { Locale } from '../../core/kernel/text.ts'
import {
  type CountKind,
  type Counts,
  expectsAnybody,
  percent,
  type ShownGroups,
} from '../../core/round/board.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { BoardFilter } from '../../db/round/expectation.read.ts'
import { Beside } from './board-beside.tsx'
import { type BoardProps, districtNamed, Filtering, filteredPath, roleNamed } from './board-parts.tsx'
import { runOf } from './boards.tsx'
import { CoordinatorPage } from './coordinator.tsx'
import { namesOf } from './front.tsx'

const wordsOf = (locale: Locale) => wordsFor(locale).coordinator.board

interface NumberProps {
  readonly props: BoardProps
  readonly value: number
  readonly list: CountKind
  readonly filter?: Partial<BoardFilter>
  /** The row that the number stands in, where it is not the whole. */
  readonly of?: string
}

/** A number: a way to its list, where there is one and the person may see it. */
function Count({ props, value, list, filter = {}, of }: NumberProps) {
  const { scope, followed, maySee } = props
  if (value === 0 || !maySee) return <>{String(value)}</>
  const path = boardListPath(scope.network.slug, followed.round.id, list)
  const name = wordsOf(scope.person.locale).counts[list]
  return (
    <a
      href={filteredPath(path, { ...props.filter, ...filter })}
      aria-label={[String(value), name, of].filter(Boolean).join(', ')}
    >
      {String(value)}
    </a>
  )
}

const STAGES: readonly CountKind[] = [
  'expected',
  'sent',
  'missing',
  'held',
  'late',
  'assessed',
  'reported',
  'trouble',
]

const shareOf = (part: number, whole: number, locale: Locale): string =>
  wordsOf(locale).percent(String(percent(part, whole)))

function Stages({ props, total }: { readonly props: BoardProps; readonly total: Counts }) {
  const { locale } = props.scope.person
  const words = wordsOf(locale)
  return (
    <>
      <h2 id="stages">{words.stages}</h2>
      <div class="nums">
        <table aria-labelledby="stages">
          <thead>
            <tr>
              <th scope="col">{words.stage}</th>
              <th scope="col">{words.organisations}</th>
              <th scope="col">{words.share}</th>
            </tr>
          </thead>
          <tbody>
            {STAGES.map((stage) => (
              <tr>
                <th scope="row">{words.counts[stage]}</th>
                <td>
                  <Count props={props} value={total[stage]} list={stage} />
                </td>
                <td>{shareOf(total[stage], total.expected, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

const COLUMNS = ['expected', 'sent', 'share', 'missing', 'held', 'assessed', 'reported', 'trouble'] as const

interface GroupsProps {
  readonly props: BoardProps
  readonly shown: ShownGroups
  readonly by: 'district' | 'role'
}

/** One row for each district or role. */
function Groups({ props, shown, by }: GroupsProps) {
  const { locale } = props.scope.person
  const words = wordsOf(locale)
  const title = by === 'district' ? words.byDistrict : words.byRole
  const named = (key: string) => (by === 'district' ? districtNamed(props, key) : roleNamed(props, key))
  const rows = shown.groups
    .map(({ key, counts }) => ({ key, counts, name: named(key) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale))
  return (
    <>
      <h2 id={`by-${by}`}>{title}</h2>
      {by === 'role' ? <p>{words.twice}</p> : null}
      {shown.hidden === 0 ? null : <p>{words.hidden(String(shown.hidden), String(props.least))}</p>}
      {rows.length === 0 ? null : (
        <section class="nums wide" aria-labelledby={`by-${by}`} tabindex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words[by]}</th>
                {COLUMNS.map((one) => (
                  <th scope="col">{one === 'share' ? words.share : words.short[one]}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, counts, name }) => (
                <tr>
                  <th scope="row">{name}</th>
                  {COLUMNS.map((one) => (
                    <td data-of={one === 'share' ? words.share : words.short[one]}>
                      {one === 'share' ? (
                        shareOf(counts.sent, counts.expected, locale)
                      ) : key === '' ? (
                        // No list is of those who have no role.
                        String(counts[one])
                      ) : (
                        <Count
                          props={props}
                          value={counts[one]}
                          list={one}
                          filter={{ [by]: key }}
                          of={name}
                        />
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  )
}

/** Who is expected, in one sentence. */
function Who(props: BoardProps) {
  const { scope, followed, days } = props
  const { locale } = scope.person
  const { who } = wordsOf(locale)
  const { audience, audienceRoles } = followed.round
  const day = showDate(days.opening.day, locale)
  const roles = (audienceRoles ?? []).map((key) => roleNamed(props, key)).join(` ${who.or} `)
  return <p>{audience === 'roles' ? who.roles(roles, day) : who.anyone(day)}</p>
}

function Numbers(props: BoardProps) {
  const { scope, followed, board, least, now } = props
  const { locale } = scope.person
  const words = wordsOf(locale)
  const { total, districts, roles } = board
  const as = words.asOf(showMoment(now, scope.network.timeZone, locale))
  if (!expectsAnybody(followed.round))
    return (
      <>
        <p>{as}</p>
        <p>{words.nobody}</p>
        <Beside {...props} />
      </>
    )
  return (
    <>
      <p>{as}</p>
      {total === null ? (
        <p>{words.tooSmall(String(least))}</p>
      ) : (
        <p class="n-of">
          {total.expected === 0
            ? words.noneExpected
            : words.progress(
                String(total.sent),
                String(total.expected),
                String(percent(total.sent, total.expected)),
              )}
        </p>
      )}
      <Who {...props} />
      {total ? <Stages props={props} total={total} /> : null}
      {total ? <Groups props={props} shown={districts} by="district" /> : null}
      {total ? <Groups props={props} shown={roles} by="role" /> : null}
      <Beside {...props} />
    </>
  )
}

/** The board of a round. */
export function BoardPage(props: BoardProps) {
  const { self, scope, followed, filter, maySee, now, tag } = props
  const { network, person, districts } = scope
  const { locale } = person
  const { round } = followed
  const words = wordsOf(locale)
  const path = roundPartPath(network.slug, round.id, 'board')
  return (
    <CoordinatorPage
      self={self}
      network={network}
      path={path}
      title={words.round(round.title[locale])}
      look="board"
    >
      {round.practice ? <p class="box">{words.practice}</p> : null}
      <p>{runOf(round, network.timeZone, now, locale)}.</p>
      {districts === null ? null : <p>{words.within(namesOf(districts, network.provinces, locale))}</p>}
      {maySee ? <Filtering {...props} path={path} /> : null}
      <div class="fresh">
        <a class="go" href={filteredPath(path, filter)}>
          {words.refresh}
        </a>
        <button type="button" class="quiet" hidden data-other={words.resume}>
          {words.pause}
        </button>
        <p
          role="status"
          data-updated={words.updated(showMoment(now, network.timeZone, locale))}
          data-offline={words.offline}
        ></p>
      </div>
      <div id="numbers" data-tag={tag}>
        <Numbers {...props} />
      </div>
      <details>
        <summary>{words.how}</summary>
        <ul>
          {words.meanings.map((meaning) => (
            <li>{meaning}</li>
          ))}
        </ul>
      </details>
      {maySee ? (
        <p>
          <a class="go" href={roundPath(network.slug, round.id)}>
            {words.toRound}
          </a>
        </p>
      ) : null}
      <p>
        <a class="go" href={boardsPath(network.slug)}>
          {words.title}
        </a>
      </p>
    </CoordinatorPage>
  )
}
