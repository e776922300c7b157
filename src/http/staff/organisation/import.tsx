// /c/n/:slug/organisations/import: coordinators bring a list of organisations, see what is wrong with it, and add it.
import type { Context } from 'hono'
import { confirmImport, type ListProblem, previewImport } from '../../../actions/organisation/import.ts'
import { importPath } from '../../../core/kernel/paths.ts'
import type { Locale } from '../../../core/kernel/text.ts'
import { COLUMNS } from '../../../core/organisation/import/columns.ts'
import { wordsFor } from '../../../core/words/index.ts'
import { roleNamesOf } from '../../../db/organisation/read.ts'
import type { Deps } from '../../../deps.ts'
import { csvOf } from '../../../documents/csv.ts'
import type { FileProblem } from '../../../documents/rows.ts'
import { readTable } from '../../../documents/table.ts'
import { emptyXlsx } from '../../../documents/xlsx.ts'
import { readFields, readUpload } from '../../kernel/body.ts'
import { FILE_FIELD, type ImportDone, ImportPage } from '../../views/import.tsx'
import { PreviewPage } from '../../views/import-preview.tsx'
import type { Pages } from '../access.ts'
import { redirectTo, respondProblemIn, respondStaffPage } from '../respond.tsx'
import type { Coordinating } from './organisations.tsx'

type Trouble = ListProblem | { readonly problem: FileProblem | 'none' | 'lost' }

function troubleIn(trouble: Trouble, locale: Locale): string {
  const { issues, columns } = wordsFor(locale).coordinator.imports
  return 'missing' in trouble
    ? issues.columns(trouble.missing.map((column) => columns[column]).join(', '))
    : issues[trouble.problem]
}

/** What the address says has just been done, or null. */
function doneIn(c: Context): ImportDone | null {
  const count = (name: keyof ImportDone): number =>
    Number(/^\d{1,4}$/.exec(c.req.query(name) ?? '')?.[0] ?? 0)
  const isDone = c.req.query('added') !== undefined
  return isDone ? { added: count('added'), standing: count('standing'), faulty: count('faulty') } : null
}

/** A file to keep; nobody else keeps it. */
const file = (body: string | Uint8Array<ArrayBuffer>, type: string, name: string): Response =>
  new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })

/** Registers where a list is chosen, checked and added, and where an empty one is found. */
export function importPages(pages: Pages, deps: Deps): void {
  const { db } = deps

  async function refuse(c: Context, entered: Coordinating, trouble: Trouble): Promise<Response> {
    const { scope } = entered
    const issues = [{ field: FILE_FIELD, message: troubleIn(trouble, scope.person.locale) }]
    const roleNames = await roleNamesOf(scope, db)
    return respondStaffPage(
      c,
      <ImportPage {...entered} roleNames={roleNames} issues={issues} done={null} />,
      422,
    )
  }

  pages.inNetwork('GET /c/n/:slug/organisations/import', async (c, entered) => {
    const roleNames = await roleNamesOf(entered.scope, db)
    return respondStaffPage(c, <ImportPage {...entered} roleNames={roleNames} issues={[]} done={doneIn(c)} />)
  })

  pages.inNetwork('POST /c/n/:slug/organisations/import', async (c, entered) => {
    await readFields(c)
    const bytes = await readUpload(c, FILE_FIELD)
    if (bytes === null) return refuse(c, entered, { problem: 'none' })
    const table = await readTable(bytes)
    if ('problem' in table) return refuse(c, entered, table)
    const list = await previewImport(entered.scope, deps, table.rows)
    if ('problem' in list) return refuse(c, entered, list)
    const roleNames = await roleNamesOf(entered.scope, db)
    return respondStaffPage(c, <PreviewPage {...entered} preview={list} roleNames={roleNames} />)
  })

  pages.inNetwork('POST /c/n/:slug/organisations/import/confirm', async (c, entered) => {
    const { self, scope } = entered
    const confirmed = await confirmImport(scope, deps, await readFields(c))
    if (confirmed.outcome !== 'done')
      return confirmed.outcome === 'invalid'
        ? refuse(c, entered, { problem: 'lost' })
        : respondProblemIn(c, 'role', self, scope.network)
    const { added, standing, faulty } = confirmed
    const counts = new URLSearchParams({
      added: String(added),
      standing: String(standing),
      faulty: String(faulty),
    })
    return redirectTo(c, `${importPath(scope.network.slug)}?${counts}`)
  })

  pages.inNetwork('GET /c/n/:slug/organisations/import/template.csv', (_c, { scope }) => {
    const { columns, fileName } = wordsFor(scope.person.locale).coordinator.imports
    const headings = COLUMNS.map((column) => columns[column])
    return file(csvOf([headings]), 'text/csv; charset=utf-8', `${fileName}.csv`)
  })

  pages.inNetwork('GET /c/n/:slug/organisations/import/template.xlsx', async (_c, { scope }) => {
    const { columns, fileName, sheet } = wordsFor(scope.person.locale).coordinator.imports
    const headings = COLUMNS.map((column) => columns[column])
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return file(await emptyXlsx(sheet, headings), type, `${fileName}.xlsx`)
  })
}
