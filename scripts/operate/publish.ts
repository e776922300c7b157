// Forms in the database of a deployment or a local copy: what is missing there, and what no round may lose.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Place, runFile } from './database.ts'
import type { FormRow } from './rows.ts'

type Rows = readonly Readonly<Record<string, unknown>>[]

/** The statement that tells which forms a database holds, for `missingAmong`. */
export const HELD = 'select hash from form_versions'

/** Those of some forms that a database does not hold. */
export const missingAmong = (forms: readonly FormRow[], held: Rows | undefined): readonly FormRow[] =>
  forms.filter(({ hash }) => !held?.some((row) => row.hash === hash))

// What was begun before the close can be sent for three days more.
const ENDED = '(unixepoch() - 4 * 86400) * 1000'

/** The statement that tells of rounds that have not ended and whose form a database holds in no wording, for `checkRounds`. */
export const WITHOUT_FORM = `select slug, form_id, form_version from rounds r
  where (closes_at is null or closes_at > ${ENDED}) and (closed_at is null or closed_at > ${ENDED}) and not exists (
    select 1 from form_versions f where f.form_id = r.form_id and f.version = r.form_version)`

/**
 * Checks that no round loses its form with these forms as the only ones in the code.
 * @throws one line for each round that would.
 */
export function checkRounds(forms: readonly FormRow[], without: Rows | undefined): void {
  const lost = (without ?? []).filter(
    ({ form_id, form_version }) =>
      !forms.some(({ form }) => form.id === form_id && form.version === form_version),
  )
  if (lost.length === 0) return
  const lines = lost.map(
    ({ slug, form_id, form_version }) => `  /f/${slug}: ${form_id}, version ${form_version}`,
  )
  throw new Error(
    `Rounds ask a form that stands neither in forms/ nor in the database:\n${lines.join('\n')}\nName that version in forms/index.ts, beside the newer one, and deploy again: it is kept for good then.`,
  )
}

/** Publishes forms, so that whatever asks them and their answers can be read for ever. */
export async function publish(place: Place, forms: readonly FormRow[]): Promise<void> {
  if (forms.length === 0) return
  console.log(`Publishing ${forms.map(({ form }) => `${form.id} ${form.version}`).join(', ')} …`)
  const folder = mkdtempSync(join(tmpdir(), 'simpul-forms-'))
  try {
    const file = join(folder, 'forms.sql')
    writeFileSync(file, forms.map(({ sql }) => sql).join('\n'))
    await runFile(place, file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
