// What is said of a kept page, beside its HTML: written where it is rendered, read where it is looked at.
import type { Locale } from '../../../src/core/text.ts'

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
