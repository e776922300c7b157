// What one form costs a phone: the bytes of its answer as the edge sends them.
import { brotliCompressSync, constants } from 'node:zlib'

/** Bytes of one answer. */
export interface PageBytes {
  /** The page, uncompressed. */
  readonly plain: number
  /** Compressed as the edge does by default (brotli, level 4), with its headers. */
  readonly sent: number
}

/** Fetches a page and weighs it. */
export async function weigh(url: string): Promise<PageBytes> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  const page = Buffer.from(await answer.arrayBuffer())
  const packed = brotliCompressSync(page, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
  const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return { plain: page.length, sent: packed.length + Buffer.byteLength(`HTTP/1.1 200 OK\r\n${headers}\r\n`) }
}
