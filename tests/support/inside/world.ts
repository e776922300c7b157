// A small world for tests inside the Worker: the demo network on a real D1, a clock that is set by hand,
// a queue that only remembers its hints and a mailer that only keeps its messages.
import { applyD1Migrations, createExecutionContext, reset, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { seedSql } from '../../../scripts/seed.ts'
import { createApp } from '../../../src/app.tsx'
import type { Handover, Message } from '../../../src/core/ports.ts'
import { type Deps, depsFrom } from '../../../src/deps.ts'
import { consume } from '../../../src/workflow/consume.ts'

/** The moment every world begins: 23 November 2026, 10:00 WIB. */
export const START = Date.UTC(2026, 10, 23, 3)

/** What a test can see and turn. */
export interface World {
  readonly deps: Deps
  readonly app: ReturnType<typeof createApp>
  /** Set the time by assigning to `now` (ms UTC). */
  readonly clock: { now: number }
  readonly hints: string[]
  readonly mails: Message[]
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(
    path: string,
    fields: Record<string, string | string[]>,
    headers?: Record<string, string>,
  ): Promise<Response>
  /** Takes every step that was hinted. */
  work(): Promise<void>
  /** All rows of a query. */
  rows<Row = Record<string, unknown>>(sql: string): Promise<Row[]>
}

/** Makes a world; `faults` replaces parts of the outside, e.g. a mailer that refuses. */
export async function newWorld(faults: Partial<Deps> = {}): Promise<World> {
  await reset()
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
  await env.DB.exec(await seedSql(new Date(START)))

  const clock = { now: START }
  const hints: string[] = []
  const mails: Message[] = []
  const handed: Handover = { outcome: 'handed', providerId: null }
  const deps: Deps = {
    ...depsFrom(env),
    clock: { now: () => clock.now },
    queue: { hint: async (steps) => void hints.push(...steps) },
    mailer: {
      send: async (message) => {
        mails.push(message)
        return handed
      },
    },
    ...faults,
  }
  const app = createApp(deps)

  async function request(path: string, init: RequestInit): Promise<Response> {
    const context = createExecutionContext()
    const response = await app.fetch(new Request(`https://simpul.test${path}`, init), env, context)
    await waitOnExecutionContext(context)
    return response
  }

  return {
    deps,
    app,
    clock,
    hints,
    mails,
    get: (path, headers = {}) => request(path, { headers, redirect: 'manual' }),
    post: (path, fields, headers = {}) => {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(fields)) {
        for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
      }
      return request(path, { method: 'POST', body, headers, redirect: 'manual' })
    },
    work: () => consume(deps, hints.splice(0)),
    rows: async <Row>(sql: string) => (await env.DB.prepare(sql).all<Row>()).results,
  }
}

/** A key as a page mints it at a moment. */
export const keyAt = (now: number, tail = '000000000001'): string => {
  const time = now.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${tail}`
}

/** A complete and valid IKO from a fictional organisation: PPDFI-like levels, index 1.30. */
export const ikoAnswers = {
  organisation: 'Yayasan Bina Karya Contoh',
  district: '35.07',
  sender_name: 'Siti Contoh',
  sender_role: 'Ketua',
  email: 'siti@bina.example',
  assessed_on: '2026-11-20',
  results: '1',
  standards: '1',
  delivery: '2',
  reach: '1',
  target_population: '2',
  learning: '1',
  resources: '1',
  social_capital: '2',
  adaptive_capacity: '1',
  influence: '1',
  'delivery.evidence': 'Laporan kegiatan 2025',
} as const
