// A form in a frame of another site: who asks for one, who is let in, and what is said to others.
import type { Context, MiddlewareHandler } from 'hono'
import { formPath } from '../../core/kernel/paths.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { ancestorsOf, type FramedRound, refusesFrame } from '../../core/round/framing.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { Round } from '../../db/round/read.ts'
import { Anchor } from '../views/anchor.tsx'
import { Page } from '../views/layout.tsx'
import { anyFrame, type Framing, isFramed, respondPage } from './respond.tsx'

/** Whether a browser asks for something to put into a frame; older ones do not tell. */
export const isForFrame = (c: Context): boolean =>
  ['iframe', 'frame', 'object', 'embed'].includes(c.req.header('Sec-Fetch-Dest') ?? '')

/**
 * Lets whoever sends from a frame read the answer: they may stand in a sandbox, without an origin. No cookie and no other
 * right is asked for.
 */
export const readableInFrames: MiddlewareHandler = async (c, next) => {
  await next()
  if (!isFramed(c)) return
  c.res.headers.set('Access-Control-Allow-Origin', '*')
  c.res.headers.set('Access-Control-Expose-Headers', 'Retry-After')
}

/** How pages of a round stand in a frame: all of them carry the same there, for one may take the place of the other. */
export const framingOfPages = (round: FramedRound, publicUrl: string): Framing => ({
  ancestors: ancestorsOf(round),
  own: publicUrl,
  look: 'framed',
})

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
  if (!isForFrame(c) || !refusesFrame(round, c.req.header('Referer'), publicUrl)) return null
  const { refused: words } = wordsFor(locale).embed
  const page = (
    <Page locale={locale} title={words.title} inLanguage={null}>
      <h1>{words.title}</h1>
      <p>{round.title[locale]}</p>
      <p>{words.text}</p>
      <p>
        <Anchor class="go" href={formPath(round.slug, locale)}>
          {words.open}
        </Anchor>
      </p>
    </Page>
  )
  return respondPage(c, page, { status: 403, framing: anyFrame })
}
