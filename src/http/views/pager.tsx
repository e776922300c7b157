// What stands around a list of coordinators: what was done, and the ways to its other pages.
import type { Locale } from '../../core/kernel/text.ts'
import { wordsFor } from '../../core/words/index.ts'

/** What has just been done. */
export const Said = ({ text }: { readonly text: string | null }) =>
  text === null ? null : (
    <p class="box" role="status">
      {text}
    </p>
  )

/** The pages before and after; `to` gives the address of one. */
export function Pager({
  page,
  pages,
  to,
  locale,
}: {
  readonly page: number
  readonly pages: number
  readonly to: (page: number) => string
  readonly locale: Locale
}) {
  const words = wordsFor(locale).coordinator.registry
  return pages <= 1 ? null : (
    <nav aria-label={words.pages}>
      <p>{words.page(String(page), String(pages))}</p>
      {page > 1 ? (
        <a class="go" href={to(page - 1)}>
          {words.previous}
        </a>
      ) : null}
      {page < pages ? (
        <a class="go" href={to(page + 1)}>
          {words.next}
        </a>
      ) : null}
    </nav>
  )
}
