// Staff's pages as one person of staff finds them, from link to link.

/** The pages that were found, by the pattern of their address; of what is no page there is no HTML. */
export type Found = ReadonlyMap<string, { readonly path: string; readonly html: string }>

/** A person of staff without a browser: only a cookie. */
export interface Session {
  get(path: string): Promise<Response>
}

/** Signs in by a link. */
export async function sessionBy(link: string): Promise<Session> {
  const { origin } = new URL(link)
  const response = await fetch(link, { method: 'POST', headers: { Origin: origin }, redirect: 'manual' })
  const cookie = response.headers.get('Set-Cookie')?.split(';')[0] ?? ''
  return { get: (path) => fetch(origin + path, { headers: { Cookie: cookie }, redirect: 'manual' }) }
}

/** The pattern of an address table that a path belongs to: fixed words go before parameters. */
export function patternOf(path: string, patterns: readonly string[]): string | undefined {
  const fits = (pattern: string) => new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`).test(path)
  const parameters = (pattern: string) => pattern.split(':').length
  return patterns.filter(fits).toSorted((a, b) => parameters(a) - parameters(b))[0]
}

const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/(?:href|src)="(\/c[^"#]*)"/g)].map(([, path = '']) => path.replaceAll('&amp;', '&'))

/**
 * Follows links from a page on, and gives the first page found of each pattern. `most` pages of one pattern are looked
 * through for further links: not every organisation has contacts.
 */
export async function crawl(
  session: Session,
  from: string,
  patterns: readonly string[],
  most: number,
): Promise<Found> {
  const found = new Map<string, { readonly path: string; readonly html: string }>()
  const looked = new Map<string, number>()
  const known = new Set([from])
  for (const path of known) {
    const pattern = patternOf(path.split('?')[0] ?? '', patterns)
    const count = pattern === undefined ? most : (looked.get(pattern) ?? 0)
    if (pattern === undefined || count >= most) continue
    looked.set(pattern, count + 1)
    const response = await session.get(path)
    if (!response.headers.get('Content-Type')?.startsWith('text/html')) {
      if (response.ok) found.set(pattern, { path, html: '' })
      continue
    }
    const html = await response.text()
    if (response.status === 200 && !found.has(pattern)) found.set(pattern, { path, html })
    // A set that grows while it is walked is walked to its new end.
    for (const link of linksIn(html)) known.add(link)
  }
  return found
}
