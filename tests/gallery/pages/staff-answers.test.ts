// Pages of staff about what was sent: registrations, held answers, mails, what has stopped, reports to hand over, the ledger.
import { it } from 'vitest'
import { TRAP_FIELD } from '../../../src/core/form/trap.ts'
import type { Handover, MailToSend } from '../../../src/core/kernel/ports.ts'
import { staffOf } from '../../support/inside/gallery.ts'
import { heldAnswer } from '../../support/inside/held.ts'
import { addKnown, TWIN_NAME } from '../../support/inside/known.ts'
import { LONG_EMAIL, LONG_NAME, longIko, longRegistration } from '../../support/inside/long.ts'
import { SECRET } from '../../support/inside/needs.ts'
import { registered } from '../../support/inside/registry.ts'
import { addPractice } from '../../support/inside/rounds.ts'
import { WRITTEN, worldWithNeeds } from '../../support/inside/sealed.ts'
import { ADMINISTRATOR, HOME, signedIn } from '../../support/inside/staff.ts'
import {
  DAY,
  HOUR,
  handed,
  ikoAnswers,
  keyAt,
  newWorld,
  type Receipt,
  START,
  sent,
  sentIko,
  type Typed,
  type World,
} from '../../support/inside/world.ts'

const trapped = { [TRAP_FIELD]: 'https://spam.example' }

const idOf = async (world: World, { reference }: Receipt): Promise<string> =>
  (await world.rows<{ id: string }>(`select id from submissions where reference = '${reference}'`))[0]?.id ??
  ''

it('registrations that wait and that were decided', async () => {
  const world = await newWorld()
  await addKnown(world)
  const waiting = await registered(world)
  const again = await registered(world, { email: 'lain@sahabat.example' })
  await registered(world, { organisation: 'Forum Cepat', submission: keyAt(START) })
  const same = await registered(world, {
    ...longRegistration,
    district: '35.07',
    decree_number: 'AHU-0001',
    legal_form: 'foundation',
  })
  const told = await registered(world, { organisation: 'Forum Diterima', email: 'ya@forum.example' })
  const refused = await registered(world, { organisation: 'Forum Surel', email: 'ditolak@forum.example' })
  const declined = await registered(world, { organisation: 'Forum Ditolak', email: '' })
  world.mailService.answer = async ({ to }) =>
    to.startsWith('ditolak') ? { outcome: 'refused', reason: 'E_RECIPIENT_SUPPRESSED' } : handed
  const admin = await signedIn(world, ADMINISTRATOR)
  const path = (id: string) => `${HOME}/registrations/${id}`
  for (const id of [told, refused])
    await admin.post(`${path(id)}/confirm`, { organisation: 'new', role: 'member' })
  await admin.post(`${path(declined)}/decline`, { reason: `Bukan di wilayah ini.\n${LONG_NAME}` })
  await world.work()
  const staff = await staffOf(world)
  for (const keep of staff) {
    await keep.page('waiting and decided, long names', `${HOME}/registrations`)
    await keep.page('waiting', path(waiting))
    await keep.page('a second one, held', path(again))
    await keep.page('known by its name, others alike, long names', path(same))
    await keep.page('confirmed just now, mailed', `${path(told)}?done`)
    await keep.page('confirmed, mail refused', path(refused))
    await keep.page('declined, no mail', path(declined))
    await keep.answer('nothing chosen', `${path(same)}/confirm`, { organisation: 'x', role: 'lain' }, 422)
    await keep.answer(
      'decided before, otherwise',
      `${path(told)}/decline`,
      { reason: 'Bukan di wilayah ini.' },
      409,
    )
    await keep.answer('no reason', `${path(waiting)}/decline`, { reason: '' }, 422)
  }
  await world.exec(`delete from registrations`)
  await world.exec(`update submissions set withdrawn_at = 1 where id <> '${told}'`)
  await admin.post(`${path(told)}/confirm`, { organisation: 'new' })
  for (const keep of staff) await keep.page('none waiting', `${HOME}/registrations`)
})

it('answers that are held', async () => {
  const world = await newWorld()
  const held = await heldAnswer(world, { 'results.evidence': LONG_NAME })
  const first = await sentIko(world, longIko)
  const long = await idOf(
    world,
    await sentIko(world, { ...longIko, results: '3', email: 'lain@contoh.example' }),
  )
  const alone = await idOf(
    world,
    await sentIko(world, { ...longIko, ...trapped, organisation: 'Forum Mesin' }),
  )
  await world.post(`${first.receipt}/correction`, { ...longIko, results: '2', submission: world.newKey() })
  const path = (id: string) => `${HOME}/held/${id}`
  for (const keep of await staffOf(world)) {
    await keep.page('second answers and suspect ones, long names', `${HOME}/held`)
    await keep.page('two answers', path(held.submission))
    await keep.page('two answers, one corrected, long names', path(long))
    await keep.page('alone, suspect', path(alone))
    await keep.answer('nothing chosen', path(held.submission), { seen: held.seen }, 422)
    await keep.answer('nothing chosen, alone', path(alone), {}, 422)
    await keep.answer('changed meanwhile', path(held.submission), { choice: 'held', seen: 'x' }, 409)
  }
})

/** What the mail service does with each address: it refuses some and puts some off. */
async function serve({ to }: MailToSend): Promise<Handover> {
  if (to.startsWith('ditolak')) return { outcome: 'refused', reason: 'E_RECIPIENT_SUPPRESSED' }
  if (to.startsWith('nanti'))
    return { outcome: 'later', reason: 'E_DAILY_LIMIT_EXCEEDED', retryAt: START + DAY }
  return handed
}

it('mails, what has stopped, reports to hand over, and the ledger', async () => {
  const world = await newWorld()
  await addKnown(world)
  world.mailService.answer = serve
  const by = (email: string, changes: Typed = {}) =>
    sentIko(world, { organisation: `Forum ${email.split('@')[0]} Contoh`, email, ...changes })
  for (const name of ['sampai', 'kembali', 'mengeluh', 'ditolak', 'nanti', 'mati', 'pindah'])
    await by(`${name}@forum.example`)
  await sentIko(world, longIko)
  const bare = await by('', { organisation: TWIN_NAME, whatsapp: '0812 3456 7890' })
  const given = await by('', { organisation: 'Forum Diserahkan', whatsapp: '0812 3456 7891' })
  await by('', { organisation: 'Forum Tertahan', whatsapp: '0812 3456 7892' })
  await by('', { organisation: 'Forum Tertahan', whatsapp: '0812 3456 7893' })
  await sent(world, await addPractice(START), ikoAnswers)
  const admin = await signedIn(world, ADMINISTRATOR)
  await admin.post(`${HOME}/people/invite`, {
    name: 'Undangan',
    email: 'undangan@contoh.example',
    role: 'viewer',
    locale: 'id',
  })
  const stuck = await by('macet@forum.example')
  const staff = await staffOf(world)
  // What is sent by now is handed over.
  await world.work()
  const mails = (email: string) => `deliveries where recipient = '${email}@forum.example'`
  await world.exec(
    [
      `update deliveries set delivered_at = ${START} where recipient = 'sampai@forum.example'`,
      `update deliveries set bounced_at = ${START}, reason = '550 5.1.1 mailbox unavailable ${LONG_EMAIL}' where recipient = 'kembali@forum.example' or recipient = '${LONG_EMAIL}'`,
      `update deliveries set complained_at = ${START} where recipient = 'mengeluh@forum.example'`,
      `update deliveries set handed_at = null where recipient = 'mati@forum.example'`,
      `delete from steps where submission_id = '${await idOf(world, stuck)}'`,
      `insert into steps (id, network_id, submission_id, due_at, attempts, dead_at, reason, created_at) select 'deliver:' || d.id, d.network_id, d.submission_id, 0, 14, ${START}, 'not reachable', 0 from ${mails('mati').replace('where', 'd where')}`,
      `insert into steps (id, network_id, due_at, attempts, dead_at, created_at) select 'deliver:' || id, network_id, 0, 14, ${START}, 0 from deliveries where recipient = 'undangan@contoh.example' on conflict do update set dead_at = ${START}, attempts = 14`,
      `insert into steps (id, network_id, submission_id, due_at, attempts, dead_at, created_at) select 'assess:' || current_revision, network_id, id, 0, 14, ${START}, 0 from submissions where reference = '${stuck.reference}'`,
      `delete from scores where assessment_id in (select id from assessments where submission_id = '${await idOf(world, stuck)}')`,
      `update submissions set failed_at = ${START}, done_at = null where id in (select submission_id from ${mails('ditolak')}) or reference = '${stuck.reference}'`,
    ].join('\n'),
  )
  const mailOf = async (kind: string, email: string): Promise<string> =>
    `${HOME}/messages/${(await world.rows<{ id: string }>(`select id from deliveries where kind = '${kind}' and recipient = '${email.includes('@') ? email : `${email}@forum.example`}' order by created_at limit 1`))[0]?.id}`
  await admin.post(`${HOME}/handovers/${await idOf(world, given)}`, { given: 'yes' })
  world.clock.now += HOUR
  await admin.post(`${await mailOf('receipt', 'pindah')}/address`, {
    email: 'baru@forum.example',
    submission: world.newKey(),
  })
  const [bounced, refused] = [await mailOf('report', 'kembali'), await mailOf('receipt', 'ditolak')]
  const long = await mailOf('report', LONG_EMAIL)
  const handover = async (receipt: Receipt) => `${HOME}/handovers/${await idOf(world, receipt)}`
  for (const keep of staff) {
    await keep.page('what waits', HOME)
    await keep.page('mails in every state, long names', `${HOME}/messages`)
    await keep.page('looked for, none', `${HOME}/messages?q=tidak+ada`)
    await keep.page('delivered', await mailOf('report', 'sampai'))
    await keep.page('come back, long names', long)
    await keep.page('complained of', await mailOf('report', 'mengeluh'))
    await keep.page('refused, sent again just now', `${refused}?done=not`)
    await keep.page('put off', await mailOf('receipt', 'nanti'))
    await keep.page('stopped', await mailOf('receipt', 'mati'))
    await keep.page('replaced, to another address', await mailOf('receipt', 'pindah'))
    await keep.answer('address that is none', `${bounced}/address`, { email: 'siti', submission: '' }, 422)
    await keep.answer('address that looks mistyped', `${bounced}/address`, { email: 'siti@gmial.com' }, 422)
    await keep.page('several stopped', `${HOME}/steps`)
    await keep.page('some', `${HOME}/handovers`)
    await keep.page('to hand over, a long name', await handover(bare))
    await keep.page('handed over just now', `${await handover(given)}?done=given`)
    await keep.page('numbers', `${HOME}/ledger`)
    await keep.page('numbers of practice', `${HOME}/ledger?practice=1`)
    for (const state of ['done', 'waiting', 'owed', 'failed'])
      await keep.page(state, `${HOME}/ledger/${state}`)
  }
})

it('mails of a service that does not tell what became of them, on several pages', async () => {
  const world = await newWorld({ tellsDelivery: false })
  for (let number = 0; number < 26; number++)
    await sentIko(world, { organisation: `Forum ${number} Contoh`, email: `pos${number}@forum.example` })
  await world.work()
  const [first] = await world.rows<{ id: string }>(`select id from deliveries where kind = 'report'`)
  for (const keep of await staffOf(world)) {
    await keep.page('nothing told of what became of them, several pages', `${HOME}/messages?page=2`)
    await keep.page('handed over, nothing told of what became of it', `${HOME}/messages/${first?.id}`)
  }
})

it('answers whose sealed part does not open', async () => {
  const world = await worldWithNeeds()
  await world.exec(`update rounds set kind = 'registration' where slug = 'kebutuhan'`)
  for (const name of [1, 2])
    await WRITTEN['revisions.answers_sealed']?.(world, 'Forum Tersandi', `${SECRET} ${name}`)
  await world.exec('update revisions set answers_sealed = substr(answers_sealed, 1, 40)')
  const [first, second] = await world.rows<{ id: string }>(
    `select id from submissions where held_for is null order by held_at is not null, id`,
  )
  for (const keep of await staffOf(world)) {
    await keep.page('what is sealed does not open', `${HOME}/registrations/${first?.id}`)
    await keep.page('what is sealed does not open', `${HOME}/held/${second?.id}`)
  }
})
