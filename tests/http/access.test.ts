// The table of every address is what is served: who gets in by a link, what counts, how much is taken, and no other method.
import { beforeEach, describe, expect, it } from 'vitest'
import { coordinatorApp, createApp } from '../../src/app.tsx'
import { makeLink } from '../../src/core/kernel/link.ts'
import { access, type Line, methodsByPath, publicAccess, staffAccess } from '../../src/http/access.ts'
import { WordsFirstRouter } from '../../src/http/staff/router.ts'
import { limitOf } from '../support/inside/limits.ts'
import { ikoAnswers, MINUTE, newWorld, sentIko, type World } from '../support/inside/world.ts'

const OFFICE = '203.0.113.7'
const ORIGIN = { Origin: 'https://simpul.test' }

let world: World
beforeEach(async () => {
  world = await newWorld()
})

type Entry = readonly [address: string, line: Line]
const entries = (table: Readonly<Record<string, Line>>): readonly Entry[] => Object.entries(table)

/** The path of an address, with a link where one stands and some word for everything else. */
const pathOf = (address: string, link = 'x.y'): string =>
  (address.split(' ')[1] ?? '')
    .replace('/f/:slug', '/f/iko-2026-2')
    .replace(':slug', 'rumah-inklusi')
    .replace(':link', link)
    .replace(/:\w+/g, '01900000-0000-7000-8000-000000000102')

/** Asks an address as a browser does that looks at a page, or sends its form. */
const ask = (address: string, path: string, headers: Record<string, string> = {}): Promise<Response> =>
  address.startsWith('POST ')
    ? world.post(path, { ...ikoAnswers, submission: world.newKey() }, { ...ORIGIN, ...headers })
    : world.get(path, headers)

describe('every address', () => {
  it('of the table is served, and no other is', () => {
    const routes = [...createApp(world.deps).routes, ...coordinatorApp(world.deps).routes]
    const own = routes.filter(({ method }) => method !== 'ALL')
    expect([...new Set(own.map(({ method, path }) => `${method} ${path}`))].toSorted()).toEqual(
      Object.keys(access).toSorted(),
    )
    const known = ['/*', '/c/*', ...Object.keys(access).map((address) => address.split(' ')[1])]
    const every = routes.filter(({ method }) => method === 'ALL').map(({ path }) => path)
    expect(every.filter((path) => !known.includes(path))).toEqual([])
  })

  it('is either of everybody or of coordinators, by where it begins', () => {
    const isStaff = (address: string) => /^\w+ \/c(?:\/|$)/.test(address)
    expect(Object.keys(publicAccess).filter(isStaff)).toEqual([])
    expect(Object.keys(staffAccess).filter((address) => !isStaff(address))).toEqual([])
    expect(Object.keys(access)).toHaveLength(
      Object.keys(publicAccess).length + Object.keys(staffAccess).length,
    )
  })

  it('of coordinators finds its own answer, in whatever order they are registered', () => {
    const addresses = Object.keys(staffAccess)
    for (const order of [addresses, addresses.toReversed()]) {
      const router = new WordsFirstRouter<string>()
      for (const address of order) {
        const [method = '', path = ''] = address.split(' ')
        router.add(method, path, address)
      }
      for (const address of addresses) {
        const [method = ''] = address.split(' ')
        expect(router.match(method, pathOf(address))[0][0]?.[0]).toBe(address)
      }
    }
  })

  it('answers other methods by naming its own', async () => {
    for (const [path, methods] of methodsByPath(access)) {
      for (const method of ['DELETE', 'PUT', ...(methods.includes('POST') ? [] : ['POST'])]) {
        const response = await world.request(pathOf(`${method} ${path}`), { method, headers: ORIGIN })
        const told = [path, method, response.status, response.headers.get('Allow')]
        expect(told).toEqual([path, method, 405, methods])
      }
      if (methods === 'POST') expect((await world.get(pathOf(`GET ${path}`))).status).toBe(405)
    }
  })
})

it('what lies behind a link is not found by one that nobody made, nor by one made for something else', async () => {
  const other = await makeLink(world.deps.secrets, 'personal', world.newKey(), 0)
  const behind = entries(access).filter(([, { needs }]) => needs === 'link')
  expect(behind.length).toBeGreaterThan(10)
  for (const [address] of behind)
    for (const link of ['x.y', other, `${other.slice(0, -1)}-`]) {
      const { status } = await ask(address, pathOf(address, link))
      expect([address, link, status]).toEqual([address, link, 404])
    }
})

it('whoever asks for too much is put off where the table says so, and nowhere else', async () => {
  for (const [address, { limit }] of entries(access)) {
    const { receipt } = address.includes(':link') ? await sentIko(world) : { receipt: '' }
    const path = pathOf(address, receipt.slice('/s/'.length))
    for (const kind of ['pages', 'sends'] as const) {
      world.clock.now += MINUTE
      for (let i = 0; i < limitOf(kind); i++) await world.deps.limits.isWithin(kind, OFFICE)
      const { status } = await ask(address, path, { 'CF-Connecting-IP': OFFICE })
      expect([address, kind, status === 429]).toEqual([address, kind, limit === kind])
    }
  }
})

it('a body is as large as the table says, and no larger', async () => {
  for (const [address, { body }] of entries(access).filter(([address]) => address.startsWith('POST '))) {
    const most = body === 'file' ? 4_000_000 : 256_000
    for (const [size, isTaken] of [
      [most, true],
      [most + 1, false],
    ] as const) {
      const init = { method: 'POST', body: new Uint8Array(size), headers: ORIGIN }
      const { status } = await world.request(pathOf(address), init)
      expect([address, size, status !== 413]).toEqual([address, size, isTaken])
    }
  }
})
