// What the board of a round and its lists share: the filter, what districts and roles are called, and addresses.

import type { Scope, Self } from '../../core/kernel/scope.ts'
import { districtsWithin } from '../../core/organisation/organisation.ts'
import { districtsOf } from '../../core/place/regions.ts'
import type { Board, Days } from '../../core/round/board.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { FollowedRound, RoundNumbers } from '../../db/round/board.read.ts'
import type { BoardFilter } from '../../db/round/expectation.read.ts'
import { type Choices, Line, Pick } from './fields.tsx'

/** Whose page it is, and of which round. */
export interface FollowingProps {
  readonly self: Self
  readonly scope: Scope
  readonly followed: FollowedRound
  readonly filter: BoardFilter
}

/** What the board of a round is made from. */
export interface BoardProps extends FollowingProps {
  readonly days: Days
  readonly board: Board
  readonly beside: Omit<RoundNumbers, 'cells'>
  /** How many organisations a group must have to be told. */
  readonly least: number
  /** Whether the person may see who stands behind a number. */
  readonly maySee: boolean
  readonly now: number
  /** What the numbers hang on, for the script that asks for new ones. */
  readonly tag: string
}

type Following = Pick<FollowingProps, 'scope' | 'followed'>

/** The name of a district of the network, or its code. */
export const districtNamed = ({ scope }: Pick<FollowingProps, 'scope'>, code: string): string =>
  districtsOf(scope.network.provinces).find((one) => one.code === code)?.name ?? code

/** What a role is called; its key where the network no longer names it, and words where there is none. */
export function roleNamed({ scope, followed }: Following, key: string): string {
  const { locale } = scope.person
  if (key === '') return wordsFor(locale).coordinator.board.noRole
  return followed.roleNames?.find((one) => one.key === key)?.name[locale] ?? key
}

/** The roles that a round asks for, or all of the network. */
const rolesAsked = ({ followed: { round, roleNames } }: Following): readonly string[] =>
  round.audience === 'roles' ? (round.audienceRoles ?? []) : (roleNames ?? []).map(({ key }) => key)

/** An address with what of the filter is not empty, and with a page beyond the first. */
export function filteredPath(path: string, filter: Partial<BoardFilter>, page = 1): string {
  const given = Object.entries(filter).filter(([, value]) => value)
  const query = new URLSearchParams(page === 1 ? given : [...given, ['page', String(page)]])
  return query.size === 0 ? path : `${path}?${query}`
}

/** The filter as a form that leads to `path`, and what it leaves. */
export function Filtering(props: FollowingProps & { readonly path: string }) {
  const { scope, filter, path } = props
  const words = wordsFor(scope.person.locale).coordinator.board
  const fields = new Map(Object.entries(filter).map(([name, value]) => [name, [value]]))
  const filled = { fields, issues: [] }
  const any: Choices = [['', words.any]]
  const roles = rolesAsked(props)
  const chosen = [
    filter.name.trim(),
    filter.district && districtNamed(props, filter.district),
    filter.role && roleNamed(props, filter.role),
  ].filter(Boolean)
  return (
    <>
      <details open={chosen.length > 0}>
        <summary>{words.filter}</summary>
        <search>
          <form method="get" action={path}>
            <Line {...filled} id="name" type="search" label={words.name} />
            <Pick
              {...filled}
              id="district"
              label={words.district}
              choices={[...any, ...districtsWithin(scope).map(({ code, name }) => [code, name] as const)]}
            />
            {roles.length === 0 ? null : (
              <Pick
                {...filled}
                id="role"
                label={words.role}
                choices={[...any, ...roles.map((key) => [key, roleNamed(props, key)] as const)]}
              />
            )}
            <button type="submit">{words.filter}</button>
          </form>
        </search>
      </details>
      {chosen.length === 0 ? null : (
        <p>
          {words.filtered(chosen.join(', '))}{' '}
          <a class="go" href={path}>
            {words.clear}
          </a>
        </p>
      )}
    </>
  )
}
