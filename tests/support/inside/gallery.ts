// Keeps pages as files, for those tests that look at them: one file for the HTML, one for what is said of it.
import { env } from 'cloudflare:workers'
import { expect } from 'vitest'

/** What is said of a kept page. */
export interface PageState {
  /** The address it is of, as the tables name it, e.g. `GET /f/:slug` or `POST /f/:slug`. */
  readonly route: string
  /** What it shows, in a few words; one name a route. */
  readonly state: string
  readonly locale: 'id' | 'en'
  /** The path it was asked for at. */
  readonly path: string
  readonly status: number
}

const nameOf = ({ route, state, locale }: PageState): string =>
  `${route}--${state}--${locale}`.replace(/[^a-zA-Z0-9-]+/g, '_')

/** Keeps a page that was answered with the expected status; it must be HTML. */
export async function keepPage(response: Response, state: PageState): Promise<void> {
  const html = await response.text()
  expect([state.route, state.state, response.status]).toEqual([state.route, state.state, state.status])
  expect(response.headers.get('Content-Type')).toContain('text/html')
  expect(html).toContain(`<html lang="${state.locale}"`)
  const put = (ending: string, body: string) =>
    env.GALLERY.fetch(`https://gallery/${nameOf(state)}.${ending}`, { method: 'PUT', body })
  await Promise.all([put('html', html), put('json', JSON.stringify(state))])
}
