// The language of a network's page: Indonesian first, whatever the browser is set to; a link leads to English and back.
import { beforeEach, expect, it } from 'vitest'
import { pageOf } from '../../../support/inside/page.ts'
import { newWorld, type World } from '../../../support/inside/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const PATH = '/n/rumah-inklusi'
const inEnglish = { 'Accept-Language': 'en-US,en;q=0.9' }

it('the page of a network is in Indonesian, even for a browser set to English; a link leads to English and back', async () => {
  const indonesian = await pageOf(await world.get(PATH, inEnglish))
  expect(indonesian.one('html').attributes.lang).toBe('id')
  expect(indonesian.one('title').text).toBe('Rumah Inklusi Jawa Timur (contoh)')
  const toEnglish = indonesian.one('a', { hreflang: 'en' }).attributes.href ?? ''
  const english = await pageOf(await world.get(toEnglish))
  expect(english.one('html').attributes.lang).toBe('en')
  expect(english.one('h1').text).toBe('Rumah Inklusi East Java (demo)')
  expect(english.one('a', { hreflang: 'id' }).attributes.href).toBe(PATH)
})
