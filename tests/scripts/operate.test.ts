// The rules of the scripts that make a deployment, its networks and their rounds.
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readAdministrator, readNetwork, readRound } from '../../scripts/operate/opening.ts'
import { checkRounds, HELD, missingAmong, WITHOUT_FORM } from '../../scripts/operate/publish.ts'
import { turned } from '../../scripts/operate/ring.ts'
import { administratorRows, formRows, networkRow, newestForm, roundRows } from '../../scripts/operate/rows.ts'
import { missingIn } from '../../scripts/operate/settings.ts'
import { root } from '../../scripts/run/place.ts'
import { momentOf } from '../../src/core/moment.ts'
import { readSecrets } from '../../src/core/secrets.ts'
import { openAccount } from './account.ts'
import { newDatabase } from './database.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'simpul-operate-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Ended = { readonly code: number | null; readonly output: string }

/** Runs a script to its end, without any account unless the environment names one. */
function run(
  script: string,
  args: readonly string[],
  env: Record<string, string> = {},
  at = root,
): Promise<Ended> {
  const command = [
    '--experimental-strip-types',
    '--no-warnings',
    join(at, 'scripts', `${script}.ts`),
    ...args,
  ]
  const alone = { HOME: folder, XDG_CONFIG_HOME: folder, CLOUDFLARE_CF_FETCH_ENABLED: 'false', NO_COLOR: '1' }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { env: { ...process.env, ...alone, ...env } })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk
      })
    }
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output }))
  })
}

describe('deploy', () => {
  test('rehearses every command in its order, without an account', async () => {
    const { code, output } = await run('deploy', ['--dry-run'])
    expect(code).toBe(0)
    expect(output).toMatch(
      /d1 create [\s\S]*queues create [\s\S]*queues create .*-dead[\s\S]*migrations apply DB --remote[\s\S]*d1 execute DB --remote[\s\S]*wrangler deploy .*--secrets-file[\s\S]*--dry-run: exiting now/,
    )
  })

  test('asks for what a person has to fill in, and for nothing else', () => {
    expect(
      missingIn({ PUBLIC_URL: 'https://simpul.example', MAIL_FROM: 'simpul@simpul.example', MAILER: 'smtp' }),
    ).toHaveLength(3)
    expect(missingIn({ PUBLIC_URL: 'http://form.uji.org', MAIL_FROM: 'a@uji.org', MAILER: 'email' })).toEqual(
      [expect.stringContaining('PUBLIC_URL')],
    )
    expect(
      missingIn({ PUBLIC_URL: 'https://form.uji.org', MAIL_FROM: 'a@uji.org', MAILER: 'email' }),
    ).toEqual([])
  })

  test('a new key signs, and the keys before it stay', () => {
    const first = `a:${'0'.repeat(64)}`
    const ring = readSecrets(turned(turned(first)))
    expect(ring.current.name).toBe('c')
    expect(ring.find('a')?.bytes).toEqual(readSecrets(first).current.bytes)
  })

  test('publishes what is missing, and takes no version away from a round that nobody has stored', async () => {
    const database = newDatabase()
    const forms = await formRows(0)
    const made = readNetwork(network, ids.network)
    const { closes, ...endless } = round
    for (const sql of [networkRow(made, 1), ...roundRows(readRound(endless, made, forms, ids.round), 1)])
      database.exec(sql)
    const [held, without] = [HELD, WITHOUT_FORM].map((sql) => database.prepare(sql).all())
    expect(missingAmong(forms, held)).toEqual(forms)
    expect(() => checkRounds(forms, without)).not.toThrow()
    const others = forms.filter(({ form }) => form.id !== 'iko')
    expect(() => checkRounds(others, without)).toThrow('/f/uji-1: iko, version 1')
    database.exec('update rounds set closed_at = 1')
    expect(database.prepare(WITHOUT_FORM).all()).toEqual([])
    database.exec('update rounds set closed_at = null')
    for (const { sql } of forms) database.exec(sql)
    const [now, lacks] = [HELD, WITHOUT_FORM].map((sql) => database.prepare(sql).all())
    expect(missingAmong(forms, now)).toEqual([])
    expect(() => checkRounds(others, lacks)).not.toThrow()
  })

  test('makes what is missing, and a second time makes nothing and leaves the secret alone', async () => {
    const copy = join(folder, 'copy')
    for (const part of ['scripts', 'src', 'forms', 'migrations', 'public', 'package.json']) {
      cpSync(join(root, part), join(copy, part), { recursive: true })
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
    const settings = readFileSync(join(root, 'wrangler.toml'), 'utf8')
      .replace(/^name = .*$/m, 'name = "simpul"')
      .replace(/^database_id = .*\n/m, '')
      .replace(/^PUBLIC_URL = .*$/m, 'PUBLIC_URL = "https://form.jaringan-uji.org"')
      .replace(/^MAIL_FROM = .*$/m, 'MAIL_FROM = "simpul@mail.jaringan-uji.org"')
    writeFileSync(join(copy, 'wrangler.toml'), settings)
    const account = await openAccount()
    const env = {
      CLOUDFLARE_API_BASE_URL: account.address,
      CLOUDFLARE_API_TOKEN: 'none',
      CLOUDFLARE_ACCOUNT_ID: 'nobody',
      SECRETS_DIR: join(folder, 'ring'),
    }
    const first = await run('deploy', [], env, copy)
    expect(first).toMatchObject({
      code: 0,
      output: expect.stringContaining('https://form.jaringan-uji.org runs'),
    })
    const uploads = account.uploads()
    const second = await run('deploy', [], env, copy)
    expect(second).toMatchObject({ code: 0, output: expect.not.stringMatching(/Making|Publishing|keys/) })
    await account.close()

    expect(account.databases).toHaveLength(1)
    expect(account.queues.toSorted()).toEqual([
      'simpul-mail-events',
      'simpul-mail-events-dead',
      'simpul-steps',
      'simpul-steps-dead',
    ])
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
})

const ids = { network: '01900000-0000-7000-8000-00000000000a', round: '01900000-0000-7000-8000-00000000000b' }
const network = {
  name: 'Jaringan Uji',
  'name-en': "Test's Network",
  slug: 'jaringan-uji',
  province: '35',
  'reply-to': 'koordinator@uji.example',
}
const round = {
  slug: 'uji-1',
  form: 'iko',
  title: 'IKO uji',
  'title-en': 'IKO test',
  opens: '2026-11-24',
  closes: '31/12/2026',
}

describe('network', () => {
  test('a network and its round are stored as they were named, and twice changes nothing', async () => {
    const database = newDatabase()
    const forms = await formRows(0)
    const made = readNetwork(network, ids.network)
    const opened = readRound(round, made, forms, ids.round)
    for (let time = 1; time <= 2; time++) {
      for (const sql of [networkRow(made, time), ...roundRows(opened, time)]) database.exec(sql)
    }
    expect(database.prepare('select * from networks').all()).toMatchObject([
      {
        name: '{"id":"Jaringan Uji","en":"Test\'s Network"}',
        time_zone: 'Asia/Jakarta',
        provinces: '["35"]',
      },
    ])
    expect(database.prepare('select * from rounds').all()).toMatchObject([
      {
        network_id: ids.network,
        form_id: 'iko',
        form_hash: newestForm(forms, 'iko')?.hash,
        kind: 'survey',
        opens_at: Date.UTC(2026, 10, 23, 17),
        closes_at: Date.UTC(2026, 11, 31, 16, 59),
      },
    ])
    expect(database.prepare('select accepted, failed from round_tallies').all()).toEqual([
      { accepted: 0, failed: 0 },
    ])
  })

  test('an administrator is made once, keeps the name they have, and is one again after a removal', () => {
    const database = newDatabase()
    const made = readNetwork(network, ids.network)
    database.exec(networkRow(made, 1))
    const named = (name: string, end: string) => {
      const asked = { personId: `p${end}`, membershipId: `m${end}`, networkId: made.id }
      return administratorRows(readAdministrator({ name, email: 'Ratna@Uji.example' }, asked), 1)
    }
    for (const sql of [...named("Ratna Nu'aini", '1'), ...named('Lain', '2')]) database.exec(sql)
    expect(database.prepare('select id, name, email, locale from people').all()).toEqual([
      { id: 'p1', name: "Ratna Nu'aini", email: 'ratna@uji.example', locale: 'id' },
    ])
    database.exec(`update memberships set role = 'coordinator', districts = '["35.07"]', removed_at = 5`)
    for (const sql of named('Ratna', '3')) database.exec(sql)
    expect(database.prepare('select id, role, districts, removed_at from memberships').all()).toEqual([
      { id: 'm1', role: 'administrator', districts: null, removed_at: null },
    ])
  })

  test.each([
    ['Asia/Jakarta', '2026-11-23T17:00Z'],
    ['Asia/Makassar', '2026-11-23T16:00Z'],
    ['Asia/Jayapura', '2026-11-23T15:00Z'],
    ['America/New_York', '2026-11-24T05:00Z'],
  ])('a day begins at midnight by the clocks of %s', (zone, moment) => {
    expect(momentOf('2026-11-24', '00:00', zone)).toBe(Date.parse(moment))
  })

  test('a day begins at midnight on the day the clocks change', () => {
    expect(momentOf('2026-10-25', '23:59', 'Europe/Berlin')).toBe(Date.UTC(2026, 9, 25, 22, 59))
    expect(momentOf('2026-10-25', '00:00', 'Europe/Berlin')).toBe(Date.UTC(2026, 9, 24, 22))
  })

  test('everything that is missing is told at once, a sentence each', () => {
    const sentences = (read: () => unknown) => {
      try {
        read()
      } catch (error) {
        return error instanceof Error ? error.message.split('\n') : []
      }
      return []
    }
    expect(sentences(() => readNetwork({}, ids.network))).toHaveLength(5)
    const wrong = { ...network, slug: 'Uji!', province: '99', 'reply-to': 'uji', 'time-zone': 'Jawa' }
    expect(sentences(() => readNetwork(wrong, ids.network))).toEqual([
      expect.stringMatching(/^--slug "Uji!" is not its address/),
      expect.stringMatching(/^--province "99" is not .* 35 \(Jawa Timur\)\.$/),
      expect.stringMatching(/^--reply-to "uji" is not the mail address/),
      expect.stringMatching(/^--time-zone "Jawa" is not a time zone/),
    ])
    const home = { id: ids.network, timeZone: 'Asia/Jakarta' }
    const nobody = { personId: '', membershipId: '', networkId: '' }
    expect(sentences(() => readAdministrator({ email: 'ratna', locale: 'fr' }, nobody))).toEqual([
      expect.stringContaining('--name is missing'),
      expect.stringContaining('--email "ratna" is not the mail address'),
      expect.stringContaining('--locale "fr" is not a language: id, en'),
    ])
    const backwards = { ...round, closes: '2026-11-23', from: '2026-07-01' }
    return formRows(0).then((forms) => {
      expect(sentences(() => readRound({ form: 'lain' }, home, forms, ids.round))).toEqual([
        expect.stringContaining('--slug is missing'),
        expect.stringMatching(/--form "lain" is not the id of a form: .*iko/),
        expect.stringContaining('--title is missing'),
        expect.stringContaining('--title-en is missing'),
        expect.stringContaining('--opens is missing'),
      ])
      expect(sentences(() => readRound(backwards, home, forms, ids.round))).toEqual([
        '--closes is before --opens: give a later day.',
        'Give --from and --to together, or neither.',
      ])
    })
  })

  test('from the command line to a local database and back', async () => {
    const env = { STATE_DIR: join(folder, 'local') }
    expect(await run('network', ['--local'], env)).toMatchObject({
      code: 1,
      output: expect.stringMatching(/^There is no local copy in .*: run npm start once/),
    })
    const place = ['--local', '--persist-to', join(folder, 'local', 'data')]
    const wrangler = join(root, 'node_modules/.bin/wrangler')
    await new Promise((resolve) => {
      const quiet = { CI: 'true', WRANGLER_SEND_METRICS: 'false', WRANGLER_WRITE_LOGS: 'false' }
      const args = [wrangler, 'd1', 'migrations', 'apply', 'DB', ...place]
      const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...quiet } })
      child.once('close', resolve)
    })
    const flags = (named: Record<string, string>) =>
      Object.entries(named).flatMap(([name, text]) => [`--${name}`, text])
    const made = await run('network', ['--local', ...flags(network)], env)
    expect(made).toEqual({
      code: 0,
      output: expect.stringContaining('(Asia/Jakarta) is at /n/jaringan-uji.'),
    })
    const opened = ['round', '--local', '--network', 'jaringan-uji', ...flags(round)]
    expect(await run('network', opened, env)).toEqual({
      code: 0,
      output: expect.stringContaining('is at /f/uji-1: it opens on 2026-11-24 at 00:00'),
    })
    expect(await run('network', opened, env)).toEqual({
      code: 1,
      output: expect.stringContaining('There is a round at /f/uji-1 already; nothing was changed.'),
    })
    writeFileSync(join(folder, 'local', 'worker.env'), 'PUBLIC_URL="http://127.0.0.1:8787"\n')
    const ratna = ['administrator', '--local', '--name', 'Ratna Uji', '--email', 'ratna@uji.example']
    for (let time = 1; time <= 2; time++) {
      expect(await run('network', [...ratna, '--network', 'jaringan-uji'], env)).toEqual({
        code: 0,
        output:
          'Ratna Uji is an administrator of /n/jaringan-uji and signs in with ratna@uji.example at\nhttp://127.0.0.1:8787/c/sign-in\n',
      })
    }
    expect(await run('network', [...ratna, '--network', 'lain'], env)).toEqual({
      code: 1,
      output: 'There is no network at /n/lain: make it first with npm run network.\n',
    })
    expect(await run('steps', ['--local'], env)).toEqual({
      code: 0,
      output: expect.stringContaining('Submissions: 0 accepted'),
    })
  })
})
