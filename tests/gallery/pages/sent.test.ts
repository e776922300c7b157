// Pages of what was sent: the receipt with everything it can say, corrections, another address, and what stands in frames.
import { it } from 'vitest'
import { forms } from '../../../forms/index.ts'
import { shelfOf } from '../../../src/core/form/shelf.ts'
import { TRAP_FIELD } from '../../../src/core/form/trap.ts'
import { visitorsOf } from '../../support/inside/gallery.ts'
import { heldAnswer } from '../../support/inside/held.ts'
import { everyKind } from '../../support/inside/kinds.ts'
import { limitOf } from '../../support/inside/limits.ts'
import { longIko, longRegistration } from '../../support/inside/long.ts'
import { SECRET } from '../../support/inside/needs.ts'
import { addPractice } from '../../support/inside/rounds.ts'
import { WRITTEN, worldWithNeeds } from '../../support/inside/sealed.ts'
import {
  DAY,
  HOUR,
  IKO,
  ikoAnswers,
  MINUTE,
  newWorld,
  openRound,
  REGISTRATION,
  type Receipt,
  registrationAnswers,
  START,
  sent,
  sentIko,
  type Typed,
  type World,
} from '../../support/inside/world.ts'

const trapped = { [TRAP_FIELD]: 'https://spam.example' }
let count = 0
/** An IKO of yet another organisation, at an address of its own. */
const sentBy = (world: World, changes: Typed = {}): Promise<Receipt> => {
  count++
  return sentIko(world, {
    organisation: `Forum ${count} Contoh`,
    email: `f${count}@forum.example`,
    ...changes,
  })
}

/** Posts what changes a submission, and gives the path that leads on. */
async function changed(world: World, path: string, fields: Typed): Promise<string> {
  const response = await world.post(path, { ...fields, submission: world.newKey() })
  if (response.status !== 303) throw new Error(`not changed: ${response.status}`)
  return (response.headers.get('Location') ?? '').replace(/\?(?:lang=id&?)?/, '?').replace(/\?$/, '')
}

const setAside = (world: World, { reference }: Receipt, also = '') =>
  world.exec(
    `update submissions set held_at = null, set_aside_at = ${START}, set_aside_by = 'x'${also} where reference = '${reference}'`,
  )

it('the receipt, and what became of its mails', async () => {
  const world = await newWorld({ forms: shelfOf([...forms, everyKind], async () => null) })
  const visitors = visitorsOf(world)
  const keepEach = async (state: string, { receipt }: Pick<Receipt, 'receipt'>) => {
    for (const keep of visitors) await keep.page(state, receipt)
  }
  const handed = await sentBy(world)
  const bare = await sentBy(world, { email: '', whatsapp: '0812 3456 7890' })
  await keepEach('mails on their way, report not yet computed', handed)
  await keepEach('no mail, report not yet computed', bare)
  await world.work()
  await keepEach('mails handed over, report there', handed)
  await keepEach('no mail, report to be shared', bare)
  world.mailService.answer = async () => ({ outcome: 'refused', reason: 'E_RECIPIENT_SUPPRESSED' })
  const refused = await sentBy(world)
  await world.work()
  await keepEach('mails refused, report there', refused)
  const retryAt = START + DAY
  world.mailService.answer = async () => ({ outcome: 'later', reason: 'E_DAILY_LIMIT_EXCEEDED', retryAt })
  const delayed = await sentBy(world)
  await world.work()
  await keepEach('mails wait for another day', delayed)
  const stuck = await sentBy(world)
  await world.exec(`update submissions set failed_at = 1 where reference = '${stuck.reference}'`)
  await keepEach('report that cannot be computed', stuck)
  await keepEach('registration', await sent(world, REGISTRATION, registrationAnswers))
  await keepEach(
    'registration without mail',
    await sent(world, REGISTRATION, {
      ...registrationAnswers,
      organisation: 'Komunitas Lain Contoh',
      email: '',
    }),
  )
  await keepEach('long answers', await sentBy(world, longIko))
  await keepEach('long answers, registration', await sent(world, REGISTRATION, longRegistration))
  await keepEach('for practice', await sent(world, await addPractice(START), ikoAnswers))
})

it('the receipt of what does not count, came late or was changed', async () => {
  const world = await newWorld()
  const visitors = visitorsOf(world)
  const keepEach = async (state: string, path: string) => {
    for (const keep of visitors) await keep.page(state, path)
  }
  const held = await heldAnswer(world)
  await keepEach('held, a second answer', held.second.receipt)
  await setAside(world, held.first)
  await keepEach('set aside', held.first.receipt)
  const suspect = await sentBy(world, trapped)
  await keepEach('held, suspect', suspect.receipt)
  await setAside(world, suspect)
  await keepEach('set aside, suspect', suspect.receipt)
  const corrected = await sentBy(world)
  await changed(world, `${corrected.receipt}/correction`, {
    ...ikoAnswers,
    email: `f${count}@forum.example`,
    results: '4',
  })
  await keepEach('corrected', corrected.receipt)
  const moved = await sentBy(world)
  await keepEach(
    'at another address',
    await changed(world, `${moved.receipt}/address`, { email: 'baru@forum.example' }),
  )
  for (const keep of visitors) await keep.page('withdrawn', moved.receipt, 410)
  const closing = await openRound(world, { slug: 'tutup', closesAt: START + MINUTE })
  const begun = world.newKey()
  const early = await sent(world, closing, ikoAnswers)
  world.clock.now += HOUR
  await keepEach(
    'late',
    (await sent(world, closing, { ...ikoAnswers, organisation: 'Forum Lambat', submission: begun })).receipt,
  )
  await keepEach('after the close', early.receipt)
})

it('what was sent is corrected', async () => {
  const world = await newWorld()
  const { receipt } = await sentBy(world)
  const ours = { ...ikoAnswers, organisation: `Forum ${count} Contoh`, email: `f${count}@forum.example` }
  const registration = await sent(world, REGISTRATION, registrationAnswers)
  const { second } = await heldAnswer(world)
  const taken = world.newKey()
  await world.post(`${receipt}/correction`, { ...ours, submission: taken })
  const visitors = visitorsOf(world)
  for (const keep of visitors) {
    const path = `${receipt}/correction`
    await keep.page('as it was sent', path)
    await keep.page('as it was sent, registration', `${registration.receipt}/correction`)
    await keep.page('as it was sent, held', `${second.receipt}/correction`)
    await keep.answer('mistakes', path, { ...ours, influence: '', email: 'siti@' }, 422)
    await keep.answer('check', path, { ...ours, action: 'check' }, 200)
    await keep.answer('back from the check', path, { ...ours, action: 'edit:influence' }, 200)
    await keep.answer('sent before', path, { ...ours, reach: '4', submission: taken }, 409)
    await keep.answer('address that is none', `${receipt}/address`, { email: 'siti@' }, 422)
    await keep.answer('address that looks mistyped', `${receipt}/address`, { email: 'siti@gmial.com' }, 422)
    await keep.page('not by this link', '/s/palsu', 404)
  }
  for (let i = 0; i < limitOf('sends'); i++) await world.deps.limits.isWithin('sends', '203.0.113.7')
  for (const keep of visitorsOf(world, { 'CF-Connecting-IP': '203.0.113.7' })) {
    await keep.answer('too much to send', `${receipt}/address`, { email: 'siti@bina.example' }, 429)
    await keep.answer('too much to send', `${receipt}/correction`, ours, 429)
  }
  await world.exec(`update rounds set closed_at = ${START}`)
  world.clock.now += MINUTE
  for (const keep of visitors) {
    await keep.page('closed', `${receipt}/correction`)
    await keep.answer('closed', `${receipt}/correction`, { ...ours, submission: '' }, 403)
  }
})

it('what was sent is sent again with other answers', async () => {
  const world = await newWorld()
  const { key } = await sentIko(world)
  const others = { ...ikoAnswers, reach: '4', submission: key }
  for (const keep of visitorsOf(world)) {
    await keep.answer('sent before', IKO, others, 409)
    await keep.answer('sent before, in a frame', `${IKO}?embed=1`, others, 409)
  }
})

it('what stands in a frame after sending', async () => {
  const world = await newWorld()
  const closing = await openRound(world, { slug: 'tutup', closesAt: START + MINUTE })
  const begun = [world.newKey(), world.newKey()]
  const [late = '', later = ''] = begun
  for (const keep of visitorsOf(world)) {
    const by = (organisation: string): Typed => ({
      ...ikoAnswers,
      organisation: `${organisation} ${keep.locale}`,
    })
    await keep.answer('sent, in a frame', `${IKO}?embed=1`, by('Forum'), 200)
    await keep.answer('held, in a frame', `${IKO}?embed=1`, by('Forum'), 200)
    await keep.answer('held, suspect, in a frame', `${IKO}?embed=1`, { ...by('Lain'), ...trapped }, 200)
  }
  world.clock.now += HOUR
  for (const [at, keep] of visitorsOf(world).entries())
    await keep.answer(
      'late, in a frame',
      `${closing}?embed=1`,
      { ...ikoAnswers, organisation: `Lambat ${at}`, submission: at === 0 ? late : later },
      200,
    )
})

it('answers whose sealed part does not open', async () => {
  const world = await worldWithNeeds()
  const write = WRITTEN['revisions.answers_sealed']
  const receipt = ((await write?.(world, 'Forum Tersandi Contoh', SECRET)) ?? '').replace('/correction', '')
  await world.exec('update revisions set answers_sealed = substr(answers_sealed, 1, 40)')
  for (const keep of visitorsOf(world)) {
    await keep.page('what is sealed does not open', receipt)
    await keep.page('what is sealed does not open', `${receipt}/correction`)
    const fields = { email: 'lain@forum.example', submission: world.newKey() }
    await keep.answer('what is sealed does not open', `${receipt}/address`, fields, 500)
  }
})
