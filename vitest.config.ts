// Four kinds of tests: pure ones in Node, those that need the Worker's bindings, long proofs inside the Worker,
// and those with a browser or processes.
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const test = '*.test.{ts,tsx}'
const pure = [
  `tests/{core,client,forms,mail,documents}/**/${test}`,
  'tests/{architecture,breaks,migrations}.test.ts',
]
const proof = [`tests/{faults,hostile}/**/${test}`, 'tests/workflow/ledger.test.ts', 'tests/db/demo.test.ts']
const browser = [`tests/{browser,scripts}/**/${test}`]

/** Tests that run in workerd with the bindings of wrangler.toml. */
const inWorker = (name: string, include: string[], exclude: string[]) => ({
  plugins: [
    cloudflareTest(async () => ({
      wrangler: { configPath: './wrangler.toml' },
      miniflare: {
        bindings: {
          TEST_MIGRATIONS: await readD1Migrations('./migrations'),
          LINK_SECRETS: `a:${'5'.repeat(64)}`,
          PUBLIC_URL: 'https://simpul.test',
        },
      },
    })),
  ],
  test: {
    name,
    include,
    exclude,
    isolate: false,
    setupFiles: ['tests/support/inside/setup.ts'],
    testTimeout: 30_000,
  },
})

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'pure', include: pure, isolate: false } },
      // Every test that is named nowhere else belongs here, so that no folder of tests is ever left out.
      inWorker('worker', [`tests/**/${test}`], [...pure, ...proof, ...browser]),
      inWorker('proof', proof, []),
      {
        test: {
          name: 'browser',
          include: browser,
          globalSetup: ['tests/support/started.ts'],
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
