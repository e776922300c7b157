// What is said of kept pages, beside their HTML, and of all addresses: written where they are rendered, read where they are looked at.
import type { Locale } from '../../../src/core/kernel/text.ts'

/** What is said of a kept page. */
export interface PageState {
  /** The address it is of, as the routes name it, e.g. `GET /f/:slug` or `POST /f/:slug`. */
  readonly route: string
  /** What it shows, in a few words; one name a route. */
  readonly state: string
  readonly locale: Locale
  /** The path it was asked for at. */
  readonly path: string
  readonly status: number
}

/** Which addresses answer with pages, as `GET /f/:slug` or `POST /f/:slug`. */
export interface PageRoutes {
  /** What is asked for and answers with a page, and what answers with something else. */
  readonly html: readonly string[]
  readonly other: readonly string[]
  /** What is sent to and may answer with a page, as forms that are refused do. */
  readonly posts: readonly string[]
}
