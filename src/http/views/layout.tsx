// The frame of every page: language, title, styles, a way to the other language, one main.
import type { Child } from 'hono/jsx'
import { accessibilityPath } from '../../core/paths.ts'
import type { Locale } from '../../core/text.ts'
import { wordsFor } from '../../core/words/words.ts'
import { type Share, ShareTags } from './share.tsx'
import { style } from './style.ts'

export interface PageProps {
  readonly locale: Locale
  /** The document's title; the page's own heading stands in `children`. */
  readonly title: string
  /** The same page in the other language, or null where there is none. */
  readonly otherLanguage: string | null
  /** Whose page this is, and where its front page is. */
  readonly home?: { readonly name: string; readonly path: string }
  /** How this page is shared; public pages without anything typed only. */
  readonly share?: Share | undefined
  /** Styles of this page beyond the common ones. */
  readonly extraStyle?: string
  readonly children: Child
}

/** The language a link to the other language leads to. */
export const otherLocale = (locale: Locale): Locale => (locale === 'id' ? 'en' : 'id')

export function Page({ locale, title, otherLanguage, home, share, extraStyle = '', children }: PageProps) {
  const { page: words, accessibility } = wordsFor(locale)
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{title}</title>
        {share ? <ShareTags share={share} locale={locale} /> : null}
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
        <footer>
          {words.footer} <a href={accessibilityPath(locale)}>{accessibility.link}</a>
        </footer>
      </body>
    </html>
  )
}
