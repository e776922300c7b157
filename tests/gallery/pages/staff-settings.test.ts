// Pages of staff that set things: what a network goes by, and its rounds.
import { env } from 'cloudflare:workers'
import { it } from 'vitest'
import { demoNetwork } from '../../../scripts/demo.ts'
import { staffOf } from '../../support/inside/gallery.ts'
import { LONG_EMAIL, LONG_NAME, LONG_TEXT } from '../../support/inside/long.ts'
import { addOrganisation, FORUM } from '../../support/inside/registry.ts'
import {
  addPractice,
  IKO_ROUND,
  PRACTICE,
  REGISTRATION_ROUND,
  ROUND_CHANGES,
  ROUND_FIELDS,
  ROUNDS,
} from '../../support/inside/rounds.ts'
import { addSettings, ROLE, SETTINGS, SETTINGS_FIELDS, YEAR } from '../../support/inside/settings.ts'
import {
  DAY,
  HOUR,
  IKO,
  newWorld,
  openRound,
  registrationAnswers,
  START,
  sentIko,
  type Typed,
} from '../../support/inside/world.ts'

/** A form with a file in it. */
function withFile(bytes: string | Uint8Array<ArrayBuffer>, alt: string): FormData {
  const form = new FormData()
  form.append('file', new File([bytes], 'logo.png', { type: 'image/png' }))
  form.append('alt_id', alt)
  form.append('alt_en', '')
  return form
}

it('what a network goes by', async () => {
  const world = await newWorld()
  const staff = await staffOf(world)
  for (const keep of staff) {
    await keep.page('no picture', `${SETTINGS}/logo`)
    await keep.answer('no file, no words', `${SETTINGS}/logo`, {}, 422)
  }
  await addSettings()
  await addOrganisation({ id: FORUM, name: 'Simpul Belajar Contoh' })
  await world.exec(
    `insert into roles (id, network_id, organisation_id, role, from_day) select 'r', network_id, id, 'member', '2026-01-01' from organisations`,
  )
  await world.exec(
    `update networks set quiet_days = '{"weekdays":[6,7],"days":["2026-12-25"]}', privacy_contact = '${LONG_NAME}'`,
  )
  const long = { ...SETTINGS_FIELDS, name_id: LONG_NAME, name_en: LONG_NAME }
  const general: Typed = { ...long, provinces: [], time_zone: 'Mars/Satu', min_group: 'dua' }
  const year = { name_id: '', name_en: LONG_NAME, from: '2040-04-01', to: '2040-03-31' }
  for (const keep of staff) {
    await keep.page('everything set', SETTINGS)
    await keep.page('saved just now', `${SETTINGS}?done=general`)
    await keep.page('as it is set', `${SETTINGS}/general`)
    await keep.answer('everything wrong', `${SETTINGS}/general`, general, 422)
    await keep.page('a picture', `${SETTINGS}/logo`)
    await keep.answer('a file that is no picture', `${SETTINGS}/logo`, withFile('<svg>', LONG_NAME), 422)
    await keep.page('as it is set', `${SETTINGS}/mails`)
    await keep.answer(
      'everything wrong',
      `${SETTINGS}/mails`,
      { reply_to: 'siti@', weekdays: ['1', '2', '3', '4', '5', '6', '7'], days: 'besok\n2026-02-31' },
      422,
    )
    await keep.page('as it is set', `${SETTINGS}/privacy`)
    await keep.answer(
      'everything wrong',
      `${SETTINGS}/privacy`,
      { notice_id: 'a'.repeat(4001), notice_en: '', contact: 'a'.repeat(201) },
      422,
    )
    await keep.page('one year', `${SETTINGS}/years`)
    await keep.answer('everything wrong', `${SETTINGS}/years`, year, 422)
    await keep.page('as it is set', `${SETTINGS}/years/${YEAR}`)
    await keep.answer('everything wrong', `${SETTINGS}/years/${YEAR}`, { ...year, from: 'besok' }, 422)
    await keep.page('some roles', `${SETTINGS}/roles`)
    await keep.answer('everything wrong', `${SETTINGS}/roles`, { name_id: '', name_en: LONG_NAME }, 422)
    await keep.page('as it is called', `${SETTINGS}/roles/${ROLE}`)
    await keep.answer('everything wrong', `${SETTINGS}/roles/${ROLE}`, { name_id: '', name_en: '' }, 422)
  }
})

it('rounds, and the forms that open and change them', async () => {
  const world = await newWorld()
  await addSettings()
  const districts = ['35.07']
  for (const keep of await staffOf(world, { role: 'coordinator', districts }))
    await keep.page('not for some districts only', `${ROUNDS}/new`, 403)
  for (const keep of await staffOf(world, { role: 'facilitator' })) {
    await keep.page('for a facilitator', ROUNDS)
    await keep.page('for a facilitator', `${ROUNDS}/${IKO_ROUND}`)
  }
  await addPractice()
  await openRound(world, { slug: 'panjang', closesAt: START + DAY })
  await openRound(world, { slug: 'tutup', closesAt: START - DAY, closedAt: START - 2 * DAY })
  const rows = await world.rows<{ id: string; slug: string }>('select id, slug from rounds')
  const idOf = (slug: string) => rows.find((row) => row.slug === slug)?.id ?? ''
  const [long, closed] = [`${ROUNDS}/${idOf('panjang')}`, `${ROUNDS}/${idOf('tutup')}`]
  await env.DB.prepare(
    `update rounds set title = ?1, closing_text = ?1, framing = 'listed', frame_origins = ?2, audience = 'roles', audience_roles = '["member","${ROLE}"]', copied_from = '${IKO_ROUND}' where slug = 'panjang'`,
  )
    .bind(
      JSON.stringify(LONG_TEXT),
      JSON.stringify([`https://${'sangat-'.repeat(8)}panjang.contoh.example`, 'https://*.b.or.id']),
    )
    .run()
  await env.DB.prepare(`update networks set name = ? where id = '${demoNetwork.id}'`)
    .bind(JSON.stringify(LONG_TEXT))
    .run()
  await sentIko(world)
  const iko = `${ROUNDS}/${IKO_ROUND}`
  const practice = `${ROUNDS}/${PRACTICE}`
  const blank = Object.fromEntries(Object.keys(ROUND_FIELDS).map((name) => [name, '']))
  const wrong: Typed = {
    ...blank,
    title_id: LONG_NAME,
    title_en: '',
    slug: 'tidak sah!',
    opens_day: 'besok',
    opens_time: '25:00',
    closes_day: '31/02/2026',
    closes_time: 'siang',
    from: '1/7/2026',
    to: '1/1/2026',
    audience: 'roles',
    framing: 'listed',
    origins: 'ftp://contoh',
    closing_id: 'a'.repeat(1001),
  }
  for (const keep of await staffOf(world)) {
    await keep.page('every state, long names', ROUNDS)
    await keep.page('open', iko)
    await keep.page('opened just now', `${iko}?done=opened`)
    await keep.page('for practice, not yet open', practice)
    await keep.page('closed by hand', closed)
    await keep.page('open for roles and sites, long names', long)
    await keep.page('blank', `${ROUNDS}/new`)
    await keep.answer('everything wrong', `${ROUNDS}/new`, wrong, 422)
    await keep.answer(
      'an address that is taken',
      `${ROUNDS}/new`,
      { ...ROUND_FIELDS, slug: 'iko-2026-2', opens_day: '1/1/2020' },
      422,
    )
    await keep.page('from an earlier one', `${iko}/copy`)
    await keep.answer('everything wrong', `${long}/copy`, wrong, 422)
    await keep.page('not yet open', `${practice}/edit`)
    await keep.page('opened, long names', `${long}/edit`)
    await keep.answer('everything wrong, not yet open', `${practice}/edit`, wrong, 422)
    await keep.answer(
      'what is fixed by now',
      `${iko}/edit`,
      { ...ROUND_CHANGES, form: 'registration', opens_day: '1/1/2027', practice: 'yes' },
      422,
    )
    await keep.page('a long name', `${long}/close`)
    await keep.page('closed', `${closed}/reopen`)
    await keep.answer(
      'a day that is past',
      `${closed}/reopen`,
      { closes_day: '1/1/2020', closes_time: 'siang' },
      422,
    )
    await keep.page('for practice', `${practice}/practice`)
    await keep.page('not for practice', `${iko}/practice`)
    await keep.page('of an IKO', `${iko}/preview`)
    await keep.page('of a registration', `${ROUNDS}/${REGISTRATION_ROUND}/preview`)
    await keep.page('for every site', `${iko}/share`)
    await keep.page('for listed sites, long names', `${long}/share`)
    await keep.page('for no site, for practice, not yet open', `${practice}/share`)
    await keep.page('closed', `${closed}/share`)
    await keep.page('a long name, a picture', `${long}/poster`)
    await keep.page('for practice, not yet open', `${practice}/poster`)
    await keep.page('closed', `${closed}/poster`)
    await keep.page('nobody has begun', `${iko}/drafts`)
  }
})

it('what was begun in a round and is not sent', async () => {
  const world = await newWorld()
  await sentIko(world)
  const half = {
    organisation: LONG_NAME,
    district: '35.07',
    whatsapp: '0812 3456 7890',
    email: LONG_EMAIL,
    action: 'save',
  }
  for (const fields of [
    half,
    { action: 'save', results: '1' },
    { ...registrationAnswers, organisation: 'Yayasan Bina Karya Contoh', district: '35.07', action: 'save' },
  ])
    await world.post(IKO, { ...fields, submission: world.newKey() })
  world.clock.now += HOUR
  const list = `${ROUNDS}/${IKO_ROUND}/drafts`
  const drafts = await world.rows<{ id: string; answers: string }>('select id, answers from drafts')
  const one = (part: string) => `${list}/${drafts.find(({ answers }) => answers.includes(part))?.id}`
  const staff = await staffOf(world)
  for (const keep of staff) {
    await keep.page('some, one of whom has answered', list)
    await keep.page('a link was just mailed', `${list}?done=mailed`)
    await keep.page('a link was not mailed', `${list}?done=waits`)
  }
  for (const keep of staff) {
    await keep.answer('shown, long names', one(LONG_NAME), { how: 'show' }, 200)
    await keep.answer('shown, of an organisation not yet named', one('"results"'), { how: 'show' }, 200)
  }
  for (const keep of staff) await keep.page('some, whose links were shown', list)
})
