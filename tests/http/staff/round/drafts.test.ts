// What was begun in a round and not sent: who sees it, and that its link is mailed or shown only when asked for, which is kept.
import { beforeEach, describe, expect, it } from 'vitest'
import { wordsFor } from '../../../../src/core/words/index.ts'
import { pageOf } from '../../../support/inside/page.ts'
import { IKO_ROUND, ROUNDS } from '../../../support/inside/rounds.ts'
import {
  ADMINISTRATOR,
  addNetwork,
  addStaff,
  type Client,
  OTHER,
  signedIn,
} from '../../../support/inside/staff.ts'
import {
  DAY,
  HOUR,
  IKO,
  ikoAnswers,
  keyAt,
  newWorld,
  START,
  sentIko,
  type Typed,
  type World,
} from '../../../support/inside/world.ts'

const LIST = `${ROUNDS}/${IKO_ROUND}/drafts`

let world: World
beforeEach(async () => {
  world = await newWorld()
  await addNetwork(world)
})

let keys = 0
const save = async (fields: Typed): Promise<string> => {
  const submission = keyAt(START, String(++keys).padStart(12, '0'))
  const saved = await world.post(IKO, { submission, ...fields, action: 'save' })
  return (saved.headers.get('Location') ?? '').replace(/\?.*/, '')
}

/** The addresses of WhatsApp on a page, with the number and the text that each begins with. */
const handed = (page: Awaited<ReturnType<typeof pageOf>>) =>
  page
    .all('a')
    .map(({ attributes }) => attributes.href ?? '')
    .filter((href) => href.startsWith('https://wa.me/'))
    .map((href) => ({
      number: new URL(href).pathname.slice(1),
      text: new URL(href).searchParams.get('text'),
    }))

/** The drafts on a page whose links can be handed over: where that is asked for, and the ways there are. */
const offered = (page: Awaited<ReturnType<typeof pageOf>>) => {
  const ways = page.all('button', { name: 'how' }).map(({ attributes }) => attributes.value ?? '')
  const paths = page.all('form').map(({ attributes }) => attributes.action ?? '')
  return { ways, paths: paths.filter((path) => path.startsWith(`${LIST}/`)) }
}

/** Asks for the link of the one draft on the list. */
async function show(client: Client) {
  const [path = ''] = offered(await pageOf(await client.get(LIST))).paths
  return client.post(path, { how: 'show' })
}

describe('the list of what was begun', () => {
  it('names organisation, district and time, and holds no link, nor a number or an address that was typed', async () => {
    const link = await save({
      organisation: 'Yayasan Setengah Contoh',
      district: '35.07',
      sender_name: 'Siti Contoh',
      whatsapp: '0812 3456 7890',
      email: 'siti@bina.example',
    })
    const page = await pageOf(await (await signedIn(world, ADMINISTRATOR)).get(LIST))
    expect(page.words).toContain('Yayasan Setengah Contoh, Kabupaten Malang')
    expect(page.words).toContain('23 November 2026 pukul 10.00 WIB')
    for (const told of ['Siti Contoh', 'siti@', '81234567890', link, link.slice(3, 25), 'wa.me'])
      expect(page.html).not.toContain(told)
    expect(page.words).toContain('s…i@bina.example')
  })

  it('holds nothing that was sent, taken away or ran out', async () => {
    const administrator = await signedIn(world, ADMINISTRATOR)
    const submission = keyAt(START, '0000000000ff')
    await save({ ...ikoAnswers, submission })
    await world.post(IKO, { ...ikoAnswers, submission, 'draft-version': '1' })
    const gone = await save({ organisation: 'Yayasan Hapus Contoh' })
    await world.post(`${gone}/delete`, {})
    await save({ organisation: 'Yayasan Lama Contoh' })
    await world.exec(`update drafts set expires_at = ${START - DAY} where answers like '%Lama%'`)
    const page = await pageOf(await administrator.get(LIST))
    expect(page.words).toContain('Tidak ada isian yang belum terkirim.')
    expect(offered(page).ways).toEqual([])
  })

  it('shows a coordinator the drafts of their districts, and those of no district to nobody but who sees all', async () => {
    await addStaff(world, { email: 'agus@contoh.example', role: 'coordinator', districts: ['35.78'] })
    await save({ organisation: 'Yayasan Malang Contoh', district: '35.07' })
    await save({ organisation: 'Yayasan Surabaya Contoh', district: '35.78' })
    await save({ organisation: 'Yayasan Entah Contoh' })
    const within = await pageOf(await (await signedIn(world, 'agus@contoh.example')).get(LIST))
    expect(offered(within).paths).toHaveLength(1)
    expect(within.words).toContain('Yayasan Surabaya Contoh')
    expect(offered(await pageOf(await (await signedIn(world, ADMINISTRATOR)).get(LIST))).paths).toHaveLength(
      3,
    )
  })

  it('offers no link where the organisation has sent its answers, begun anew under a name written otherwise', async () => {
    const administrator = await signedIn(world, ADMINISTRATOR)
    const { reference } = await sentIko(world)
    const district = ikoAnswers.district
    await save({ organisation: 'YAYASAN  Bina-Karya Contoh', district })
    const answered = async () => {
      const page = await pageOf(await administrator.get(LIST))
      return [page.words.includes(wordsFor('id').drafts.list.answered), offered(page).paths.length]
    }
    expect(await answered()).toEqual([true, 0])
    // Of the same name elsewhere, and where it is not said where, it may be another one.
    await save({ organisation: ikoAnswers.organisation, district: '35.78' })
    await save({ organisation: ikoAnswers.organisation })
    expect(await answered()).toEqual([true, 2])
    await world.exec(`update submissions set withdrawn_at = 1 where reference = '${reference}'`)
    expect(await answered()).toEqual([false, 3])
    // In another round it has its answers to give still.
    await world.exec(
      `update submissions set withdrawn_at = null, round_id = (select id from rounds where slug = 'daftar')`,
    )
    expect(await answered()).toEqual([false, 3])
  })

  it('is not there for another network, nor where answers are anonymous', async () => {
    await addStaff(world, { email: 'lain@contoh.example', role: 'administrator', network: OTHER.id })
    const other = await signedIn(world, 'lain@contoh.example')
    expect((await other.get(LIST.replace('rumah-inklusi', OTHER.slug))).status).toBe(404)
    await world.exec(`update rounds set anonymous = 1`)
    expect((await (await signedIn(world, ADMINISTRATOR)).get(LIST)).status).toBe(404)
  })
})

describe('a link that is handed over', () => {
  const typed = { organisation: 'Yayasan Setengah Contoh', district: '35.07' }
  let admin: Client
  beforeEach(async () => {
    admin = await signedIn(world, ADMINISTRATOR)
  })

  const events = () =>
    world.rows<Record<string, unknown>>(
      'select verb, subject_kind as subject, subject_id as id, district, actor_kind as kind, detail from events order by id',
    )
  const idOf = async () => (await world.rows<{ id: string }>('select id from drafts'))[0]?.id

  it('is mailed to the address in the answers, in their language, and is shown to nobody', async () => {
    const link = await save({ ...typed, email: 'siti@bina.example' })
    const page = await pageOf(await admin.get(LIST))
    const { ways, paths } = offered(page)
    expect(ways).toEqual(['mail', 'show'])
    const response = await admin.post(paths[0] ?? '', { how: 'mail' })
    expect(response.headers.get('Location')).toBe(`${LIST}?done=mailed`)
    await world.work()
    expect(world.mails.map(({ to }) => to)).toEqual(['siti@bina.example'])
    expect(world.mails[0]?.text).toContain(`https://simpul.test${link}`)
    const after = await pageOf(await admin.get(`${LIST}?done=mailed`))
    expect(after.words).toContain(wordsFor('id').drafts.list.done.mailed)
    expect(after.html).not.toContain(link)
    const [event, ...others] = await events()
    expect(others).toEqual([])
    expect(event).toMatchObject({
      verb: 'send',
      subject: 'draft',
      id: await idOf(),
      district: '35.07',
      kind: 'staff',
    })
  })

  it('is mailed once where that is asked for twice, and then says that it waits', async () => {
    await save({ ...typed, email: 'siti@bina.example' })
    const { paths } = offered(await pageOf(await admin.get(LIST)))
    const asked = async () => (await admin.post(paths[0] ?? '', { how: 'mail' })).headers.get('Location')
    expect([await asked(), await asked()]).toEqual([`${LIST}?done=mailed`, `${LIST}?done=waits`])
    await world.work()
    expect(world.mails).toHaveLength(1)
    expect(await events()).toHaveLength(1)
  })

  it('is not offered by mail where no address stands in the answers, or none that mail goes to', async () => {
    await save({ ...typed, email: 'siti@' })
    const { ways, paths } = offered(await pageOf(await admin.get(LIST)))
    expect(ways).toEqual(['show'])
    await admin.post(paths[0] ?? '', { how: 'mail' })
    expect([await world.number('select count(*) from deliveries'), await events()]).toEqual([0, []])
  })

  it('is shown when that is asked for, with words that say what opening it does, and is an event each time', async () => {
    const link = await save({ ...typed, whatsapp: '0812 3456 7890' })
    const page = await pageOf(await show(admin))
    const words = wordsFor('id').drafts.list.one
    expect(page.words).toContain(words.kept)
    expect(page.words).toContain(words.unopened)
    expect(page.one('input', { id: 'link' }).attributes.value).toBe(`https://simpul.test${link}`)
    const [whatsapp] = handed(page)
    expect(whatsapp?.number).toBe('6281234567890')
    expect(whatsapp?.text).toContain(`https://simpul.test${link}`)
    const event = { verb: 'reveal', subject: 'draft', id: await idOf(), district: '35.07', kind: 'staff' }
    expect(await events()).toEqual([{ ...event, detail: null }])
    await show(admin)
    expect(await events()).toHaveLength(2)
  })

  it('that was shown is told to everybody who coordinates there, by whom and when', async () => {
    await save(typed)
    await show(admin)
    await addStaff(world, { email: 'agus@contoh.example', role: 'coordinator', districts: ['35.07'] })
    const page = await pageOf(await (await signedIn(world, 'agus@contoh.example')).get(LIST))
    expect(page.words).toMatch(/Tautannya diperlihatkan kepada .+, 23 November 2026 pukul 10\.00 WIB/)
  })

  it('is asked for by nobody of other districts, and where it was sent meanwhile it leads nowhere', async () => {
    await save(typed)
    const { paths } = offered(await pageOf(await admin.get(LIST)))
    await addStaff(world, { email: 'jauh@contoh.example', role: 'coordinator', districts: ['35.78'] })
    const far = await signedIn(world, 'jauh@contoh.example')
    for (const how of ['show', 'mail']) expect((await far.post(paths[0] ?? '', { how })).status).toBe(404)
    await world.exec('update drafts set sent_at = 1')
    expect((await admin.post(paths[0] ?? '', { how: 'show' })).status).toBe(404)
    await world.exec('update drafts set sent_at = null')
    await world.exec('update rounds set anonymous = 1')
    expect((await admin.post(paths[0] ?? '', { how: 'show' })).status).toBe(404)
    expect(await events()).toEqual([])
  })

  it('is not shown where the organisation has sent its answers since the list was opened', async () => {
    await save({ organisation: ikoAnswers.organisation, district: ikoAnswers.district })
    const { paths } = offered(await pageOf(await admin.get(LIST)))
    await sentIko(world)
    const response = await admin.post(paths[0] ?? '', { how: 'show' })
    expect([response.headers.get('Location'), await events()]).toEqual([LIST, []])
  })

  it.each([
    ['its link ends, where the round stays open', null, '22 Januari 2027'],
    ['the round closes, where its link lasts longer', START + 7 * DAY, '30 November 2026'],
    ['its link ends, where the round closes later', START + 90 * DAY, '22 Januari 2027'],
    [
      'the last minute counts, where the round closes at midnight',
      START + 7 * DAY - 10 * HOUR,
      '29 November 2026',
    ],
    ['answers begun in time are taken, where the round is closed', START - HOUR, '26 November 2026'],
  ])('reminds of the day until which it can be sent: %s', async (_, closesAt, day) => {
    await save({ organisation: 'Yayasan Setengah Contoh' })
    await world.exec(`update rounds set closes_at = ${closesAt} where slug = 'iko-2026-2'`)
    const [whatsapp] = handed(await pageOf(await show(admin)))
    expect(whatsapp?.text).toContain(`paling lambat ${day}:`)
  })
})
