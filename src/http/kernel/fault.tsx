// What whoever asks is told when something of ours has failed: whether it passes, a code, and all that was typed.
import type { Context } from 'hono'
import type { Fields } from '../../core/form/fields.ts'
import { mayPass } from '../../core/kernel/fault.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { Deps } from '../../deps.ts'
import { MessagePage } from '../views/simple.tsx'
import { readFields } from './body.ts'
import { localeOf } from './language.ts'
import { RETRY_AFTER, withRetryAfter } from './limits.tsx'
import { anyFrame, respondJson, respondPage, wantsJson } from './respond.tsx'
import { codeOf } from './watch.ts'

/** What was posted, and whether a file came along, which no page can send again; null where nothing can be read. */
async function postedWith(
  c: Context,
): Promise<{ readonly fields: Fields; readonly hasFile: boolean } | null> {
  if (c.req.method !== 'POST') return null
  try {
    const fields = await readFields(c)
    const hasFile = [...(await c.req.formData()).values()].some(
      (one) => typeof one !== 'string' && one.size > 0,
    )
    return { fields, hasFile }
  } catch {
    return null
  }
}

/** Everything that was typed, and the button that sends it again to where it was sent. */
function Again({ c, fields, locale }: { c: Context; fields: Fields; locale: Locale }) {
  const { pathname, search } = new URL(c.req.url)
  return (
    <form method="post" action={pathname + search}>
      {[...fields].map(([name, values]) =>
        values.map((value) => <input type="hidden" name={name} value={value} />),
      )}
      <p>
        <button type="submit">{wordsFor(locale).page.fault.button}</button>
      </p>
    </form>
  )
}

/** A program is told the same. */
export const faultJson = (c: Context, deps: Deps, error: unknown): Response => {
  const kind = mayPass(error) ? 'unavailable' : 'server'
  const message = wordsFor(localeOf(c)).page.errors[kind].text
  const value = { problem: kind, message, code: codeOf(c, deps) }
  return mayPass(error) ? withRetryAfter(respondJson(c, value, 503)) : respondJson(c, value, 500)
}

/**
 * Answers where something of ours has failed: 503 with the time to come again in where the database stumbles, else 500.
 * Of what was posted nothing is lost: it stands in the page, behind a button that sends it again.
 */
export async function respondFault(c: Context, deps: Deps, error: unknown): Promise<Response> {
  if (wantsJson(c)) return faultJson(c, deps, error)
  const locale = localeOf(c)
  const { errors, fault } = wordsFor(locale).page
  const { title, text } = errors[mayPass(error) ? 'unavailable' : 'server']
  const posted = await postedWith(c)
  const page = (
    <MessagePage locale={locale} title={title}>
      <p>
        {posted === null
          ? text
          : posted.hasFile
            ? fault.file
            : `${fault.typed} ${fault.again(String(RETRY_AFTER))}`}
      </p>
      {posted === null || posted.hasFile ? null : <Again c={c} fields={posted.fields} locale={locale} />}
      <p>{fault.code(codeOf(c, deps))}</p>
    </MessagePage>
  )
  const options = { isPrivate: true, isTyped: posted !== null, framing: { ...anyFrame, own: deps.publicUrl } }
  return mayPass(error)
    ? withRetryAfter(await respondPage(c, page, { ...options, status: 503 }))
    : respondPage(c, page, { ...options, status: 500 })
}
