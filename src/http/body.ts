// The body of a POST as fields: form-encoded or multipart, never larger than what a form can hold.
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { collectFields, type Fields } from '../core/form/fields.ts'

/** The largest body taken, in bytes. */
const BODY_MAX = 256 * 1000

/** Refuses a body that is larger than what a form can hold, with 413. */
export const limitedBody = bodyLimit({
  maxSize: BODY_MAX,
  onError: () => {
    throw new HTTPException(413)
  },
})

const FORM_TYPES = new Set(['application/x-www-form-urlencoded', 'multipart/form-data'])

/**
 * Reads the posted fields; files are left out.
 * @throws HTTPException 415 where the body is neither kind of form, 400 where it cannot be read as what it says it is.
 */
export async function readFields(c: Context): Promise<Fields> {
  const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!FORM_TYPES.has(type)) throw new HTTPException(415)
  try {
    const entries = [...(await c.req.formData())]
    return collectFields(
      entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    )
  } catch {
    throw new HTTPException(400)
  }
}
