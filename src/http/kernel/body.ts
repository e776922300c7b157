// The body of a POST as fields: form-encoded or multipart, never larger than what a form can hold.
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { collectFields, type Fields } from '../../core/form/fields.ts'

/** The largest body taken, in bytes. */
const BODY_MAX = 256 * 1000

/** The largest body taken with a file, in bytes: enough that most that are too large are told so in place. */
const UPLOAD_MAX = 4_000_000

/** Refuses a body that is larger than what a form can hold, with 413. */
export const limitedBody = bodyOf(BODY_MAX)

/** The same where a file comes along. */
export const limitedUpload = bodyOf(UPLOAD_MAX)

function bodyOf(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new HTTPException(413)
    },
  })
}

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

/** The bytes of a posted file; null where none was chosen, which browsers send as an empty one. */
export async function readUpload(c: Context, name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!c.req.header('Content-Type')?.toLowerCase().startsWith('multipart/form-data')) return null
  const file = (await c.req.formData()).get(name)
  return file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null
}
