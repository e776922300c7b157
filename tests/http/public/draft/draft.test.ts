// Half-filled answers: saved, gone on with from another phone, sent once from however many, and taken away.
import { beforeEach, describe, expect, it } from 'vitest'
import { loadForms } from '../../../../src/core/form/check.ts'
import { shelfOf } from '../../../../src/core/form/shelf.ts'
import { newMeter } from '../../../support/inside/meter.ts'
import { SECRET, withNeeds } from '../../../support/inside/needs.ts'
import { filled, pageOf, sendable } from '../../../support/inside/page.ts'
import { dump } from '../../../support/inside/tables.ts'
import {
  DAY,
  HOUR,
  IKO,
  ikoAnswers,
  keyAt,
  newWorld,
  openRound,
  REGISTRATION,
  registrationAnswers,
  SECOND,
  START,
  type Typed,
  type World,
} from '../../../support/inside/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const KEY = keyAt(START)
const half = { submission: KEY, organisation: 'Yayasan Bina Karya Contoh', district: '35.07', results: '1' }
const json = { Accept: 'application/json' }

const save = (fields: Typed, path = IKO) => world.post(path, { ...fields, action: 'save' })

/** Saves without script and gives the path of the draft's page. */
async function saved(fields: Typed = half, path = IKO): Promise<string> {
  const response = await save(fields, path)
  expect(response.status).toBe(303)
  return (response.headers.get('Location') ?? '').replace(/\?.*/, '')
}

const formBehind = async (link: string, query = '') => pageOf(await world.get(`${link}/form${query}`))

const later = (moment: number) => {
  world.clock.now += moment
}

describe('saving', () => {
  it('leads to a page with the link, until when it works, and none of the answers but the organisation', async () => {
    const response = await save({ ...half, sender_name: 'Siti Contoh' })
    const page = await pageOf(await world.get(response.headers.get('Location') ?? ''))
    expect(page.one('h1').text).toBe('Isian Anda tersimpan, tetapi belum terkirim')
    expect(page.words).toContain('Yayasan Bina Karya Contoh')
    expect(page.words).toContain('23 November 2026 pukul 10.00 WIB')
    expect(page.words).toContain('22 Januari 2027')
    expect(page.html).not.toContain('Siti Contoh')
    expect(page.one('input', { id: 'link' }).attributes.value).toMatch(
      /^https:\/\/simpul\.test\/d\/[\w-]{22}\.[\w-]{23}$/,
    )
  })

  it('keeps what is typed as it is typed, right or not, for the form behind the link', async () => {
    const link = await saved({ ...half, email: 'siti@', 'results.evidence': 'Foto' })
    const page = await formBehind(link)
    expect(filled(sendable(page))).toMatchObject({
      ...half,
      email: 'siti@',
      'results.evidence': 'Foto',
      'draft-version': '1',
    })
  })

  it('is a button at the end of every section, on the page of the check, and not on a correction', async () => {
    const buttons = async (response: Response) =>
      (await pageOf(response)).all('button', { name: 'action', value: 'save' }).length
    expect(await buttons(await world.get(IKO))).toBeGreaterThan(3)
    expect(await buttons(await world.post(IKO, { ...ikoAnswers, action: 'check' }))).toBe(1)
    const receipt = (await world.post(IKO, ikoAnswers)).headers.get('Location') ?? ''
    const correction = `${receipt.replace(/\?.*/, '')}/correction`
    expect(await buttons(await world.get(correction))).toBe(0)
    expect((await save(ikoAnswers, correction)).status).toBe(200)
    expect(await world.number('select count(*) from drafts')).toBe(0)
  })

  it('tells a program the version, the moment and the link', async () => {
    const response = await world.post(IKO, { ...half, action: 'save' }, json)
    expect(await response.json()).toEqual({
      version: 1,
      moment: '23 November 2026 pukul 10.00 WIB',
      link: expect.stringMatching(/^https:\/\/simpul\.test\/d\//),
      until: '22 Januari 2027',
    })
  })

  it('says in the message for WhatsApp until when it can be sent: the round closes before the link ends', async () => {
    const path = await openRound(world, { slug: 'tutup', closesAt: START + 7 * DAY })
    const { href = '' } =
      (await pageOf(await world.get(await saved(half, path))))
        .all('a')
        .map(({ attributes }) => attributes)
        .find((one) => one.href?.startsWith('https://wa.me/')) ?? {}
    expect(new URL(href).searchParams.get('text')).toContain('paling lambat 30 November 2026:')
  })

  it('is refused once the round is closed and the days of grace are over, with everything typed', async () => {
    const path = await openRound(world, { slug: 'tutup', closesAt: START + HOUR })
    later(4 * DAY)
    const response = await save(half, path)
    expect(response.status).toBe(403)
    expect(await response.text()).toContain('Yayasan Bina Karya Contoh')
    expect(await world.number('select count(*) from drafts')).toBe(0)
  })
})

describe('a draft on two phones', () => {
  it('is not overwritten by who has not seen the newer answers; they load them or keep theirs', async () => {
    const link = await saved()
    const onSecond = sendable(await formBehind(link))
    later(DAY)
    await saved({ ...onSecond, results: '2' })
    later(DAY)
    const response = await save({ ...onSecond, results: '3', reach: '4' })
    expect(response.status).toBe(409)
    const page = await pageOf(response)
    expect(page.one('h1').text).toBe('Ada isian yang lebih baru, disimpan 24 November 2026 pukul 10.00 WIB')
    expect(sendable(page)).toMatchObject({ results: '3', reach: '4' })
    expect(sendable(await formBehind(link))).toMatchObject({ results: '2' })
    expect(page.all('a').map(({ attributes }) => attributes.href)).toContain(`${link}/form?lang=id`)
    // Keeping theirs is pressing the button of the same page.
    await saved({ ...sendable(page) })
    expect(sendable(await formBehind(link))).toMatchObject({ results: '3', reach: '4' })
  })

  it('is not sent over newer answers either, until that is chosen', async () => {
    const link = await saved({ ...ikoAnswers, submission: KEY })
    const onSecond = sendable(await formBehind(link))
    later(HOUR)
    await saved({ ...onSecond, results: '2' })
    const response = await world.post(IKO, onSecond)
    expect(response.status).toBe(409)
    expect(await world.number('select count(*) from submissions')).toBe(0)
    const sent = await world.post(IKO, { ...sendable(await pageOf(response)) })
    expect(sent.status).toBe(303)
    const told = await world.post(IKO, { ...onSecond, results: '2', 'draft-version': '1' }, json)
    expect(await told.json()).toMatchObject({ problem: 'conflict' })
  })

  it('gives one submission, sent from both', async () => {
    const link = await saved({ ...ikoAnswers, submission: KEY })
    const [first, second] = [sendable(await formBehind(link)), sendable(await formBehind(link))]
    const receipts = [await world.post(IKO, first), await world.post(IKO, second)]
    expect(new Set(receipts.map(({ headers }) => headers.get('Location'))).size).toBe(1)
    expect(await world.number('select count(*) from submissions')).toBe(1)
  })

  it('saves again what it has saved itself, though it never heard that it was', async () => {
    const fields = { ...half, 'draft-writer': 'page-00000001' }
    await saved(fields)
    later(15 * SECOND)
    await saved({ ...fields, results: '4' })
    expect(await world.rows('select version from drafts')).toEqual([{ version: 2 }])
  })

  it('tells a page to come again whose second save came at the moment of the first: only one of them stands', async () => {
    const fields = { ...half, 'draft-writer': 'page-00000001' }
    const responses = await Promise.all(['1', '2'].map((results) => save({ ...fields, results })))
    expect(responses.map(({ status }) => status).sort()).toEqual([303, 429])
  })

  it('pressed twice without script is one save, which both are led to', async () => {
    const link = await saved({ ...half, sender_name: 'Siti Contoh' })
    for (const time of [0, HOUR]) {
      later(time)
      expect(await saved({ ...half, sender_name: 'Siti Contoh' })).toBe(link)
    }
    expect(await world.rows('select version from drafts')).toEqual([{ version: 1 }])
    // What is sealed counts as well as what is not.
    expect((await save({ ...half, sender_name: 'Agus Contoh' })).status).toBe(409)
    expect((await save({ ...half, sender_name: 'Siti Contoh', reach: '2' })).status).toBe(409)
  })

  it('is one row, written once a save', async () => {
    const meter = newMeter()
    world = await newWorld({ db: meter.db })
    await saved()
    for (const version of [1, 2, 3]) {
      later(15 * SECOND)
      meter.take()
      await saved({ ...half, 'draft-version': String(version), reach: String(version) })
      const calls = meter.take()
      // The round is read anew after ten seconds, by itself.
      expect(calls.filter(({ isBatch }) => isBatch).map(({ written }) => written)).toEqual([1])
      expect(calls.filter(({ isBatch, written }) => !isBatch && written > 0)).toEqual([])
    }
  })
})

describe('after sending', () => {
  it('the draft holds no answer, and its link leads to the receipt', async () => {
    const link = await saved({ ...ikoAnswers, submission: KEY })
    const sent = await world.post(IKO, { ...sendable(await formBehind(link)) })
    expect(await world.rows('select answers, sealed, sent_at from drafts')).toEqual([
      { answers: '{}', sealed: null, sent_at: world.clock.now },
    ])
    const page = await pageOf(await world.get(link))
    expect(page.one('h1').text).toBe('Isian ini sudah dikirim')
    const receipt = (sent.headers.get('Location') ?? '').replace(/\?.*/, '')
    expect(page.all('a').map(({ attributes }) => attributes.href)).toContain(`${receipt}?lang=id`)
  })

  it('a save that comes late is told of what was sent, and stores nothing', async () => {
    await saved({ ...ikoAnswers, submission: KEY })
    await world.post(IKO, { ...ikoAnswers, submission: KEY, 'draft-version': '1' })
    later(HOUR)
    const response = await save({ ...ikoAnswers, submission: KEY, 'draft-version': '1', results: '4' })
    expect(response.status).toBe(409)
    expect((await pageOf(response)).one('h1').text).toBe('Formulir ini sudah pernah dikirim')
    expect(await world.rows('select answers from drafts')).toEqual([{ answers: '{}' }])
  })

  it('as a correction of what was sent from the same page, the draft ends like any other', async () => {
    await world.post(IKO, { ...ikoAnswers, submission: KEY })
    const page = await pageOf(await world.post(IKO, { ...ikoAnswers, submission: KEY, results: '4' }))
    const typed = sendable(page)
    const link = await saved(typed)
    const [button] = page.all('button').filter(({ text }) => text === 'Kirim sebagai perbaikan')
    const path = button?.attributes.formaction ?? ''
    const sent = await world.post(path, { ...typed, 'draft-version': '1' })
    expect(sent.status).toBe(303)
    expect(await world.rows('select answers, sealed, sent_at from drafts')).toEqual([
      { answers: '{}', sealed: null, sent_at: world.clock.now },
    ])
    const receipt = (sent.headers.get('Location') ?? '').replace(/\?.*/, '')
    const behind = await pageOf(await world.get(link))
    expect(behind.all('a').map(({ attributes }) => attributes.href)).toContain(`${receipt}?lang=id`)
  })

  it('no draft comes to be of answers that were sent without one', async () => {
    await world.post(IKO, { ...ikoAnswers, submission: KEY })
    expect((await save({ ...half, results: '3' })).status).toBe(409)
    expect(await world.number('select count(*) from drafts')).toBe(0)
  })
})

describe('the link', () => {
  it('opens nothing with one bit changed, wherever that is', async () => {
    const link = await saved()
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    for (let at = 3; at < link.length; at++) {
      if (link[at] === '.') continue
      const flipped = alphabet[alphabet.indexOf(link[at] ?? '') ^ 1]
      const forged = link.slice(0, at) + flipped + link.slice(at + 1)
      for (const part of ['', '/form', '/delete'])
        expect((await world.get(forged + part)).status, forged).toBe(404)
    }
  })

  it('spends nothing by being opened, however often', async () => {
    const link = await saved()
    const before = await dump(world)
    for (let i = 0; i < 3; i++)
      for (const part of ['', '/form', '/delete', '/form?form=new'])
        expect((await world.get(link + part)).status).toBe(200)
    expect(await dump(world)).toBe(before)
  })

  it('says so once its time ran out, and still after the draft was deleted and counted', async () => {
    const link = await saved()
    later(60 * DAY + SECOND)
    for (const path of [link, `${link}/form`]) {
      const response = await world.get(path)
      expect(response.status).toBe(410)
      expect((await pageOf(response)).one('h1').text).toBe('Isian ini sudah tidak ada')
    }
    world.clock.now = Math.ceil(world.clock.now / HOUR) * HOUR + 7 * 60 * SECOND
    await world.sweep()
    expect(await world.number('select count(*) from drafts')).toBe(0)
    expect(await world.rows('select expired from round_tallies where expired > 0')).toEqual([{ expired: 1 }])
    expect((await world.get(link)).status).toBe(410)
  })

  it.each(['before', 'after'])(
    'opens again what ran out and is saved from a page still open, %s it was deleted',
    async (when) => {
      const path = await openRound(world, { slug: 'lama', closesAt: START + 200 * DAY })
      const link = await saved(half, path)
      later(60 * DAY + SECOND)
      if (when === 'after') {
        world.clock.now = Math.ceil(world.clock.now / HOUR) * HOUR + 7 * 60 * SECOND
        await world.sweep()
        expect(await world.number('select count(*) from drafts')).toBe(0)
      }
      expect(await saved({ ...half, reach: '2', 'draft-version': '1' }, path)).toBe(link)
      expect(sendable(await formBehind(link))).toMatchObject({ reach: '2', 'draft-version': '2' })
      later(59 * DAY)
      expect((await world.get(link)).status).toBe(200)
      // Another page of the first time has not seen this one.
      expect((await save({ ...half, reach: '3', 'draft-version': '1' }, path)).status).toBe(409)
    },
  )

  it('opens nothing after its holder took the draft away, which is asked first; pages still open may keep theirs', async () => {
    const link = await saved()
    const question = await pageOf(await world.get(`${link}/delete`))
    expect(question.one('h1').text).toBe('Hapus isian ini?')
    expect((await world.get(link)).status).toBe(200)
    expect((await world.post(`${link}/delete`, {})).status).toBe(200)
    for (const path of [link, `${link}/form`, `${link}/delete`])
      expect((await world.get(path)).status).toBe(410)
    expect(await world.rows('select answers, sealed from drafts')).toEqual([{ answers: '{}', sealed: null }])
    later(HOUR)
    const response = await save({ ...half, 'draft-version': '1' })
    expect(response.status).toBe(409)
    const page = await pageOf(response)
    expect(page.one('h1').text).toBe('Isian ini sudah dihapus dari HP atau halaman lain')
    // It has a key of its own now, so that it is another draft.
    expect(await saved({ ...sendable(page) })).not.toBe(link)
  })

  it('opens no receipt, and a receipt opens no draft', async () => {
    const link = await saved()
    expect((await world.get(link.replace('/d/', '/s/'))).status).toBe(404)
    const receipt = (await world.post(IKO, ikoAnswers)).headers.get('Location') ?? ''
    expect((await world.get(receipt.replace('/s/', '/d/'))).status).toBe(404)
  })

  it('stands on pages that nobody keeps, finds, or learns the address of', async () => {
    const link = await saved()
    for (const path of [link, `${link}/form`, `${link}/delete`]) {
      const { headers } = await world.get(path)
      expect(headers.get('Referrer-Policy')).toBe('no-referrer')
      expect(headers.get('X-Robots-Tag')).toBe('noindex')
      expect(headers.get('Cache-Control')).toMatch(/^private/)
    }
  })
})

describe('mailing the link', () => {
  const mailed = (link: string, email: string) => world.post(`${link}/mail`, { email })

  it('sends it to whoever is named, in words that hold nothing typed but a plain name', async () => {
    const link = await saved({ ...half, sender_name: 'Siti Contoh', email: 'siti@bina.example' })
    const response = await mailed(link, 'bendahara@bina.example')
    expect(response.status).toBe(303)
    await world.work()
    const [mail] = world.mails
    expect(mail?.to).toBe('bendahara@bina.example')
    expect(mail?.subject).toBe('Lanjutkan mengisi: IKO 2026, putaran kedua')
    expect(mail?.text).toContain(`https://simpul.test${link}`)
    expect(mail?.text).toContain('22 Januari 2027')
    expect(mail?.text).not.toContain('Siti Contoh')
    const page = await pageOf(await world.get(response.headers.get('Location') ?? ''))
    expect(page.one('p', { role: 'status' }).text).toContain('sedang dikirim')
  })

  it('refuses what is no address, with what was typed', async () => {
    const link = await saved()
    const response = await mailed(link, 'bendahara@')
    expect(response.status).toBe(422)
    const page = await pageOf(response)
    expect(page.one('input', { name: 'email' }).attributes).toMatchObject({
      value: 'bendahara@',
      'aria-invalid': 'true',
    })
  })

  it('keeps within three mails a day to an address nobody knows, from however many drafts', async () => {
    for (let i = 1; i <= 5; i++) {
      const link = await saved({ ...half, submission: keyAt(START, `00000000000${i}`) })
      await mailed(link, 'korban@lain.example')
    }
    await world.work()
    expect(world.mails).toHaveLength(3)
  })

  it('owes one mail at a time to an address, and ten in all', async () => {
    const link = await saved()
    await mailed(link, 'a@bina.example')
    expect((await mailed(link, 'a@bina.example')).status).toBe(422)
    for (let i = 0; i < 12; i++) await mailed(link, `a${i}@bina.example`)
    expect(await world.number('select count(*) from deliveries')).toBe(10)
  })

  it('is given up where the draft was sent meanwhile', async () => {
    const link = await saved({ ...ikoAnswers, submission: KEY })
    await mailed(link, 'bendahara@bina.example')
    const hints = world.hints.splice(0)
    await world.post(IKO, { ...ikoAnswers, submission: KEY, 'draft-version': '1' })
    world.hints.splice(0, world.hints.length, ...hints)
    await world.work()
    expect(world.mails).toEqual([])
  })
})

describe('a day before the close', () => {
  const CLOSE = START + 3 * DAY
  const sevenAfter = (moment: number) => Math.ceil(moment / HOUR) * HOUR + 7 * 60 * SECOND
  /** Two sweeps: the first looks after drafts, the second sends what is owed. */
  const sweepAt = async (moment: number) => {
    world.clock.now = sevenAfter(moment)
    await world.sweep()
    world.clock.now += 60 * SECOND
    await world.sweep()
  }

  it('the contact of an unfinished draft is told once', async () => {
    const path = await openRound(world, { slug: 'segera', closesAt: CLOSE })
    const link = await saved({ ...half, email: 'siti@bina.example' }, path)
    await sweepAt(CLOSE - 26 * HOUR)
    expect(world.mails).toEqual([])
    await sweepAt(CLOSE - 24 * HOUR)
    expect(world.mails.map(({ to }) => to)).toEqual(['siti@bina.example'])
    expect(world.mails[0]?.text).toContain(`https://simpul.test${link}`)
    expect(world.mails[0]?.text).toContain('26 November 2026 pukul 10.00 WIB')
    await sweepAt(CLOSE - 20 * HOUR)
    expect(world.mails).toHaveLength(1)
  })

  it('every draft is looked at, however many they are: each turn goes on where the one before ended', async () => {
    const path = await openRound(world, { slug: 'segera', closesAt: CLOSE })
    await saved(half, path)
    const { id: _, ...columns } = (await world.rows<Record<string, unknown>>('select * from drafts'))[0] ?? {}
    const names = Object.keys(columns).join(', ')
    await world.exec(
      `with recursive n (i) as (select 1 union all select i + 1 from n where i < 40) insert into drafts (id, ${names}) select 'draft-' || i, ${names} from drafts, n`,
    )
    const looked = () => world.number('select count(*) from drafts where noticed_at is not null')
    await sweepAt(CLOSE - 24 * HOUR)
    expect(await looked()).toBe(40)
    await sweepAt(CLOSE - 23 * HOUR)
    expect(await looked()).toBe(41)
  })

  it('whoever sent, took away, gave no address or is typing is told nothing', async () => {
    const path = await openRound(world, { slug: 'segera', closesAt: CLOSE })
    const key = (i: number) => keyAt(START, `00000000000${i}`)
    const email = 'siti@bina.example'
    await saved({ ...ikoAnswers, submission: key(1) }, path)
    await world.post(path, { ...ikoAnswers, submission: key(1), 'draft-version': '1' })
    const link = await saved({ ...half, submission: key(2), email }, path)
    await world.post(`${link}/delete`, {})
    await saved({ ...half, submission: key(3), email: 'siti@' }, path)
    world.clock.now = sevenAfter(CLOSE - 24 * HOUR) - 60 * SECOND
    await saved({ ...half, submission: key(4), email }, path)
    await world.exec('delete from steps')
    await sweepAt(CLOSE - 24 * HOUR)
    expect(world.mails).toEqual([])
  })
})

describe('what stands in the database', () => {
  it('opens nothing and tells no specific data: neither key nor link nor sealed answers', async () => {
    world = await newWorld({ forms: shelfOf(loadForms([withNeeds]), async () => null) })
    const key = world.newKey()
    const path = await openRound(world, { slug: 'kebutuhan', form: 'needs' })
    const link = await saved({ ...half, submission: key, needs: SECRET, not_asked: SECRET }, path)
    expect(sendable(await formBehind(link))).toMatchObject({ needs: SECRET })
    const copy = await dump(world)
    const signature = link.split('.')[1] ?? 'x'
    for (const secret of [key, key.slice(-12), signature, signature.slice(1), SECRET])
      expect(copy).not.toContain(secret)
    expect(copy).toContain('Yayasan Bina Karya Contoh')
  })

  it('counts a draft as begun by its row', async () => {
    await saved()
    expect(await world.number('select count(*) from drafts where sent_at is null')).toBe(1)
  })
})

describe('saves in storms', () => {
  it('of one draft, five a second, are slowed and told when to come again', async () => {
    const fields = { ...half, 'draft-writer': 'page-00000001', action: 'save' }
    const statuses: number[] = []
    for (let i = 0; i < 25; i++) {
      const response = await world.post(IKO, { ...fields, reach: String(i) }, json)
      statuses.push(response.status)
      if (response.status === 429) expect(response.headers.get('Retry-After')).toBe('1')
      later(200)
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(5)
    expect(statuses.filter((status) => status === 429)).toHaveLength(20)
    const page = await pageOf(await save(fields))
    later(-200)
    const slowed = await save({ ...fields, reach: '4' })
    expect([slowed.status, sendable(await pageOf(slowed))]).toMatchObject([429, { reach: '4' }])
    expect(page).toBeDefined()
  })
})

it('a registration is saved and gone on with like any other form', async () => {
  const link = await saved({ ...registrationAnswers, submission: KEY, email: '' }, REGISTRATION)
  const typed = sendable(await formBehind(link))
  expect(typed).toMatchObject({ themes: ['disability', 'other'], profile: registrationAnswers.profile })
  expect((await world.post(REGISTRATION, { ...typed, email: 'bagas@sahabat.example' })).status).toBe(303)
})
