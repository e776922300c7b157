// The scripts that a form asks for once somebody has begun it, and what its page allows.
import { beforeEach, expect, it } from 'vitest'
import { laterPath, laterScript, workerScript } from '../../../../src/client/built.ts'
import { IKO, newWorld, type World } from '../../../support/inside/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

it('are scripts: one under its hash, with the words of its language, and the service worker, asked for anew each time', async () => {
  const later = await world.get(laterPath)
  const text = await later.text()
  expect(text.endsWith(laterScript)).toBe(true)
  expect(text).toContain('Ada isian yang belum terkirim di HP ini')
  expect(await (await world.get(`${laterPath}?lang=en`)).text()).toContain('There are answers on this phone')
  expect(later.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
  expect(later.headers.get('Cache-Control')).toBe('public, max-age=86400')
  const worker = await world.get('/sw.js')
  expect(await worker.text()).toBe(workerScript)
  expect(worker.headers.get('Cache-Control')).toBe('no-cache')
  expect(worker.headers.get('Content-Security-Policy')).toBe("default-src 'none'; connect-src 'self'")
})

it('are not there under another hash', async () => {
  expect((await world.get('/later-000000000000.js')).status).toBe(404)
})

it('may be loaded by the script of the page alone, which is named by its hash', async () => {
  const policy = (await world.get(IKO)).headers.get('Content-Security-Policy') ?? ''
  expect(policy).toMatch(/script-src 'sha256-[^']+' 'strict-dynamic'; connect-src 'self'; worker-src 'self';/)
  expect((await world.get('/n/rumah-inklusi')).headers.get('Content-Security-Policy')).not.toMatch(
    /connect-src|worker-src|script-src/,
  )
})
