// The frame of every page: language, title, styles, a way to the other language, one main.
import type { Child } from 'hono/jsx'
import type { Locale } from '../../core/text.ts'
import { wordsFor } from '../../core/words/words.ts'
import { style } from './style.ts'

export interface PageProps {
  readonly locale: Locale
  /** The document's title; the page's own heading stands in `children`. */
  readonly title: string
  /** The same page in the other language, or null where there is none. */
  readonly otherLanguage: string | null
  /** Whose page this is, and where its front page is. */
  readonly home?: { readonly name: string; readonly path: string }
  /** Styles of this page beyond the common ones. */
  readonly extraStyle?: string
  /** The page's own script; the policy of its look must name it (src/http/respond.tsx). */
  readonly script?: string
  readonly children: Child
}

/** The language a link to the other language leads to. */
export const otherLocale = (locale: Locale): Locale => (locale === 'id' ? 'en' : 'id')

export function Page({ locale, title, otherLanguage, home, extraStyle = '', script, children }: PageProps) {
  const words = wordsFor(locale).page
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        {/* Our own constant, so there is nothing to escape; the policy names it by its hash. */}
        <style dangerouslySetInnerHTML={{ __html: style + extraStyle }} />
      </head>
      <body>
        <a class="skip" href="#main">
          {words.skip}
        </a>
        <header>
          {home ? <a href={home.path}>{home.name}</a> : <span>Simpul</span>}
          {otherLanguage === null ? null : (
            <a href={otherLanguage} lang={otherLocale(locale)} hreflang={otherLocale(locale)}>
              {words.otherLanguage}
            </a>
          )}
        </header>
        <main id="main">{children}</main>
        <footer>{words.footer}</footer>
        {script ? <script dangerouslySetInnerHTML={{ __html: script }} /> : null}
      </body>
    </html>
  )
}
