// Form versions published into the database.
import { and, desc, eq } from 'drizzle-orm'
import type { Form } from '../../core/form/form.ts'
import type { FormVersion, FormVersionKey } from '../../core/form/shelf.ts'
import type { Database } from '../database.ts'
import { formVersions } from '../schema/index.ts'

/** Whether a form stands in the database under its hash. */
export async function isPublished(db: Database, hash: string): Promise<boolean> {
  const found = await db
    .select({ hash: formVersions.hash })
    .from(formVersions)
    .where(eq(formVersions.hash, hash))
  return found.length > 0
}

/** A form that was published: under a hash, or the last one under an id and version; null where none was. */
export async function publishedForm(db: Database, which: FormVersionKey): Promise<FormVersion | null> {
  const [version] = await db
    .select({ hash: formVersions.hash, definition: formVersions.definition })
    .from(formVersions)
    .where(
      'hash' in which
        ? eq(formVersions.hash, which.hash)
        : and(eq(formVersions.formId, which.id), eq(formVersions.version, which.version)),
    )
    .orderBy(desc(formVersions.publishedAt))
    .limit(1)
  // Only what passed loadForms is ever published, so the definition has the shape of a form.
  return version ? { form: JSON.parse(version.definition) as Form, hash: version.hash } : null
}
