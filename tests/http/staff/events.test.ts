// What is kept of who did what: one event for each thing that happened, with ids and nothing that people wrote.
import { beforeEach, expect, it } from 'vitest'
import { addOrganisations, CONTACT, FORUM, LEAD, registered } from '../../support/inside/registry.ts'
import { IKO_ROUND, ROUND_FIELDS, ROUNDS } from '../../support/inside/rounds.ts'
import { addSettings, ROLE, YEAR } from '../../support/inside/settings.ts'
import { ADMINISTRATOR, addStaff, type Client, HOME, signedIn } from '../../support/inside/staff.ts'
import { IKO, ikoAnswers, newWorld, sentIko, type Typed, type World } from '../../support/inside/world.ts'

let world: World
let admin: Client
beforeEach(async () => {
  world = await newWorld()
  admin = await signedIn(world, ADMINISTRATOR)
})

const events = () =>
  world.rows<Record<string, unknown>>(
    `select verb, subject_kind as subject, district, actor_kind as kind, people.email as actor, detail, reason
     from events left join people on people.id = actor order by events.id`,
  )
const by = { kind: 'staff', actor: ADMINISTRATOR, reason: null }
const formOf = { district: '35.07', legal_form: '', decree_no: '', themes: '', status: 'active' }

it('sending and correcting write none', async () => {
  const { receipt } = await sentIko(world)
  const correction = { ...ikoAnswers, results: '4', submission: world.newKey() }
  expect((await world.post(`${receipt}/correction`, correction)).status).toBe(303)
  await registered(world)
  await world.work()
  await world.sweep()
  expect(await events()).toEqual([])
})

it('what is said of an organisation is told with its district, and by ids alone', async () => {
  const key = world.newKey()
  const add = { ...formOf, name: 'Forum Rahasia Contoh', submission: key }
  await admin.post(`${HOME}/organisations/new`, add)
  await admin.post(`${HOME}/organisations/new`, add)
  const [organisation] = await world.rows<{ id: string }>('select id from organisations')
  const path = `${HOME}/organisations/${organisation?.id}`
  const contact = { contact_name: 'Siti Rahasia', email: 'rahasia@contoh.example', locale: 'id' }
  await admin.post(`${path}/contacts`, { ...contact, submission: world.newKey() })
  const found = await events()
  expect(found).toMatchObject([
    { ...by, verb: 'add', subject: 'organisation', district: '35.07', detail: null },
    { ...by, verb: 'change', subject: 'organisation', district: '35.07' },
  ])
  const [reached] = await world.rows<{ id: string }>('select id from contacts')
  expect(JSON.parse(String(found[1]?.detail))).toEqual({ contact: reached?.id })
  expect(JSON.stringify(found)).not.toMatch(/rahasia/i)
})

it('a round is opened, changed where something changes, closed and opened again', async () => {
  await admin.post(`${ROUNDS}/new`, { ...ROUND_FIELDS, key: world.newKey() })
  const [round] = await world.rows<{ id: string }>(
    `select id from rounds where slug = '${ROUND_FIELDS.slug}'`,
  )
  const path = `${ROUNDS}/${round?.id}`
  await admin.post(`${path}/edit`, ROUND_FIELDS)
  await admin.post(`${path}/edit`, { ...ROUND_FIELDS, title_id: 'Nama lain' })
  expect(await events()).toMatchObject([
    { ...by, verb: 'open', subject: 'round', district: null },
    { ...by, verb: 'change', subject: 'round', district: null },
  ])
})

it('a link of half-filled answers that is shown is told with its district, and so is one that is mailed', async () => {
  const begun = { organisation: 'Forum Rahasia Contoh', district: '35.07', email: 'rahasia@contoh.example' }
  await world.post(IKO, { ...begun, submission: world.newKey(), action: 'save' })
  const [draft] = await world.rows<{ id: string }>('select id from drafts')
  const path = `${ROUNDS}/${IKO_ROUND}/drafts/${draft?.id}`
  await admin.post(path, { how: 'show' })
  await admin.post(path, { how: 'mail' })
  await admin.post(path, {})
  const found = await events()
  expect(found).toMatchObject([
    { ...by, verb: 'reveal', subject: 'draft', district: '35.07', detail: null },
    { ...by, verb: 'send', subject: 'draft', district: '35.07' },
  ])
  expect(JSON.stringify(found)).not.toMatch(/rahasia/i)
})

it('what is saved as it was is none', async () => {
  await addOrganisations(world)
  await addSettings()
  const contact = { contact_name: 'Wulan Contoh', position: '', email: 'wulan@simpul.example', whatsapp: '' }
  const forms: Readonly<Record<string, Typed>> = {
    [`organisations/${LEAD}/edit`]: { ...formOf, name: 'Mitra Utama Contoh' },
    [`organisations/${FORUM}/contacts/${CONTACT}`]: { ...contact, locale: 'id' },
    [`settings/years/${YEAR}`]: { name_id: 'Tahun 1', name_en: 'Year 1', from: '1/4/2026', to: '31/3/2027' },
    [`settings/roles/${ROLE}`]: { name_id: 'Sementara', name_en: 'Temporary' },
    'settings/logo': { alt_id: 'Titik', alt_en: 'A dot' },
  }
  for (const [path, form] of Object.entries(forms)) {
    // The first one cleans what was stored by hand.
    await admin.post(`${HOME}/${path}`, form)
    const before = (await events()).length
    expect((await admin.post(`${HOME}/${path}`, form)).status).toBe(303)
    expect([path, (await events()).length]).toEqual([path, before])
    const [field = ''] = Object.keys(form).filter((name) => /name|alt/.test(name))
    await admin.post(`${HOME}/${path}`, { ...form, [field]: 'Lain sekali' })
    expect([path, (await events()).length]).toEqual([path, before + 1])
  }
})

it('what was refused is none', async () => {
  await addStaff(world, { email: 'dulu@contoh.example', role: 'administrator' })
  const former = await signedIn(world, 'dulu@contoh.example')
  const form = {
    name_id: 'Jaringan',
    name_en: 'Network',
    provinces: '35',
    time_zone: 'Asia/Jakarta',
    min_group: '5',
  }
  await world.exec(
    `update memberships set removed_at = 1 where person_id = (select id from people where email = 'dulu@contoh.example')`,
  )
  await former.post(`${HOME}/settings/general`, form)
  await admin.post(`${HOME}/settings/general`, { ...form, name_id: '' })
  expect(await events()).toEqual([])
  await admin.post(`${HOME}/settings/general`, form)
  expect(await events()).toMatchObject([
    { ...by, verb: 'change', subject: 'network', detail: '{"what":"general"}' },
  ])
})
