// Pages of a form, before and after it is sent.
import { beforeEach, it } from 'vitest'
import { keepPage } from '../../support/inside/gallery.ts'
import { IKO, newWorld, type World } from '../../support/inside/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

it.each(['id', 'en'] as const)('a form, blank: %s', async (locale) => {
  const path = locale === 'en' ? `${IKO}?lang=en` : IKO
  await keepPage(await world.get(path), { route: 'GET /f/:slug', state: 'blank', locale, path, status: 200 })
})
