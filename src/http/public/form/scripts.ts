// The scripts that a form asks for once somebody has begun it: what it needs later, and its service worker.
import { laterPath, laterScript, workerScript } from '../../../client/built.ts'
import type { Locale } from '../../../core/kernel/text.ts'
import { wordsFor } from '../../../core/words/index.ts'
import { localeOf } from '../../kernel/language.ts'
import type { PublicPages } from '../routes.ts'

const headers = {
  'Content-Type': 'text/javascript; charset=utf-8',
  'X-Content-Type-Options': 'nosniff',
  // A service worker may ask for what it keeps, and for nothing else.
  'Content-Security-Policy': "default-src 'none'; connect-src 'self'",
}

/** The words that the script says (src/client/words.ts), as a statement before it. */
function laterWords(locale: Locale): string {
  const { kept, newer } = wordsFor(locale).drafts
  const said = { ...kept, load: newer.load, keep: newer.keep }
  const sentences = Object.entries(said).map(([name, words]) => [
    name,
    typeof words === 'string' ? words : words('{0}'),
  ])
  return `window.laterWords=${JSON.stringify(Object.fromEntries(sentences))};`
}

/** Registers the scripts. */
export function scriptPages(pages: PublicPages): void {
  pages.open('GET /sw.js', (c) => c.body(workerScript, 200, { ...headers, 'Cache-Control': 'no-cache' }))
  // The hash of the script is in its address; its words may be a day old.
  pages.open(`GET ${laterPath}`, (c) =>
    c.body(laterWords(localeOf(c)) + laterScript, 200, {
      ...headers,
      'Cache-Control': 'public, max-age=86400',
    }),
  )
}
