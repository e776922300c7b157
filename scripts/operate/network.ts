// What `npm run network` is asked for: a network, a round of it, somebody who looks after it, or a way in. Each says what it did.
import { parseArgs } from 'node:util'
import { dayOf } from '../../src/core/kernel/date.ts'
import { newId } from '../../src/core/kernel/id.ts'
import { makeLink } from '../../src/core/kernel/link.ts'
import { signInLinkPath, signInPath } from '../../src/core/kernel/paths.ts'
import { readSecrets } from '../../src/core/kernel/secrets.ts'
import { SIGN_IN_LASTS } from '../../src/core/people/session.ts'
import { systemClock, systemRandom } from '../../src/platform/chance.ts'
import { placeFlags, type Row } from './database.ts'
import { type Flags, readAdministrator, readNetwork, readRound, readSignIn } from './opening.ts'
import { HELD, missingAmong } from './publish.ts'
import {
  administratorRows,
  type FormRow,
  formRows,
  literal,
  networkRow,
  roundRows,
  signInRow,
} from './rows.ts'

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
const signInOptions = { ...placeFlags, email: text, help: { type: 'boolean' } } as const
const administratorOptions = {
  ...placeFlags,
  network: text,
  name: text,
  email: text,
  locale: text,
  help: { type: 'boolean' },
} as const

/** What a command asks of the outside. */
export interface Outside {
  /** Runs statements as one batch, all or none, and gives the rows of each. */
  readonly run: (statements: readonly string[]) => Promise<readonly (readonly Row[])[]>
  /** Stores forms, so that whatever asks them can be read for ever. */
  readonly publish: (forms: readonly FormRow[]) => Promise<void>
  /** Where people reach the pages; asked only where it is told to somebody. */
  readonly publicUrl: () => Promise<string>
  /** The ring of secrets of what is meant; null where it is not kept on this machine. Asked only where a link is made. */
  readonly ring: () => Promise<string | null>
}

/** The network that `--network` names. */
function homeOf(flags: Flags): string {
  const home = String(flags.network ?? '')
  if (home === '')
    throw new Error('--network is missing: give the address of the network, e.g. rumah-inklusi.')
  return home
}

const notThere = (home: string) =>
  new Error(`There is no network at /n/${home}: make it first with npm run network.`)

async function makeNetwork(flags: Flags, { run }: Outside): Promise<string> {
  const network = readNetwork(flags, newId(systemClock, systemRandom))
  const standing = `select id from networks where slug = ${literal(network.slug)}`
  const [, found] = await run([networkRow(network, systemClock.now()), standing])
  if (found?.[0]?.id !== network.id) {
    throw new Error(
      `There is a network at /n/${network.slug} already; nothing was changed. Choose another --slug.`,
    )
  }
  return `${network.name.id} (${network.timeZone}) is at /n/${network.slug}.
Open its first round with: npm run network -- round --network ${network.slug} …`
}

async function openRound(flags: Flags, { run, publish }: Outside): Promise<string> {
  const home = homeOf(flags)
  const [networks, taken, held] = await run([
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
  await publish(missingAmong(asked, held))
  await run(roundRows(round, now))
  const day = (moment: number) => dayOf(moment, network.timeZone)
  const until = round.closesAt === null ? 'stays open' : `closes on ${day(round.closesAt)} at 23:59`
  return `${round.title.id} is at /f/${round.slug}: it opens on ${day(round.opensAt)} at 00:00 and ${until} (${network.timeZone}).`
}

async function makeAdministrator(flags: Flags, outside: Outside): Promise<string> {
  const { run, publicUrl } = outside
  const home = homeOf(flags)
  const newOne = () => newId(systemClock, systemRandom)
  const ids = { personId: newOne(), membershipId: newOne(), networkId: '' }
  const asked = readAdministrator(flags, ids)
  const [networks] = await run([`select id from networks where slug = ${literal(home)}`])
  const row = networks?.[0]
  if (!row) throw notThere(home)
  await run(administratorRows({ ...asked, networkId: String(row.id) }, systemClock.now()))
  const address = (await publicUrl()) + signInPath(asked.locale)
  return `${asked.name} is an administrator of /n/${home} and signs in with ${asked.email} at\n${address}
Until mail works: npm run network -- sign-in${flagOf(flags)} --email ${asked.email}`
}

const flagOf = ({ local, staging }: Flags): string => (local ? ' --local' : staging ? ' --staging' : '')

async function signIn(flags: Flags, outside: Outside): Promise<string> {
  const { email } = readSignIn(flags)
  const { run, publicUrl } = outside
  const [found] = await run([
    `select p.id, p.name, p.locale, group_concat(m.role || ' of /n/' || n.slug, ', ') as roles
      from people p left join memberships m on m.person_id = p.id and m.removed_at is null
        left join networks n on n.id = m.network_id
      where p.email = ${literal(email)} group by p.id`,
  ])
  const person = found?.[0]
  if (!person)
    throw new Error(`Nobody signs in with ${email}: npm run network -- administrator makes somebody.`)
  if (person.roles === null)
    throw new Error(
      `${person.name} was removed from every network and cannot sign in: npm run network -- administrator.`,
    )
  const ring = await outside.ring()
  if (ring === null)
    throw new Error(
      'The ring of secrets that is in use is not on this machine, and no other can make the link.',
    )
  const id = newId(systemClock, systemRandom)
  const now = systemClock.now()
  const path = signInLinkPath(await makeLink(readSecrets(ring), 'sign-in', id, 0))
  await run([signInRow(id, String(person.id), now, SIGN_IN_LASTS)])
  return `Whoever opens this address signs in as ${person.name} (${email}), ${person.roles}; once, within ${SIGN_IN_LASTS / 60_000} minutes:
${(await publicUrl()) + path}`
}

/** What the arguments ask for, with its flags; what it does gives what is said of it. */
export function commandOf(args: readonly string[]) {
  const [first = '', ...rest] = args
  if (first === 'round') return { act: openRound, ...parseArgs({ args: rest, options: roundOptions }) }
  if (first === 'sign-in') return { act: signIn, ...parseArgs({ args: rest, options: signInOptions }) }
  if (first === 'administrator')
    return { act: makeAdministrator, ...parseArgs({ args: rest, options: administratorOptions }) }
  return { act: makeNetwork, ...parseArgs({ args: [...args], options: networkOptions }) }
}
