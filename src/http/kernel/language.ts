// The language of a request: asked for in the address, else the first one.
import type { Context } from 'hono'
import { isLocale, LOCALES, type Locale } from '../../core/kernel/text.ts'

/** The language in `?lang=`, or the given one. The browser's own wish is not asked: phones here are often left in English. */
export function localeOf(c: Context, otherwise: Locale = LOCALES[0]): Locale {
  const asked = c.req.query('lang')
  return isLocale(asked) ? asked : otherwise
}
