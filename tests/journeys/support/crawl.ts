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
 * Follows links from a page on until a page of each pattern is found or no link is left, and gives the first one of each.
 * What nobody has seen yet goes first. `most` pages of one pattern are looked through for further links: not every
 * organisation has contacts.
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
  const ahead: { readonly path: string; readonly pattern: string }[] = []
  const add = (path: string) => {
    const pattern = patternOf(path.split('?')[0] ?? '', patterns)
    if (pattern !== undefined) ahead.push({ path, pattern })
  }
  add(from)
  while (found.size < patterns.length) {
    const at = Math.max(
      0,
      ahead.findIndex(({ pattern }) => !found.has(pattern)),
    )
    const [next] = ahead.splice(at, 1)
    if (!next) break
    const { path, pattern } = next
    const count = looked.get(pattern) ?? 0
    if (count >= most) continue
    looked.set(pattern, count + 1)
    const response = await session.get(path)
    if (!response.headers.get('Content-Type')?.startsWith('text/html')) {
      if (response.ok) found.set(pattern, { path, html: '' })
      continue
    }
    const html = await response.text()
    if (response.status === 200 && !found.has(pattern)) found.set(pattern, { path, html })
    for (const link of linksIn(html))
      if (!known.has(link)) {
        known.add(link)
        add(link)
      }
  }
  return found
}
