// The organisations of a network: looked for by name, district, role and state.

import { type PageWays, pageFields } from '../../core/kernel/page.ts'
import {
  duplicatesPath,
  importPath,
  newOrganisationPath,
  organisationPath,
  organisationsPath,
} from '../../core/kernel/paths.ts'
import { may, type Self } from '../../core/kernel/scope.ts'
import type { Locale } from '../../core/kernel/text.ts'
import type { RoleName } from '../../core/network/registry.ts'
import { districtsWithin, STATUSES } from '../../core/organisation/organisation.ts'
import { districtsOf } from '../../core/place/regions.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { ListedOrganisation, OrganisationQuery, Seeing } from '../../db/organisation/read.ts'
import { CoordinatorPage } from './coordinator.tsx'
import { type Choices, Line, Pick } from './fields.tsx'
import { Pager, Said } from './pager.tsx'

/** What a page about organisations is made from. */
export interface SeeingProps {
  readonly self: Self
  readonly scope: Seeing
}

/** The name of a district of the network, or its code. */
export const districtIn = ({ network }: Seeing, code: string): string =>
  districtsOf(network.provinces).find((one) => one.code === code)?.name ?? code

/** What a role is called, or its key where the network no longer names it. */
export const roleIn = (names: readonly RoleName[], key: string, locale: Locale): string =>
  names.find((one) => one.key === key)?.name[locale] ?? key

interface ListProps extends SeeingProps {
  readonly wanted: OrganisationQuery
  readonly found: readonly ListedOrganisation[]
  readonly count: number
  readonly roleNames: readonly RoleName[]
  readonly ways: PageWays
  readonly pages: number
  readonly said: string | null
}

function Search({ scope, wanted, roleNames }: ListProps) {
  const { network, person } = scope
  const { locale } = person
  const words = wordsFor(locale).coordinator.registry.organisations
  const fields = new Map(Object.entries(wanted).map(([name, value]) => [name, [value]]))
  const filled = { fields, issues: [] }
  const any: Choices = [['', words.any]]
  return (
    <search>
      <form method="get" action={organisationsPath(network.slug)}>
        <Line {...filled} id="name" type="search" label={words.name} />
        <Pick
          {...filled}
          id="district"
          label={words.facts.district}
          choices={[...any, ...districtsWithin(scope).map(({ code, name }) => [code, name] as const)]}
        />
        {roleNames.length === 0 ? null : (
          <Pick
            {...filled}
            id="role"
            label={words.roles.role}
            choices={[...any, ...roleNames.map(({ key, name }) => [key, name[locale]] as const)]}
          />
        )}
        <Pick
          {...filled}
          id="status"
          label={words.status}
          choices={[...any, ...STATUSES.map((status) => [status, words.statuses[status]] as const)]}
        />
        <button type="submit">{words.find}</button>
      </form>
    </search>
  )
}

/** What a state is called. */
export function statusIn(status: string, locale: Locale): string {
  const words = wordsFor(locale).coordinator.registry.organisations.statuses
  const known = STATUSES.find((one) => one === status)
  return known ? words[known] : status
}

interface ItemProps {
  readonly scope: Seeing
  readonly one: ListedOrganisation
  readonly roleNames: readonly RoleName[]
}

function Item({ scope, one, roleNames }: ItemProps) {
  const { locale } = scope.person
  const { registry } = wordsFor(locale).coordinator
  return (
    <li>
      <a class="go" href={organisationPath(scope.network.slug, one.id)}>
        {one.name ?? registry.noName}
      </a>
      <p>
        {[districtIn(scope, one.district), ...one.roles.map((key) => roleIn(roleNames, key, locale))].join(
          ', ',
        )}
      </p>
      {one.status === 'active' ? null : <p>{statusIn(one.status, locale)}</p>}
      {one.confirmedAt === null ? <p>{registry.organisations.unconfirmed}</p> : null}
    </li>
  )
}

/** The list of organisations. */
export function OrganisationsPage(props: ListProps) {
  const { self, scope, wanted, found, count, roleNames, ways, pages, said } = props
  const { network, person, role } = scope
  const { locale } = person
  const words = wordsFor(locale).coordinator.registry.organisations
  const path = organisationsPath(network.slug)
  const isSearched = Object.values(wanted).some((one) => one !== '')
  return (
    <CoordinatorPage self={self} network={network} path={path} title={words.title}>
      <Said text={said} />
      {may(role, 'coordination') ? (
        <p>
          <a class="go" href={newOrganisationPath(network.slug)}>
            {words.add}
          </a>{' '}
          <a class="go" href={importPath(network.slug)}>
            {wordsFor(locale).coordinator.imports.link}
          </a>{' '}
          <a class="go" href={duplicatesPath(network.slug)}>
            {wordsFor(locale).coordinator.doubles.title}
          </a>
        </p>
      ) : null}
      <Search {...props} />
      <p>
        {found.length > 0 ? words.count(String(count)) : isSearched ? words.none : words.noneYet}
        {found.length > 0 || isSearched || !may(role, 'coordination') ? null : ` ${words.noneNext}`}
      </p>
      <ul class="list">
        {found.map((one) => (
          <Item scope={scope} one={one} roleNames={roleNames} />
        ))}
      </ul>
      <Pager
        ways={ways}
        pages={pages}
        to={(other) => `${path}?${new URLSearchParams({ ...wanted, ...pageFields(other) })}`}
        locale={locale}
      />
    </CoordinatorPage>
  )
}
