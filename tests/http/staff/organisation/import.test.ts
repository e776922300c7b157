// Coordinators bring a list of organisations: it is checked and shown, and nothing is written before they confirm it.
import { beforeEach, describe, expect, it } from 'vitest'
import { ROWS_FIELD } from '../../../../src/core/organisation/import/carry.ts'
import { wordsFor } from '../../../../src/core/words/index.ts'
import { readTable } from '../../../../src/documents/table.ts'
import { carriedOne, list } from '../../../support/inside/import.ts'
import { type PageView, pageOf } from '../../../support/inside/page.ts'
import { addOrganisation, addOrganisations } from '../../../support/inside/registry.ts'
import {
  ADMINISTRATOR,
  addNetwork,
  addStaff,
  type Client,
  HOME,
  OTHER,
  signedIn,
} from '../../../support/inside/staff.ts'
import { dump } from '../../../support/inside/tables.ts'
import { newWorld, sentIko, type World } from '../../../support/inside/world.ts'

const LIST = `${HOME}/organisations`
const IMPORT = `${LIST}/import`
const CONFIRM = `${IMPORT}/confirm`
const words = wordsFor('id').coordinator.imports

let world: World
let admin: Client
beforeEach(async () => {
  world = await newWorld()
  await addOrganisations(world)
  admin = await signedIn(world, ADMINISTRATOR)
})

const check = (text: string | Uint8Array<ArrayBuffer>, client = admin) => client.post(IMPORT, list(text))
const checked = async (text: string, client = admin) => {
  const response = await check(text, client)
  expect(response.status).toBe(200)
  return pageOf(response)
}
const carriedBy = (page: PageView) => page.one('input', { name: ROWS_FIELD }).attributes.value ?? ''
const confirm = (rows: string, client = admin) => {
  const form = new FormData()
  form.append(ROWS_FIELD, rows)
  return client.post(CONFIRM, form)
}
const faultsOn = (page: PageView) => page.all('ul', { class: 'list' })[0]?.text.replace(/\s+/g, ' ') ?? ''
const toldBy = async (response: Response, client = admin) => {
  expect(response.status).toBe(303)
  return (await pageOf(await client.get(response.headers.get('Location') ?? ''))).one('div', {
    role: 'status',
  }).text
}

describe('the page', () => {
  it('tells which columns are understood, and links to it stand on the list, full or empty', async () => {
    const page = await pageOf(await admin.get(IMPORT))
    const [first] = page.all('dl')
    for (const column of Object.values(words.columns)) expect(first?.text).toContain(column)
    expect(first?.text).toContain('Anggota, Pemantau')
    for (const query of ['', '?name=tidak%20ada'])
      expect((await pageOf(await admin.get(LIST + query))).one('a', { href: IMPORT }).text).toBe(words.link)
    await addStaff(world, { email: 'f@contoh.example', role: 'facilitator' })
    const facilitator = await signedIn(world, 'f@contoh.example')
    expect((await pageOf(await facilitator.get(LIST))).all('a', { href: IMPORT })).toEqual([])
  })

  it.each(['id', 'en'] as const)(
    'gives empty files whose headings are understood again: %s',
    async (locale) => {
      await addStaff(world, { email: 'x@contoh.example', role: 'coordinator', locale })
      const client = await signedIn(world, 'x@contoh.example')
      const { columns, fileName } = wordsFor(locale).coordinator.imports
      for (const kind of ['csv', 'xlsx']) {
        const response = await client.get(`${IMPORT}/template.${kind}`)
        expect(response.headers.get('Content-Disposition')).toBe(`attachment; filename="${fileName}.${kind}"`)
        expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff')
        const bytes = new Uint8Array(await response.arrayBuffer())
        if (kind === 'csv') expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
        expect(await readTable(bytes)).toEqual({ rows: [{ number: 1, cells: Object.values(columns) }] })
      }
    },
  )
})

describe('a preview', () => {
  it('names each faulty row with what is wrong, counts the others, and writes nothing', async () => {
    const before = await dump(world)
    const page = await checked(
      [
        'Nama;Kab/Kota;Surel;Catatan',
        'Yayasan Satu Contoh;Kab. Malang;satu@contoh.example;x',
        'Dua Contoh;MALANG;;',
        ';Kota Malang;bukan surel;',
        'yayasan satu contoh;35.07;;',
        'Simpul belajar CONTOH;Kabupaten Malang;;',
      ].join('\r\n'),
    )
    const { preview } = words
    for (const one of [
      preview.unsaved,
      preview.fresh('1'),
      preview.standing('1'),
      preview.faulty('3'),
      preview.unknown('Catatan'),
    ])
      expect(page.one('div', { role: 'status' }).text).toContain(one)
    const { columns, faults } = words
    expect(faultsOn(page)).toBe(
      [
        preview.row('3', 'Dua Contoh'),
        faults.ambiguous(columns.district, 'MALANG', 'Kabupaten Malang, Kota Malang'),
        preview.row('4', preview.nameless),
        faults.missing(columns.name),
        faults.email(columns.email, 'bukan surel'),
        preview.row('5', 'yayasan satu contoh'),
        faults.repeated(columns.name, '2'),
      ].join(''),
    )
    expect(page.words).toContain(preview.without('3'))
    expect(page.all('button').map(({ text }) => text)).toContain(preview.add('1'))
    expect(await dump(world)).toBe(before)
  })

  it('says in the reader’s language what is wrong, and offers nothing to add where nothing can be', async () => {
    await addStaff(world, {
      email: 'm@contoh.example',
      role: 'coordinator',
      districts: ['35.07'],
      locale: 'en',
    })
    const malang = await signedIn(world, 'm@contoh.example')
    const page = await checked('name,district,role\nA,Kota Surabaya,king', malang)
    const { columns, faults, preview } = wordsFor('en').coordinator.imports
    expect(faultsOn(page)).toContain(faults.outside(columns.district, 'Kota Surabaya'))
    expect(faultsOn(page)).toContain(faults.role(columns.role, 'king', 'Member, Monitor'))
    expect(page.words).toContain(preview.nothing)
    expect(page.all('input', { name: ROWS_FIELD })).toEqual([])
  })

  it('shows what was typed as text, never as markup', async () => {
    const page = await checked('nama;kota\n<b>A</b>;<script>x</script>\n"<i>B"" onx=""";Kota Malang')
    expect(page.all('script')).toEqual([])
    expect(page.all('i')).toEqual([])
    expect(faultsOn(page)).toContain('<b>A</b>')
    expect(JSON.parse(carriedBy(page))[0][2][0]).toBe('<i>B" onx="')
  })

  it.each([
    ['nothing', '', words.issues.none],
    ['headings alone', 'nama;kota', words.issues.empty],
    ['empty lines', '\n\n', words.issues.empty],
    ['no headings', 'A;B\nC;D', words.issues.columns('Nama organisasi, Kabupaten atau kota')],
    ['no district', 'nama;surel\nA;b', words.issues.columns('Kabupaten atau kota')],
    ['a picture', '\x89PNG\0\0', words.issues.format],
    ['a damaged workbook', 'PK\x03\x04', words.issues.unreadable],
    ['2,001 rows', `nama;kota\n${'A;x\n'.repeat(2001)}`, words.issues.rows],
    ['3 MB', 'x'.repeat(3_000_000), words.issues.large],
  ])('of %s is refused beside the file, which can be chosen again', async (_what, text, message) => {
    const response = await check(text)
    expect(response.status).toBe(422)
    const page = await pageOf(response)
    expect(page.one('div', { role: 'alert' }).text).toContain(message)
    expect(page.one('p', { class: 'e' }).text).toBe(message)
    expect(page.one('input', { type: 'file' }).attributes['aria-invalid']).toBe('true')
    expect(page.one('title').text).toBe(
      wordsFor('id').page.errorTitle(`${words.title} – Rumah Inklusi Jawa Timur (contoh)`),
    )
  })

  it('of what no form of ours sends is refused in words', async () => {
    expect((await admin.post(IMPORT, { file: 'nama;kota' })).status).toBe(422)
    expect((await check('x'.repeat(4_100_000))).status).toBe(413)
    const long = 'x'.repeat(190)
    const rows = Array.from({ length: 2000 }, (_, i) => `${long}${i};Kota Malang;${long};${long}`)
    const response = await check(['nama;kota;tema;bentuk', ...rows].join('\n'))
    expect((await pageOf(response)).one('p', { class: 'e' }).text).toBe(words.issues.carried)
  })
})

const FULL = [
  'Nama;Singkatan;Nama lain;Kab/Kota;Bentuk;No SK;Tema;Peran;Sejak;Kontak;Jabatan;Surel;WA;Bahasa',
  'Yayasan Satu Contoh;YSC;Kelompok Satu;Kab. Malang;Yayasan;AHU-1;Kesehatan, air;Anggota;1/2/2026;Siti Contoh;Ketua;Siti@Contoh.Example;81234567890;en',
  'Dua Contoh;;;Kota Surabaya;;;;;;;;;;',
].join('\n')

describe('a confirmation', () => {
  it('writes everything that the list says, once however often it is sent', async () => {
    const rows = carriedBy(await checked(FULL))
    expect(await toldBy(await confirm(rows))).toBe(words.done.added('2'))
    const read = (sql: string) => world.rows(sql)
    expect(
      await read(
        'select district, status, legal_form, decree_no, themes, confirmed_at > 0 as confirmed from organisations where created_at > 0 order by district',
      ),
    ).toEqual([
      {
        district: '35.07',
        status: 'active',
        legal_form: 'Yayasan',
        decree_no: 'AHU-1',
        themes: '["Kesehatan","air"]',
        confirmed: 1,
      },
      {
        district: '35.78',
        status: 'active',
        legal_form: null,
        decree_no: null,
        themes: '[]',
        confirmed: 1,
      },
    ])
    expect(
      await read('select kind, name, normalised from organisation_names where created_at > 0 order by name'),
    ).toEqual([
      { kind: 'official', name: 'Dua Contoh', normalised: 'dua contoh' },
      { kind: 'alias', name: 'Kelompok Satu', normalised: 'kelompok satu' },
      { kind: 'short', name: 'YSC', normalised: 'ysc' },
      { kind: 'official', name: 'Yayasan Satu Contoh', normalised: 'yayasan satu contoh' },
    ])
    expect(await read('select role, from_day, to_day from roles')).toEqual([
      { role: 'member', from_day: '2026-02-01', to_day: null },
    ])
    expect(
      await read('select name, position, email, whatsapp, locale from contacts where created_at > 0'),
    ).toEqual([
      {
        name: 'Siti Contoh',
        position: 'Ketua',
        email: 'siti@contoh.example',
        whatsapp: '+6281234567890',
        locale: 'en',
      },
    ])
    const lists = await read('select id, added from imports')
    expect(lists).toMatchObject([{ added: 2 }])
    expect(
      await read('select distinct import_id as id from organisations where created_at > 0'),
    ).toMatchObject([{ id: lists[0]?.id }])
    const once = await dump(world)
    expect(await toldBy(await confirm(rows))).toBe(words.done.added('2'))
    await Promise.all([confirm(rows), confirm(rows)])
    expect(await dump(world)).toBe(once)
  })

  it('leaves alone what has come to stand meanwhile, and says so', async () => {
    const rows = carriedBy(await checked(FULL))
    await addOrganisation({ id: 'o9', name: 'DUA Contoh', district: '35.78' })
    const told = await toldBy(await confirm(rows))
    expect(told).toContain(words.done.added('1'))
    expect(told).toContain(words.done.standing('1'))
    expect(
      await world.number(`select count(*) from organisation_names where normalised = 'dua contoh'`),
    ).toBe(1)
    const page = await checked(FULL)
    expect(page.words).toContain(words.preview.standing('2'))
    expect(page.one('a', { href: `${LIST}/o9` }).text).toContain('Dua Contoh')
  })

  it('knows no organisation of the same name in another district or another network', async () => {
    await addNetwork(world)
    await addOrganisation({ id: 'o9', name: 'Dua Contoh', district: '35.07' })
    await addOrganisation({ id: 'o8', name: 'Yayasan Satu Contoh', network: OTHER.id })
    expect(await toldBy(await confirm(carriedBy(await checked(FULL))))).toBe(words.done.added('2'))
  })

  it('gives each organisation what was sent under one of its names, where no other bears it', async () => {
    await sentIko(world, { organisation: 'YSC' })
    await sentIko(world, { organisation: 'yayasan "satu" contoh' })
    await sentIko(world, { organisation: 'Kelompok Satu' })
    await sentIko(world, { organisation: 'Dua Contoh', district: '35.07' })
    await world.work()
    const rows = carriedBy(await checked(FULL))
    await addOrganisation({ id: 'o9', name: 'Kelompok Satu' })
    await confirm(rows)
    const ties = await world.rows(
      `select respondent_key as key, matched_by as by,
         (select name from organisation_names n where n.organisation_id = s.organisation_id and kind = 'official') as name,
         (select count(*) from assessments a where a.submission_id = s.id and a.organisation_id = s.organisation_id) as scored
       from submissions s order by key`,
    )
    const tied = { name: 'Yayasan Satu Contoh', by: 'name', scored: 1 }
    const open = { name: null, by: null, scored: 0 }
    expect(ties).toEqual([
      { key: '35.07/dua contoh', ...open },
      { key: '35.07/kelompok satu', ...open },
      { key: '35.07/yayasan satu contoh', ...tied },
      { key: '35.07/ysc', ...tied },
    ])
  })

  it('writes nothing for whoever may not any more', async () => {
    const membership = await addStaff(world, { email: 'm@contoh.example', role: 'coordinator' })
    const client = await signedIn(world, 'm@contoh.example')
    const rows = carriedBy(await checked(FULL, client))
    await world.exec(`update memberships set districts = '["35.78"]' where id = '${membership}'`)
    const told = await toldBy(await confirm(rows, client), client)
    expect(told).toContain(words.done.added('1'))
    expect(told).toContain(words.done.faulty('1'))
    await world.exec(`update memberships set role = 'facilitator' where id = '${membership}'`)
    const before = await dump(world)
    expect((await confirm(rows, client)).status).toBe(403)
    expect(await dump(world)).toBe(before)
  })

  it.each(['', '[]', '{}', 'null', '[[1]]', carriedOne.replace('01900000', 'zz900000')])(
    'of what no preview carries is refused: %s',
    async (rows) => {
      const before = await dump(world)
      const response = await confirm(rows)
      expect(response.status).toBe(422)
      expect((await pageOf(response)).one('p', { class: 'e' }).text).toBe(words.issues.lost)
      expect(await dump(world)).toBe(before)
    },
  )

  it('reads everything anew: what was made faulty by hand is left out', async () => {
    const told = await toldBy(await confirm(carriedOne.replace('35.07', '31.71')))
    expect(told).toContain(words.done.faulty('1'))
    expect(await world.number('select count(*) from organisations')).toBe(2)
  })

  it('touches no organisation of others that is there under the id it carries, with names or without', async () => {
    await addNetwork(world)
    const [, id = ''] = /"([0-9a-f-]{36})"/.exec(carriedOne) ?? []
    await addOrganisation({ id, name: 'Jauh Contoh', network: OTHER.id })
    for (const statement of ['select 1', `delete from organisation_names where organisation_id = '${id}'`]) {
      await world.exec(statement)
      const before = await dump(world)
      expect(await toldBy(await confirm(carriedOne))).toContain(words.done.added('0'))
      expect(await dump(world)).toBe(before)
    }
  })

  it('takes two thousand organisations at once', async () => {
    const many = Array.from(
      { length: 2000 },
      (_, i) => `Kelompok ${i} Contoh;Kota Malang;K${i};Kesehatan;k${i}@contoh.example`,
    )
    const rows = carriedBy(await checked(['nama;kota;singkatan;tema;surel', ...many].join('\n')))
    expect(await toldBy(await confirm(rows))).toBe(words.done.added('2000'))
    expect(await world.number('select count(*) from organisation_names')).toBe(4002)
  })
})
