// What one form costs a phone: the bytes of its answer as the edge sends them.
import { brotliCompressSync, constants } from 'node:zlib'

/** Bytes of one answer. */
export interface PageBytes {
  /** The page, uncompressed. */
  readonly plain: number
  /** Compressed, with its headers. */
  readonly sent: number
  /** Compressed, what the script in the page adds to it. */
  readonly script: number
}

/** A page compressed as the edge does by default: brotli, level 4. */
export const packed = (page: Buffer): Buffer =>
  brotliCompressSync(page, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })

/** Fetches a page and weighs it. */
export async function weigh(url: string): Promise<PageBytes> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  const page = Buffer.from(await answer.arrayBuffer())
  const body = packed(page).length
  const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return {
    plain: page.length,
    sent: body + Buffer.byteLength(`HTTP/1.1 200 OK\r\n${headers}\r\n`),
    script: body - packed(Buffer.from(page.toString().replace(/<script>.*?<\/script>/gs, ''))).length,
  }
}
