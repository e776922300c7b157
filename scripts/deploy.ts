// `npm run deploy`: makes what is missing on Cloudflare, migrates, publishes the forms, deploys; `--check` looks at what runs.
// Harmless when repeated.
import { parseArgs } from 'node:util'
import { checkAll, linesOf } from './operate/check.ts'
import { fileCommand, type Place, runSql } from './operate/database.ts'
import { outsideOf } from './operate/outside.ts'
import { checkRounds, HELD, missingAmong, publish, WITHOUT_FORM } from './operate/publish.ts'
import { keepRing, RING_WOULD_VANISH, ringFile, turnRing, wouldVanish } from './operate/ring.ts'
import { formRows } from './operate/rows.ts'
import { configurationFor, missingIn, readSettings, type Settings } from './operate/settings.ts'
import { STAGING } from './operate/staging.ts'
import { failed, tryWrangler, wrangler } from './operate/wrangler.ts'
import { reason } from './run/place.ts'

const usage = `npm run deploy -- [--staging [--url https://…]] [--dry-run] [--rotate] [--location apac]
npm run deploy -- [--staging [--url https://…]] --check [--mail you@your-domain] [--selector …]
  --staging    the same Worker under names of its own, at --url or STAGING_URL; nothing is shared with the other
  --dry-run    shows every command, builds the Worker, and changes nothing; needs no account
  --rotate     puts a new key in front of LINK_SECRETS
  --location   where the database is made, the first time only: weur, eeur, apac, oc, wnam or enam
  --check      looks at what runs, a line each, and changes nothing
  --mail       with --check: asks for a link to sign in at the address of somebody on the staff, and waits for the mail
  --selector   with --check: the name of the DKIM key of your mail service`

const options = {
  staging: { type: 'boolean' },
  url: { type: 'string' },
  'dry-run': { type: 'boolean' },
  check: { type: 'boolean' },
  mail: { type: 'string' },
  selector: { type: 'string' },
  rotate: { type: 'boolean' },
  location: { type: 'string', default: 'apac' },
  help: { type: 'boolean' },
} as const

/** The command lines of a deployment; each is told which configuration to go by. */
const commands = ({ worker, database, domain }: Settings, told: readonly string[]) => ({
  listDatabases: ['d1', 'list', '--json', ...told],
  makeDatabase: (location: string) => ['d1', 'create', database, '--location', location, ...told],
  queue: (queue: string) => ['queues', 'info', queue, ...told],
  makeQueue: (queue: string) => ['queues', 'create', queue, ...told],
  makeBucket: (bucket: string, location: string) => [
    'r2',
    'bucket',
    'create',
    bucket,
    '--location',
    location,
    ...told,
  ],
  listSecrets: ['secret', 'list', ...told],
  migrate: ['d1', 'migrations', 'apply', 'DB', '--remote', ...told],
  secrets: ['--secrets-file', ringFile(worker)],
  deploy: ['deploy', ...(domain ? ['--domain', domain] : []), ...told],
})

type Commands = ReturnType<typeof commands>

async function hasDatabase({ database }: Settings, run: Commands): Promise<boolean> {
  const all: { readonly name: string }[] = JSON.parse(await wrangler(run.listDatabases))
  return all.some(({ name }) => name === database)
}

/** Whether what a command asks about is there; `isMissing` knows what it says where it is not. */
async function isThere(args: readonly string[], isMissing: RegExp): Promise<boolean> {
  const ran = await tryWrangler(args)
  if (ran.code === 0) return true
  if (isMissing.test(ran.words)) return false
  throw failed(args, ran)
}

/** Makes a bucket unless the account has it: a list of buckets is cut off after some. */
async function makeBucket(args: readonly string[]): Promise<void> {
  const ran = await tryWrangler(args)
  if (ran.code !== 0 && !/already exists/.test(ran.words)) throw failed(args, ran)
}

async function hasRing(run: Commands): Promise<boolean> {
  const ran = await tryWrangler(run.listSecrets)
  if (ran.code !== 0 && /Worker .* not found/.test(ran.words)) return false
  if (ran.code !== 0) throw failed(run.listSecrets, ran)
  const all: { readonly name: string }[] = JSON.parse(ran.out)
  return all.some(({ name }) => name === 'LINK_SECRETS')
}

/** Publishes the forms that the database does not hold yet, and makes sure that no round loses the one it asks. */
async function keepForms(place: Place): Promise<void> {
  const forms = await formRows(Date.now())
  const [held, without] = await runSql(place, [HELD, WITHOUT_FORM])
  checkRounds(forms, without)
  await publish(place, missingAmong(forms, held))
}

async function deploy(settings: Settings, location: string, rotate: boolean): Promise<void> {
  const told = configurationFor(settings)
  const run = commands(settings, told)
  // Asked alone only where it decides whether anything is asked at all.
  if (wouldVanish(process.env) && (rotate || !(await hasRing(run)))) throw new Error(RING_WOULD_VANISH)
  const [isRingKept, isMade, areMade] = await Promise.all([
    hasRing(run),
    hasDatabase(settings, run),
    Promise.all(settings.queues.map((queue) => isThere(run.queue(queue), /does not exist/))),
  ])
  if (!isMade) {
    console.log(`Making the database ${settings.database} (${location}) …`)
    await wrangler(run.makeDatabase(location))
  }
  for (const queue of settings.queues.filter((_, i) => !areMade[i])) {
    console.log(`Making the queue ${queue} …`)
    await wrangler(run.makeQueue(queue))
  }
  for (const bucket of settings.buckets) await makeBucket(run.makeBucket(bucket, location))
  console.log('Migrating the database …')
  await wrangler(run.migrate)
  await keepForms(['--remote', ...told])
  const hasNewKey = !isRingKept || rotate
  if (!isRingKept) keepRing(settings.worker)
  else if (rotate) turnRing(settings.worker)
  if (hasNewKey) {
    console.log(`The keys of every link and of sealed answers are in ${ringFile(settings.worker)}.
Copy that file to where you keep passwords: Cloudflare never shows them again.`)
  }
  console.log('Deploying …')
  const isStaging = settings.worker.startsWith(STAGING)
  await wrangler([...run.deploy, ...(hasNewKey ? run.secrets : [])], true)
  console.log(`\n${String(settings.vars.PUBLIC_URL)} runs. Look at it with: npm run deploy -- ${isStaging ? '--staging ' : ''}--check
Make a network with: npm run network -- --help`)
}

/** Prints what a deployment would run, and builds the Worker as it would be deployed. */
async function rehearse(settings: Settings, location: string): Promise<void> {
  const told = configurationFor(settings)
  const run = commands(settings, told)
  const lines: readonly (readonly [readonly string[], string])[] = [
    [run.makeDatabase(location), 'unless it is there'],
    ...settings.queues.map((queue) => [run.makeQueue(queue), 'unless it is there'] as const),
    ...settings.buckets.map((bucket) => [run.makeBucket(bucket, location), 'unless it is there'] as const),
    [run.migrate, ''],
    [fileCommand(['--remote', ...told], 'forms.sql'), 'the forms that are not published yet'],
    [[...run.deploy, ...run.secrets], 'the secrets only where the Worker has none, or with --rotate'],
  ]
  for (const [args, note] of lines) console.log(`wrangler ${args.join(' ')}${note ? `   # ${note}` : ''}`)
  console.log('\nwrangler deploy --dry-run')
  await wrangler(['deploy', '--dry-run', ...told], true)
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options })
  if (values.help) return console.log(usage)
  const settings = readSettings(values)
  const missing = missingIn(settings.vars)
  if (values['dry-run']) {
    await rehearse(settings, values.location)
    for (const sentence of missing) console.log(`Before you deploy: ${sentence}`)
    return
  }
  if (missing.length > 0) throw new Error(missing.join('\n'))
  if (values.check) {
    const found = await checkAll(outsideOf(settings), values)
    for (const line of linesOf(found)) console.log(line)
    if (found.some(({ verdict }) => verdict === 'wrong')) process.exit(1)
    return
  }
  await deploy(settings, values.location, values.rotate ?? false)
}

main().catch((error: unknown) => {
  console.error(reason(error))
  process.exit(1)
})
