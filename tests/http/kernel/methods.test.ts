// Methods that an address does not know, and answers that come when nobody takes them any more.
import { beforeEach, describe, expect, it } from 'vitest'
import { pageOf } from '../../support/inside/page.ts'
import {
  DAY,
  IKO,
  keyAt,
  newWorld,
  OPENED,
  openRound,
  START,
  type World,
} from '../../support/inside/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

describe('an address that is there', () => {
  it.each([
    ['/', 'GET, HEAD'],
    ['/healthz', 'GET, HEAD'],
    ['/n/rumah-inklusi', 'GET, HEAD'],
    ['/aksesibilitas', 'GET, HEAD'],
    ['/n/rumah-inklusi/picture.png', 'GET, HEAD'],
    ['/s/anything', 'GET, HEAD'],
    ['/r/anything', 'GET, HEAD'],
    [IKO, 'GET, HEAD, POST'],
    ['/s/anything/correction', 'GET, HEAD, POST'],
    ['/s/anything/address', 'POST'],
    ['/d/anything', 'GET, HEAD'],
    ['/d/anything/form', 'GET, HEAD'],
    ['/d/anything/mail', 'POST'],
    ['/d/anything/delete', 'GET, HEAD, POST'],
    ['/sw.js', 'GET, HEAD'],
    [`${IKO}/print`, 'GET, HEAD'],
  ])('answers a method it does not know by naming its own: %s', async (path, methods) => {
    const response = await world.request(path, { method: 'DELETE' })
    expect([response.status, response.headers.get('Allow')]).toEqual([405, methods])
  })

  it('answers HEAD as GET, without a body', async () => {
    const response = await world.request(IKO, { method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([200, ''])
  })
})

it('an address that is not there is not found, whatever the method', async () => {
  expect((await world.request('/nowhere', { method: 'POST', body: 'a=b' })).status).toBe(404)
})

it('incomplete answers to a closed round are told of the close, not asked to be corrected', async () => {
  const path = await openRound(world, { slug: 'ditutup', closesAt: START - DAY })
  const response = await world.post(path, { submission: keyAt(OPENED), organisation: 'Forum Contoh' })
  expect(response.status).toBe(403)
  const page = await pageOf(response)
  expect(page.one('h1').text).toBe('Formulir ini sudah ditutup')
  expect(page.html).toContain('value="Forum Contoh"')
  expect(page.all('button').map(({ attributes }) => attributes.value)).toEqual(['lang:en'])
})
