// Pages of what was saved unsent: behind its link, gone on with, newer than somebody knew, renewed, sent or gone.
import { it } from 'vitest'
import { forms } from '../../../forms/index.ts'
import { registration } from '../../../forms/registration/v1.ts'
import { MOST_MAILS } from '../../../src/core/draft/draft.ts'
import type { Form } from '../../../src/core/form/form.ts'
import { shelfOf } from '../../../src/core/form/shelf.ts'
import { visitorsOf } from '../../support/inside/gallery.ts'
import { LONG_EMAIL, LONG_NAME, longIko } from '../../support/inside/long.ts'
import {
  DAY,
  HOUR,
  IKO,
  ikoAnswers,
  MINUTE,
  newWorld,
  openRound,
  REGISTRATION,
  registrationAnswers,
  START,
  type Typed,
  type World,
} from '../../support/inside/world.ts'

const half = { organisation: 'Yayasan Bina Karya Contoh', district: '35.07', results: '1' }

/** Saves what is typed, and gives the path of its link. */
async function saved(world: World, fields: Typed, path = IKO): Promise<string> {
  const response = await world.post(path, { submission: world.newKey(), ...fields, action: 'save' })
  if (response.status !== 303) throw new Error(`not saved: ${response.status}`)
  return (response.headers.get('Location') ?? '').replace(/\?.*/, '')
}

it('the page of a draft, and its form', async () => {
  const world = await newWorld()
  const visitors = visitorsOf(world)
  const begun = await saved(world, half)
  const unnamed = await saved(world, { results: '1' }, REGISTRATION)
  const long = await saved(world, longIko)
  const mailed = await saved(world, { ...half, organisation: 'Forum Surel Contoh' })
  for (let i = 0; i < MOST_MAILS; i++) {
    await world.post(`${mailed}/mail`, { email: `s${i}@bina.example` })
    await world.work()
  }
  for (const keep of visitors) {
    await keep.page('just saved', `${begun}?saved=1`)
    await keep.page('of an organisation not yet named', unnamed)
    await keep.page('long names', long)
    await keep.page('link just mailed', `${begun}?mailed=1`)
    await keep.page('as it was saved, long answers', `${long}/form`)
    await keep.page('asked before it is taken away, long names', `${long}/delete`)
    await keep.answer('address that is none', `${begun}/mail`, { email: `${LONG_EMAIL}@` }, 422)
    await keep.answer('too many mails', `${mailed}/mail`, { email: 'lagi@bina.example' }, 422)
  }
  for (const [at, keep] of visitors.entries()) {
    const other = await saved(world, { ...half, organisation: `Forum ${at} Contoh` })
    await keep.answer('taken away', `${other}/delete`, {}, 200)
    await keep.page('taken away', other, 410)
    await keep.answer(
      'saved, in a frame',
      `${IKO}?embed=1`,
      { ...half, action: 'save', submission: world.newKey() },
      200,
    )
  }
})

it('a draft whose sealed part does not open', async () => {
  const world = await newWorld()
  const link = await saved(world, half)
  await world.exec('update drafts set sealed = substr(sealed, 1, 40)')
  for (const keep of visitorsOf(world)) await keep.page('what is sealed does not open', `${link}/form`)
})

it('a draft that somebody else saved since, or that cannot be saved', async () => {
  const world = await newWorld()
  const begun = { ...half, submission: world.newKey() }
  await saved(world, begun)
  const gone = { ...half, submission: world.newKey() }
  await world.post(`${await saved(world, gone)}/delete`, {})
  world.clock.now += HOUR
  await saved(world, { ...begun, results: '2', 'draft-version': '1' })
  const older = { ...begun, ...ikoAnswers, results: '3', 'draft-version': '1' }
  for (const keep of visitorsOf(world)) {
    await keep.answer('newer answers, not saved', IKO, { ...older, action: 'save' }, 409)
    await keep.answer('newer answers, not sent', IKO, older, 409)
    await keep.answer('taken away since, not saved', IKO, { ...gone, results: '4', action: 'save' }, 409)
  }
  const writer = { ...half, 'draft-writer': 'page-00000001', submission: world.newKey() }
  await saved(world, writer)
  for (const keep of visitorsOf(world))
    await keep.answer('saved too soon again', IKO, { ...writer, results: '4', action: 'save' }, 429)
})

it('a draft that there is no room for, or that holds a text too long', async () => {
  const world = await newWorld()
  const office = { 'CF-Connecting-IP': '203.0.113.7' }
  await world.post(IKO, { ...half, submission: world.newKey(), action: 'save' }, office)
  await world.exec('update draft_counts set drafts = 1000')
  for (const keep of visitorsOf(world, office)) {
    const fields = { ...half, submission: world.newKey(), action: 'save' }
    await keep.answer('no room to save it', IKO, fields, 429)
    await keep.answer('no room to save it, in a frame', `${IKO}?embed=1`, fields, 429)
    const long = { 'results.evidence': 'Laporan kegiatan 2025 '.repeat(300) }
    await keep.answer('too long to be saved', IKO, { ...fields, ...long }, 422)
  }
})

it('a draft that was sent, has run out, or came too late', async () => {
  const world = await newWorld()
  const visitors = visitorsOf(world)
  const sentKey = world.newKey()
  const link = await saved(world, { ...ikoAnswers, submission: sentKey })
  await world.post(IKO, { ...ikoAnswers, submission: sentKey, 'draft-version': '1' })
  const closing = await openRound(world, { slug: 'tutup', closesAt: START + MINUTE })
  const late = await saved(world, half, closing)
  const expired = await saved(world, { ...half, organisation: LONG_NAME })
  for (const keep of visitors) {
    await keep.page('sent', link)
  }
  await world.exec('update revisions set link_generation = 1')
  for (const keep of visitors) await keep.page('sent, its receipt withdrawn', link)
  world.clock.now = START + 10 * DAY
  for (const keep of visitors) {
    await keep.page('closed', `${late}/form`, 403)
  }
  await world.exec(`update drafts set expires_at = ${START}`)
  for (const keep of visitors) await keep.page('run out', `${expired}/form`, 410)
  await world.exec('delete from drafts')
  for (const keep of visitors) {
    await keep.page('run out and deleted', `${expired}/delete`, 410)
  }
})

const { profile, ...stay } = registration.questions
/** The registration with a question less, one more and one in other words. */
const renewed: Form = {
  ...registration,
  version: 2,
  questions: {
    ...stay,
    organisation: { ...stay.organisation, label: { id: 'Nama resmi', en: 'Official name' } },
    founded: { kind: 'date', section: 'consent', label: { id: 'Hari berdiri', en: 'Day of foundation' } },
  },
}

it('a form that was renewed since it was begun', async () => {
  const world = await newWorld({ forms: shelfOf([...forms, renewed], async () => null) })
  const link = await saved(world, registrationAnswers, REGISTRATION)
  const [draft] = await world.rows<{ form_hash: string }>('select form_hash from drafts')
  await world.exec(`update rounds set form_version = 2, form_hash = null where slug = 'daftar'`)
  world.clock.now += MINUTE
  for (const keep of visitorsOf(world)) {
    await keep.page('as it was begun, renewed since', `${link}/form`)
    await keep.page('as it is asked now', `${link}/form?form=new`)
    await keep.answer(
      'gone on with as it was begun, renewed since',
      REGISTRATION,
      { ...registrationAnswers, 'form-hash': draft?.form_hash ?? '', action: 'edit:' },
      200,
    )
  }
})
