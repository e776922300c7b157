// Where the file with a list of organisations is chosen: what it may hold, an empty one to begin with, and what was done.

import { importPath, importTemplatePath, organisationsPath } from '../../core/kernel/paths.ts'
import type { Scope, Self } from '../../core/kernel/scope.ts'
import type { Locale } from '../../core/kernel/text.ts'
import type { RoleName } from '../../core/network/registry.ts'
import { COLUMNS, NEEDED } from '../../core/organisation/import/columns.ts'
import { wordsFor } from '../../core/words/index.ts'
import { CoordinatorPage } from './coordinator.tsx'
import { type FieldIssue, Problems } from './fields.tsx'

/** Who imports. */
export interface ImportingProps {
  readonly self: Self
  readonly scope: Scope<'coordination'>
}

/** The field that carries the file. */
export const FILE_FIELD = 'file'

const ACCEPTED = '.xlsx,.csv,.txt,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv'

/** What the roles of a network are called, as a list. */
export const rolesIn = (roleNames: readonly RoleName[], locale: Locale): string =>
  roleNames.map(({ name }) => name[locale]).join(', ')

/** The form that sends a file to be checked. */
export function FileForm({ scope, issues }: ImportingProps & { readonly issues: readonly FieldIssue[] }) {
  const words = wordsFor(scope.person.locale).coordinator.imports
  const message = issues[0]?.message
  return (
    <form method="post" action={importPath(scope.network.slug)} enctype="multipart/form-data" novalidate>
      <div class={message ? 'q bad' : 'q'}>
        <label class="l" for={FILE_FIELD}>
          {words.file}
        </label>
        <p class="h" id={`${FILE_FIELD}-h`}>
          {words.fileHint}
        </p>
        {message ? (
          <p class="e" id={`${FILE_FIELD}-e`}>
            {message}
          </p>
        ) : null}
        <input
          type="file"
          name={FILE_FIELD}
          id={FILE_FIELD}
          accept={ACCEPTED}
          aria-describedby={message ? `${FILE_FIELD}-h ${FILE_FIELD}-e` : `${FILE_FIELD}-h`}
          aria-invalid={message ? 'true' : undefined}
        />
      </div>
      <button type="submit">{words.check}</button>
    </form>
  )
}

/** The way back to the organisations. */
export function ToList({ scope }: Pick<ImportingProps, 'scope'>) {
  return (
    <p>
      <a class="go" href={organisationsPath(scope.network.slug)}>
        {wordsFor(scope.person.locale).coordinator.registry.organisations.toList}
      </a>
    </p>
  )
}

type RolesProps = ImportingProps & { readonly roleNames: readonly RoleName[] }

function Understood({ scope, roleNames }: RolesProps) {
  const { locale } = scope.person
  const { columns, about, ...words } = wordsFor(locale).coordinator.imports
  const roles = rolesIn(roleNames, locale)
  const isNeeded = (column: string): boolean => NEEDED.some((one) => one === column)
  return (
    <>
      <h2>{words.columnsTitle}</h2>
      <p>{words.columnsText}</p>
      <dl>
        {COLUMNS.map((column) => (
          <div class="a">
            <dt>{isNeeded(column) ? `${columns[column]} (${words.needed})` : columns[column]}</dt>
            <dd>{column === 'role' ? (roles ? about.role(roles) : about.noRole) : about[column]}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** What was added, and what was left as it is. */
export interface ImportDone {
  readonly added: number
  readonly standing: number
  readonly faulty: number
}

function Done({ scope, done }: ImportingProps & { readonly done: ImportDone | null }) {
  const words = wordsFor(scope.person.locale).coordinator.imports.done
  return done === null ? null : (
    <>
      <div class="box" role="status">
        <p>{words.added(String(done.added))}</p>
        {done.standing > 0 ? <p>{words.standing(String(done.standing))}</p> : null}
        {done.faulty > 0 ? <p>{words.faulty(String(done.faulty))}</p> : null}
      </div>
      <ToList scope={scope} />
    </>
  )
}

type ImportProps = RolesProps & {
  readonly issues: readonly FieldIssue[]
  readonly done: ImportDone | null
}

/** Where a list is chosen. */
export function ImportPage(props: ImportProps) {
  const { self, scope, issues } = props
  const { network, person } = scope
  const words = wordsFor(person.locale).coordinator.imports
  return (
    <CoordinatorPage
      self={self}
      network={network}
      path={importPath(network.slug)}
      title={words.title}
      isRefused={issues.length > 0}
    >
      <Problems issues={issues} locale={person.locale} />
      <Done {...props} />
      <p>{words.intro}</p>
      <FileForm {...props} />
      <h2>{words.templates}</h2>
      <p>{words.templatesText}</p>
      <ul class="list">
        {(['xlsx', 'csv'] as const).map((kind) => (
          <li>
            <a class="go" href={importTemplatePath(network.slug, kind)}>
              {words[kind]}
            </a>
          </li>
        ))}
      </ul>
      <Understood {...props} />
      <ToList scope={scope} />
    </CoordinatorPage>
  )
}
