// The files of the deployment: pictures of the size that previews want, small, and nothing that belongs nowhere.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { demoNetwork } from '../../scripts/demo.ts'
import { root } from '../../scripts/run/place.ts'

const folder = join(root, 'public')
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  statSync(join(folder, name)).isFile(),
)
const pictures = files.filter((name) => name.endsWith('.png'))

/** Width and height, as the first chunk of a PNG tells them (ISO/IEC 15948, 11.2.2). */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)]

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
