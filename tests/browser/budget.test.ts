// What a page weighs on its way to a phone: everything it needs, headers and all, compressed as an edge does it.
import { brotliCompressSync, constants } from 'node:zlib'
import { describe, expect } from 'vitest'
import { formScript, laterScript, workerScript } from '../../src/client/built.ts'
import { test } from '../support/browser.ts'
import { withoutScript } from '../support/page.ts'

/** Bytes of brotli at level 4, which is what edges use for pages made on demand. */
const compressed = (text: string): number =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length

/** The bytes of one answer: its headers as HTTP/1.1 writes them, and its compressed body. */
async function weigh(address: string): Promise<number> {
  const response = await fetch(address)
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return headers.length + compressed(await response.text())
}

describe.each(['', '?lang=en'])('in its language%s', (language) => {
  test('the IKO form with everything it needs takes at most 13,800 bytes', async ({ home }) => {
    const bytes = await weigh(`${home}/f/iko-2026-2${language}`)
    console.log(`the IKO form${language}: ${bytes} bytes`)
    expect(bytes).toBeLessThanOrEqual(13_800)
  })

  test('in a frame, with the script for it, the same form takes at most 15,800 bytes', async ({ home }) => {
    const bytes = await weigh(`${home}/f/iko-2026-2?embed=1${language.replace('?', '&')}`)
    console.log(`the IKO form in a frame${language}: ${bytes} bytes`)
    expect(bytes).toBeLessThanOrEqual(15_800)
  })

  test('of these, its script takes at most 3,600 bytes', async ({ home }) => {
    const page = await (await fetch(`${home}/f/iko-2026-2${language}`)).text()
    const bytes = compressed(page) - compressed(withoutScript(page))
    console.log(`the script in it: ${bytes} bytes, ${compressed(formScript)} by itself`)
    expect(page).toContain(formScript)
    expect(bytes).toBeLessThanOrEqual(3_600)
  })

  test('what it asks for once somebody has begun takes at most 4,300 bytes', () => {
    expect(compressed(laterScript) + compressed(workerScript)).toBeLessThanOrEqual(4_300)
  })

  test('the registration form takes at most 11,500 bytes', async ({ home }) => {
    expect(await weigh(`${home}/f/daftar${language}`)).toBeLessThanOrEqual(11_500)
  })

  test('the front page takes at most 3,000 bytes', async ({ home }) => {
    expect(await weigh(`${home}/${language}`)).toBeLessThanOrEqual(3_000)
  })
})
