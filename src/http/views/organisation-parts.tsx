// The pages where an organisation's names, roles, relations and contacts are added and ended.
import type { Child } from 'hono/jsx'
import { firstOf, KEY_FIELD } from '../../core/form/fields.ts'
import { contactPath, organisationPartPath, organisationPath } from '../../core/kernel/paths.ts'
import { LOCALES } from '../../core/kernel/text.ts'
import type { RoleName } from '../../core/network/registry.ts'
import { isRelation, NAME_KINDS, OTHER_FIELD, RELATIONS } from '../../core/organisation/organisation.ts'
import { districtsOf } from '../../core/place/regions.ts'
import { wordsFor } from '../../core/words/index.ts'
import type {
  Contact,
  Name,
  NamedOrganisation,
  Organisation,
  OrganisationRole,
  Relation,
} from '../../db/organisation/read.ts'
import { CoordinatorPage } from './coordinator.tsx'
import { Choose, Line, Pick, Problems } from './fields.tsx'
import { contactName, kindOf, periodOf, relationOf } from './organisation.tsx'
import type { FormProps } from './organisation-form.tsx'
import { districtIn, roleIn } from './organisations.tsx'

/** What the page of a part is made from. */
export interface PartProps extends FormProps {
  readonly organisation: Organisation
}

/** The field that names what is to end or to go. */
export const END_FIELD = 'end'

const wordsOf = ({ scope }: PartProps) => wordsFor(scope.person.locale).coordinator.registry

function Part({
  props,
  path,
  title,
  children,
}: {
  readonly props: PartProps
  readonly path: string
  readonly title: string
  readonly children: Child
}) {
  const { self, scope, issues, organisation } = props
  const { noName, organisations: words } = wordsOf(props)
  const name = organisation.name ?? noName
  return (
    <CoordinatorPage
      self={self}
      network={scope.network}
      path={path}
      title={`${title}: ${name}`}
      isRefused={issues.length > 0}
    >
      <Problems issues={issues} locale={scope.person.locale} />
      {children}
      <p>
        <a class="go" href={organisationPath(scope.network.slug, organisation.id)}>
          {words.toOne(name)}
        </a>
      </p>
    </CoordinatorPage>
  )
}

/** One thing that holds, with the button that ends it or takes it away. */
function CurrentPart({
  path,
  id,
  said,
  button,
}: {
  readonly path: string
  readonly id: string
  readonly said: string
  readonly button: string | null
}) {
  return (
    <li>
      <p>{said}</p>
      {button === null ? null : (
        <form method="post" action={path}>
          <button type="submit" class="link" name={END_FIELD} value={id}>
            {button}
          </button>
        </form>
      )}
    </li>
  )
}

const Key = ({ rowId }: PartProps) => (
  <input type="hidden" name={KEY_FIELD} value={rowId} autocomplete="off" />
)

/** Where names are added and taken away. */
export function NamesPage(props: PartProps & { readonly names: readonly Name[] }) {
  const { scope, organisation, names, fields, issues } = props
  const { names: words } = wordsOf(props).organisations
  const path = organisationPartPath(scope.network.slug, organisation.id, 'names')
  return (
    <Part props={props} path={path} title={words.title}>
      <ul class="list">
        {names.map((one) => (
          <CurrentPart
            path={path}
            id={one.id}
            said={`${kindOf(props, one)}: ${one.name}`}
            button={one.kind === 'official' ? null : words.remove(one.name)}
          />
        ))}
      </ul>
      <p>{words.official}</p>
      <form method="post" action={path} novalidate>
        <Key {...props} />
        <Line fields={fields} issues={issues} id="name" label={words.name} isNeeded />
        <Choose
          fields={fields}
          issues={issues}
          id="kind"
          label={words.kind}
          choices={NAME_KINDS.filter((kind) => kind !== 'official').map(
            (kind) => [kind, words.kinds[kind]] as const,
          )}
        />
        <button type="submit">{words.add}</button>
      </form>
    </Part>
  )
}

/** Where roles are given and ended. */
export function RolesPage(
  props: PartProps & { readonly roles: readonly OrganisationRole[]; readonly roleNames: readonly RoleName[] },
) {
  const { scope, organisation, roles, roleNames, fields, issues } = props
  const { locale } = scope.person
  const { roles: words } = wordsOf(props).organisations
  const filled = { fields, issues }
  const path = organisationPartPath(scope.network.slug, organisation.id, 'roles')
  const called = (role: OrganisationRole): string =>
    [roleIn(roleNames, role.role, locale), role.district === null ? '' : districtIn(scope, role.district)]
      .filter(Boolean)
      .join(', ')
  return (
    <Part props={props} path={path} title={words.title}>
      {roles.length === 0 ? <p>{words.none}</p> : null}
      <ul class="list">
        {roles.map((role) => (
          <CurrentPart
            path={path}
            id={role.id}
            said={`${called(role)}, ${periodOf(props, role)}`}
            button={role.toDay === null ? words.end(called(role)) : null}
          />
        ))}
      </ul>
      {roleNames.length === 0 ? (
        <p>{words.unset}</p>
      ) : (
        <form method="post" action={path} novalidate>
          <Key {...props} />
          <Choose
            {...filled}
            id="role"
            label={words.role}
            choices={roleNames.map(({ key, name }) => [key, name[locale]] as const)}
          />
          <Pick
            {...filled}
            id="district"
            label={words.district}
            choices={[
              ['', ''],
              ...districtsOf(scope.network.provinces).map(({ code, name }) => [code, name] as const),
            ]}
          />
          <Line {...filled} id="from" label={words.from} hint={words.dayHint} isNeeded />
          <Line {...filled} id="to" label={words.to} hint={words.toHint} />
          <button type="submit">{words.add}</button>
        </form>
      )}
    </Part>
  )
}

/** Where relations to other organisations are added and ended; `found` is null where nobody was looked for. */
export function RelationsPage(
  props: PartProps & {
    readonly relations: readonly Relation[]
    readonly found: readonly NamedOrganisation[] | null
  },
) {
  const { scope, organisation, relations, found, fields, issues } = props
  const { noName, organisations } = wordsOf(props)
  const { relations: words } = organisations
  const filled = { fields, issues }
  const path = organisationPartPath(scope.network.slug, organisation.id, 'relations')
  return (
    <Part props={props} path={path} title={words.title}>
      {relations.length === 0 ? <p>{words.none}</p> : null}
      <ul class="list">
        {relations.map((one) => (
          <CurrentPart
            path={path}
            id={one.id}
            said={`${relationOf(props, one)}, ${periodOf(props, one)}`}
            button={one.toDay === null ? words.end(one.other.name ?? noName) : null}
          />
        ))}
      </ul>
      <search>
        <form method="get" action={path}>
          <Line fields={fields} issues={[]} id={OTHER_FIELD} type="search" label={words.search} />
          <button type="submit">{words.find}</button>
        </form>
      </search>
      {found === null ? null : found.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <form
          method="post"
          action={`${path}?${new URLSearchParams({ [OTHER_FIELD]: firstOf(fields, OTHER_FIELD) })}`}
          novalidate
        >
          <Key {...props} />
          <Choose
            {...filled}
            id="other"
            label={words.found}
            choices={found.map(
              ({ id, name, district }) => [id, `${name ?? noName}, ${districtIn(scope, district)}`] as const,
            )}
          />
          <Choose
            {...filled}
            id="kind"
            label={words.kind}
            choices={Object.keys(RELATIONS)
              .filter(isRelation)
              .map((one) => [one, words.kinds[one]] as const)}
          />
          <Line {...filled} id="from" label={words.from} hint={organisations.roles.dayHint} isNeeded />
          <button type="submit">{words.add}</button>
        </form>
      )}
    </Part>
  )
}

/** Where somebody to reach is added, changed or taken away. */
export function ContactPage(props: PartProps & { readonly contact: Contact | null }) {
  const { scope, organisation, contact, fields, issues } = props
  const { locale: label, noName, organisations } = wordsOf(props)
  const { contacts: words } = organisations
  const filled = { fields, issues }
  const path =
    contact === null
      ? organisationPartPath(scope.network.slug, organisation.id, 'contacts')
      : contactPath(scope.network.slug, organisation.id, contact.id)
  return (
    <Part
      props={props}
      path={path}
      title={contact === null ? words.add : words.change(contactName(contact, noName))}
    >
      <form method="post" action={path} novalidate>
        <Key {...props} />
        <Line {...filled} id="contact_name" label={words.name} />
        <Line {...filled} id="position" label={words.position} />
        <Line {...filled} id="email" type="email" label={words.email} hint={words.reach} />
        <Line {...filled} id="whatsapp" type="tel" label={words.whatsapp} />
        <Choose
          {...filled}
          id="locale"
          label={label}
          choices={LOCALES.map((one) => [one, wordsFor(one).page.language] as const)}
        />
        <button type="submit">{words.save}</button>
      </form>
      {contact === null ? null : (
        <details>
          <summary>{words.remove(contactName(contact, noName))}</summary>
          <p>{words.removeText}</p>
          <form method="post" action={path}>
            <button type="submit" class="quiet" name={END_FIELD} value={contact.id}>
              {words.remove(contactName(contact, noName))}
            </button>
          </form>
        </details>
      )}
    </Part>
  )
}
