// Coordinators see what became of every mail, mend addresses, send again, run dead steps again, and hand reports over.
import { beforeEach, describe, expect, it } from 'vitest'
import { DAY_FULL } from '../../../../src/core/message/message.ts'
import { wordsFor } from '../../../../src/core/words/index.ts'
import { heldAnswer } from '../../../support/inside/held.ts'
import { pageOf } from '../../../support/inside/page.ts'
import {
  addOrganisation,
  addOrganisations,
  CONTACT,
  FORUM,
  registered,
} from '../../../support/inside/registry.ts'
import {
  ADMINISTRATOR,
  addStaff,
  type Client,
  HOME,
  linkFor,
  newClient,
  signedIn,
} from '../../../support/inside/staff.ts'
import { broken, counted, dump, tallies } from '../../../support/inside/tables.ts'
import {
  handed,
  ikoAnswers,
  MINUTE,
  newWorld,
  type Receipt,
  SECOND,
  START,
  sentIko,
  type World,
} from '../../../support/inside/world.ts'

const words = wordsFor('id').coordinator.messages
const EMAIL = ikoAnswers.email

let world: World
let admin: Client
let sent: Receipt
beforeEach(async () => {
  world = await newWorld()
  await addOrganisations(world)
  admin = await signedIn(world, ADMINISTRATOR)
  sent = await sentIko(world)
})

const idOf = async (kind: string, recipient: string = EMAIL): Promise<string> =>
  (
    await world.rows<{ id: string }>(
      `select id from deliveries where kind = '${kind}' and recipient = '${recipient}' order by created_at desc, generation desc limit 1`,
    )
  )[0]?.id ?? 'none'
const submissionOf = async ({ reference }: Receipt) =>
  (await world.rows<{ id: string }>(`select id from submissions where reference = '${reference}'`))[0]?.id ??
  ''
const bounces = (kind: string) =>
  world.exec(
    `update deliveries set bounced_at = ${world.clock.now}, reason = '550 unknown' where kind = '${kind}'`,
  )
const mailsTo = (to: string) => world.mails.filter((mail) => mail.to === to)
const list = async (query = '', client = admin) => pageOf(await client.get(`${HOME}/messages${query}`))
const one = async (id: string, query = '') => pageOf(await admin.get(`${HOME}/messages/${id}${query}`))
const readdress = (id: string, email: string, more: Record<string, string> = {}, client = admin) =>
  client.post(`${HOME}/messages/${id}/address`, { submission: world.newKey(), email, ...more })
const isRight = async () => {
  expect(await broken()).toEqual([])
  expect(await tallies(world)).toEqual(await counted(world))
}
const refusing = async ({ to }: { readonly to: string }) =>
  to === EMAIL ? ({ outcome: 'refused', reason: 'E_RECIPIENT_SUPPRESSED' } as const) : handed
const near = (district: string[]) =>
  addStaff(world, { email: 'dekat@contoh.example', role: 'coordinator', districts: district })

describe('the list of mails', () => {
  it('says what each is, to whom it went, and what became of it in words, the newest first', async () => {
    world.clock.now += SECOND
    await world.work()
    const page = await list()
    const titles = page
      .all('a')
      .map(({ text }) => text)
      .filter((text) => /untuk Yayasan/.test(text))
    expect(titles).toEqual([
      'Laporan untuk Yayasan Bina Karya Contoh',
      'Tanda terima untuk Yayasan Bina Karya Contoh',
    ])
    expect(page.words).toContain(`Kepada ${EMAIL}`)
    expect(page.words).toContain(
      'Diserahkan ke layanan surel, belum tentu sampai, 23 November 2026 pukul 10.00 WIB',
    )
    // Links to sign in are nobody else's business.
    expect(page.words).not.toContain(`Kepada ${ADMINISTRATOR}`)
  })

  it('says that delivery is unknown where the mail service tells nothing, and only there', async () => {
    await world.work()
    expect((await list()).words).not.toContain(words.unknown)
    const silent = await newWorld({ tellsDelivery: false })
    await sentIko(silent)
    await silent.work()
    const client = await signedIn(silent, ADMINISTRATOR)
    expect((await pageOf(await client.get(`${HOME}/messages`))).words).toContain(words.unknown)
    const [{ id } = { id: '' }] = await silent.rows<{ id: string }>(
      `select id from deliveries where kind = 'report'`,
    )
    expect((await pageOf(await client.get(`${HOME}/messages/${id}`))).words).toContain(words.one.unknown)
  })

  it.each([
    ['waiting', 'null where 1'],
    ['handed', 'null where 1'],
    ['delivered', `null, delivered_at = 5 where kind = 'report'`],
    ['trouble', `9 where kind = 'report'`],
  ])('shows only what is %s where that is asked', async (state, change) => {
    if (state !== 'waiting') await world.work()
    await world.exec(`update deliveries set bounced_at = ${change}`)
    const count = async (one: string) =>
      (await list(`?state=${one}`)).all('a').filter(({ text }) => /untuk Yayasan/.test(text)).length
    expect(await count(state)).toBe(state === 'handed' ? 2 : 1)
    const other = state === 'waiting' ? 'delivered' : 'waiting'
    expect(await count(other)).toBe(0)
  })

  it('finds mails by part of a name, and by the reference', async () => {
    const other = await sentIko(world, {
      organisation: 'Perkumpulan Lain Contoh',
      email: 'lain@contoh.example',
    })
    const found = async (typed: string) => (await list(`?q=${encodeURIComponent(typed)}`)).words
    expect(await found('bina KARYA')).toContain('Yayasan Bina Karya Contoh')
    expect(await found('bina KARYA')).not.toContain('Perkumpulan')
    expect(await found(other.reference.toLowerCase())).toContain('Perkumpulan')
    expect(await found(`' or 1=1 --`)).toContain(words.none)
  })

  it('ends at the districts of whoever looks, and says what to do where there is none', async () => {
    await near(['35.78'])
    const client = await signedIn(world, 'dekat@contoh.example')
    expect((await list('', client)).words).toContain(words.noneYet)
    const id = await idOf('receipt')
    expect((await client.get(`${HOME}/messages/${id}`)).status).toBe(404)
    const before = await dump(world)
    expect((await client.post(`${HOME}/messages/${id}/again`)).status).toBe(404)
    expect((await readdress(id, 'baru@bina.example', {}, client)).status).toBe(404)
    expect(await dump(world)).toBe(before)
  })

  it('is paged', async () => {
    world.clock.now += MINUTE
    for (let n = 0; n < 26; n++)
      await sentIko(world, { organisation: `Yayasan ${n} Contoh`, email: `pos${n}@contoh.example` })
    const page = await list()
    expect(page.words).toContain(words.page('1'))
    expect((await list('?page=2')).words).toContain('Yayasan Bina Karya Contoh')
    expect((await list('?page=99')).words).toContain(words.page('99'))
  })
})

describe('a mail that came back', () => {
  beforeEach(async () => {
    await addOrganisation({ id: '01900000-0000-7000-8000-000000000403', name: ikoAnswers.organisation })
    await world.exec(
      [
        `update submissions set organisation_id = '${FORUM}'`,
        `update contacts set email = '${EMAIL}' where id = '${CONTACT}'`,
      ].join('\n'),
    )
    await world.work()
    await bounces('report')
    world.clock.now += MINUTE
  })

  it('shows every moment with its zone, why, and what can be done', async () => {
    const page = await one(await idOf('report'))
    expect(page.one('h1').text).toBe('Laporan untuk Yayasan Bina Karya Contoh')
    expect(page.words).toContain('Kembali: tidak sampai, 23 November 2026 pukul 10.00 WIB')
    expect(page.words).toContain('Alamat ini tidak dikenal. Mungkin salah tulis.')
    expect(page.one('q', { lang: 'en' }).text).toBe('550 unknown')
    expect(page.one('form', { action: `${HOME}/messages/${await idOf('report')}/address` })).toBeDefined()
    expect(page.words).toContain(words.one.byHandWay)
  })

  it('is mended: receipt and report go to the new address, and the old one reads nothing new', async () => {
    const old =
      /\/r\/[\w.-]+/.exec(
        mailsTo(EMAIL)
          .map(({ text }) => text)
          .join(),
      )?.[0] ?? ''
    expect((await world.get(old)).status).toBe(200)
    const response = await readdress(await idOf('report'), 'siti@baru.example')
    expect(response.headers.get('Location')).toMatch(/\?done=address$/)
    await world.work()
    expect(mailsTo('siti@baru.example').map(({ subject }) => subject)).toHaveLength(2)
    const link =
      /\/r\/[\w.-]+/.exec(
        mailsTo('siti@baru.example')
          .map(({ text }) => text)
          .join(),
      )?.[0] ?? ''
    expect((await world.get(link)).status).toBe(200)
    expect((await world.get(old)).status).toBe(410)
    expect((await world.get(sent.receipt)).status).toBe(410)
    expect(await world.rows(`select email from contacts where id = '${CONTACT}'`)).toEqual([
      { email: 'siti@baru.example' },
    ])
    expect(
      await world.rows("select number, answers ->> 'email' as email, locale from revisions order by number"),
    ).toMatchObject([
      { number: 1, email: EMAIL },
      { number: 2, email: 'siti@baru.example', locale: 'id' },
    ])
    // What happened to the first mail stays told.
    const before = await world.rows(
      `select bounced_at, reason from deliveries where kind = 'report' and recipient = '${EMAIL}'`,
    )
    expect(before).toEqual([{ bounced_at: START, reason: '550 unknown' }])
    const receipt = await world.rows(
      `select replaces from deliveries where kind = 'receipt' and recipient = 'siti@baru.example'`,
    )
    expect(receipt).toEqual([{ replaces: await idOf('receipt') }])
    await isRight()
    expect((await list('?state=trouble')).words).toContain(words.none)
  })

  it('says at once where its answers are mailed now, and then leads to the mail that took its place', async () => {
    const id = await idOf('report')
    const response = await readdress(id, 'siti@baru.example')
    const page = await pageOf(await admin.get(response.headers.get('Location') ?? ''))
    expect(page.words).toContain(words.one.done.address)
    expect(page.words).toContain(words.one.moved.now('siti@baru.example'))
    expect(page.words).toContain(words.one.moved.went(EMAIL))
    expect(page.words).toContain(words.one.moved.follows)
    expect(page.all('form', { action: `${HOME}/messages/${id}/address` })).toEqual([])
    expect(page.all('form', { action: `${HOME}/messages/${id}/again` })).toEqual([])
    await world.work()
    const later = await admin.get(response.headers.get('Location') ?? '')
    const next = await idOf('report', 'siti@baru.example')
    expect(later.headers.get('Location')).toBe(`${HOME}/messages/${next}?done=address`)
    const there = await one(next, '?done=address')
    expect(there.words).toContain('Kepada siti@baru.example')
    expect(there.words).not.toContain(words.one.moved.now('siti@baru.example'))
    // Without having just been mended, the first mail still tells what happened to it, and leads to the one in its place.
    const first = await one(id)
    expect(first.words).toContain('Kembali: tidak sampai')
    expect(first.one('a', { href: `${HOME}/messages/${next}` }).text).toBe(words.one.after)
  })

  it('is mended once, however often the button is pressed', async () => {
    const id = await idOf('report')
    const key = { submission: world.newKey() }
    for (let press = 0; press < 2; press++)
      expect((await readdress(id, 'siti@baru.example', key)).status).toBe(303)
    await Promise.all([readdress(id, 'siti@baru.example'), readdress(id, 'siti@baru.example')])
    await world.work()
    await readdress(id, 'siti@baru.example')
    await world.work()
    expect(mailsTo('siti@baru.example')).toHaveLength(2)
    expect(await world.number('select count(*) from revisions')).toBe(2)
    await isRight()
  })

  it.each([
    ['', 422],
    ['siti', 422],
    ['siti@@bina.example', 422],
    [EMAIL, 422],
  ])('keeps what was typed and says how to mend it: %j', async (typed, status) => {
    const response = await readdress(await idOf('report'), typed)
    expect(response.status).toBe(status)
    const page = await pageOf(response)
    expect(page.one('div', { role: 'alert' }).text).toMatch(/lamat/)
    expect(page.one('input', { id: 'email' }).attributes).toMatchObject({
      value: typed,
      'aria-invalid': 'true',
    })
    expect(await world.number('select count(*) from revisions')).toBe(1)
  })

  it('asks first about an address that looks mistyped, and takes it when it is said to be right', async () => {
    const id = await idOf('report')
    const asked = await readdress(id, 'siti@gmial.com')
    expect(asked.status).toBe(422)
    const page = await pageOf(asked)
    expect(page.words).toContain('siti@gmail.com')
    const sure = page.one('input', { name: 'sure' }).attributes.value ?? ''
    expect((await readdress(id, 'siti@gmial.com', { sure })).status).toBe(303)
    await world.work()
    expect(mailsTo('siti@gmial.com')).toHaveLength(2)
  })

  it('goes out once more to the same address, once, as a mail of its own', async () => {
    const id = await idOf('report')
    const before = mailsTo(EMAIL).length
    for (let press = 0; press < 3; press++)
      expect((await admin.post(`${HOME}/messages/${id}/again`)).status).toBe(303)
    expect(await world.number('select count(*) from submissions where done_at is null')).toBe(1)
    await world.work()
    expect(mailsTo(EMAIL)).toHaveLength(before + 1)
    const again = await idOf('report')
    expect(await world.rows(`select replaces, generation from deliveries where id = '${again}'`)).toEqual([
      { replaces: id, generation: 1 },
    ])
    expect((await one(id)).words).toContain(words.one.replaced)
    expect((await one(id)).one('a', { href: `${HOME}/messages/${again}` }).text).toBe(words.one.after)
    await isRight()
  })

  it('does not go again to somebody who complained of it', async () => {
    const id = await idOf('report')
    await world.exec('update deliveries set complained_at = 1')
    const page = await one(id)
    expect(page.words).toContain(words.one.complainedText)
    const before = await dump(world)
    await admin.post(`${HOME}/messages/${id}/again`)
    expect(await dump(world)).toBe(before)
  })

  it('is told on the page of its organisation', async () => {
    const page = await pageOf(await admin.get(`${HOME}/organisations/${FORUM}`))
    expect(page.words).toContain(words.organisation('1'))
    // It is called otherwise in the registry than it called itself.
    const { href = '' } = page.all('a').find(({ text }) => text === words.organisationOpen)?.attributes ?? {}
    expect((await pageOf(await admin.get(href))).words).toContain('Yayasan Bina Karya Contoh')
  })

  it('is mended by nobody who coordinates no more, in the moment of writing either', async () => {
    await near(['35.07'])
    const client = await signedIn(world, 'dekat@contoh.example')
    await world.exec(`update memberships set role = 'viewer' where role = 'coordinator'`)
    const before = await dump(world)
    expect((await readdress(await idOf('report'), 'baru@bina.example', {}, client)).status).toBe(403)
    expect(await dump(world)).toBe(before)
  })
})

describe('a mail of a decision', () => {
  it('follows to the address that was mended', async () => {
    const registration = await registered(world)
    await admin.post(`${HOME}/registrations/${registration}/decline`, { reason: 'Belum lengkap.' })
    await world.work()
    await bounces('declined')
    const id = await idOf('declined', 'bagas@sahabat.example')
    expect((await one(id)).words).toContain('Pendaftaran ditolak')
    await readdress(id, 'bagas@baru.example')
    await readdress(id, 'bagas@baru.example')
    await world.work()
    expect(
      mailsTo('bagas@baru.example')
        .map(({ subject }) => subject)
        .toSorted(),
    ).toHaveLength(2)
    await isRight()
  })
})

describe('a mail of a decision whose organisation mended the address itself', () => {
  it('says so, and comes with the new address filled in', async () => {
    const registration = await registered(world)
    await admin.post(`${HOME}/registrations/${registration}/decline`, { reason: 'Belum lengkap.' })
    await world.work()
    await bounces('declined')
    await readdress(await idOf('receipt', 'bagas@sahabat.example'), 'bagas@baru.example')
    await world.work()
    const id = await idOf('declined', 'bagas@sahabat.example')
    const page = await one(id)
    expect(page.words).toContain(words.one.moved.now('bagas@baru.example'))
    expect(page.one('input', { id: 'email' }).attributes.value).toBe('bagas@baru.example')
    await readdress(id, 'bagas@baru.example')
    await world.work()
    expect(await idOf('declined', 'bagas@baru.example')).not.toBe('none')
  })
})

describe('a mail that was refused', () => {
  beforeEach(async () => {
    world.mailService.answer = refusing
    await world.work()
  })

  it('says so with its moment and why', async () => {
    const found = await list('?state=trouble')
    expect(found.words).toMatch(/Ditolak layanan surel, 23 November 2026 pukul \d\d\.\d\d WIB/)
    expect((await one(await idOf('report'))).words).toContain('E_RECIPIENT_SUPPRESSED')
  })

  it('is due again, and its answer no longer failed', async () => {
    world.mailService.answer = async () => handed
    for (const kind of ['report', 'receipt']) {
      const id = await idOf(kind)
      for (let press = 0; press < 2; press++) await admin.post(`${HOME}/messages/${id}/again`)
      await isRight()
    }
    await world.work()
    expect(mailsTo(EMAIL)).toHaveLength(2)
    expect(await world.number('select count(*) from submissions where done_at is not null')).toBe(1)
    await isRight()
  })
})

describe('a mail that was refused, or handed over, of answers that were changed since', () => {
  const correct = (fields: Record<string, string>) =>
    world.post(`${sent.receipt}/correction`, {
      ...ikoAnswers,
      whatsapp: '081234567890',
      submission: world.newKey(),
      ...fields,
    })
  const mend = () =>
    world.post(`${sent.receipt}/address`, { submission: world.newKey(), email: 'siti@baru.example' })
  const choose = async () => {
    const second = await sentIko(world, { email: 'agus@bina.example' })
    return admin.post(`${HOME}/held/${await submissionOf(second)}`, {
      seen: `${second.reference}.1+${sent.reference}.1`,
      choice: 'held',
    })
  }
  const refuse = async () => {
    world.mailService.answer = refusing
    await world.work()
  }

  it.each([
    ['a refused report whose sender mended the address', 'report', refuse, mend],
    ['a refused receipt whose sender mended the address', 'receipt', refuse, mend],
    ['a refused report of answers that were corrected', 'report', refuse, () => correct({ results: '4' })],
    ['a refused report of answers that another one stands for', 'report', refuse, choose],
    [
      'a refused receipt of answers that name no address any more',
      'receipt',
      refuse,
      () => correct({ email: '' }),
    ],
    [
      'a receipt that was handed over, of answers that name no address any more',
      'receipt',
      () => world.work(),
      () => correct({ email: '' }),
    ],
  ])('is not tried again: %s', async (_, kind, hands, changes) => {
    await hands()
    const id = await idOf(kind)
    expect((await changes()).status).toBe(303)
    await isRight()
    world.mailService.answer = async () => handed
    const mail = () =>
      world.rows(
        `select * from deliveries where id = '${id}' or replaces = '${id}' and recipient = '${EMAIL}'`,
      )
    const before = await mail()
    const pressed = await admin.post(`${HOME}/messages/${id}/again`)
    expect(pressed.headers.get('Location')).toMatch(/done=not$/)
    await isRight()
    await admin.post(`${HOME}/steps`, { step: `deliver:${id}` })
    await isRight()
    expect(await mail()).toEqual(before)
    await world.work()
    expect(await mail()).toEqual(before)
    await isRight()
  })

  it('is not tried again: a refused mail of answers that were withdrawn', async () => {
    await refuse()
    await world.exec('update submissions set withdrawn_at = 1')
    const before = await dump(world)
    for (const kind of ['receipt', 'report'])
      await admin.post(`${HOME}/steps`, { step: `deliver:${await idOf(kind)}` })
    expect(await dump(world)).toBe(before)
  })
})

it('a receipt that was refused is no failure once its answers name no address, though another answer says it', async () => {
  world.mailService.answer = refusing
  await world.work()
  await world.post(`${sent.receipt}/correction`, {
    ...ikoAnswers,
    email: '',
    facilitator: EMAIL,
    whatsapp: '081234567890',
    submission: world.newKey(),
  })
  await world.work()
  await isRight()
  const handover = `${HOME}/handovers/${await submissionOf(sent)}`
  for (const given of ['yes', 'no']) {
    await admin.post(handover, { given })
    expect(await world.number('select sum(done) from round_tallies')).toBe(1)
    await isRight()
  }
})

describe('a mail that was never handed over', () => {
  const dies = async () => {
    world.mailService.answer = () => Promise.reject(new RangeError('no line'))
    await world.work()
    await world.exec('update steps set attempts = 26')
    world.clock.now += 10 * MINUTE
    await world.sweep()
    world.mailService.answer = async () => handed
  }
  const refuse = async () => {
    world.mailService.answer = refusing
    await world.work()
  }
  const ways = async (response: Response) => {
    expect(response.status).toBe(303)
    return response.headers.get('Location') ?? ''
  }

  it.each([
    ['waits', async () => {}],
    ['is given up', dies],
    ['was refused', refuse],
  ])(
    'leads, where its address is mended, to the mail in its place: a receipt that %s',
    async (_, happens) => {
      await happens()
      const to = await ways(await readdress(await idOf('receipt'), 'siti@baru.example'))
      expect(to).toBe(`${HOME}/messages/${await idOf('receipt', 'siti@baru.example')}?done=address`)
      const page = await pageOf(await admin.get(to))
      expect(page.words).toContain(words.one.done.address)
      expect(page.words).toContain('Kepada siti@baru.example')
      await isRight()
    },
  )

  it.each([
    ['is given up', dies],
    ['was refused', refuse],
  ])('tells, sent again, since when it waits: one that %s', async (_, happens) => {
    await happens()
    world.clock.now = START + 20 * MINUTE
    const id = await idOf('receipt')
    await admin.post(`${HOME}/messages/${id}/again`)
    const page = await one(id)
    expect(page.words).toContain('Menunggu dikirim, 23 November 2026 pukul 10.20 WIB')
    expect(page.words).toMatch(/Dibuat\s*23 November 2026 pukul 10\.00 WIB/)
    await isRight()
  })

  it.each([
    ['552 mailbox full', true],
    ['550 unknown', false],
    ['connection timed out', false],
    ['E_OTHER', false],
  ])('speaks of a mailbox that was full only where that was the reason: %s', async (reason, isFull) => {
    await refuse()
    await world.exec(`update deliveries set reason = '${reason}'`)
    const { again } = words.one
    const page = await one(await idOf('receipt'))
    expect(page.words).toContain(isFull ? again.full(EMAIL) : again.text(EMAIL))
    expect(/penuh lagi/.test(page.words)).toBe(isFull)
  })

  it('leads to the mails about its answer, where the one in its place is still to be made: a report', async () => {
    await dies()
    const id = await idOf('report')
    const key = { submission: world.newKey() }
    const list = `${HOME}/messages?q=${sent.reference}&done=address`
    expect(await ways(await readdress(id, 'siti@baru.example', key))).toBe(list)
    const page = await pageOf(await admin.get(list))
    expect(page.one('p', { role: 'status' }).text).toBe(words.one.done.address)
    expect(page.words).toContain('Kepada siti@baru.example')
    // Pressed twice, browsers show what the second press led to.
    expect(await ways(await readdress(id, 'siti@baru.example', key))).toBe(list)
    expect((await readdress(id, 'siti@baru.example')).status).toBe(404)
    await near(['35.78'])
    const elsewhere = await signedIn(world, 'dekat@contoh.example')
    expect((await readdress(id, 'siti@baru.example', key, elsewhere)).status).toBe(404)
    await world.work()
    expect(mailsTo('siti@baru.example')).toHaveLength(2)
    await isRight()
  })
})

describe('handing a report over by WhatsApp', () => {
  const path = async (receipt = sent) => `${HOME}/handovers/${await submissionOf(receipt)}`

  it('gives the message with the link, to the number that is known, in the language of the answer', async () => {
    await world.work()
    await world.exec(
      [
        `update submissions set organisation_id = '${FORUM}', locale = 'en'`,
        `update contacts set whatsapp = '+6281234567890' where id = '${CONTACT}'`,
      ].join('\n'),
    )
    const page = await pageOf(await admin.get(await path()))
    const { href = '' } = page.all('a').find(({ text }) => text === words.byHand.open)?.attributes ?? {}
    const url = new URL(href)
    expect(url.origin + url.pathname).toBe('https://wa.me/6281234567890')
    const text = url.searchParams.get('text') ?? ''
    expect(text).toMatch(/^Dear Yayasan Bina Karya Contoh, here is your report/)
    const link = /\/r\/[\w.-]+$/.exec(text)?.[0] ?? ''
    expect((await world.get(link)).status).toBe(200)
    expect(page.words).toContain('0812 3456 7890')
  })

  it('is counted once however often it is said, and can be taken back', async () => {
    world.mailService.answer = refusing
    await world.work()
    expect(await world.number('select sum(failed) from round_tallies')).toBe(1)
    // The receipt did not arrive either, and stays a failure.
    await admin.post(await path(), { given: 'yes' })
    expect(await world.number('select sum(failed) from round_tallies')).toBe(1)
    await world.exec(`update deliveries set handed_at = failed_at, failed_at = null where kind = 'receipt'`)
    for (let press = 0; press < 3; press++) await admin.post(await path(), { given: 'yes' })
    await Promise.all([
      admin.post(await path(), { given: 'yes' }),
      admin.post(await path(), { given: 'yes' }),
    ])
    expect(await world.number('select count(*) from handovers')).toBe(1)
    expect(await tallies(world)).toEqual(await counted(world))
    expect((await pageOf(await admin.get(await path()))).words).toMatch(
      /Sudah diserahkan 23 November 2026 pukul \d\d\.\d\d WIB oleh Ratna Contoh/,
    )
    await isRight()
    expect(await world.number('select sum(done) from round_tallies')).toBe(1)
    expect((await list('?state=trouble')).words).toContain(words.none)
    for (let press = 0; press < 2; press++) await admin.post(await path(), { given: 'no' })
    expect(await world.number('select count(*) from handovers')).toBe(0)
    await isRight()
    expect(await world.number('select sum(failed) from round_tallies')).toBe(1)
  })

  it('ends a mail that nothing tried any more, and tells why it failed', async () => {
    world.mailService.answer = () => Promise.reject(new RangeError('no line'))
    await world.work()
    await world.exec('update steps set attempts = 26')
    world.clock.now += 10 * MINUTE
    await world.sweep()
    await isRight()
    await admin.post(await path(), { given: 'yes' })
    await isRight()
    expect(
      await world.rows(
        `select failed_at is not null as failed, reason from deliveries where kind = 'report'`,
      ),
    ).toEqual([{ failed: 1, reason: 'RangeError' }])
  })

  it('lists reports that no mail brings: without an address, refused, or come back', async () => {
    const alone = await sentIko(world, {
      organisation: 'Tanpa Surel Contoh',
      email: '',
      whatsapp: '081234567890',
    })
    await world.work()
    await bounces('report')
    const page = await pageOf(await admin.get(`${HOME}/handovers`))
    expect(page.words).toContain('Tanpa Surel Contoh')
    expect(page.words).toContain('Yayasan Bina Karya Contoh')
    // Whoever has no address has written a number.
    expect((await pageOf(await admin.get(await path(alone)))).html).toContain('https://wa.me/6281234567890')
    await admin.post(await path(alone), { given: 'yes' })
    await admin.post(await path(), { given: 'yes' })
    expect((await pageOf(await admin.get(`${HOME}/handovers`))).words).toContain(words.byHand.none)
    await isRight()
  })

  it('is nobody’s of another district', async () => {
    await world.work()
    await near(['35.78'])
    const client = await signedIn(world, 'dekat@contoh.example')
    expect((await client.get(await path())).status).toBe(404)
    expect((await client.post(await path(), { given: 'yes' })).status).toBe(404)
    expect(await world.number('select count(*) from handovers')).toBe(0)
  })
})

describe('dead steps', () => {
  beforeEach(async () => {
    world.mailService.answer = () => Promise.reject(new RangeError('no line'))
    await world.work()
    await world.exec('update steps set attempts = 26')
    world.clock.now += 10 * MINUTE
    await world.sweep()
    world.mailService.answer = async () => handed
  })

  const steps = async (client = admin) => pageOf(await client.get(`${HOME}/steps`))
  const dead = () =>
    world.number(`select count(*) from steps where dead_at is not null and submission_id is not null`)

  it('are listed with reason and age and whose they are, and run again one by one or all', async () => {
    const page = await steps()
    expect(page.words).toContain('Tanda terima untuk Yayasan Bina Karya Contoh')
    expect(page.words).toContain('Berhenti sejak 23 November 2026 pukul 10.10 WIB')
    expect(page.words).toContain('RangeError')
    expect(page.words).toContain(sent.reference)
    expect(await dead()).toBe(2)
    await admin.post(`${HOME}/steps`, { step: `deliver:${await idOf('receipt')}` })
    expect(await dead()).toBe(1)
    await isRight()
    for (let press = 0; press < 3; press++) await admin.post(`${HOME}/steps`, { step: '' })
    expect(await dead()).toBe(0)
    await isRight()
    await world.work()
    expect(mailsTo(EMAIL)).toHaveLength(2)
    expect((await steps()).words).toContain(words.steps.none)
    await admin.post(`${HOME}/steps`, { step: '' })
    await admin.post(`${HOME}/steps`, { step: 'deliver:none' })
    await isRight()
  })

  it('of other districts are neither seen nor run, and those of mails to staff are the administrators’', async () => {
    await world.exec(`update steps set dead_at = 5, reason = 'x' where submission_id is null`)
    await near(['35.78'])
    await world.exec(`update steps set due_at = 0`)
    const email = 'dekat@contoh.example'
    const client = newClient(world)
    const response = await client.post(await linkFor(world, email))
    client.cookie = response.headers.get('Set-Cookie')?.split(';')[0] ?? null
    expect((await steps(client)).words).toContain(words.steps.none)
    const before = await dump(world)
    await client.post(`${HOME}/steps`, { step: '' })
    await client.post(`${HOME}/steps`, { step: `deliver:${await idOf('receipt')}` })
    expect((await dump(world)).length).toBe(before.length)
    expect(await dead()).toBe(2)
  })
})

describe('the ledger', () => {
  const ledger = async (query = '', client = admin) => pageOf(await client.get(`${HOME}/ledger${query}`))

  it('says of every answer one of four things, which add up, and lists who is waited for since when', async () => {
    await near(['35.07'])
    await heldAnswer(world, { email: 'agus@bina.example' }).catch(() => undefined)
    const page = await ledger()
    const counts = [...page.words.matchAll(/(Selesai|Menunggu orang|Sedang dikerjakan mesin|Gagal): (\d+)/g)]
    const total = Number(/Jawaban yang diterima: (\d+)/.exec(page.words)?.[1])
    expect(counts).toHaveLength(4)
    expect(counts.reduce((sum, [, , count]) => sum + Number(count), 0)).toBe(total)
    expect(total).toBe(await world.number('select count(*) from submissions'))
    const waiting = await ledger('/waiting')
    expect(waiting.words).toContain('Menunggu dekat Contoh sejak 23 November 2026 pukul 10.00 WIB')
    expect(waiting.words).not.toContain('ratna')
    expect((await ledger('/owed')).words).toContain('Dikerjakan sejak 23 November 2026 pukul 10.00 WIB')
    await world.work()
    expect((await ledger('/done')).words).toContain('Selesai 23 November 2026 pukul 10.00 WIB')
  })

  it('tells of mails that wait for tomorrow by rule until when and why; they stay among what is owed', async () => {
    await world.exec('delete from contacts')
    for (const organisation of ['Satu', 'Dua'])
      await sentIko(world, { organisation: `${organisation} Contoh` })
    await world.work()
    const page = await ledger('/owed')
    expect(page.words).toContain(words.ledger.putOff('24 November 2026 pukul 07.01 WIB'))
    expect(page.words).not.toContain('Dicoba lagi')
    expect((await ledger()).words).toMatch(/Sedang dikerjakan mesin: [1-3]/)
    await isRight()
    // So is what the mail service takes no more of today.
    await world.exec(`update steps set reason = '${DAY_FULL}' where dead_at is null`)
    expect((await ledger('/owed')).words).toContain(words.ledger.putOff('24 November 2026 pukul 07.01 WIB'))
    // What was tried in vain beside it is tried again as ever.
    await world.exec(`update steps set reason = 'E_BUSY' where dead_at is null`)
    expect((await ledger('/owed')).words).toContain('Dicoba lagi')
  })

  it('offers to hand a report over only as long as no mail has brought it and nobody has handed it over', async () => {
    const silent = await sentIko(world, { organisation: 'Lain Contoh', email: '', whatsapp: '081234567890' })
    const id = await submissionOf(silent)
    const ways = async (state: string) =>
      (await ledger(state))
        .all('a')
        .filter(({ text }) => text === words.ledger.byHand)
        .map(({ attributes }) => attributes.href)
    await world.work()
    expect(await ways('/done')).toEqual([`${HOME}/handovers/${id}`])
    await bounces('report')
    expect(await ways('/done')).toHaveLength(2)
    await admin.post(`${HOME}/handovers/${id}`, { given: 'yes' })
    expect(await ways('/done')).toEqual([`${HOME}/handovers/${await submissionOf(sent)}`])
  })

  it('tells why something failed', async () => {
    world.mailService.answer = refusing
    await world.work()
    const page = await ledger('/failed')
    expect(page.words).toContain('Gagal sejak 23 November 2026 pukul 10.00 WIB')
    expect(page.words).toContain(words.reasons.refused)
    expect(page.one('q', { lang: 'en' }).text).toBe('E_RECIPIENT_SUPPRESSED')
  })

  it('tells why the mail failed that is missed, not one that was made up for by hand', async () => {
    world.mailService.answer = async ({ subject }) => ({
      outcome: 'refused',
      reason: subject.includes(': laporan ') ? '552 mailbox full' : 'E_RECIPIENT_SUPPRESSED',
    })
    world.clock.now += SECOND
    await world.work()
    expect((await ledger('/failed')).one('q', { lang: 'en' }).text).toBe('552 mailbox full')
    await admin.post(`${HOME}/handovers/${await submissionOf(sent)}`, { given: 'yes' })
    expect((await ledger('/failed')).one('q', { lang: 'en' }).text).toBe('E_RECIPIENT_SUPPRESSED')
  })

  it('keeps rounds for practice apart', async () => {
    await world.exec('update rounds set practice = 1')
    expect((await ledger()).words).toContain('Jawaban yang diterima: 0')
    expect((await ledger()).words).toContain(words.ledger.practice('1'))
    expect((await ledger('?practice=1')).words).toContain('Jawaban yang diterima: 1')
    expect((await ledger('/owed?practice=1')).words).toContain('Yayasan Bina Karya')
  })

  it('counts within one’s districts', async () => {
    await near(['35.78'])
    const client = await signedIn(world, 'dekat@contoh.example')
    expect((await ledger('', client)).words).toContain('Jawaban yang diterima: 0')
    expect((await ledger('/owed', client)).words).toContain(words.ledger.none)
  })

  it('knows no fifth state', async () => {
    expect((await admin.get(`${HOME}/ledger/lost`)).status).toBe(404)
  })
})
