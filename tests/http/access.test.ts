// The table of every address is what is served: who gets in by a link, what counts, how much is taken, and no other method.
import { beforeEach, describe, expect, it } from 'vitest'
import { PERIODS } from '../../src/actions/limit.ts'
import { coordinatorApp, createApp } from '../../src/app.tsx'
import { laterPath } from '../../src/client/built.ts'
import { makeLink } from '../../src/core/kernel/link.ts'
import type { LimitKind } from '../../src/core/kernel/ports.ts'
import {
  access,
  limitOf as firstLimitOf,
  type Line,
  methodsByPath,
  publicAccess,
  staffAccess,
} from '../../src/http/access.ts'
import { WordsFirstRouter } from '../../src/http/staff/router.ts'
import { kinds } from '../support/inside/limits.ts'
import { newMeter } from '../support/inside/meter.ts'
import { ikoAnswers, newWorld, type World } from '../support/inside/world.ts'

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

describe('whoever does too much', () => {
  const from = { 'CF-Connecting-IP': OFFICE }
  /** A world with a meter, in which one sender has done too much of these. */
  async function worldOver(isOver: (kind: LimitKind) => boolean) {
    const meter = newMeter()
    const limits = { isWithin: async (kind: LimitKind) => !isOver(kind) }
    return { meter, world: await newWorld({ db: meter.db, limits }) }
  }

  it('of what its line counts is put off at every address, before its body is read or the database is asked', async () => {
    for (const kind of kinds) {
      const { meter, world: over } = await worldOver((one) => one === kind)
      // The first refusals of rounds are written at once.
      for (const method of ['GET', 'POST']) await over.request('/f/iko-2026-2', { method, headers: from })
      for (const [address, line] of entries(access).filter((entry) => firstLimitOf(...entry) === kind)) {
        meter.take()
        const path = pathOf(address)
        const response = address.startsWith('POST ')
          ? await over.request(path, {
              method: 'POST',
              body: new Uint8Array(line.body === 'file' ? 4_000_001 : 256_001),
              headers: { ...ORIGIN, ...from },
            })
          : await over.get(path, from)
        const told = [address, response.status, response.headers.get('Retry-After'), meter.take().length]
        expect(told).toEqual([address, 429, String(PERIODS[kind]), 0])
        expect(line.unlimited).toBeUndefined()
      }
    }
  })

  it('of anything else is let in', async () => {
    for (const kind of kinds) {
      const { world: over } = await worldOver((one) => one !== kind)
      for (const [address, line] of entries(access).filter((entry) => firstLimitOf(...entry) === kind)) {
        if (line.stores) continue
        const response = address.startsWith('POST ')
          ? await over.post(pathOf(address), {}, { ...ORIGIN, ...from })
          : await over.get(pathOf(address), from)
        expect([address, response.status === 429]).toEqual([address, false])
      }
    }
  })

  it('is put off where nothing is, too, and by any method', async () => {
    const { meter, world: over } = await worldOver((kind) => kind === 'pages')
    for (const path of ['/nowhere', '/c/nowhere', '/n/x/nowhere', '/f', '/favicon.ico']) {
      expect([path, (await over.get(path, from)).status]).toEqual([path, 429])
      const deleted = await over.request(path, { method: 'DELETE', headers: { ...ORIGIN, ...from } })
      expect([path, deleted.status]).toEqual([path, 429])
    }
    const wrong = await over.request('/n/rumah-inklusi', { method: 'DELETE', headers: from })
    expect([wrong.status, meter.take()]).toEqual([429, []])
  })

  it('is counted nowhere that says why, which are texts of the code', () => {
    const free = entries(access).filter((entry) => firstLimitOf(...entry) === null)
    expect(free.map(([address]) => address)).toEqual(['GET /sw.js', `GET ${laterPath}`])
  })
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
