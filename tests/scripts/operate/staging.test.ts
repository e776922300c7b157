// The rules of staging and of what follows from PUBLIC_URL: names, the second address, and where the ring is kept.
import { afterEach, expect, test, vi } from 'vitest'
import { ringFile, wouldVanish } from '../../../scripts/operate/ring.ts'
import { readSettings } from '../../../scripts/operate/settings.ts'
import { stagingOf } from '../../../scripts/operate/staging.ts'

afterEach(() => vi.unstubAllEnvs())

const url = 'https://staging.jaringan-uji.org/'
const written = readSettings().configuration

test('staging shares no name, number or address with the deployment that people use', () => {
  const full = {
    ...written,
    routes: ['form.jaringan-uji.org/*'],
    r2_buckets: [{ binding: 'EXPORTS', bucket_name: 'simpul-exports' }],
    d1_databases: [{ ...written.d1_databases[0], database_id: '11111111-1111-4111-8111-111111111111' }],
    vars: { ...written.vars, HEARTBEAT_URL: 'https://watch.example/1' },
  } as const
  const staging = stagingOf(full, url)
  const names = ({ name, d1_databases, queues, r2_buckets, ratelimits, vars }: typeof written) => [
    name,
    ...d1_databases.flatMap(({ database_name, database_id }) => [database_name, database_id ?? 'none']),
    ...queues.producers.map(({ queue }) => queue),
    ...queues.consumers.flatMap(({ queue, dead_letter_queue }) => [queue, dead_letter_queue]),
    ...r2_buckets.map(({ bucket_name }) => bucket_name),
    ...ratelimits.map(({ namespace_id }) => namespace_id),
    vars.PUBLIC_URL,
    vars.HEARTBEAT_URL,
  ]
  const [one, other] = [names(full), names(staging)]
  expect(one).toHaveLength(other.length)
  expect(one.filter((name) => other.includes(name))).toEqual([])
  expect(staging).toMatchObject({
    name: 'staging-simpul',
    routes: [],
    vars: { PUBLIC_URL: 'https://staging.jaringan-uji.org' },
  })
  // The Worker knows the queue of events by the end of its name, and numbers of limits are digits.
  expect(staging.queues.consumers.map(({ queue }) => queue)).toContain('staging-simpul-mail-events')
  expect(staging.ratelimits.every(({ namespace_id }) => /^\d+$/.test(namespace_id))).toBe(true)
  // What does not name anything is the same.
  expect(Object.keys(staging).toSorted()).toEqual(Object.keys(full).toSorted())
  expect(staging.queues.consumers[0]).toMatchObject({ max_batch_size: 100 })
})

test('staging needs an address of its own', () => {
  expect(() => stagingOf(written, '')).toThrow('give --url or set STAGING_URL')
  expect(() => stagingOf(written, 'http://staging.uji.example')).toThrow('give --url or set STAGING_URL')
  expect(() => stagingOf(written, `${String(written.vars.PUBLIC_URL)}/`)).toThrow(
    'give staging another address',
  )
})

test('with a domain of its own the Worker has no second address on workers.dev', () => {
  const at = (address: string) => readSettings({ staging: true, url: address })
  expect(at('https://staging.jaringan-uji.org')).toMatchObject({
    domain: 'staging.jaringan-uji.org',
    configuration: { workers_dev: false },
  })
  expect(at('https://staging-simpul.uji.workers.dev')).toMatchObject({
    domain: null,
    configuration: { workers_dev: true },
  })
})

test('the ring of staging lies beside the other one, wherever they are kept', () => {
  vi.stubEnv('SECRETS_DIR', '/kept')
  expect([ringFile('simpul'), ringFile('staging-simpul')]).toEqual([
    '/kept/secrets.env',
    '/kept/staging/secrets.env',
  ])
  vi.stubEnv('SECRETS_DIR', '')
  expect(ringFile('simpul')).not.toBe(ringFile('staging-simpul'))
})

test('in CI a ring would vanish, unless it is kept in a folder that stays', () => {
  expect(wouldVanish({ CI: 'true' })).toBe(true)
  expect(wouldVanish({ CI: 'true', SECRETS_DIR: '/kept' })).toBe(false)
  expect(wouldVanish({ CI: 'false' })).toBe(false)
  expect(wouldVanish({})).toBe(false)
})
