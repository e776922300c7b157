// The pictures that links are shared with, as the deployment serves them: small, of the size previews want, kept for days.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { demoNetwork } from '../../scripts/demo.ts'
import { root } from '../../scripts/run/place.ts'
import { test } from '../support/browser.ts'

const folder = join(root, 'public')
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  statSync(join(folder, name)).isFile(),
)
const pictures = files.filter((name) => name.endsWith('.png'))

/** Width and height, as the first chunk of a PNG tells them (ISO/IEC 15948, 11.2.2). */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)]

describe('the files of the deployment', () => {
  test('are one picture for everybody, one a network at most, the script for sites, and their headers', () => {
    expect(
      files.filter(
        (name) => !/^(?:picture\.png|n\/[a-z0-9-]+\/picture\.png|embed\/v[\d.]+\.js|_headers)$/.test(name),
      ),
    ).toEqual([])
    expect(pictures).toContain('picture.png')
    expect(pictures).toContain(`n/${demoNetwork.slug}/picture.png`)
  })

  test.for(pictures)('%s is a PNG of 1200 × 630 and at most 300 kB', (name) => {
    const png = readFileSync(join(folder, name))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect(sizeOf(png)).toEqual([1200, 630])
    expect(png.length).toBeLessThanOrEqual(300_000)
  })
})

describe('the picture that a form names', () => {
  test('is its network’s own, and may be kept for a week', async ({ home }) => {
    const page = await (await fetch(`${home}/f/daftar`)).text()
    const address = /property="og:image" content="([^"]+)"/.exec(page)?.[1] ?? ''
    expect(address).toBe(`${home}/n/${demoNetwork.slug}/picture.png`)
    const response = await fetch(address)
    expect(response.status).toBe(200)
    const { headers } = response
    expect(headers.get('Content-Type')).toBe('image/png')
    expect(headers.get('Cache-Control')).toBe('public, max-age=604800, must-revalidate')
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Content-Security-Policy')).toBe("default-src 'none'")
    expect(headers.get('Set-Cookie')).toBeNull()
    expect(Buffer.from(await response.arrayBuffer())).toEqual(
      readFileSync(join(folder, 'n', demoNetwork.slug, 'picture.png')),
    )
    const known = await fetch(address, { headers: { 'If-None-Match': headers.get('ETag') ?? '' } })
    expect(known.status).toBe(304)
  })

  test('is not changed by sending to it, and the file of headers is nobody’s to read', async ({ home }) => {
    const sent = await fetch(`${home}/n/${demoNetwork.slug}/picture.png`, { method: 'POST', body: 'a=b' })
    expect(sent.status).toBe(405)
    expect((await fetch(`${home}/_headers`)).status).toBe(404)
    expect((await fetch(`${home}/n/lain/picture.png`)).status).toBe(404)
  })
})
