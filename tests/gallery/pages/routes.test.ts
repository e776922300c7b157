// Which addresses answer with pages, read from the routes themselves; tests/gallery/coverage.test.ts compares it with what is kept.
import { expect, it } from 'vitest'
import { demoNetwork } from '../../../scripts/demo.ts'
import { laterPath } from '../../../src/client/built.ts'
import type { Deps } from '../../../src/deps.ts'
import { staffAccess } from '../../../src/http/access.ts'
import { keepRoutes, routesOf } from '../../support/inside/gallery.ts'
import { addPractice, IKO_ROUND, PRACTICE, ROUNDS } from '../../support/inside/rounds.ts'
import { addSettings, ROLE, SETTINGS, YEAR } from '../../support/inside/settings.ts'
import { ADMINISTRATOR, HOME, signedIn } from '../../support/inside/staff.ts'
import { newWorld, sentIko, type Typed } from '../../support/inside/world.ts'

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

/** The paths of a method, each once. */
const pathsOf = (deps: Deps, method: 'GET' | 'POST'): readonly string[] => [
  ...new Set(
    routesOf(deps)
      .filter((route) => route.method === method)
      .map(({ path }) => path),
  ),
]

it('every address that is asked for answers with a page, but for a few, which answer with something else', async () => {
  const commonPicture = async () => new Response('', { headers: { 'Content-Type': 'image/png' } })
  const world = await newWorld({ commonPicture })
  await addSettings()
  const client = await signedIn(world, ADMINISTRATOR)
  const paths = pathsOf(world.deps, 'GET')
  for (const address of Object.keys(staffAccess))
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
  await keepRoutes({ html: named(html), other: named(Object.keys(OTHER)) })
})

it('every address that is sent to may answer with a page, but for a few, which always lead on', async () => {
  const world = await newWorld()
  await addSettings()
  await addPractice()
  await sentIko(world)
  await world.work()
  const client = await signedIn(world, ADMINISTRATOR)
  const [one] = await world.rows<{ delivery: string; submission: string }>(
    `select id as delivery, submission_id as submission from deliveries where kind = 'report'`,
  )
  /** What always leads on: where, with which fields. */
  const leading: Readonly<Record<string, readonly [path: string, fields: Typed]>> = {
    '/c/n/:slug/handovers/:submission': [`${HOME}/handovers/${one?.submission}`, { given: 'yes' }],
    '/c/n/:slug/messages/:delivery/again': [`${HOME}/messages/${one?.delivery}/again`, {}],
    '/c/n/:slug/rounds/:round/close': [`${ROUNDS}/${IKO_ROUND}/close`, {}],
    '/c/n/:slug/rounds/:round/practice': [`${ROUNDS}/${PRACTICE}/practice`, {}],
    '/c/n/:slug/rounds/:round/share': [`${ROUNDS}/${IKO_ROUND}/share`, { text: 'Isilah' }],
    '/c/n/:slug/settings/logo/remove': [`${SETTINGS}/logo/remove`, {}],
    '/c/n/:slug/settings/roles/:role/remove': [`${SETTINGS}/roles/${ROLE}/remove`, {}],
    '/c/n/:slug/settings/years/:year/remove': [`${SETTINGS}/years/${YEAR}/remove`, {}],
    '/c/n/:slug/steps': [`${HOME}/steps`, { step: '' }],
    '/c/language': ['/c/language', { locale: 'en' }],
    '/c/sessions': ['/c/sessions', { end: 'others' }],
  }
  const paths = pathsOf(world.deps, 'POST')
  for (const [route, [path, fields]] of Object.entries(leading)) {
    expect(paths).toContain(route)
    expect([route, (await client.post(path, fields)).status]).toEqual([route, 303])
  }
  const html = paths.filter((path) => !Object.hasOwn(leading, path))
  await keepRoutes({ posts: html.map((path) => `POST ${path}`) })
})
