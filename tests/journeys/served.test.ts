// The files of the deployment as it serves them: pictures that links are shared with, and the script for other sites.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { demoNetwork } from '../../scripts/demo.ts'
import { root } from '../../scripts/run/place.ts'
import { test } from '../support/browser.ts'

const folder = join(root, 'public')

test('the picture that a form names is its network’s own, may be kept for a week, and nobody changes it', async ({
  home,
}) => {
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

  const sent = await fetch(address, { method: 'POST', body: 'a=b' })
  expect(sent.status).toBe(405)
  expect((await fetch(`${home}/_headers`)).status).toBe(404)
  expect((await fetch(`${home}/n/lain/picture.png`)).status).toBe(404)
})
