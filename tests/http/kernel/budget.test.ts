// What a page weighs on its way to a phone: everything it needs, headers and all, compressed as an edge does it.
import { brotliCompressSync, constants } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { formScript, laterScript, workerScript } from '../../../src/client/built.ts'
import { IKO, newWorld, REGISTRATION, type World } from '../../support/inside/world.ts'

/** What the edge says besides of every answer that it compresses. */
const ADDED = ['content-encoding: gzip', 'transfer-encoding: chunked']

let world: World
beforeAll(async () => {
  world = await newWorld()
})

/** Bytes of brotli at level 4, which is what edges use for pages made on demand. */
const compressed = (text: string): number =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length

/** The bytes of one answer: its headers as HTTP/1.1 writes them, and its compressed body. */
async function weigh(path: string): Promise<number> {
  const response = await world.get(path)
  const own = [...response.headers].map(([name, value]) => `${name}: ${value}`)
  const headers = [...own, ...ADDED].map((line) => `${line}\r\n`).join('')
  const bytes = headers.length + compressed(await response.text())
  console.log(`${path}: ${bytes} bytes`)
  return bytes
}

describe.each(['', '?lang=en'])('in its language%s', (language) => {
  it('the IKO form with everything it needs takes at most 13,800 bytes', async () => {
    expect(await weigh(IKO + language)).toBeLessThanOrEqual(13_800)
  })

  it('in a frame, with the script for it, the same form takes at most 15,800 bytes', async () => {
    expect(await weigh(`${IKO}?embed=1${language.replace('?', '&')}`)).toBeLessThanOrEqual(15_800)
  })

  it('of these, its script takes at most 3,600 bytes', async () => {
    const page = await (await world.get(IKO + language)).text()
    const bytes = compressed(page) - compressed(page.replace(/<script>.*?<\/script>/gs, ''))
    console.log(`the script in it: ${bytes} bytes, ${compressed(formScript)} by itself`)
    expect(page).toContain(formScript)
    expect(bytes).toBeLessThanOrEqual(3_600)
  })

  it('the registration form takes at most 11,500 bytes', async () => {
    expect(await weigh(REGISTRATION + language)).toBeLessThanOrEqual(11_500)
  })

  it('the front page takes at most 3,000 bytes', async () => {
    expect(await weigh(`/${language}`)).toBeLessThanOrEqual(3_000)
  })
})

it('what a form asks for once somebody has begun takes at most 4,450 bytes', () => {
  expect(compressed(laterScript) + compressed(workerScript)).toBeLessThanOrEqual(4_450)
})
