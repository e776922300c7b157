// A small world for tests inside the Worker: the demo network on a real D1, a clock that is set by hand,
// a queue that only remembers its hints and a mail service that does what it is told.
import { applyD1Migrations, createExecutionContext, reset, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { inject, vi } from 'vitest'
import { demoRounds } from '../../../scripts/demo.ts'
import { seedSql } from '../../../scripts/seed.ts'
import { createApp } from '../../../src/app.tsx'
import { SHORTEST } from '../../../src/core/form/trap.ts'
import { newId } from '../../../src/core/kernel/id.ts'
import type { Handover, Log, MailToSend } from '../../../src/core/kernel/ports.ts'
import { type Deps, depsFrom } from '../../../src/deps.ts'
import { logTo } from '../../../src/platform/log.ts'
import { consume } from '../../../src/workflow/consume.ts'
import { sweep } from '../../../src/workflow/sweep/sweep.ts'
import { emptied, keepRows, together, type WayBack } from './kept.ts'
import { windowLimits } from './limits.ts'
import { stumblingDatabase } from './stumbling.ts'

// The two rounds that tests know; more in the demo change nothing here.
const rounds = demoRounds.filter(({ slug }) => slug === 'daftar' || slug === 'iko-2026-2')

/** The moment every world begins: 23 November 2026, 10:00 WIB. */
export const START = Date.UTC(2026, 10, 23, 3)
/** When the pages were opened that are sent then: people read first. */
export const OPENED = START - SHORTEST
export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** What a person fills in: one value a field, or several. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

/** What a test can see and turn. */
export interface World {
  readonly deps: Deps
  readonly app: ReturnType<typeof createApp>
  /** Set the time by assigning to `now` (ms UTC). */
  readonly clock: { now: number }
  readonly hints: string[]
  /** The messages that the mail service took, and all that it was handed, taken or not. */
  readonly mails: MailToSend[]
  readonly tried: MailToSend[]
  /** What the mail service does with a message; turn it by assigning to `answer`. */
  readonly mailService: { answer: (message: MailToSend) => Promise<Handover> }
  /** What was logged of what went wrong, a line an entry, and every line. */
  readonly logs: string[]
  readonly lines: string[]
  /** Sends any request; `path` may be a whole address. */
  request(path: string, init?: RequestInit): Promise<Response>
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, fields: Typed, headers?: Record<string, string>): Promise<Response>
  /** A key of a page that has been read for just as long as a person needs. */
  newKey(): string
  /** Takes every step that was hinted. */
  work(): Promise<void>
  /** Takes what is due. */
  sweep(): Promise<void>
  /** All rows of a query. */
  rows<Row = Record<string, unknown>>(sql: string): Promise<Row[]>
  /** The one number that a query gives. */
  number(sql: string): Promise<number>
  /** Runs statements, one a line. */
  exec(sql: string): Promise<void>
}

/** Fields as a browser encodes them. */
export function encoded(fields: Typed): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
  }
  return body
}

export const handed: Handover = { outcome: 'handed', providerId: null }

const seed = seedSql(new Date(START), rounds)
let seeded: WayBack | null = null

/** Makes the database anew: empty bindings, every table, the rows of the seed. */
async function beginAnew(): Promise<void> {
  await reset()
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
  // On a busy machine rows have outlived a reset.
  await together([...emptied, ...(await seed).split('\n')])
  seeded = await keepRows('seed')
}

/** Leaves the database as the seed makes it. */
export async function beginAgain(): Promise<void> {
  if (!seeded) return beginAnew()
  try {
    await together(seeded)
  } catch {
    // A test has dropped a table. Making all of them anew takes several times as long, so it is done only then.
    await beginAnew()
  }
}

/** Makes a world; `faults` replaces parts of the outside, e.g. a database that refuses. */
export async function newWorld(faults: Partial<Deps> = {}): Promise<World> {
  await beginAgain()
  const clock = { now: START }
  const hints: string[] = []
  const mails: MailToSend[] = []
  const tried: MailToSend[] = []
  const mailService: World['mailService'] = { answer: async () => handed }
  const logs: string[] = []
  const lines: string[] = []
  const note = (level: keyof Log, line: string): void => {
    lines.push(line)
    if (level !== 'info') logs.push(line)
  }
  // The Worker's own log, of tests that come through its doors.
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((line: unknown) => note(level, String(line)))
  const deps: Deps = {
    ...depsFrom(env),
    ...(inject('stumbles') ? { db: stumblingDatabase((nth) => (nth < 3 ? 'after' : 'none')) } : {}),
    clock: { now: () => clock.now },
    queue: { hint: async (steps) => void hints.push(...steps) },
    mailer: {
      send: async (message) => {
        tried.push(message)
        const handover = await mailService.answer(message)
        if (handover.outcome === 'handed') mails.push(message)
        return handover
      },
    },
    limits: windowLimits(clock),
    log: logTo(note),
    ...faults,
  }
  const app = createApp(deps)

  async function request(path: string, init: RequestInit = {}): Promise<Response> {
    const context = createExecutionContext()
    const url = new URL(path, 'https://simpul.test')
    const response = await app.fetch(new Request(url, { redirect: 'manual', ...init }), env, context)
    await waitOnExecutionContext(context)
    return response
  }

  const rows = async <Row>(sql: string) => (await env.DB.prepare(sql).all<Row>()).results

  return {
    deps,
    app,
    clock,
    hints,
    mails,
    tried,
    mailService,
    logs,
    lines,
    request,
    get: (path, headers = {}) => request(path, { headers }),
    post: (path, fields, headers = {}) => request(path, { method: 'POST', body: encoded(fields), headers }),
    newKey: () => newId({ now: () => clock.now - SHORTEST }, deps.random),
    work: async () => void (await consume(deps, hints.splice(0))),
    sweep: () => sweep(deps),
    rows,
    number: async (sql) => Number(Object.values((await rows<Record<string, unknown>>(sql))[0] ?? {})[0]),
    exec: async (sql) => void (await env.DB.exec(sql)),
  }
}

/** A key as a page mints it at a moment. */
export const keyAt = (now: number, tail = '000000000001'): string => {
  const time = now.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${tail}`
}

/** A key that tells no time. */
export const TIMELESS_KEY = '8d7c5e0a-3f1b-4c2d-9a6e-5b4f3c2d1e0f'

export const IKO = '/f/iko-2026-2'
export const REGISTRATION = '/f/daftar'

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

/** A complete and valid registration from a fictional community, every question answered. */
export const registrationAnswers = {
  organisation: 'Komunitas Sahabat Difabel Contoh',
  short_name: 'KSDC, Sahabat',
  district: '35.78',
  legal_form: 'branch',
  parent_organisation: 'Perkumpulan Payung Contoh',
  decree_number: 'AHU-0001.AH.01.07 (contoh)',
  network_role: 'learning_forum',
  forum_name: 'Simpul Belajar Contoh',
  themes: ['disability', 'other'],
  themes_other: 'Akses "ramah" & <layak>',
  groups_served: ['women', 'persons_with_disabilities', 'other'],
  groups_served_other: 'Pengasuh',
  disability_organisation: 'yes',
  profile: 'Baris pertama.\nBaris kedua: 3 < 5 & 5 > 3.',
  contact_name: 'Bagas Contoh',
  contact_role: 'Relawan',
  whatsapp: '0812 3456 7890',
  email: 'bagas@sahabat.example',
  consent_directory: 'yes',
  consent_donors: 'yes',
} as const

/** What a program is told of answers that were taken; `receipt` is the path of the receipt. */
export interface Receipt {
  readonly key: string
  readonly reference: string
  readonly receipt: string
}

/** Sends a form as a program does, with a key of its own unless one is given. */
export async function sent(world: World, path: string, fields: Typed): Promise<Receipt> {
  const key = typeof fields.submission === 'string' ? fields.submission : world.newKey()
  const response = await world.post(path, { ...fields, submission: key }, { Accept: 'application/json' })
  if (response.status !== 201)
    throw new Error(`not taken: ${response.status} ${(await response.text()).slice(0, 300)}`)
  const { reference, receipt } = await response.json<{ reference: string; receipt: string }>()
  return { key, reference, receipt: new URL(receipt).pathname }
}

/** Sends an IKO, complete but for the changes. */
export const sentIko = (world: World, changes: Typed = {}): Promise<Receipt> =>
  sent(world, IKO, { ...ikoAnswers, ...changes })

/** A round of the demo network, beside those of the seed. */
export interface NewRound {
  readonly slug: string
  readonly form?: string
  readonly opensAt?: number
  readonly closesAt?: number | null
  readonly closedAt?: number | null
}

/** Opens a round and gives its path. */
export async function openRound(world: World, round: NewRound): Promise<string> {
  const { slug, form = 'iko', opensAt = START - DAY, closesAt = null, closedAt = null } = round
  await env.DB.prepare(
    `insert into rounds (id, network_id, slug, form_id, form_version, kind, title, opens_at, closes_at, closed_at, audience, framing, review_policy, created_at)
     select ?1, id, ?2, ?3, 1, 'survey', ?4, ?5, ?6, ?7, 'anyone', 'nobody', 'none', ?5 from networks limit 1`,
  )
    .bind(
      world.newKey(),
      slug,
      form,
      JSON.stringify({ id: `Putaran ${slug}`, en: `Round ${slug}` }),
      opensAt,
      closesAt,
      closedAt,
    )
    .run()
  return `/f/${slug}`
}
