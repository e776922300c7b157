// Methods, paths, queries and headers: every answer is one of ours, names no other host and leads nowhere else.
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newWorld, type World } from '../../support/inside/world.ts'
import { requests } from './data/requests.ts'
import { inspect } from './support/inspect.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterEach(() => expect(world.logs).toEqual([]))

const headersOf = ({ headers }: Response): string => JSON.stringify([...headers])

describe('a request:', () => {
  it.each(requests)('$title', async ({ method = 'GET', path, headers = {}, status }) => {
    const response = await world.request(path, { method, headers })
    expect(response.status).toBe(status)
    const html = await response.text()
    expect((await inspect(html)).strange).toEqual([])
    expect(headersOf(response) + html).not.toMatch(/evil|alert\(1\)|jndi/)
    for (const name of ['Location', 'Set-Cookie', 'Access-Control-Allow-Origin'])
      expect(response.headers.get(name)).toBeNull()
  })

  it.each(requests.filter(({ headers }) => headers?.Accept === undefined))(
    'as a program: $title',
    async ({ method = 'GET', path, headers = {}, status }) => {
      const response = await world.request(path, {
        method,
        headers: { ...headers, Accept: 'application/json' },
      })
      expect(response.status).toBe(status)
      const text = await response.text()
      expect(headersOf(response) + text).not.toMatch(/evil|alert\(1\)|jndi/)
      expect(response.headers.get('X-Content-Type-Options') ?? path).toBe('nosniff')
      if (response.headers.get('Content-Type')?.startsWith('application/json') && text !== '')
        expect(JSON.parse(text)).toBeInstanceOf(Object)
    },
  )

  it('none of them has written anything', async () => {
    expect(await world.number('select count(*) from submissions')).toBe(0)
    expect(await world.number('select count(*) from rounds')).toBe(2)
  })
})
