// Bodies that are no form, or too large: refused in words, never with a failure of ours.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { wordsFor } from '../../../src/core/words/index.ts'
import { pageOf } from '../../support/inside/page.ts'
import { encoded, IKO, ikoAnswers, keyAt, newWorld, OPENED, type World } from '../../support/inside/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

// Whatever was sent, nothing of ours has failed over it.
afterEach(() => expect(world.logs).toEqual([]))

const FORM = 'application/x-www-form-urlencoded'
const { errors } = wordsFor('id').page
const MOST = 256_000

const post = (body: BodyInit | null, type: string | null, headers: Record<string, string> = {}) =>
  world.request(IKO, {
    method: 'POST',
    body,
    headers: { ...(type === null ? {} : { 'Content-Type': type }), ...headers },
  })

/** A complete body of exactly so many bytes; what is too much stands in a field of no question. */
const ofSize = (bytes: number): Uint8Array => {
  const start = `${encoded({ submission: keyAt(OPENED), ...ikoAnswers })}&x=`
  return new TextEncoder().encode(start + 'x'.repeat(bytes - start.length))
}

const streamed = (bytes: Uint8Array): ReadableStream =>
  new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += 60_000) controller.enqueue(bytes.slice(at, at + 60_000))
      controller.close()
    },
  })

describe('a body', () => {
  it('of 256 kB is taken, with or without its length told', async () => {
    const told = await post(ofSize(MOST), FORM, { 'Content-Length': String(MOST) })
    expect(told.status).toBe(303)
    expect((await post(streamed(ofSize(MOST)), FORM)).status).toBe(303)
  })

  it('of one byte more is too large, with or without its length told', async () => {
    const told = await post(ofSize(MOST + 1), FORM, { 'Content-Length': String(MOST + 1) })
    const untold = await post(streamed(ofSize(MOST + 1)), FORM)
    for (const response of [told, untold]) {
      expect(response.status).toBe(413)
      expect((await pageOf(response)).words).toContain('256 kB')
    }
  })

  it.each([['application/json'], ['text/plain'], ['application/octet-stream'], [null]])(
    'of type %s is no form',
    async (type) => {
      const response = await post(new TextEncoder().encode('{"organisation":"x"}'), type)
      expect(response.status).toBe(415)
      expect((await pageOf(response)).one('h1').text).toBe(errors.unreadable.title)
    },
  )

  it.each([
    ['without its boundary', 'multipart/form-data', 'x=1'],
    [
      'that ends in the middle',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="x"',
    ],
    ['that is something else', 'multipart/form-data; boundary=b', 'not multipart at all'],
  ])('of multipart %s cannot be read', async (_what, type, body) => {
    const response = await post(body, type)
    expect(response.status).toBe(400)
    expect((await pageOf(response)).one('h1').text).toBe(errors.unreadable.title)
  })

  it.each([
    ['nothing', FORM, ''],
    ['broken escapes', FORM, 'organisation=%ZZ%&district=%C3%28&=&&&'],
    ['bytes that are no text', FORM, new Uint8Array([0x61, 0x3d, 0xff, 0xfe, 0x00])],
    ['ten thousand fields', FORM, 'results=1&'.repeat(10_000)],
    ['names that every object knows', FORM, '__proto__=1&constructor=2&toString=3&district=constructor'],
  ])('of %s is read as a form with parts missing', async (_what, type, body) => {
    expect((await post(body, type)).status).toBe(422)
  })

  it('is told to programs as JSON, too', async () => {
    const json = { Accept: 'application/json' }
    expect(await (await post('{}', 'application/json', json)).json()).toMatchObject({ problem: 'unreadable' })
    const large = await post(ofSize(MOST + 1), FORM, { ...json, 'Content-Length': String(MOST + 1) })
    expect(await large.json()).toMatchObject({ problem: 'tooLarge' })
  })
})

describe('a method', () => {
  it.each([
    ['PUT', IKO],
    ['DELETE', IKO],
    ['POST', '/'],
    ['POST', '/healthz'],
    ['POST', '/s/x.y'],
  ])('%s %s has nothing to do here', async (method, path) => {
    const response = await world.request(path, { method })
    expect(response.status).toBe(405)
    expect((await pageOf(response)).one('h1').text).toBe(errors.method.title)
  })

  it('HEAD answers like GET, without the page', async () => {
    const response = await world.request(IKO, { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
    expect(await response.text()).toBe('')
  })
})
