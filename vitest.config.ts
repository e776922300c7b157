// The kinds of tests: pure ones, those inside the Worker, long proofs there, pages rendered to files and looked at, journeys,
// what the scripts of pages do, and scripts that people run. docs/testing.md says where a new test goes.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { GALLERY } from './tests/gallery/support/folder.ts'
import { smtpScripts } from './tests/support/smtp-server.ts'

const test = '*.test.{ts,tsx}'
const pure = [
  `tests/{core,client,forms,mail,documents}/**/${test}`,
  `tests/scripts/{operate,run}/**/${test}`,
  'tests/{architecture,breaks,facts,migrations,register,threats}.test.ts',
]
const proof = [`tests/proofs/**/${test}`]
const pages = [`tests/gallery/pages/**/${test}`]
const gallery = [`tests/gallery/${test}`]
const journeys = [`tests/journeys/**/${test}`]
const scripts = [`tests/scripts/${test}`]
const scripted = [`tests/scripted/**/${test}`]

/** Properties are tried few times in every run, many times before a release: `inject('runs')` says which. */
const runs = process.env.SIMPUL_RUNS === 'many' ? 'many' : 'few'
const atMost = (ms: number): number => (runs === 'many' ? 15 * 60_000 : ms)

/** How many browsers, each with a copy of its own, walk the journeys at once. */
const walkers = Number(process.env.JOURNEY_WORKERS || 2)

/** How many browsers look at rendered pages at once. */
const lookers = Number(process.env.GALLERY_WORKERS || 2)

/** What tests inside the Worker hand out of it: a rendered page and what is said of it, one file each. */
async function keepPage(request: Request): Promise<Response> {
  const file = join(GALLERY, decodeURIComponent(new URL(request.url).pathname))
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, await request.text())
  return new Response(null, { status: 204 })
}

/** Tests that run in workerd with the bindings of wrangler.toml. */
const inWorker = (name: string, include: string[], exclude: string[] = [], globalSetup: string[] = []) => ({
  plugins: [
    cloudflareTest(async () => ({
      wrangler: { configPath: './wrangler.toml' },
      miniflare: {
        bindings: {
          TEST_MIGRATIONS: await readD1Migrations('./migrations'),
          LINK_SECRETS: `a:${'5'.repeat(64)}`,
          PUBLIC_URL: 'https://simpul.test',
        },
        serviceBindings: { GALLERY: keepPage, SMTP: smtpScripts },
        // A bucket for exports, which a deployment has only where it is set up.
        r2Buckets: ['EXPORTS'],
      },
    })),
  ],
  test: {
    name,
    include,
    exclude,
    isolate: false,
    setupFiles: ['tests/support/inside/setup.ts'],
    globalSetup,
    testTimeout: atMost(name === 'proof' ? 120_000 : 30_000),
  },
})

export default defineConfig({
  test: {
    provide: { runs, stumbles: process.env.SIMPUL_STUMBLES === 'yes' },
    projects: [
      { test: { name: 'pure', include: pure, isolate: false } },
      // Every test that is named nowhere else belongs here, so that no folder of tests is ever left out.
      inWorker(
        'worker',
        [`tests/**/${test}`],
        [...pure, ...proof, ...pages, ...gallery, ...journeys, ...scripted, ...scripts],
      ),
      inWorker('proof', proof),
      inWorker('pages', pages, [], ['tests/gallery/support/emptied.ts']),
      {
        test: {
          name: 'gallery',
          include: gallery,
          globalSetup: ['tests/support/browser-program.ts'],
          isolate: false,
          maxWorkers: lookers,
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: journeys,
          globalSetup: ['tests/support/started.ts'],
          isolate: false,
          maxWorkers: walkers,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'scripted',
          include: scripted,
          globalSetup: ['tests/support/browser-program.ts'],
          isolate: false,
          maxWorkers: walkers,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'scripts',
          include: scripts,
          isolate: false,
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
