// The forms by which an organisation is added by hand, or what is said of it is changed.
import { firstOf, KEY_FIELD } from '../../core/form/fields.ts'
import {
  newOrganisationPath,
  organisationPartPath,
  organisationPath,
  organisationsPath,
} from '../../core/kernel/paths.ts'
import type { Scope, Self } from '../../core/kernel/scope.ts'
import { districtsWithin, STATUSES, SURE_FIELD } from '../../core/organisation/organisation.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { NamedOrganisation, Organisation } from '../../db/organisation/read.ts'
import { CoordinatorPage } from './coordinator.tsx'
import { Choose, type Filled, Line, Lines, Pick, Problems } from './fields.tsx'

/** What a form of coordinators is made from; `key` is the id that its row will have. */
export interface FormProps extends Filled {
  readonly self: Self
  readonly scope: Scope<'coordination'>
  readonly rowId: string
}

/** Others of the same name, with the box that says that this is another one. */
function There({ scope, there, fields }: FormProps & { readonly there: readonly NamedOrganisation[] }) {
  const { registry } = wordsFor(scope.person.locale).coordinator
  const { form: words } = registry.organisations
  return there.length === 0 ? null : (
    <div class="box">
      <p>{words.there}</p>
      <ul>
        {there.map(({ id, name }) => (
          <li>
            <a href={organisationPath(scope.network.slug, id)}>{name ?? registry.noName}</a>
          </li>
        ))}
      </ul>
      <label class="r">
        <input
          type="checkbox"
          name={SURE_FIELD}
          value="yes"
          id={SURE_FIELD}
          checked={firstOf(fields, SURE_FIELD) === 'yes'}
        />
        <span>{words.sure}</span>
      </label>
    </div>
  )
}

function FactFields(props: FormProps) {
  const { scope, fields, issues } = props
  const words = wordsFor(scope.person.locale).coordinator.registry.organisations
  const filled = { fields, issues }
  return (
    <>
      <Line {...filled} id="name" label={words.form.name} isNeeded />
      <Pick
        {...filled}
        id="district"
        label={words.facts.district}
        choices={[['', ''], ...districtsWithin(scope).map(({ code, name }) => [code, name] as const)]}
      />
      <Line {...filled} id="legal_form" label={words.facts.legalForm} />
      <Line {...filled} id="decree_no" label={words.facts.decreeNo} />
      <Lines {...filled} id="themes" label={words.facts.themes} hint={words.form.themesHint} />
      <Choose
        {...filled}
        id="status"
        label={words.status}
        choices={STATUSES.map((status) => [status, words.statuses[status]] as const)}
      />
    </>
  )
}

/** Where an organisation is added. */
export function NewOrganisationPage(props: FormProps & { readonly there: readonly NamedOrganisation[] }) {
  const { self, scope, issues, rowId } = props
  const { network, person } = scope
  const words = wordsFor(person.locale).coordinator.registry.organisations
  const path = newOrganisationPath(network.slug)
  return (
    <CoordinatorPage
      self={self}
      network={network}
      path={path}
      title={words.add}
      isRefused={issues.length > 0}
    >
      <Problems issues={issues} locale={person.locale} />
      <form method="post" action={path} novalidate>
        <input type="hidden" name={KEY_FIELD} value={rowId} autocomplete="off" />
        <There {...props} />
        <FactFields {...props} />
        <button type="submit">{words.form.add}</button>
      </form>
      <p>
        <a class="go" href={organisationsPath(network.slug)}>
          {words.toList}
        </a>
      </p>
    </CoordinatorPage>
  )
}

/** Where what is said of an organisation is changed. */
export function EditOrganisationPage(props: FormProps & { readonly organisation: Organisation }) {
  const { self, scope, issues, organisation } = props
  const { network, person } = scope
  const { noName, organisations: words } = wordsFor(person.locale).coordinator.registry
  const name = organisation.name ?? noName
  const path = organisationPartPath(network.slug, organisation.id, 'edit')
  return (
    <CoordinatorPage
      self={self}
      network={network}
      path={path}
      title={`${words.facts.title}: ${name}`}
      isRefused={issues.length > 0}
    >
      <Problems issues={issues} locale={person.locale} />
      <p>{words.names.official}</p>
      <form method="post" action={path} novalidate>
        <FactFields {...props} />
        <button type="submit">{words.form.save}</button>
      </form>
      <p>
        <a class="go" href={organisationPath(network.slug, organisation.id)}>
          {words.toOne(name)}
        </a>
      </p>
    </CoordinatorPage>
  )
}
