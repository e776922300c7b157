// `npm run deploy`: makes what is missing on Cloudflare, migrates, publishes the forms, deploys. Harmless when repeated.
import { parseArgs } from 'node:util'
import { fileCommand, runSql } from './operate/database.ts'
import { checkRounds, HELD, missingAmong, publish, WITHOUT_FORM } from './operate/publish.ts'
import { keepRing, ringFile, turnRing } from './operate/ring.ts'
import { formRows } from './operate/rows.ts'
import { missingIn, readSettings, type Settings } from './operate/settings.ts'
import { failed, tryWrangler, wrangler } from './operate/wrangler.ts'
import { reason } from './run/place.ts'

const usage = `npm run deploy -- [--dry-run] [--rotate] [--location apac]
  --dry-run    shows every command, builds the Worker, and changes nothing; needs no account
  --rotate     puts a new key in front of LINK_SECRETS
  --location   where the database is made, the first time only: weur, eeur, apac, oc, wnam or enam`

const options = {
  'dry-run': { type: 'boolean' },
  rotate: { type: 'boolean' },
  location: { type: 'string', default: 'apac' },
  help: { type: 'boolean' },
} as const

/** The command lines of a deployment. */
const commands = ({ worker, database, domain }: Settings) => ({
  makeDatabase: (location: string) => ['d1', 'create', database, '--location', location],
  makeQueue: (queue: string) => ['queues', 'create', queue],
  migrate: ['d1', 'migrations', 'apply', 'DB', '--remote'],
  secrets: ['--secrets-file', ringFile(worker)],
  deploy: ['deploy', '--minify', ...(domain ? ['--domain', domain] : [])],
})

async function hasDatabase({ database }: Settings): Promise<boolean> {
  const all: { readonly name: string }[] = JSON.parse(await wrangler(['d1', 'list', '--json']))
  return all.some(({ name }) => name === database)
}

async function hasQueue(queue: string): Promise<boolean> {
  const args = ['queues', 'info', queue]
  const ran = await tryWrangler(args)
  if (ran.code === 0) return ran.out.split('\n').includes(`Queue Name: ${queue}`)
  if (ran.words.includes('does not exist')) return false
  throw failed(args, ran)
}

async function hasRing(): Promise<boolean> {
  const args = ['secret', 'list']
  const ran = await tryWrangler(args)
  if (ran.code !== 0 && /Worker .* not found/.test(ran.words)) return false
  if (ran.code !== 0) throw failed(args, ran)
  const all: { readonly name: string }[] = JSON.parse(ran.out)
  return all.some(({ name }) => name === 'LINK_SECRETS')
}

/** Publishes the forms that the database does not hold yet, and makes sure that no round loses the one it asks. */
async function keepForms(): Promise<void> {
  const place = ['--remote']
  const forms = await formRows(Date.now())
  const [held, without] = await runSql(place, [HELD, WITHOUT_FORM])
  checkRounds(forms, without)
  await publish(place, missingAmong(forms, held))
}

async function deploy(settings: Settings, location: string, rotate: boolean): Promise<void> {
  const run = commands(settings)
  const [isMade, isRingKept, ...areMade] = await Promise.all([
    hasDatabase(settings),
    hasRing(),
    ...settings.queues.map(hasQueue),
  ])
  if (!isMade) {
    console.log(`Making the database ${settings.database} (${location}) …`)
    await wrangler(run.makeDatabase(location))
  }
  for (const queue of settings.queues.filter((_, i) => !areMade[i])) {
    console.log(`Making the queue ${queue} …`)
    await wrangler(run.makeQueue(queue))
  }
  console.log('Migrating the database …')
  await wrangler(run.migrate)
  await keepForms()
  if (!isRingKept) keepRing(settings.worker)
  else if (rotate) turnRing(settings.worker)
  const hasNewKey = !isRingKept || rotate
  if (hasNewKey) {
    console.log(`The keys of every link and of sealed answers are in ${ringFile(settings.worker)}.
Copy that file to where you keep passwords: Cloudflare never shows them again.`)
  }
  console.log('Deploying …')
  await wrangler([...run.deploy, ...(hasNewKey ? run.secrets : [])], true)
  console.log(`\n${String(settings.vars.PUBLIC_URL)} runs. Make a network with: npm run network -- --help`)
}

/** Prints what a deployment would run, and builds the Worker as it would be deployed. */
async function rehearse(settings: Settings, location: string): Promise<void> {
  const run = commands(settings)
  const lines: readonly (readonly [readonly string[], string])[] = [
    [run.makeDatabase(location), 'unless it is there'],
    ...settings.queues.map((queue) => [run.makeQueue(queue), 'unless it is there'] as const),
    [run.migrate, ''],
    [fileCommand(['--remote'], 'forms.sql'), 'the forms that are not published yet'],
    [[...run.deploy, ...run.secrets], 'the secrets only where the Worker has none, or with --rotate'],
  ]
  for (const [args, note] of lines) console.log(`wrangler ${args.join(' ')}${note ? `   # ${note}` : ''}`)
  console.log('\nwrangler deploy --minify --dry-run')
  await wrangler(['deploy', '--minify', '--dry-run'], true)
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options })
  if (values.help) return console.log(usage)
  const settings = readSettings()
  const missing = missingIn(settings.vars)
  if (values['dry-run']) {
    await rehearse(settings, values.location)
    for (const sentence of missing) console.log(`Before you deploy: ${sentence}`)
    return
  }
  if (missing.length > 0) throw new Error(missing.join('\n'))
  await deploy(settings, values.location, values.rotate ?? false)
}

main().catch((error: unknown) => {
  console.error(reason(error))
  process.exit(1)
})
