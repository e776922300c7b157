// `npm run network`: makes a network, or with `round` opens a round of it, with `administrator` names who looks after it.
import { parseArgs } from 'node:util'
import { dayOf } from '../src/core/form/date.ts'
import { newId } from '../src/core/id.ts'
import { signInPath } from '../src/core/paths.ts'
import { systemClock, systemRandom } from '../src/platform/chance.ts'
import { placeFlags, placeOf, runSql } from './operate/database.ts'
import { type Flags, readAdministrator, readNetwork, readRound } from './operate/opening.ts'
import { HELD, missingAmong, publish } from './operate/publish.ts'
import { administratorRows, formRows, literal, networkRow, roundRows } from './operate/rows.ts'
import { publicUrlOf } from './operate/settings.ts'
import { reason } from './run/place.ts'

const usage = `npm run network -- [--local] --name "…" --name-en "…" --slug … --province 35 --reply-to … [--time-zone Asia/Jakarta]
  makes a network

npm run network -- round [--local] --network <slug> --slug … --form <id> --title "…" --title-en "…"
    --opens 2026-11-24 [--closes 2026-12-31] [--from 2026-07-01 --to 2026-12-31]
  opens a round of it, from 00:00 of the first day to 23:59 of the last by the network's clocks;
  --from and --to are the days that the answers speak about

npm run network -- administrator [--local] --network <slug> --name "…" --email … [--locale id|en]
  lets somebody sign in as administrator of it; they invite the others

--local means the copy of npm start (STATE_DIR); without it the deployment is meant.`

const text = { type: 'string' } as const
const networkOptions = {
  ...placeFlags,
  name: text,
  'name-en': text,
  slug: text,
  province: text,
  'reply-to': text,
  'time-zone': text,
  help: { type: 'boolean' },
} as const
const roundOptions = {
  ...placeFlags,
  network: text,
  slug: text,
  form: text,
  title: text,
  'title-en': text,
  opens: text,
  closes: text,
  from: text,
  to: text,
  help: { type: 'boolean' },
} as const

const administratorOptions = {
  ...placeFlags,
  network: text,
  name: text,
  email: text,
  locale: text,
  help: { type: 'boolean' },
} as const

/** The network that `--network` names. */
function homeOf(flags: Flags): string {
  const home = String(flags.network ?? '')
  if (home === '')
    throw new Error('--network is missing: give the address of the network, e.g. rumah-inklusi.')
  return home
}

const notThere = (home: string) =>
  new Error(`There is no network at /n/${home}: make it first with npm run network.`)

async function makeNetwork(flags: Flags, place: readonly string[]): Promise<void> {
  const network = readNetwork(flags, newId(systemClock, systemRandom))
  const standing = `select id from networks where slug = ${literal(network.slug)}`
  const [, found] = await runSql(place, [networkRow(network, systemClock.now()), standing])
  if (found?.[0]?.id !== network.id) {
    throw new Error(
      `There is a network at /n/${network.slug} already; nothing was changed. Choose another --slug.`,
    )
  }
  console.log(`${network.name.id} (${network.timeZone}) is at /n/${network.slug}.
Open its first round with: npm run network -- round --network ${network.slug} …`)
}

async function openRound(flags: Flags, place: readonly string[]): Promise<void> {
  const home = homeOf(flags)
  const [networks, taken, held] = await runSql(place, [
    `select id, time_zone from networks where slug = ${literal(home)}`,
    `select 1 from rounds where slug = ${literal(String(flags.slug ?? ''))}`,
    HELD,
  ])
  const row = networks?.[0]
  if (!row) throw notThere(home)
  const now = systemClock.now()
  const network = { id: String(row.id), timeZone: String(row.time_zone) }
  const forms = await formRows(now)
  const round = readRound(flags, network, forms, newId(systemClock, systemRandom))
  if (taken?.length !== 0) {
    throw new Error(
      `There is a round at /f/${round.slug} already; nothing was changed. Choose another --slug.`,
    )
  }
  const asked = forms.filter(({ hash }) => hash === round.asked.hash)
  await publish(place, missingAmong(asked, held))
  await runSql(place, roundRows(round, now))
  const day = (moment: number) => dayOf(moment, network.timeZone)
  const until = round.closesAt === null ? 'stays open' : `closes on ${day(round.closesAt)} at 23:59`
  console.log(
    `${round.title.id} is at /f/${round.slug}: it opens on ${day(round.opensAt)} at 00:00 and ${until} (${network.timeZone}).`,
  )
}

async function makeAdministrator(flags: Flags, place: readonly string[]): Promise<void> {
  const home = homeOf(flags)
  const newOne = () => newId(systemClock, systemRandom)
  const ids = { personId: newOne(), membershipId: newOne(), networkId: '' }
  const asked = readAdministrator(flags, ids)
  const [networks] = await runSql(place, [`select id from networks where slug = ${literal(home)}`])
  const row = networks?.[0]
  if (!row) throw notThere(home)
  await runSql(place, administratorRows({ ...asked, networkId: String(row.id) }, systemClock.now()))
  const address = publicUrlOf(flags) + signInPath(asked.locale)
  console.log(
    `${asked.name} is an administrator of /n/${home} and signs in with ${asked.email} at\n${address}`,
  )
}

/** What the arguments ask for, with its flags. */
function commandOf([first = '', ...rest]: readonly string[]) {
  if (first === 'round') return { run: openRound, ...parseArgs({ args: rest, options: roundOptions }) }
  if (first === 'administrator')
    return { run: makeAdministrator, ...parseArgs({ args: rest, options: administratorOptions }) }
  return { run: makeNetwork, ...parseArgs({ options: networkOptions }) }
}

async function main(): Promise<void> {
  const { run, values } = commandOf(process.argv.slice(2))
  if (values.help) return console.log(usage)
  await run(values, placeOf(values))
}

main().catch((error: unknown) => {
  console.error(reason(error))
  process.exit(1)
})
