// What stands around a list of coordinators: what was done, and the ways to its other pages.
import { type ListPage, type PageWays, pageNumbered } from '../../core/kernel/page.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { wordsFor } from '../../core/words/index.ts'

/** What has just been done. */
export const Said = ({ text }: { readonly text: string | null }) =>
  text === null ? null : (
    <p class="box" role="status">
      {text}
    </p>
  )

interface Way {
  readonly address: string
  readonly text: string
}

/** The ways to the pages before and after one, and which page it is. */
export const Ways = ({
  label,
  at,
  ways,
}: {
  readonly label: string
  readonly at: string
  readonly ways: readonly (Way | null)[]
}) => (
  <nav aria-label={label}>
    <p>{at}</p>
    {ways.map((way) =>
      way === null ? null : (
        <a class="go" href={way.address}>
          {way.text}
        </a>
      ),
    )}
  </nav>
)

/** The pages before and after one of so many; `to` gives the address of one. */
export function Pager({
  ways,
  pages,
  to,
  locale,
}: {
  readonly ways: PageWays
  readonly pages: number
  readonly to: (page: ListPage) => string
  readonly locale: Locale
}) {
  const words = wordsFor(locale).coordinator.registry
  const { number, earlier, later } = ways
  return pages <= 1 ? null : (
    <Ways
      label={words.pages}
      at={words.page(String(number), String(pages))}
      ways={[
        earlier && { address: to(earlier), text: words.previous },
        later && { address: to(later), text: words.next },
      ]}
    />
  )
}

/** The same of a list that is counted through. */
export const countedWays = (number: number, pages: number): PageWays => ({
  number,
  earlier: number > 1 ? pageNumbered(number - 1) : null,
  later: number < pages ? pageNumbered(number + 1) : null,
})
