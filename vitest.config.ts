// Three kinds of tests: pure ones in Node, those that need the Worker's bindings, and those with a browser or processes.
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const test = '*.test.{ts,tsx}'
const pure = [`tests/{core,forms,mail,documents}/**/${test}`, 'tests/architecture.test.ts']
const browser = [`tests/{browser,scripts}/**/${test}`]

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'pure', include: pure } },
      {
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
          name: 'worker',
          // Every other test belongs here, so that no folder of tests is ever left out.
          include: [`tests/**/${test}`],
          exclude: [...pure, ...browser],
          isolate: false,
          setupFiles: ['tests/support/inside/setup.ts'],
        },
      },
      {
        test: {
          name: 'browser',
          include: browser,
          globalSetup: ['tests/support/started.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
