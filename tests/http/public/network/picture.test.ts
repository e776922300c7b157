// The picture of a network without one of its own, and the files that hold pictures.
import { beforeEach, expect, it } from 'vitest'
import { newWorld, type World } from '../../../support/inside/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const PICTURE = '/n/rumah-inklusi/picture.png'

it('a network without a picture of its own is shared with the common one', async () => {
  const response = await world.get(PICTURE)
  expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'image/png'])
  const bytes = new DataView(await response.arrayBuffer())
  // Width and height stand in the first chunk of a PNG (ISO/IEC 15948, 11.2.2).
  expect([bytes.getUint32(16), bytes.getUint32(20)]).toEqual([1200, 630])
})

it('who has the picture is told that it is still the same', async () => {
  const tag = (await world.get(PICTURE)).headers.get('ETag') ?? ''
  expect(tag).not.toBe('')
  expect((await world.get(PICTURE, { 'If-None-Match': tag })).status).toBe(304)
})

it('a network that is not there has none', async () => {
  expect((await world.get('/n/lain/picture.png')).status).toBe(404)
})
