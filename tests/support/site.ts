// Another site that shows forms of ours in frames: served on this machine from an origin of its own.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A page of the other site: what stands in its body, and what is said of it. */
export interface HostPage {
  readonly body: string
  readonly head?: string
  /** Of its html element, e.g. `dir="rtl"`. */
  readonly attributes?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Puts up a page on the other site and gives its address, which is like no other. */
export type PutUp = (page: HostPage) => string

export interface Site {
  readonly origin: string
  readonly putUp: PutUp
  readonly close: () => void
}

const documentOf = ({ body, head = '', attributes = 'lang="id"' }: HostPage): string =>
  `<!doctype html><html ${attributes}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Situs mitra</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`

/** The frame as the snippet for webmasters has it. */
export const frameOf = (address: string, attributes = ''): string =>
  `<iframe src="${address}" title="Formulir" loading="lazy" width="100%" height="720" style="border:0"
 allow="clipboard-write" referrerpolicy="strict-origin-when-cross-origin" ${attributes}></iframe>`

/** The script as the snippet has it. */
export const scriptOf = (home: string): string => `<script async src="${home}/embed/v1.js"></script>`

/** Starts the other site. */
export async function openSite(): Promise<Site> {
  const pages: HostPage[] = []
  const server = createServer(({ url = '' }, answer) => {
    const page = pages[Number(url.slice(1))]
    answer.writeHead(page ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8', ...page?.headers })
    answer.end(page ? documentOf(page) : '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a TCP server's address is never a string
  // Another name of this machine is another site to a browser.
  const origin = `http://localhost:${port}`
  return {
    origin,
    putUp: (page) => `${origin}/${pages.push(page) - 1}`,
    close: () => void server.close(),
  }
}
