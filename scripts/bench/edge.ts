// An edge before a Worker: the very answer, compressed as an edge compresses pages (brotli, level 4). miniflare does not.
import { createServer } from 'node:http'
import { packed } from './page.ts'

/** A running edge. */
export interface Edge {
  /** Where it answers, without a slash at its end. */
  readonly url: string
  /** How many requests have come so far, for whatever. */
  requests(): number
  stop(): Promise<void>
}

// What belongs to one connection (RFC 9110 §7.6.1), and what the compressed body has of its own.
const OWN = new Set(['connection', 'transfer-encoding', 'content-length'])

/** Starts an edge on a free port of this machine. It keeps nothing: every request reaches the Worker. */
export async function startEdge(worker: string): Promise<Edge> {
  let requests = 0
  const server = createServer(async (request, response) => {
    requests++
    try {
      const answer = await fetch(worker + (request.url ?? '/'))
      const body = packed(Buffer.from(await answer.arrayBuffer()))
      const headers = [...answer.headers].filter(([name]) => !OWN.has(name))
      response.writeHead(answer.status, [
        ...headers.flat(),
        ...['content-encoding', 'br', 'vary', 'accept-encoding', 'content-length', String(body.length)],
      ])
      response.end(body)
    } catch (error) {
      response.destroy(error instanceof Error ? error : undefined)
    }
  })
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address && typeof address === 'object') resolve(address.port)
      else reject(new Error('the edge has no port'))
    })
  })
  return {
    url: `http://127.0.0.1:${port}`,
    requests: () => requests,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
