// Keeping form versions: whatever is asked or was answered can be read for ever.
import { type SQL, sql } from 'drizzle-orm'
import { definitionOf, type FormVersion } from '../../core/form/shelf.ts'

/** The statement that keeps a form version unless it stands there already; `holds`: while this does. `now` in ms UTC. */
export const publishForm = ({ form, hash }: FormVersion, now: number, holds: SQL = sql`true`): SQL => sql`
  insert into form_versions (hash, form_id, version, definition, published_at)
  select ${hash}, ${form.id}, ${form.version}, ${definitionOf(form)}, ${now} where ${holds}
  on conflict (hash) do nothing`
