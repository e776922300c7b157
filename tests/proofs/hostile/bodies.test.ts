// Bodies in every wrong shape: refused in words or taken as text, and never a failure of ours.
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newWorld, type World } from '../../support/inside/world.ts'
import { bodies } from './data/bodies.ts'
import type { BodyCase } from './data/case.ts'
import { inspect, UNSEEN } from './support/inspect.ts'
import { countRows, forget, newestAnswers, places } from './support/sending.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
beforeEach(() => forget(world))
afterEach(() => expect(world.logs).toEqual([]))

const { path } = places.iko

/** Sends the bytes with exactly the given type: text would bring a type of its own. */
function send({ body, type, headers = {} }: BodyCase, accept: string): Promise<Response> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const all = new Headers({ ...headers, Accept: accept })
  if (type !== null) all.set('Content-Type', type)
  return world.request(path, { method: 'POST', body: bytes, headers: all })
}

describe('a body of', () => {
  it.each(bodies)('$title', async (body) => {
    const before = await countRows(world, 'revisions')
    const page = await send(body, 'text/html')
    expect(page.status).toBe(body.status)
    const program = await send(body, 'application/json')
    expect(program.status).toBe(body.status === 303 ? 201 : body.status)
    expect(await program.json<object>()).toBeInstanceOf(Object)
    if (body.status === 303) {
      const answers = await newestAnswers(world)
      expect(answers.organisation).toBe(body.organisation)
      expect(JSON.stringify(answers)).not.toMatch(UNSEEN)
      expect(await countRows(world, 'revisions')).toBe(before + 2)
      return
    }
    const html = await page.text()
    expect(html).toMatch(/^<!doctype html>/)
    expect((await inspect(html)).strange).toEqual([])
    expect(await countRows(world, 'revisions')).toBe(before)
    expect(world.hints).toEqual([])
  })
})
