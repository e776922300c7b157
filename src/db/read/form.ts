// Form versions published into the database.
import { eq } from 'drizzle-orm'
import type { Form } from '../../core/form/form.ts'
import type { Database } from '../database.ts'
import { formVersions } from '../schema.ts'

/** Whether a form stands in the database under its hash. */
export async function isPublished(db: Database, hash: string): Promise<boolean> {
  const found = await db
    .select({ hash: formVersions.hash })
    .from(formVersions)
    .where(eq(formVersions.hash, hash))
  return found.length > 0
}

/** The form published under a hash, or null. */
export async function publishedForm(db: Database, hash: string): Promise<Form | null> {
  const [version] = await db
    .select({ definition: formVersions.definition })
    .from(formVersions)
    .where(eq(formVersions.hash, hash))
  // Only what passed loadForms is ever published, so the definition has the shape of a form.
  return version ? (JSON.parse(version.definition) as Form) : null
}
