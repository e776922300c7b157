// The frame of every page: language, title, styles, a way to the other language, one main.
import type { Child } from 'hono/jsx'
import type { Theme } from '../../core/kernel/colours.ts'
import { accessibilityPath } from '../../core/kernel/paths.ts'
import { LOCALES, type Locale } from '../../core/kernel/text.ts'
import { wordsFor } from '../../core/words/index.ts'
import { Anchor } from './anchor.tsx'
import { Connection, type FramedPage, WayOut } from './framed.tsx'
import { carriedBy, type Look } from './look.ts'
import { type Share, ShareTags } from './share.tsx'

/** A button of the page's form that stands outside of it. */
export interface FormButton {
  readonly form: string
  readonly formaction?: string
  readonly name: string
  readonly value: string
}

export interface PageProps {
  readonly locale: Locale
  /** The document's title; the page's own heading stands in `children`. */
  readonly title: string
  /** How the page is reached in another language, or null where it is in this one only. */
  readonly inLanguage: ((locale: Locale) => string | FormButton) | null
  /** What the Enter key does in the page's form: browsers press its first button, which would be that of a language. */
  readonly onEnter?: FormButton
  /** Whose page this is, where its front page is, and their picture where pages of this look show one. */
  readonly home?: { readonly name: string; readonly path: string; readonly picture?: Child }
  /** The colours of the form this page belongs to. */
  readonly theme?: Theme | undefined
  /** What the page carries; its response must name the same (src/http/kernel/respond.tsx). */
  readonly look?: Look
  /** What else stands in the head of the page, below its first line. */
  readonly aside?: Child
  /** What the foot says of cookies, where there is one, and where else it leads. */
  readonly footer?: string
  readonly beside?: Child
  /** Whether it belongs to a round for practice, which it then says first and last. */
  readonly isPractice?: boolean
  /** How this page is shared; public pages without anything typed only. */
  readonly share?: Share | undefined
  /** What only a page in a frame of another site has; it looks `framed` then. */
  readonly framed?: FramedPage | null
  readonly children: Child
}

const others = (locale: Locale): readonly Locale[] => LOCALES.filter((other) => other !== locale)

function LanguageControl({ to, way }: { to: Locale; way: string | FormButton }) {
  const { language } = wordsFor(to).page
  return typeof way === 'string' ? (
    <Anchor href={way} lang={to} hreflang={to}>
      {language}
    </Anchor>
  ) : (
    <button type="submit" class="link" lang={to} {...way}>
      {language}
    </button>
  )
}

const PracticeMark = ({ locale }: { readonly locale: Locale }) => {
  const words = wordsFor(locale).practice
  return (
    <p class="box">
      <b>{words.mark}</b> {words.text}
    </p>
  )
}

export function Page(props: PageProps) {
  const { locale, title, inLanguage, onEnter, home, theme, aside, share, framed = null, children } = props
  const mark = props.isPractice ? <PracticeMark locale={locale} /> : null
  const { css, script } = carriedBy(framed === null ? (props.look ?? 'common') : 'framed', theme)
  const { page: words, accessibility, embed, practice } = wordsFor(locale)
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{props.isPractice ? practice.titled(title) : title}</title>
        {share ? <ShareTags share={share} locale={locale} /> : null}
        <link rel="icon" href="data:," />
        {/* Our own words and checked colours, so there is nothing to escape; the policy names them by their hash. */}
        <style dangerouslySetInnerHTML={{ __html: css }} />
      </head>
      <body data-says={framed?.says} data-answers={framed?.answers ? '' : undefined}>
        <a class="skip" href="#main">
          {words.skip}
        </a>
        <header>
          {home ? (
            <Anchor href={home.path}>
              {home.picture}
              {home.name}
            </Anchor>
          ) : (
            <span>Simpul</span>
          )}
          {onEnter ? (
            <button type="submit" class="sr" tabindex={-1} {...onEnter}>
              {words.check.button}
            </button>
          ) : null}
          {inLanguage === null
            ? null
            : others(locale).map((other) => <LanguageControl to={other} way={inLanguage(other)} />)}
          {aside}
          {framed === null ? null : <WayOut framed={framed} locale={locale} />}
        </header>
        <main id="main">
          {mark}
          {children}
          {mark}
          {framed === null ? null : <Connection framed={framed} locale={locale} />}
        </main>
        <footer>
          {framed === null ? null : `${embed.leaving} `}
          {props.footer ?? words.footer} {props.beside}
          <Anchor href={accessibilityPath(locale)}>{accessibility.link}</Anchor>
        </footer>
        {script === null ? null : <script dangerouslySetInnerHTML={{ __html: script }} />}
      </body>
    </html>
  )
}
