// The rules of `npm run deploy -- --check`: all green where everything is right, and each fault is found, alone, with how to mend it.
import { describe, expect, test } from 'vitest'
import { checkAll, linesOf } from '../../../scripts/operate/check.ts'
import type { Outside } from '../../../scripts/operate/finding.ts'
import { networkRow, signInRow } from '../../../scripts/operate/rows.ts'
import { readSettings } from '../../../scripts/operate/settings.ts'
import { checkLink, linkedId } from '../../../src/core/kernel/link.ts'
import { readSecrets } from '../../../src/core/kernel/secrets.ts'
import { batch, newDatabase } from '../database.ts'

const RING = `b:${'1'.repeat(64)},a:${'0'.repeat(64)}`
const HOME = 'https://form.jaringan-uji.org'
const MAIL = 'ratna@jaringan-uji.org'
const MIGRATION = '0010_counts.sql'
const written = readSettings()

const settings = (vars: Record<string, string>): Outside['settings'] => ({
  ...written,
  buckets: ['simpul-exports'],
  vars: {
    MAILER: 'email',
    MAIL_FROM: 'simpul@mail.jaringan-uji.org',
    PUBLIC_URL: HOME,
    EXPORT_KEY: 'A'.repeat(43),
    ...vars,
  },
})

/** What can be turned in a world where everything is right. */
interface Turned {
  readonly vars?: Record<string, string>
  readonly health?: unknown
  readonly silent?: true
  readonly secrets?: readonly string[]
  readonly queues?: Readonly<Record<string, string>>
  readonly bucketless?: true
  readonly subscriptions?: readonly unknown[]
  readonly dns?: Readonly<Record<string, readonly string[]>>
  readonly ring?: string | null
  readonly deployedRing?: string
  readonly migrated?: string
  /** What the mail service does with the mail that is asked for; null: nothing is owed. */
  readonly mail?: string | null
}

const WELL = {
  ok: true,
  database: true,
  sweptSecondsAgo: 20,
  stopped: 0,
  mail: { oldestOwedSeconds: null, lastHandedSecondsAgo: 60, lastReason: null },
}
const EVENTS = ['delivered', 'bounced', 'rejected', 'failed', 'complained'].map(
  (one) => `cf.email.sending.message.${one}`,
)
const DNS: Readonly<Record<string, readonly string[]>> = {
  'cf-bounce.mail.jaringan-uji.org': ['v=spf1 include:_spf.mx.cloudflare.net ~all'],
  'cf-bounce._domainkey.mail.jaringan-uji.org': ['v=DKIM1; k=rsa; p=MIIB'],
  '_dmarc.jaringan-uji.org': ['v=DMARC1; p=none; rua=mailto:a@jaringan-uji.org'],
}

/** A deployment as a check meets it, with a database of its own. */
function world(turned: Turned = {}): Outside {
  const database = newDatabase()
  database.exec('create table d1_migrations (id integer primary key, name text)')
  database.exec(`insert into d1_migrations (name) values ('${turned.migrated ?? MIGRATION}')`)
  const made = {
    id: 'n',
    slug: 'uji',
    name: { id: 'a', en: 'a' },
    timeZone: 'UTC',
    provinces: [],
    replyTo: 'a',
  }
  database.exec(networkRow(made, 1))
  database.exec(
    `insert into people (id, email, name, locale, created_at) values ('p', '${MAIL}', 'Ratna', 'id', 1)`,
  )
  database.exec(
    `insert into memberships (id, network_id, person_id, role, created_at) values ('m', 'n', 'p', 'administrator', 1)`,
  )
  const earlier = '01900000-0000-7000-8000-00000000000a'
  database.exec(signInRow(earlier, 'p', 1))
  let now = 0
  const said = settings(turned.vars ?? {})

  function owe(): void {
    if (turned.mail === null) return
    const columns = 'id, network_id, kind, subject_id, recipient, locale, created_at'
    database.exec(
      `insert into deliveries (${columns}) values ('d', 'n', 'sign-in', '${earlier}', '${MAIL}', 'id', 1)`,
    )
    database.exec(turned.mail ?? `update deliveries set handed_at = 5`)
  }
  const ran = (out: string, words = out, code = 0) => ({ code, out, words })
  const table: Readonly<Record<string, (name: string) => ReturnType<typeof ran>>> = {
    secret: () => ran(JSON.stringify((turned.secrets ?? ['LINK_SECRETS']).map((name) => ({ name })))),
    'queues info': (name) => {
      const consumers = turned.queues?.[name] ?? `worker:${said.worker}`
      if (consumers === 'gone') return ran('', `Queue "${name}" does not exist`, 1)
      return ran(`Queue Name: ${name}\nNumber of Consumers: 1\nConsumers: ${consumers}\n`)
    },
    'r2 bucket': () => (turned.bucketless ? ran('', 'The specified bucket does not exist', 1) : ran('{}')),
    'queues subscription': () =>
      ran(
        JSON.stringify(
          turned.subscriptions ?? [{ enabled: true, source: { type: 'email.sending' }, events: EVENTS }],
        ),
      ),
  }
  return {
    settings: said,
    home: HOME,
    ring: turned.ring === undefined ? RING : turned.ring,
    migration: MIGRATION,
    wrangler: async (args) => {
      const [name] = Object.keys(table).filter((one) => args.join(' ').startsWith(one))
      return (
        table[name ?? '']?.(args.filter((one) => !one.startsWith('-')).at(-1) ?? '') ?? ran('', 'unknown', 1)
      )
    },
    run: async (statements) => batch(database, statements),
    ask: async (path, fields) => {
      if (turned.silent) throw new TypeError('fetch failed')
      if (fields) owe()
      if (path === '/healthz') return Response.json(turned.health ?? WELL)
      if (fields) return new Response('')
      const link = path.split('/').at(-1) ?? ''
      const state = await checkLink(readSecrets(turned.deployedRing ?? RING), 'sign-in', link, 0)
      return new Response('', { status: state === 'good' && linkedId(link) === earlier ? 410 : 404 })
    },
    texts: async (name) => ({ ...DNS, ...turned.dns })[name] ?? [],
    now: () => now,
    pause: async (ms) => {
      now += ms
    },
  }
}

const wrongIn = async (turned: Turned, asked: Parameters<typeof checkAll>[1] = { mail: MAIL }) =>
  (await checkAll(world(turned), asked)).filter(({ verdict }) => verdict !== 'ok')

test('where everything is right, every line is ok', async () => {
  const found = await checkAll(world(), { mail: MAIL })
  expect(found.filter(({ verdict }) => verdict !== 'ok')).toEqual([])
  expect(linesOf(found).at(-1)).toMatch(/^1[4-9] ok, 0 wrong, 0 not known here\.$/)
})

describe('each fault is found, alone, with how to mend it', () => {
  const spf = 'cf-bounce.mail.jaringan-uji.org'
  const dkim = 'cf-bounce._domainkey.mail.jaringan-uji.org'
  const dmarc = '_dmarc.jaringan-uji.org'
  const faults: readonly (readonly [string, Turned, RegExp])[] = [
    [
      'the sweep has not run for an hour',
      { health: { ok: true, database: true, sweptSecondsAgo: 3600 } },
      /cron trigger/,
    ],
    [
      'the sweep has never run',
      { health: { ok: true, database: true, sweptSecondsAgo: null } },
      /has not run yet/,
    ],
    [
      'mail waits for an hour',
      {
        health: {
          ...WELL,
          mail: { oldestOwedSeconds: 3600, lastHandedSecondsAgo: 4000, lastReason: '535 5.7.8' },
        },
      },
      /waits for 60 min: 535 5\.7\.8/,
    ],
    ['something has stopped', { health: { ...WELL, stopped: 2 } }, /2 have stopped: npm run steps/],
    ['the database does not answer', { health: { ok: false, database: false } }, /cloudflarestatus/],
    ['something else is at the address', { health: { hello: 1 } }, /not as Simpul does/],
    [
      'the database is older than the code',
      { migrated: '0009.sql' },
      /migrated to 0009\.sql.*npm run deploy/,
    ],
    ['the secret is missing', { secrets: [] }, /LINK_SECRETS is missing/],
    ['a queue is missing', { queues: { 'simpul-steps': 'gone' } }, /does not exist: npm run deploy/],
    [
      'a queue has another consumer',
      { queues: { 'simpul-steps': 'worker:other' } },
      /is not taken by simpul/,
    ],
    ['the bucket is missing', { bucketless: true }, /R2 is enabled/],
    ['a bucket without a key', { vars: { EXPORT_KEY: '' } }, /EXPORT_KEY is none/],
    ['a bucket with half a key', { vars: { EXPORT_KEY: 'AAAA' } }, /EXPORT_KEY is none/],
    ['no subscription', { subscriptions: [] }, /queues subscription create simpul-mail-events/],
    [
      'a subscription that leaves out bounces',
      { subscriptions: [{ enabled: true, source: { type: 'email.sending' }, events: EVENTS.slice(0, 1) }] },
      /message\.bounced/,
    ],
    [
      'a subscription that is off',
      { subscriptions: [{ enabled: false, source: { type: 'email.sending' }, events: EVENTS }] },
      /is not told/,
    ],
    ['no SPF', { dns: { [spf]: [] } }, /email sending enable mail\.jaringan-uji\.org/],
    ['two SPF records', { dns: { [spf]: ['v=spf1 ~all', 'v=spf1 -all'] } }, /only one/],
    [
      'an SPF record of somebody else',
      { dns: { [spf]: ['v=spf1 include:other.example ~all'] } },
      /add include/,
    ],
    ['no DKIM', { dns: { [dkim]: [] } }, /no record/],
    ['a DKIM key that was withdrawn', { dns: { [dkim]: ['v=DKIM1; p='] } }, /withdrawn/],
    ['no DMARC', { dns: { [dmarc]: [] } }, /TXT _dmarc\.mail\.jaringan-uji\.org/],
    [
      'a DMARC record without a policy',
      { dns: { [dmarc]: ['v=DMARC1; rua=mailto:a@b.example'] } },
      /no policy/,
    ],
    ['another ring on this machine', { deployedRing: `a:${'7'.repeat(64)}` }, /does not know b, a/],
    [
      'a key that the deployment does not know',
      { deployedRing: `b:${'1'.repeat(64)}` },
      /does not know a of the ring/,
    ],
    [
      'a mail that is refused',
      { mail: `update deliveries set failed_at = 5, reason = 'E_RECIPIENT_NOT_ALLOWED for ${MAIL}'` },
      /was refused: E_RECIPIENT_NOT_ALLOWED for \(address\)/,
    ],
    [
      'a mail that is not taken',
      {
        mail: `insert into steps (id, network_id, due_at, reason, created_at) values ('deliver:d', 'n', 1, '535 wrong', 1)`,
      },
      /not taken within 3 minutes: 535 wrong/,
    ],
    ['a link that is not owed', { mail: null }, /none was owed/],
  ]
  test.each(faults)('%s', async (_, turned, says) => {
    const found = await wrongIn(turned)
    expect(found).toEqual([{ what: expect.any(String), verdict: 'wrong', says: expect.stringMatching(says) }])
  })

  test('nothing answers at the address', async () => {
    const found = await wrongIn({ silent: true })
    expect(found.map(({ what, verdict }) => `${verdict}: ${what}`)).toEqual([
      'wrong: address',
      'not known here: test mail',
      'not known here: ring of secrets',
    ])
  })

  test('a test mail to somebody who is not on the staff', async () => {
    expect(await wrongIn({}, { mail: 'budi@uji.example' })).toEqual([
      expect.objectContaining({ verdict: 'wrong', says: expect.stringContaining('nobody on the staff') }),
    ])
  })
})

test('what cannot be seen from here is said to be unknown, and is not wrong', async () => {
  const smtp = {
    vars: { MAILER: 'smtp', SMTP_HOST: 'mail.uji.example' },
    dns: { 'mail.jaringan-uji.org': ['v=spf1 include:uji.example ~all'] },
    health: { ok: true, database: true },
    ring: null,
  }
  expect((await wrongIn(smtp, {})).map(({ what, verdict }) => `${verdict}: ${what}`)).toEqual([
    'not known here: sweep',
    'not known here: secrets of SMTP',
    'not known here: DKIM of mail.jaringan-uji.org',
    'not known here: test mail',
    'not known here: ring of secrets',
  ])
})
