// A portion of the day's export, a minute: pages of rows, sealed to a key whose other half is not here. docs/decisions/0041.
import {
  type ExportManifest,
  type ExportProgress,
  exportDay,
  exportFolder,
  MANIFEST,
  PORTION,
  PROGRESS,
  readProgress,
} from '../../core/export/export.ts'
import { toBase64url } from '../../core/kernel/base64url.ts'
import type { ExportStore } from '../../core/kernel/ports.ts'
import { beginExport, countRows, exportedTables, type Read, readRows } from '../../db/export/read.ts'
import type { Deps } from '../../deps.ts'

/** The day whose export an isolate knows to be whole, for each store: it need not be asked again. */
const whole = new WeakMap<ExportStore, string>()

/** How far an export is, as it is kept, and the mark by which it is replaced; null: it has not begun. */
interface Standing {
  readonly progress: ExportProgress
  readonly mark: string | null
}

/** An export that begins, with the rows that were read in the same moment. */
async function begin(
  { db }: Deps,
  day: string,
  now: number,
): Promise<Standing & { readonly first: Read | null }> {
  const { migration, last, first } = await beginExport(db, PORTION.rows)
  const [table = ''] = exportedTables
  const progress = { version: 1, day, from: now, migration, last, parts: [], table, after: 0 } as const
  return { progress: { ...progress, parts: [] }, mark: null, first }
}

/** The pages of one portion, and how far the export is after them; `table` is empty once every row was read. */
async function readPortion({ db }: Deps, from: ExportProgress, first: Read | null) {
  const lines: string[] = []
  const rows: Record<string, number> = {}
  let { table, after } = from
  const add = ({ page, after: read }: Read): void => {
    lines.push(JSON.stringify(page))
    rows[page.table] = (rows[page.table] ?? 0) + page.rows.length
    after = read
  }
  if (first) add(first)
  let length = lines.join('').length
  for (let asked = 0; table !== '' && asked < PORTION.pages && length < PORTION.length; ) {
    const until = from.last[table] ?? 0
    const isOver = after >= until
    const read = isOver ? null : await readRows(db, table, { after, until, limit: PORTION.rows })
    if (!isOver) asked++
    if (read) add(read)
    else {
      table = exportedTables[exportedTables.indexOf(table) + 1] ?? ''
      after = 0
    }
    length += read ? (lines.at(-1) ?? '').length : 0
  }
  return { text: lines.join('\n'), rows, table, after }
}

/**
 * Writes the next portion of the day's export, or its manifest once everything is written; nothing where exports are not set
 * up or the day's is whole. `now` in ms UTC. Two that run at once do no harm: the later one's objects are left out.
 */
export async function exportPortion(deps: Deps, now: number): Promise<void> {
  const { exports: store, db, random } = deps
  const day = exportDay(now)
  if (!store || whole.get(store) === day) return
  const folder = exportFolder(day)
  if (await store.has(`${folder}/${MANIFEST}`)) return void whole.set(store, day)
  const kept = await store.read(`${folder}/${PROGRESS}`)
  const { progress, mark, first } = kept
    ? { progress: readProgress(kept.text), mark: kept.mark, first: null }
    : await begin(deps, day, now)
  const { text, rows, table, after } = await readPortion(deps, progress, first)
  // Names differ even where two portions begin at the same row, so that none stands in the place of another.
  const name = `${String(progress.parts.length + 1).padStart(4, '0')}-${toBase64url(random.bytes(6))}`
  if (text !== '') await store.seal(`${folder}/${name}`, text)
  const parts = text === '' ? progress.parts : [...progress.parts, { name, rows }]
  const next = { ...progress, parts, table, after }
  if (table !== '') return void (await store.write(`${folder}/${PROGRESS}`, JSON.stringify(next), mark))
  const { table: _, after: __, ...extent } = next
  const standing = await countRows(db, progress.last)
  const manifest: ExportManifest = { ...extent, until: now, standing }
  // Whoever replaces the mark of how far it is may finish it.
  if (await store.write(`${folder}/${PROGRESS}`, JSON.stringify(next), mark))
    await store.write(`${folder}/${MANIFEST}`, JSON.stringify(manifest), null)
}
