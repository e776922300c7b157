// Env → Deps: the only reader of the environment. Everything else gets what it needs passed in.
import { forms } from '../forms/index.ts'
import { loadForms } from './core/form/check.ts'
import { type FormShelf, shelfOf } from './core/form/shelf.ts'
import type { Clock, ExportStore, Limits, Log, Mailer, Random, StepQueue } from './core/kernel/ports.ts'
import { readSecrets, type Secrets } from './core/kernel/secrets.ts'
import { type Database, openDatabase } from './db/database.ts'
import { publishedForm } from './db/form/read.ts'
import { systemClock, systemPause, systemRandom } from './platform/chance.ts'
import { isExportKey } from './platform/export-seal.ts'
import { bucketStore } from './platform/export-store.ts'
import { heartbeatTo } from './platform/heartbeat.ts'
import { bindingLimits } from './platform/limits.ts'
import { consoleLog } from './platform/log.ts'
import { emailServiceMailer } from './platform/mailer-email.ts'
import { smtpMailer } from './platform/mailer-smtp.ts'
import { type StepMessage, stepQueue } from './platform/queue.ts'

/** Bindings and settings of the Worker, as wrangler.toml and the secrets give them. */
export interface Env {
  readonly DB: D1Database
  readonly STEPS: Queue<StepMessage>
  readonly EMAIL: SendEmail
  readonly PAGES: RateLimit
  readonly POSTS: RateLimit
  readonly SENDS: RateLimit
  readonly DRAFTS: RateLimit
  readonly MAILS: RateLimit
  readonly SIGN_INS: RateLimit
  readonly ASSETS: Fetcher
  /** Where exports go, and the public key they are sealed to; without either there are none. */
  readonly EXPORTS?: R2Bucket
  readonly EXPORT_KEY?: string
  /** Where people reach the Worker, without a closing slash. */
  readonly PUBLIC_URL: string
  /** The ring of secrets, `name:hex,…`, newest first. */
  readonly LINK_SECRETS: string
  readonly MAIL_FROM: string
  readonly MAILER: 'email' | 'smtp'
  readonly SMTP_HOST?: string
  readonly SMTP_PORT?: string
  readonly SMTP_USER?: string
  readonly SMTP_PASSWORD?: string
  /** How many mails the mail service takes on a day (UTC), where that is known. */
  readonly MAIL_DAILY?: string
  /** What is asked after every sweep that finds all in order: a watcher that misses it tells somebody. */
  readonly HEARTBEAT_URL?: string
}

/** Everything the application needs of the outside. */
export interface Deps {
  readonly db: Database
  readonly clock: Clock
  readonly random: Random
  readonly queue: StepQueue
  readonly mailer: Mailer
  /** Whether the mail service tells later what became of a mail; where it does not, that stays unknown. */
  readonly tellsDelivery: boolean
  /** How many mails the mail service takes on a day (UTC), or null where only it knows. */
  readonly mailDaily: number | null
  /** Tells a watcher outside that all is in order; null where there is none. */
  readonly heartbeat: (() => Promise<void>) | null
  readonly limits: Limits
  readonly log: Log
  readonly secrets: Secrets
  readonly forms: FormShelf
  readonly publicUrl: string
  /** Where exports of the database go; null: there are none. */
  readonly exports: ExportStore | null
  /** The picture of networks that have none of their own, as a request with these headers is answered. */
  readonly commonPicture: (headers: Headers) => Promise<Response>
}

const mailerOf = (env: Env): Mailer =>
  env.MAILER === 'smtp'
    ? smtpMailer({
        from: env.MAIL_FROM,
        clock: systemClock,
        host: env.SMTP_HOST ?? '127.0.0.1',
        port: Number(env.SMTP_PORT ?? 587),
        ...(env.SMTP_USER && env.SMTP_PASSWORD
          ? { credentials: { username: env.SMTP_USER, password: env.SMTP_PASSWORD } }
          : {}),
      })
    : emailServiceMailer(env.EMAIL, env.MAIL_FROM, systemClock)

/** Reads how many mails a day the mail service takes; throws where it is no number. */
function readDaily(setting: string | undefined): number | null {
  if (!setting) return null
  if (!/^[1-9]\d{0,6}$/.test(setting)) throw new Error('MAIL_DAILY must be a number of mails, such as 500')
  return Number(setting)
}

/** Where exports go; a key that is none leaves them off, as `npm run deploy -- --check` says. */
const exportsOf = ({ EXPORTS, EXPORT_KEY = '' }: Env): ExportStore | null =>
  EXPORTS && isExportKey(EXPORT_KEY) ? bucketStore(EXPORTS, EXPORT_KEY) : null

/**
 * Wires the application.
 * @throws where a setting is missing or a form would not hold: a Worker that cannot keep its promises does not start.
 */
export function depsFrom(env: Env): Deps {
  const db = openDatabase(env.DB, { pause: systemPause, random: systemRandom, log: consoleLog })
  return {
    db,
    clock: systemClock,
    random: systemRandom,
    queue: stepQueue(env.STEPS),
    mailer: mailerOf(env),
    tellsDelivery: env.MAILER !== 'smtp',
    mailDaily: readDaily(env.MAIL_DAILY),
    heartbeat: env.HEARTBEAT_URL ? heartbeatTo(env.HEARTBEAT_URL) : null,
    limits: bindingLimits({
      pages: env.PAGES,
      posts: env.POSTS,
      sends: env.SENDS,
      drafts: env.DRAFTS,
      mails: env.MAILS,
      signIns: env.SIGN_INS,
    }),
    log: consoleLog,
    secrets: readSecrets(env.LINK_SECRETS),
    forms: shelfOf(loadForms(forms), (which) => publishedForm(db, which)),
    publicUrl: env.PUBLIC_URL.replace(/\/$/, ''),
    exports: exportsOf(env),
    commonPicture: (headers) => env.ASSETS.fetch('https://assets.local/picture.png', { headers }),
  }
}
