// Whatever happens and in whatever order: what is owed has its step, and the counters say what the rows say.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  changeMessageAddress,
  handOverByHand,
  resendMessage,
  retryDeadSteps,
} from '../../src/actions/message.ts'
import {
  ALONE_CHOICES,
  decideHeld,
  HELD_CHOICES,
  type HeldChoice,
} from '../../src/actions/submission/held.ts'
import { TRAP_FIELD } from '../../src/core/form/trap.ts'
import { linkedId, makeLink } from '../../src/core/kernel/link.ts'
import { linkPath } from '../../src/core/kernel/paths.ts'
import type { Handover } from '../../src/core/kernel/ports.ts'
import { messageById } from '../../src/db/message/read.ts'
import { heldAnswers, heldPair } from '../../src/db/submission/held.read.ts'
import { ledgerCounts } from '../../src/db/submission/network-ledger.read.ts'
import { consume } from '../../src/workflow/consume.ts'
import { ADMINISTRATOR, coordinating } from '../support/inside/staff.ts'
import { broken, counted, tallies } from '../support/inside/tables.ts'
import {
  DAY,
  HOUR,
  handed,
  IKO,
  ikoAnswers,
  keyAt,
  MINUTE,
  newWorld,
  REGISTRATION,
  registrationAnswers,
  SECOND,
  type World,
} from '../support/inside/world.ts'
import { runs } from '../support/runs.ts'

/** How a mail service may behave. */
const moods: Readonly<Record<string, (world: World) => Promise<Handover>>> = {
  takes: async () => handed,
  refuses: async () => ({ outcome: 'refused', reason: 'E_RECIPIENT_SUPPRESSED' }),
  fails: () => Promise.reject(new Error('no line')),
  'asks to wait': async ({ clock }) => ({ outcome: 'later', reason: 'E_BUSY', retryAt: clock.now + HOUR }),
  'is so slow that claims run out': async ({ clock }) => {
    clock.now += 3 * MINUTE
    return handed
  },
}

/** Somebody who has sent names another address or another organisation; meanwhile: while steps are taken. */
type Alters =
  | { readonly does: 'mends' | 'mends meanwhile'; readonly which: number }
  | { readonly does: 'corrects' | 'corrects meanwhile'; readonly which: number; readonly who: number }

/** A coordinator chooses between two answers of one organisation; twice: another one chooses otherwise meanwhile. */
interface Decides {
  readonly does: 'decides' | 'decides meanwhile' | 'decides twice'
  readonly which: number
  readonly choice: HeldChoice
}

/** A coordinator sends a mail once more, mends its address, runs dead steps again, or hands a report over and takes it back. */
interface Mends {
  readonly does:
    | 'sends again'
    | 'readdresses'
    | 'runs again'
    | 'runs all again'
    | 'hands over'
    | 'takes back'
    | 'mails come back'
  readonly which: number
}

/** Somebody sends: as people do, as a program that fills in everything, or faster than anybody reads. */
interface Sends {
  readonly does: 'iko' | 'registration'
  readonly how: 'reads' | 'falls for the trap' | 'hastes'
  readonly who: number
  readonly hasEmail: boolean
}

type Event =
  | Sends
  | { readonly does: 'repeats' | 'changes'; readonly which: number }
  | Alters
  | Decides
  | Mends
  | { readonly does: 'passes'; readonly time: number }
  | { readonly does: 'mood'; readonly mood: string }
  | { readonly does: 'works' | 'works twice' | 'sweeps' | 'loses hints' | 'is nearly worn out' }

const which = fc.nat(20)
const who = fc.nat(2)
const how = fc.constantFrom('reads', 'reads', 'reads', 'falls for the trap', 'hastes')
const plain = ['works', 'works twice', 'sweeps', 'loses hints', 'is nearly worn out'] as const
const often = <E extends Event>(weight: number, arbitrary: fc.Arbitrary<E>) => ({ weight, arbitrary })
// Much is sent, of few organisations: what happens once is asked for elsewhere.
const events: fc.Arbitrary<Event> = fc.oneof(
  often(
    4,
    fc.record({ does: fc.constantFrom('iko', 'iko', 'registration'), how, who, hasEmail: fc.boolean() }),
  ),
  often(1, fc.record({ does: fc.constantFrom('repeats', 'changes'), which })),
  often(1, fc.record({ does: fc.constantFrom('mends', 'mends meanwhile'), which })),
  often(1, fc.record({ does: fc.constantFrom('corrects', 'corrects meanwhile'), which, who })),
  often(
    3,
    fc.record({
      does: fc.constantFrom('decides', 'decides', 'decides meanwhile', 'decides twice'),
      which,
      choice: fc.constantFrom(...HELD_CHOICES),
    }),
  ),
  often(
    3,
    fc.record({
      does: fc.constantFrom(
        'sends again',
        'readdresses',
        'runs again',
        'runs all again',
        'hands over',
        'takes back',
        'mails come back',
      ),
      which,
    }),
  ),
  often(
    1,
    fc.record({
      does: fc.constant('passes'),
      time: fc.constantFrom(SECOND, 31 * SECOND, 3 * MINUTE, 7 * HOUR, DAY),
    }),
  ),
  often(1, fc.record({ does: fc.constant('mood'), mood: fc.constantFrom(...Object.keys(moods)) })),
  often(3, fc.record({ does: fc.constantFrom(...plain) })),
)

/** What was posted so far: its path, its fields and the link of its receipt. */
interface Sending {
  readonly path: string
  readonly fields: Record<string, string | readonly string[]>
  receipt: string
}
type Posted = Sending[]

const receiptIn = (response: Response) => response.headers.get('Location')?.split('?')[0] ?? ''

let tails = 0

const newTail = () => String(++tails).padStart(12, '0')

async function post(world: World, posted: Posted, { does, how, who, hasEmail }: Sends) {
  const [path, complete] = does === 'iko' ? [IKO, ikoAnswers] : [REGISTRATION, registrationAnswers]
  const organisation = `Yayasan ${'ABCD'[who]} Contoh`
  const email = hasEmail ? `pos${posted.length}@bina.example` : ''
  const fields = {
    ...complete,
    submission: how === 'hastes' ? keyAt(world.clock.now, newTail()) : world.newKey(),
    ...(how === 'falls for the trap' ? { [TRAP_FIELD]: 'https://spam.example' } : {}),
    organisation,
    email,
    whatsapp: '081234567890',
  }
  const response = await world.post(path, fields)
  expect(response.status).toBe(303)
  posted.push({ path, fields, receipt: receiptIn(response) })
}

/** Changes what was sent: another organisation, or another address. */
async function change(world: World, sending: Sending, where: string, fields: object): Promise<void> {
  const all = { ...sending.fields, ...fields, submission: world.newKey() }
  const response = await world.post(`${sending.receipt}/${where}`, all)
  expect(response.status).toBe(303)
  sending.receipt = receiptIn(response)
}

async function alter(world: World, posted: Posted, event: Alters): Promise<void> {
  const sending = posted[event.which % posted.length]
  if (!sending) return
  return 'who' in event
    ? change(world, sending, 'correction', { organisation: `Yayasan ${'ABCD'[event.who]} Contoh` })
    : change(world, sending, 'address', { email: `baru${posted.length}@bina.example` })
}

async function decide(world: World, { which, choice }: Omit<Decides, 'does'>): Promise<void> {
  const scope = await coordinating(world, ADMINISTRATOR)
  const { held } = await heldAnswers(scope, world.deps.db)
  const id = held[which % held.length]?.submission.id
  const pair = id === undefined ? null : await heldPair(scope, world.deps.db, id)
  if (!pair) return
  const { outcome, owed } = await decideHeld(
    scope,
    world.deps,
    pair,
    pair.counting || ALONE_CHOICES.includes(choice) ? choice : 'held',
  )
  expect(['done', 'decided', 'changed']).toContain(outcome)
  world.hints.push(...owed)
}

/** Whoever sent it finds the new link in the mail to the right address. */
async function findLinks(world: World, posted: Posted): Promise<void> {
  for (const sending of posted) {
    const id = linkedId(sending.receipt.split('/').at(-1) ?? '') ?? ''
    const generation = await world.number(`select link_generation from submissions where id = '${id}'`)
    sending.receipt = linkPath('receipt', await makeLink(world.deps.secrets, 'receipt', id, generation))
  }
}

async function mend(world: World, posted: Posted, { does, which }: Mends): Promise<void> {
  const { deps } = world
  const scope = await coordinating(world, ADMINISTRATOR)
  const ids = await world.rows<{ id: string }>(
    does === 'hands over' || does === 'takes back'
      ? 'select id from submissions order by id'
      : `select id from deliveries where kind in ('receipt', 'report') order by id`,
  )
  const id = ids[which % ids.length]?.id
  if (id === undefined) return
  if (does === 'hands over' || does === 'takes back')
    return handOverByHand(scope, deps, id, does === 'hands over')
  if (does === 'mails come back')
    return world.exec(
      `update deliveries set bounced_at = ${world.clock.now} where id = '${id}' and handed_at is not null`,
    )
  if (does === 'runs again' || does === 'runs all again') {
    world.hints.push(...(await retryDeadSteps(scope, deps, does === 'runs again' ? `deliver:${id}` : null)))
    return
  }
  const message = await messageById(scope, deps.db, id)
  if (!message) return
  const { owed } =
    does === 'sends again'
      ? await resendMessage(scope, deps, message)
      : {
          owed: [],
          ...(await changeMessageAddress(
            scope,
            deps,
            message,
            new Map([['email', [`lain${which}@bina.example`]]]),
          )),
        }
  world.hints.push(...owed)
  await findLinks(world, posted)
}

async function happen(world: World, posted: Posted, event: Event): Promise<void> {
  switch (event.does) {
    case 'iko':
    case 'registration':
      return post(world, posted, event)
    case 'repeats':
    case 'changes': {
      const sending = posted[event.which % posted.length]
      if (!sending) return
      const { path, fields } = sending
      const change = event.does === 'changes' ? { organisation: 'Yayasan Lain Contoh' } : {}
      const response = await world.post(path, { ...fields, ...change })
      expect(response.status).toBe(event.does === 'changes' ? 409 : 303)
      return
    }
    case 'corrects':
    case 'mends':
      return alter(world, posted, event)
    case 'corrects meanwhile':
    case 'mends meanwhile':
      await Promise.all([world.work(), alter(world, posted, event)])
      return
    case 'decides':
      return decide(world, event)
    case 'decides meanwhile':
      await Promise.all([world.work(), decide(world, event)])
      return
    case 'decides twice':
      await Promise.all([decide(world, event), decide(world, { ...event, choice: 'counting' })])
      return
    case 'sends again':
    case 'readdresses':
    case 'runs again':
    case 'runs all again':
    case 'hands over':
    case 'takes back':
    case 'mails come back':
      return mend(world, posted, event)
    case 'passes':
      world.clock.now += event.time
      return
    case 'mood': {
      const mood = moods[event.mood]
      if (mood) world.mailService.answer = () => mood(world)
      return
    }
    case 'works':
      return world.work()
    case 'works twice': {
      const hints = world.hints.splice(0)
      await Promise.all([consume(world.deps, hints), consume(world.deps, hints), world.sweep()])
      return
    }
    case 'sweeps':
      return world.sweep()
    case 'loses hints':
      world.hints.length = 0
      return
    case 'is nearly worn out':
      return world.exec('update steps set attempts = 13 where dead_at is null')
  }
}

async function check(world: World): Promise<void> {
  expect(await broken()).toEqual([])
  expect(await tallies(world)).toEqual(await counted(world))
}

// Every district that is answered from here.
const DISTRICTS = [ikoAnswers.district, registrationAnswers.district]

async function checkHealth(world: World): Promise<void> {
  const response = await world.get('/healthz')
  const { submissions } = await response.json<{ submissions: Record<string, number> }>()
  const { accepted, done = 0, waiting = 0, owed = 0, failed = 0 } = submissions
  expect(done + waiting + owed + failed).toBe(accepted)
  // The pages of coordinators say the same, whether counters or rows are asked.
  const whole = await coordinating(world, ADMINISTRATOR)
  const account = { accepted, done, waiting, owed, failed }
  expect(await ledgerCounts(whole, world.deps.db, false)).toEqual(account)
  expect(await ledgerCounts({ ...whole, districts: DISTRICTS }, world.deps.db, false)).toEqual(account)
  const open = 'select count(*) from submissions where coalesce(done_at, held_at, failed_at) is null'
  expect(owed).toBe(await world.number(open))
}

it('nothing is forgotten, nothing is done twice, and the counters are right, in any order of events', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(events, { minLength: 6, maxLength: 20 }), async (order) => {
      const world = await newWorld()
      const posted: Posted = []
      for (const event of order) {
        await happen(world, posted, event)
        await check(world)
      }
      await checkHealth(world)
      // Once everything works again, everything that is not dead gets done.
      world.mailService.answer = async () => handed
      for (let day = 0; day < 3; day++) {
        world.clock.now += DAY
        await world.sweep()
        await world.work()
      }
      await check(world)
      expect(await world.number('select count(*) from steps where dead_at is null')).toBe(0)
      await checkHealth(world)
    }),
    { numRuns: runs(10, 300) },
  )
})
