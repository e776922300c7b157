// Pages of staff about organisations: the list, one with all its parts, those that may be one, and a list that is brought in.
import { it } from 'vitest'
import { TRAP_FIELD } from '../../../src/core/form/trap.ts'
import { staffOf } from '../../support/inside/gallery.ts'
import { list } from '../../support/inside/import.ts'
import { addKnown, BARE, KNOWN, REACHED, TWIN, TWIN_NAME } from '../../support/inside/known.ts'
import { LONG_EMAIL, LONG_NAME, longIko, longRegistration } from '../../support/inside/long.ts'
import { addMerge, GONE, MERGE } from '../../support/inside/merges.ts'
import { addOrganisation, FORUM, LEAD } from '../../support/inside/registry.ts'
import { HOME } from '../../support/inside/staff.ts'
import {
  DAY,
  newWorld,
  REGISTRATION,
  START,
  sent,
  sentIko,
  type Typed,
  type World,
} from '../../support/inside/world.ts'

const ORGANISATIONS = `${HOME}/organisations`
const DUPLICATES = `${ORGANISATIONS}/duplicates`
const IMPORT = `${ORGANISATIONS}/import`
const at = (id: string) => `${ORGANISATIONS}/${id}`

/** A network with an organisation of which everything is known, and what it and its twin have sent. */
async function filledWorld(): Promise<World> {
  const world = await newWorld()
  await addKnown(world)
  await sentIko(world, longIko)
  await sentIko(world, { ...longIko, email: 'lain@contoh.example', results: '4' })
  await sentIko(world, { ...longIko, organisation: TWIN_NAME })
  await sentIko(world, { ...longIko, district: '35.78', [TRAP_FIELD]: 'x' })
  await sent(world, REGISTRATION, { ...longRegistration, district: '35.07' })
  world.mailService.answer = async () => ({ outcome: 'refused', reason: 'E_RECIPIENT_SUPPRESSED' })
  await world.work()
  world.mailService.answer = async () => ({ outcome: 'handed', providerId: null })
  return world
}

const wrongFacts: Typed = {
  name: 'a'.repeat(201),
  district: '99.99',
  legal_form: LONG_NAME.repeat(2),
  decree_no: LONG_NAME,
  themes: Array.from({ length: 25 }, (_, number) => `Tema ${number}`).join('\n'),
  status: 'lain',
}

it('organisations, and one with all its parts', async () => {
  const world = await filledWorld()
  await addMerge(world)
  for (let number = 0; number < 60; number++)
    await addOrganisation({
      id: `01900000-0000-7000-8000-0000000007${number.toString(16).padStart(2, '0')}`,
      name: `Kelompok ${number} Contoh`,
    })
  for (const keep of await staffOf(world, { role: 'facilitator' })) {
    await keep.page('for a facilitator', ORGANISATIONS)
    await keep.page('for a facilitator', at(KNOWN))
  }
  for (const keep of await staffOf(world)) {
    await keep.page('several pages', ORGANISATIONS)
    await keep.page(
      'looked for, long names',
      `${ORGANISATIONS}?name=${LONG_NAME.slice(0, 20)}&district=35.07&role=member&status=inactive`,
    )
    await keep.page('looked for, none', `${ORGANISATIONS}?name=tidak+ada`)
    await keep.page('everything known, long names', at(KNOWN))
    await keep.page('nothing known, not confirmed', at(BARE))
    await keep.page('another one merged into it', `${at(LEAD)}?done=merged`)
    await keep.page('nothing there', at('tidak-ada'), 404)
    await keep.page('blank', `${ORGANISATIONS}/new`)
    await keep.answer('everything wrong', `${ORGANISATIONS}/new`, wrongFacts, 422)
    await keep.answer(
      'one of this name is there',
      `${ORGANISATIONS}/new`,
      { name: LONG_NAME, district: '35.07', status: 'active' },
      422,
    )
    await keep.page('everything known, long names', `${at(KNOWN)}/edit`)
    await keep.answer('everything wrong', `${at(KNOWN)}/edit`, wrongFacts, 422)
    await keep.page('every kind of name', `${at(KNOWN)}/names`)
    await keep.answer('everything wrong', `${at(FORUM)}/names`, { name: '', kind: 'official' }, 422)
    await keep.page('held and ended', `${at(KNOWN)}/roles`)
    await keep.answer(
      'everything wrong',
      `${at(BARE)}/roles`,
      { role: 'lain', district: '99.99', from: 'besok', to: '1/1/2020' },
      422,
    )
    await keep.page('held and ended', `${at(KNOWN)}/relations`)
    await keep.page('none, looked for, none found', `${at(BARE)}/relations?q=tidak+ada`)
    await keep.page('looked for, some found', `${at(BARE)}/relations?q=contoh`)
    await keep.answer(
      'everything wrong',
      `${at(BARE)}/relations?q=contoh`,
      { other: 'x', kind: 'lain', from: 'besok' },
      422,
    )
    await keep.page('blank', `${at(BARE)}/contacts`)
    await keep.answer(
      'everything wrong',
      `${at(BARE)}/contacts`,
      {
        contact_name: 'a'.repeat(201),
        position: LONG_NAME.repeat(2),
        email: 'siti@',
        whatsapp: '12',
        locale: 'xx',
      },
      422,
    )
    await keep.answer(
      'nobody to be reached',
      `${at(BARE)}/contacts`,
      { contact_name: LONG_NAME, locale: 'id' },
      422,
    )
    await keep.page('long names', `${at(KNOWN)}/contacts/${REACHED}`)
    await keep.answer(
      'everything wrong',
      `${at(KNOWN)}/contacts/${REACHED}`,
      { contact_name: '', email: `${LONG_EMAIL}@`, whatsapp: '12', locale: 'id' },
      422,
    )
  }
})

it('organisations that may be one', async () => {
  const world = await filledWorld()
  await world.exec(
    `insert into distinctions (network_id, one_id, other_id, decided_by, decided_at) select id, '${LEAD}', '${FORUM}', 'x', ${START} from networks`,
  )
  const staff = await staffOf(world)
  for (const keep of staff) {
    await keep.page('none lately', `${ORGANISATIONS}/merges`)
    await keep.page('two alike, two told apart', DUPLICATES)
    await keep.page('everything known of both, both answered', `${DUPLICATES}/${KNOWN}/${TWIN}`)
    await keep.page('told apart', `${DUPLICATES}/${LEAD}/${FORUM}`)
    await keep.answer('nothing chosen', `${DUPLICATES}/${KNOWN}/${TWIN}`, {}, 422)
    await keep.page('nobody looked for', `${at(KNOWN)}/merge`)
    await keep.page('looked for, none found', `${at(KNOWN)}/merge?q=tidak+ada`)
    await keep.page('looked for, some found', `${at(KNOWN)}/merge?q=contoh`)
  }
  await addMerge(world)
  for (const keep of staff) {
    await keep.page('one to be undone', `${ORGANISATIONS}/merges`)
    await keep.page('to be undone', `${ORGANISATIONS}/merges/${MERGE}`)
    await keep.answer(
      'merged by somebody else meanwhile',
      `${DUPLICATES}/${KNOWN}/${GONE}`,
      { choice: 'one' },
      409,
    )
  }
  // Merged on, the first of the two cannot be undone before the second.
  await world.exec(`update organisations set merged_into = '${KNOWN}' where id = '${LEAD}'`)
  for (const keep of staff)
    await keep.answer('another one comes first', `${ORGANISATIONS}/merges/${MERGE}`, {}, 409)
  await world.exec(`update organisations set merged_into = null where id = '${LEAD}'`)
  await world.exec(`update merges set merged_at = ${START - 40 * DAY}`)
  for (const keep of staff) {
    await keep.page('too late', `${ORGANISATIONS}/merges/${MERGE}`)
  }
  await world.exec(`update merges set undone_at = 1, undone_by = 'x'`)
})

const HEADINGS = 'Nama;Kab/Kota;Tema;Peran;Peran sejak;Surel;WhatsApp;Bahasa;Catatan'
const rows = (...lines: readonly string[]) => [HEADINGS, ...lines].join('\r\n')
const good = [
  'Sanggar Baru Contoh;Sidoarjo;;;;baru@contoh.example;;;',
  `${LONG_NAME.slice(0, 190)} B;Kota Malang;;;;;;;`,
]
const faulty = [
  ';Malang;;;;siti@;12;Jawa;',
  'Sanggar Luar Contoh;Kota Bandung;;lain;besok;;;;',
  `${LONG_NAME}${LONG_NAME};Kabupaten Malangg;;;;;;;`,
  `Sanggar Tema Contoh;Sidoarjo;${Array.from({ length: 25 }, (_, number) => `t${number}`).join(',')};;;;;;`,
  'Sanggar Baru Contoh;Sidoarjo;;;;;;;',
]

it('a list of organisations that is brought in', async () => {
  const world = await newWorld()
  const staff = await staffOf(world)
  for (const keep of staff) await keep.page('no role named', IMPORT)
  await addKnown(world)
  for (const keep of staff) {
    await keep.page('blank', IMPORT)
    await keep.page('added just now', `${IMPORT}?added=2&standing=1&faulty=3`)
    await keep.answer('no file', IMPORT, new FormData(), 422)
    await keep.answer('columns missing', IMPORT, list('Satu;Dua\r\n1;2'), 422)
    await keep.answer('all rows good', IMPORT, list(rows(...good)), 200)
    await keep.answer('every kind of fault', IMPORT, list(rows(...good, ...faulty)), 200)
    await keep.answer('nothing to add', IMPORT, list(rows('Mitra Utama Contoh;Kabupaten Malang;;;;;;;')), 200)
    await keep.answer('what was checked is lost', `${IMPORT}/confirm`, { rows: 'x' }, 422)
  }
})
