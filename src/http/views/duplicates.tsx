// Organisations that may be one: the pairs that look alike, and those that somebody said are two.
import type { Fields } from '../../core/form/fields.ts'
import { dayOf, showDate } from '../../core/kernel/date.ts'
import {
  duplicatesPath,
  mergePath,
  mergesPath,
  organisationPath,
  organisationsPath,
  pairPath,
} from '../../core/kernel/paths.ts'
import type { Scope, Self } from '../../core/kernel/scope.ts'
import type { DuplicateReason } from '../../core/organisation/duplicates.ts'
import { OTHER_FIELD } from '../../core/organisation/organisation.ts'
import { wordsFor } from '../../core/words/index.ts'
import type {
  ComparableOrganisation,
  Distinction,
  DuplicateCandidate,
} from '../../db/organisation/merge.read.ts'
import type { NamedOrganisation, Organisation } from '../../db/organisation/read.ts'
import { CoordinatorPage } from './coordinator.tsx'
import { Line } from './fields.tsx'
import { districtIn } from './organisations.tsx'
import { Said } from './pager.tsx'

/** Whoever coordinates, as the pages about merging take them. */
export interface MergingProps {
  readonly self: Self
  readonly scope: Scope<'coordination'>
}

const wordsOf = ({ scope }: MergingProps) => wordsFor(scope.person.locale).coordinator

/** An organisation as it is called in lists, with its district. */
export const placedName = (
  { scope }: MergingProps,
  { name, district }: { readonly name: string | null; readonly district: string },
): string =>
  `${name ?? wordsFor(scope.person.locale).coordinator.registry.noName}, ${districtIn(scope, district)}`

/** Why two look alike; their names are repeated where they are others than those that stand above. */
function because(props: MergingProps, { one, other }: DuplicateCandidate, reason: DuplicateReason): string {
  const { because: words } = wordsOf(props).doubles
  if (reason.kind === 'decree') return words.decree
  const isShown = reason.one === one.name && reason.other === other.name
  return isShown ? words.sameNames : words.name(reason.one, reason.other)
}

function Pair({ props, pair }: { readonly props: MergingProps; readonly pair: DuplicateCandidate }) {
  const { registry, doubles: words } = wordsOf(props)
  const { one, other, reasons } = pair
  const [first, second] = [one.name ?? registry.noName, other.name ?? registry.noName]
  return (
    <li>
      <p>
        <b>{placedName(props, one)}</b>
      </p>
      <p>
        <b>{placedName(props, other)}</b>
      </p>
      {reasons.map((reason) => (
        <p>{because(props, pair, reason)}</p>
      ))}
      <p>
        <a class="go" href={pairPath(props.scope.network.slug, one.id, other.id)}>
          {words.compare(first, second)}
        </a>
      </p>
    </li>
  )
}

interface DuplicatesProps extends MergingProps {
  readonly pairs: readonly DuplicateCandidate[]
  /** Whether there may be more than are listed. */
  readonly isCut: boolean
  readonly apart: readonly Distinction[]
  readonly said: string | null
}

function Apart({ props }: { readonly props: DuplicatesProps }) {
  const { registry, doubles: words } = wordsOf(props)
  const { network, person } = props.scope
  return (
    <>
      <h2>{words.apart.title}</h2>
      {props.apart.length === 0 ? <p>{words.apart.none}</p> : null}
      <ul class="list">
        {props.apart.map(({ one, other, decidedAt }) => (
          <li>
            <a class="go" href={pairPath(network.slug, one.id, other.id)}>
              {words.pair(one.name ?? registry.noName, other.name ?? registry.noName)}
            </a>
            <p>{words.apart.since(showDate(dayOf(decidedAt, network.timeZone), person.locale))}</p>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The pairs that look alike. */
export function DuplicatesPage(props: DuplicatesProps) {
  const { self, scope, pairs, isCut, said } = props
  const { network } = scope
  const { registry, doubles: words } = wordsOf(props)
  return (
    <CoordinatorPage self={self} network={network} path={duplicatesPath(network.slug)} title={words.title}>
      <Said text={said} />
      <p>{pairs.length === 0 ? words.none : words.intro}</p>
      {isCut ? <p>{words.most(String(pairs.length))}</p> : null}
      <ul class="list">
        {pairs.map((pair) => (
          <Pair props={props} pair={pair} />
        ))}
      </ul>
      <Apart props={props} />
      <p>
        <a class="go" href={mergesPath(network.slug)}>
          {words.merges.toList}
        </a>
      </p>
      <p>
        <a class="go" href={organisationsPath(network.slug)}>
          {registry.organisations.toList}
        </a>
      </p>
    </CoordinatorPage>
  )
}

interface FindProps extends MergingProps {
  readonly organisation: Organisation
  readonly fields: Fields
  /** Null where nobody was looked for. */
  readonly found: readonly NamedOrganisation[] | null
}

/** Where the other one of two is looked for, since not every double looks alike. */
export function FindOtherPage(props: FindProps) {
  const { self, scope, organisation, fields, found } = props
  const { network } = scope
  const { registry, doubles } = wordsOf(props)
  const { find: words, compare } = doubles
  const name = organisation.name ?? registry.noName
  const path = mergePath(network.slug, organisation.id)
  return (
    <CoordinatorPage self={self} network={network} path={path} title={words.title(name)}>
      <p>{words.text}</p>
      <search>
        <form method="get" action={path}>
          <Line fields={fields} issues={[]} id={OTHER_FIELD} type="search" label={words.search} />
          <button type="submit">{words.button}</button>
        </form>
      </search>
      {found?.length === 0 ? <p>{words.none}</p> : null}
      <ul class="list">
        {(found ?? []).map((other) => (
          <li>
            <a class="go" href={pairPath(network.slug, organisation.id, other.id)}>
              {compare(name, other.name ?? registry.noName)}
            </a>
            <p>{districtIn(scope, other.district)}</p>
          </li>
        ))}
      </ul>
      <p>
        <a class="go" href={organisationPath(network.slug, organisation.id)}>
          {registry.organisations.toOne(name)}
        </a>
      </p>
    </CoordinatorPage>
  )
}

/** Organisations there that look like the one that registers, where there are any. */
export function LooksLike(props: MergingProps & { readonly alike: readonly ComparableOrganisation[] }) {
  const { registry, doubles: words } = wordsOf(props)
  return props.alike.length === 0 ? null : (
    <div class="box">
      {props.alike.map((one) => (
        <p>
          <a href={organisationPath(props.scope.network.slug, one.id)}>
            {words.hint(one.name ?? registry.noName)}
          </a>
        </p>
      ))}
      <p>{words.hintText}</p>
    </div>
  )
}
