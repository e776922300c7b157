// The rules of `npm run deploy`: rehearsed without an account, then done on one that is made up, once and once more.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { formRows } from '../../scripts/operate/rows.ts'
import { missingIn, publicUrlOf, readSettings } from '../../scripts/operate/settings.ts'
import { root } from '../../scripts/run/place.ts'
import { openAccount } from './account.ts'
import { runScript } from './command.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'simpul-deploy-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the Worker may weigh compressed, in kB. Cloudflare takes 3 MB; docs/decisions/0019 says what it is made of. */
const HEAVIEST = 400

test('a rehearsal shows every command in its order, without an account, and what the Worker weighs; of staging nothing else is named', async () => {
  const { code, output } = await runScript('deploy', ['--dry-run', '--staging'], {
    home: folder,
    env: { STAGING_URL: 'https://staging.jaringan-uji.org' },
  })
  expect(code).toBe(0)
  expect(output).toMatch(
    /d1 create staging-simpul [\s\S]*queues create [\s\S]*migrations apply DB --remote[\s\S]*d1 execute DB --remote[\s\S]*wrangler deploy --domain staging\.jaringan-uji\.org .*--secrets-file[\s\S]*--dry-run: exiting now/,
  )
  expect([...output.matchAll(/queues create (\S+)/g)].map(([, queue]) => queue).toSorted()).toEqual([
    'staging-simpul-mail-events',
    'staging-simpul-mail-events-dead',
    'staging-simpul-steps',
    'staging-simpul-steps-dead',
  ])
  // What wrangler made of it.
  expect(output).toMatch(/env\.STEPS \(staging-simpul-steps\)[\s\S]*env\.DB \(staging-simpul\)/)
  expect(output).toContain('env.PUBLIC_URL ("https://staging.jaringan-uji.org")')
  const weight = (Number(/gzip: ([\d.]+) KiB/.exec(output)?.[1]) * 1024) / 1000
  console.log(`the Worker: ${Math.round(weight)} kB`)
  expect(weight).toBeLessThanOrEqual(HEAVIEST)
})

test('what a person has to fill in is asked for, and nothing else', () => {
  expect(
    missingIn({ PUBLIC_URL: 'https://simpul.example', MAIL_FROM: 'simpul@simpul.example', MAILER: 'smtp' }),
  ).toHaveLength(3)
  expect(missingIn({ PUBLIC_URL: 'http://form.uji.org', MAIL_FROM: 'a@uji.org', MAILER: 'email' })).toEqual([
    expect.stringContaining('PUBLIC_URL'),
  ])
  expect(missingIn({ PUBLIC_URL: 'https://form.uji.org', MAIL_FROM: 'a@uji.org', MAILER: 'email' })).toEqual(
    [],
  )
})

test('a local copy is reached where it was started last, and the deployment where its settings say', () => {
  vi.stubEnv('STATE_DIR', folder)
  expect(publicUrlOf({ local: true })).toBe('')
  writeFileSync(join(folder, 'worker.env'), 'PUBLIC_URL="http://127.0.0.1:8787"\n')
  expect(publicUrlOf({ local: true })).toBe('http://127.0.0.1:8787')
  expect(publicUrlOf({})).toBe(String(readSettings().vars.PUBLIC_URL))
  vi.unstubAllEnvs()
})

/** The project in another folder, ready to be deployed; with half of the queues, because each takes three runs of wrangler. */
function copyOfProject(): string {
  const copy = join(folder, 'copy')
  for (const part of ['scripts', 'src', 'forms', 'migrations', 'public', 'package.json'])
    cpSync(join(root, part), join(copy, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  const settings = readFileSync(join(root, 'wrangler.toml'), 'utf8')
    .replace(/^name = "simpul.*$/m, 'name = "simpul"')
    .replace(/^database_id = .*\n/m, '')
    .replace(/^PUBLIC_URL = .*$/m, 'PUBLIC_URL = "https://form.jaringan-uji.org"')
    .replace(/^MAIL_FROM = .*$/m, 'MAIL_FROM = "simpul@mail.jaringan-uji.org"')
    .replace(/^\[\[queues\.consumers\]\]\nqueue = "simpul-mail-events"\n(?:.+\n)+/m, '')
  writeFileSync(join(copy, 'wrangler.toml'), settings)
  return copy
}

test('a deployment makes what is missing, and a second one makes nothing and leaves the secret alone', async () => {
  const account = await openAccount()
  const outside = {
    home: folder,
    at: copyOfProject(),
    env: {
      CLOUDFLARE_API_BASE_URL: account.address,
      CLOUDFLARE_API_TOKEN: 'none',
      CLOUDFLARE_ACCOUNT_ID: 'nobody',
      SECRETS_DIR: join(folder, 'ring'),
    },
  }
  const inCi = await runScript('deploy', [], {
    ...outside,
    env: { ...outside.env, CI: 'true', SECRETS_DIR: '' },
  })
  expect(inCi).toEqual({
    code: 1,
    output: expect.stringMatching(
      /^This runs in CI, where the ring of secrets would vanish .*nothing was made\.\n$/,
    ),
  })
  expect([account.databases, account.queues, account.workers]).toEqual([[], [], []])

  const first = await runScript('deploy', [], outside)
  expect(first).toMatchObject({
    code: 0,
    output: expect.stringContaining('https://form.jaringan-uji.org runs'),
  })
  const uploads = account.uploads()
  const second = await runScript('deploy', [], outside)
  expect(second).toMatchObject({ code: 0, output: expect.not.stringMatching(/Making|Publishing|keys/) })

  const checked = await runScript('deploy', ['--check'], outside)
  expect(checked.code).toBe(1)
  expect(checked.output).toMatch(/^wrong +address: https:\/\/form\.jaringan-uji\.org does not answer/m)
  expect(checked.output).toMatch(/^ok +database: migrated to \d{4}_/m)
  expect(checked.output).toMatch(/^ok +secrets: LINK_SECRETS is set$/m)
  expect(checked.output).toMatch(/^ok +queue simpul-steps: is taken by simpul$/m)
  expect(checked.output).toMatch(/^ok +queue simpul-steps-dead: /m)
  await account.close()

  // People have one address, and only that one.
  expect(account.subdomain()).toBe(false)
  expect(account.databases).toHaveLength(1)
  expect(account.queues.toSorted()).toEqual(['simpul-steps', 'simpul-steps-dead'])
  expect(account.rows('select form_id from form_versions')).toHaveLength((await formRows(0)).length)
  expect([...account.files.keys()].sort()).toEqual(
    expect.arrayContaining(['/n/rumah-inklusi/picture.png', '/picture.png']),
  )
  // Beside pictures, only the script for sites that show forms in frames.
  expect([...account.files.keys()].filter((path) => !path.endsWith('.png')).toSorted()).toEqual([
    '/embed/v1.0.0.js',
    '/embed/v1.js',
  ])
  expect(uploads).toBe(1)
  expect(account.uploads()).toBe(uploads)
  const [uploaded, again] = account.workers
  const kept = readFileSync(join(folder, 'ring', 'secrets.env'), 'utf8')
  expect(uploaded?.LINK_SECRETS).toEqual({
    type: 'secret_text',
    text: kept.match(/"(a:[0-9a-f]{64})"/)?.[1],
  })
  expect(again).not.toHaveProperty('LINK_SECRETS')
})
