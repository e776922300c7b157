// Which addresses answer with pages, read from the routes themselves; tests/gallery/coverage.test.ts compares it with what is kept.
import { expect, it } from 'vitest'
import { demoNetwork } from '../../../scripts/demo.ts'
import { laterPath } from '../../../src/client/built.ts'
import { access } from '../../../src/http/coordinator/access.ts'
import { keepRoutes, routesOf } from '../../support/inside/gallery.ts'
import { IKO_ROUND, ROUNDS } from '../../support/inside/rounds.ts'
import { addSettings } from '../../support/inside/settings.ts'
import { ADMINISTRATOR, HOME, signedIn } from '../../support/inside/staff.ts'
import { newWorld } from '../../support/inside/world.ts'

/** What answers with something else: where such an answer is found, and what it says it is. */
const OTHER: Readonly<Record<string, readonly [path: string, type: string]>> = {
  '/healthz': ['/healthz', 'application/json'],
  '/sw.js': ['/sw.js', 'text/javascript'],
  [laterPath]: [laterPath, 'text/javascript'],
  '/oembed': ['/oembed?url=https://simpul.test/f/iko-2026-2', 'application/json'],
  '/n/:slug/picture.png': [`/n/${demoNetwork.slug}/picture.png`, 'image/png'],
  '/n/:slug/logo/:hash': [`/n/${demoNetwork.slug}/logo/titik`, 'image/png'],
  '/c/n/:slug/rounds/:round/qr.svg': [`${ROUNDS}/${IKO_ROUND}/qr.svg`, 'image/svg+xml'],
  '/c/n/:slug/rounds/:round/qr.png': [`${ROUNDS}/${IKO_ROUND}/qr.png`, 'image/png'],
  '/c/n/:slug/organisations/import/template.csv': [`${HOME}/organisations/import/template.csv`, 'text/csv'],
  '/c/n/:slug/organisations/import/template.xlsx': [
    `${HOME}/organisations/import/template.xlsx`,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ],
}

it('every address that is asked for by GET answers with pages, but for a few, which answer with something else', async () => {
  const commonPicture = async () => new Response('', { headers: { 'Content-Type': 'image/png' } })
  const world = await newWorld({ commonPicture })
  await addSettings()
  const client = await signedIn(world, ADMINISTRATOR)
  const asked = routesOf(world.deps).filter(({ method }) => method === 'GET')
  const paths = [...new Set(asked.map(({ path }) => path))]
  for (const address of Object.keys(access))
    if (address.startsWith('GET ')) expect(paths).toContain(address.slice('GET '.length))
  for (const [route, [path, type]] of Object.entries(OTHER)) {
    expect(paths).toContain(route)
    const response = await client.get(path)
    expect([route, response.status, response.headers.get('Content-Type')?.split(';')[0]]).toEqual([
      route,
      200,
      type,
    ])
  }
  const named = (of: readonly string[]) => of.map((path) => `GET ${path}`)
  const html = paths.filter((path) => !Object.hasOwn(OTHER, path))
  await keepRoutes(named(html), named(Object.keys(OTHER)))
})
