// A form in a frame of another site: which requests are for one, who is let in, and how its pages are written.
import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { ancestorsOf, type FramedRound, refuses } from '../core/framing.ts'
import { FRAME_FIELD, formPath } from '../core/paths.ts'
import type { Locale } from '../core/text.ts'
import { wordsFor } from '../core/words/words.ts'
import type { Round } from '../db/read/round.ts'
import { documentOf, type FramePolicy, respond } from './respond.tsx'
import { Page } from './views/layout.tsx'

/** Whether a request is for pages of forms that stand in frames. */
export const isFramed = (c: Context): boolean =>
  c.req.query(FRAME_FIELD) === '1' && c.req.path.startsWith('/f/')

/** Whether a browser asks for something to put into a frame; older ones do not tell. */
export const isForFrame = (c: Context): boolean =>
  ['iframe', 'frame', 'object', 'embed'].includes(c.req.header('Sec-Fetch-Dest') ?? '')

// Within the page, or to another page that stands in frames.
const STAYING = `#|[^"]*[?;]${FRAME_FIELD}=1`
const LEAVING = new RegExp(`<a (?=[^>]*\\bhref="(?!${STAYING}))`, 'g')

/** A page as a document whose links leave the frame: what they lead to would not be shown there. */
export const framedDocumentOf = (page: JSX.Element): string =>
  documentOf(page).replace(LEAVING, '<a target="_blank" rel="noopener" ')

/** Who may show pages of a round in a frame. */
export const framePolicyOf = (round: FramedRound, publicUrl: string): FramePolicy => ({
  ancestors: ancestorsOf(round),
  own: publicUrl,
})

/** For pages that say a few words and let nobody do anything: better than a browser's blank. */
export const anyFrame: FramePolicy = { ancestors: '*', own: null }

/**
 * The answer to whoever asks for a round in a frame that a browser would leave blank, or null: a page with words and a
 * link. The policy decides; this only says it where that can be known.
 */
export function refusalOf(
  c: Context,
  round: Round,
  locale: Locale,
  publicUrl: string,
): Promise<Response> | null {
  if (!isForFrame(c) || !refuses(round, c.req.header('Referer'), publicUrl)) return null
  const { refused: words } = wordsFor(locale).embed
  const page = (
    <Page locale={locale} title={words.title} inLanguage={null}>
      <h1>{words.title}</h1>
      <p>{round.title[locale]}</p>
      <p>{words.text}</p>
      <p>
        <a class="go" href={formPath(round.slug, locale)}>
          {words.open}
        </a>
      </p>
    </Page>
  )
  return respond(c, framedDocumentOf(page), { status: 403, frame: anyFrame })
}
