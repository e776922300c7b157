// What a page has only where it stands in a frame of another site: the way out, and what to do when the network is gone.
import type { Locale } from '../../core/kernel/text.ts'
import { wordsFor } from '../../core/words/index.ts'
import { Anchor } from './anchor.tsx'

/** A page in a frame. */
export interface FramedPage {
  /** Where the same can be done without a frame. */
  readonly full: string
  /** What the page tells the site around it, beside that it is there. */
  readonly says?: 'submitted' | 'closed'
  /** Whether it answers something that was posted, so that it is to be seen from its top. */
  readonly answers?: boolean
}

interface Props {
  readonly framed: FramedPage
  readonly locale: Locale
}

/** A link to the same on a page of its own, first of all: for screen readers, small frames and sites that cut frames off. */
export const WayOut = ({ framed, locale }: Props) => (
  <Anchor href={framed.full}>{wordsFor(locale).embed.full}</Anchor>
)

/** Filled in by the script (src/client/frame.ts); without it, and in a sandbox, one is sent to the full page. */
export function Connection({ framed, locale }: Props) {
  const { lost: words, noScript, full } = wordsFor(locale).embed
  return (
    <>
      <noscript>
        <p>
          {noScript} <Anchor href={framed.full}>{full}</Anchor>
        </p>
      </noscript>
      <div
        id="frame-says"
        role="status"
        data-sending={words.sending}
        data-waiting={words.waiting}
        data-busy={words.busy}
        data-open={words.open}
      />
      <p class="pass" id="frame-address" hidden />
      <div id="frame-lost" hidden>
        <button type="button" id="frame-again">
          {words.again}
        </button>
        <label class="l" for="frame-copy">
          {words.copy}
        </label>
        <p class="h" id="frame-copy-h">
          {words.copyHint}
        </p>
        <textarea id="frame-copy" rows={8} readonly aria-describedby="frame-copy-h" />
        <p>
          {words.full} <Anchor href={framed.full}>{full}</Anchor>
        </p>
      </div>
    </>
  )
}
