// A list before anything of it is written: what is wrong with which row, what would be added, and what is there already.
import type { ImportPreview } from '../../actions/organisation/import.ts'
import { importConfirmPath, importPath, organisationPath } from '../../core/kernel/paths.ts'
import type { Locale } from '../../core/kernel/text.ts'
import type { RoleName } from '../../core/network/registry.ts'
import { ROWS_FIELD } from '../../core/organisation/import/carry.ts'
import type { CellFault, GoodRow } from '../../core/organisation/import/read.ts'
import { wordsFor } from '../../core/words/index.ts'
import { CoordinatorPage } from './coordinator.tsx'
import { FileForm, type ImportingProps, rolesIn, ToList } from './import.tsx'
import { districtIn } from './organisations.tsx'

/** What is wrong with a cell and how it is mended, in words. */
export function faultIn(fault: CellFault, roleNames: readonly RoleName[], locale: Locale): string {
  const { columns, faults: words } = wordsFor(locale).coordinator.imports
  const column = columns[fault.column]
  switch (fault.kind) {
    case 'missing':
      return words.missing(column)
    case 'broken':
      return words.broken(column, fault.typed)
    case 'long':
      return words.long(column, String(fault.max))
    case 'many':
      return words.many(column, String(fault.max))
    case 'ambiguous':
      return words.ambiguous(column, fault.typed, fault.likely.join(', '))
    case 'outside':
      return words.outside(column, fault.name)
    case 'unreached':
      return words.unreached(column)
    case 'repeated':
      return words.repeated(column, String(fault.row))
    case 'unreadable': {
      const roles = rolesIn(roleNames, locale)
      if (fault.column !== 'role') return words[fault.column](column, fault.typed)
      return roles ? words.role(column, fault.typed, roles) : words.noRole(column)
    }
  }
}

export type PreviewProps = ImportingProps & {
  readonly preview: ImportPreview
  readonly roleNames: readonly RoleName[]
}

function Counts({ scope, preview }: PreviewProps) {
  const { fresh, standing, faulty, unknown } = preview
  const words = wordsFor(scope.person.locale).coordinator.imports.preview
  return (
    <div class={faulty.length > 0 ? 'box bad' : 'box'} role="status">
      <p>
        <b>{words.unsaved}</b>
      </p>
      <ul>
        <li>{words.fresh(String(fresh.length))}</li>
        {standing.length > 0 ? <li>{words.standing(String(standing.length))}</li> : null}
        {faulty.length > 0 ? <li>{words.faulty(String(faulty.length))}</li> : null}
        {unknown.length > 0 ? <li>{words.unknown(unknown.join(', '))}</li> : null}
      </ul>
    </div>
  )
}

function Faulty({ scope, preview: { faulty }, roleNames }: PreviewProps) {
  const { locale } = scope.person
  const words = wordsFor(locale).coordinator.imports.preview
  return faulty.length === 0 ? null : (
    <>
      <h2>{words.faultyTitle}</h2>
      <ul class="list">
        {faulty.map(({ number, name, faults }) => (
          <li>
            <b>{words.row(String(number), name || words.nameless)}</b>
            {faults.map((fault) => (
              <p>{faultIn(fault, roleNames, locale)}</p>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The form that adds what can be added. */
function Adding({ scope, preview: { fresh, faulty, carried } }: PreviewProps) {
  const words = wordsFor(scope.person.locale).coordinator.imports.preview
  const count = String(fresh.length)
  return fresh.length === 0 ? (
    <p>{words.nothing}</p>
  ) : (
    <form method="post" action={importConfirmPath(scope.network.slug)} enctype="multipart/form-data">
      <input type="hidden" name={ROWS_FIELD} value={carried} />
      <p>{words.adding(count)}</p>
      {faulty.length > 0 ? <p>{words.without(String(faulty.length))}</p> : null}
      <button type="submit">{words.add(count)}</button>
    </form>
  )
}

function Rows({
  title,
  rows,
  scope,
}: Pick<PreviewProps, 'scope'> & {
  readonly title: string
  readonly rows: readonly (GoodRow & { readonly id?: string })[]
}) {
  const words = wordsFor(scope.person.locale).coordinator.imports.preview
  return rows.length === 0 ? null : (
    <details>
      <summary>{title}</summary>
      <ul>
        {rows.map(({ number, organisation: { name, district }, id }) => {
          const row = `${words.row(String(number), name)}, ${districtIn(scope, district)}`
          return (
            <li>
              {id ? (
                <a class="go" href={organisationPath(scope.network.slug, id)}>
                  {row}
                </a>
              ) : (
                row
              )}
            </li>
          )
        })}
      </ul>
    </details>
  )
}

/** The result of checking a list. */
export function PreviewPage(props: PreviewProps) {
  const { self, scope, preview } = props
  const { network, person } = scope
  const { preview: words, again } = wordsFor(person.locale).coordinator.imports
  return (
    <CoordinatorPage self={self} network={network} path={importPath(network.slug)} title={words.title}>
      <Counts {...props} />
      <Faulty {...props} />
      <h2>{words.freshTitle}</h2>
      <Adding {...props} />
      <Rows title={`${words.freshTitle} (${preview.fresh.length})`} rows={preview.fresh} scope={scope} />
      <Rows
        title={`${words.standingTitle} (${preview.standing.length})`}
        rows={preview.standing}
        scope={scope}
      />
      <h2>{again}</h2>
      <FileForm {...props} issues={[]} />
      <ToList scope={scope} />
    </CoordinatorPage>
  )
}
