// `npm run deploy -- --check`: what runs is looked at from outside, a line for each thing, with how to mend what is wrong.
import { isExportKey } from '../../src/platform/export-seal.ts'
import { checkDns } from './check-dns.ts'
import { checkHealth } from './check-health.ts'
import { checkMail, checkRing } from './check-mail.ts'
import { type Finding, looked, type Outside, ok, unknown, wrong } from './finding.ts'

async function checkMigration({ run, migration }: Outside): Promise<readonly Finding[]> {
  const [rows] = await run(['select name from d1_migrations order by id desc limit 1'])
  const applied = String(rows?.[0]?.name ?? 'none')
  return applied === migration
    ? [ok('database', `migrated to ${migration}`)]
    : [wrong('database', `migrated to ${applied}, and the code goes with ${migration}: npm run deploy`)]
}

async function checkSecrets({ wrangler, settings }: Outside): Promise<readonly Finding[]> {
  const ran = await wrangler(['secret', 'list'])
  if (ran.code !== 0) return [wrong('secrets', 'there is no such Worker yet: npm run deploy')]
  const names = (JSON.parse(ran.out) as readonly { readonly name: string }[]).map(({ name }) => name)
  const missing = ['SMTP_USER', 'SMTP_PASSWORD'].filter((name) => !names.includes(name))
  return [
    names.includes('LINK_SECRETS')
      ? ok('secrets', 'LINK_SECRETS is set')
      : wrong('secrets', 'LINK_SECRETS is missing: npm run deploy sets it'),
    ...(settings.vars.MAILER === 'smtp' && missing.length > 0
      ? [
          unknown(
            'secrets of SMTP',
            `${missing.join(' and ')} not set, which is right only where your mail service asks for none: npx wrangler secret put …`,
          ),
        ]
      : []),
  ]
}

async function checkQueue({ wrangler, settings }: Outside, queue: string): Promise<readonly Finding[]> {
  const what = `queue ${queue}`
  const ran = await wrangler(['queues', 'info', queue])
  if (ran.code !== 0 && /does not exist/.test(ran.words))
    return [wrong(what, 'does not exist: npm run deploy makes it')]
  if (ran.code !== 0) throw new Error(ran.words)
  const taken = /^Consumers:(.*)$/m.exec(ran.out)?.[1] ?? ''
  if (!settings.consumed.includes(queue)) return [ok(what, 'is there, for what could not be taken')]
  return taken.split(',').some((one) => one.trim() === `worker:${settings.worker}`)
    ? [ok(what, `is taken by ${settings.worker}`)]
    : [wrong(what, `is not taken by ${settings.worker}: npm run deploy connects it`)]
}

async function checkBucket({ wrangler, settings }: Outside, bucket: string): Promise<readonly Finding[]> {
  const what = `bucket ${bucket}`
  const ran = await wrangler(['r2', 'bucket', 'info', bucket])
  if (ran.code !== 0 && /does not exist/.test(ran.words))
    return [wrong(what, 'does not exist: npm run deploy makes it, once R2 is enabled on the account')]
  if (ran.code !== 0) throw new Error(ran.words)
  return isExportKey(String(settings.vars.EXPORT_KEY ?? ''))
    ? [ok(what, 'is there, and EXPORT_KEY is a key')]
    : [
        wrong(
          what,
          'is bound, but EXPORT_KEY is none, and nothing is exported: npm run restore-drill -- --new-key',
        ),
      ]
}

const EVENTS = ['delivered', 'bounced', 'rejected', 'failed', 'complained'].map((one) => `message.${one}`)

interface Subscription {
  readonly enabled?: boolean
  readonly events?: readonly string[]
  readonly source?: { readonly type?: string }
}

/** Whether the mail service tells what became of mails; over SMTP nobody does. */
async function checkSubscription({ wrangler, settings }: Outside): Promise<readonly Finding[]> {
  const what = 'what became of mails'
  if (settings.vars.MAILER === 'smtp')
    return [ok(what, 'stays unknown over SMTP, and nothing is to be set up')]
  const queue = settings.consumed.find((name) => name.endsWith('-mail-events'))
  if (!queue) return [wrong(what, 'no queue of wrangler.toml has a name that ends in -mail-events')]
  const ran = await wrangler(['queues', 'subscription', 'list', queue, '--json'])
  if (ran.code !== 0) throw new Error(ran.words)
  const all = JSON.parse(ran.out) as readonly Subscription[] | null
  const mine = (all ?? []).filter(
    ({ source, enabled }) => source?.type === 'email.sending' && enabled !== false,
  )
  const told = mine.flatMap(({ events = [] }) => events)
  const missing = EVENTS.filter((event) => !told.some((one) => one.endsWith(event)))
  return missing.length === 0
    ? [ok(what, `is told on ${queue}`)]
    : [
        wrong(
          what,
          `is not told (${missing.join(', ')}): npx wrangler queues subscription create ${queue} --source email.sending … (docs/operating.md, Mail)`,
        ),
      ]
}

/** What is looked at besides: a mail that is asked for at `mail`, the DKIM key that is named `selector`. */
export interface Asked {
  readonly mail?: string | undefined
  readonly selector?: string | undefined
}

/** Looks at everything; nothing is changed but one mail that is asked for. */
export async function checkAll(outside: Outside, asked: Asked): Promise<readonly Finding[]> {
  const { settings } = outside
  const groups = await Promise.all([
    looked('address', () => checkHealth(outside)),
    looked('database', () => checkMigration(outside)),
    looked('secrets', () => checkSecrets(outside)),
    ...settings.queues.map((queue) => looked(`queue ${queue}`, () => checkQueue(outside, queue))),
    ...settings.buckets.map((bucket) => looked(`bucket ${bucket}`, () => checkBucket(outside, bucket))),
    looked('what became of mails', () => checkSubscription(outside)),
    checkDns(outside, asked.selector),
  ])
  const mail = await looked('test mail', () => checkMail(outside, asked.mail))
  // What was mailed just now is a row that a link can be made for.
  const ring = await looked('ring of secrets', () => checkRing(outside))
  return [...groups.flat(), ...mail, ...ring]
}

/** The findings as lines for a person, and how many of each. */
export function linesOf(found: readonly Finding[]): readonly string[] {
  const count = (verdict: Finding['verdict']) => found.filter((one) => one.verdict === verdict).length
  return [
    ...found.map(({ what, verdict, says }) => `${verdict.padEnd(14)}  ${what}: ${says}`),
    '',
    `${count('ok')} ok, ${count('wrong')} wrong, ${count('not known here')} not known here.`,
  ]
}
