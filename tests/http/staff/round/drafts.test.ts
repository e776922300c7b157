// What was begun in a round and not sent: who sees it, and that only the link is handed over, to whoever typed it.
import { beforeEach, describe, expect, it } from 'vitest'
import { wordsFor } from '../../../../src/core/words/index.ts'
import { pageOf } from '../../../support/inside/page.ts'
import { IKO_ROUND, ROUNDS } from '../../../support/inside/rounds.ts'
import { ADMINISTRATOR, addNetwork, addStaff, OTHER, signedIn } from '../../../support/inside/staff.ts'
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

describe('the list of what was begun', () => {
  it('names organisation, district and time, and hands over the link to the number that was typed', async () => {
    const link = await save({
      organisation: 'Yayasan Setengah Contoh',
      district: '35.07',
      sender_name: 'Siti Contoh',
      whatsapp: '0812 3456 7890',
    })
    const page = await pageOf(await (await signedIn(world, ADMINISTRATOR)).get(LIST))
    expect(page.words).toContain('Yayasan Setengah Contoh, Kabupaten Malang')
    expect(page.words).toContain('23 November 2026 pukul 10.00 WIB')
    expect(page.html).not.toContain('Siti Contoh')
    const [whatsapp] = handed(page)
    expect(whatsapp?.number).toBe('6281234567890')
    expect(whatsapp?.text).toContain(`https://simpul.test${link}`)
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
    const [whatsapp] = handed(await pageOf(await (await signedIn(world, ADMINISTRATOR)).get(LIST)))
    expect(whatsapp?.text).toContain(`paling lambat ${day}:`)
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
    expect(handed(page)).toEqual([])
  })

  it('shows a coordinator the drafts of their districts, and those of no district to nobody but who sees all', async () => {
    await addStaff(world, { email: 'agus@contoh.example', role: 'coordinator', districts: ['35.78'] })
    await save({ organisation: 'Yayasan Malang Contoh', district: '35.07' })
    await save({ organisation: 'Yayasan Surabaya Contoh', district: '35.78' })
    await save({ organisation: 'Yayasan Entah Contoh' })
    const within = await pageOf(await (await signedIn(world, 'agus@contoh.example')).get(LIST))
    expect(handed(within)).toHaveLength(1)
    expect(within.words).toContain('Yayasan Surabaya Contoh')
    expect(handed(await pageOf(await (await signedIn(world, ADMINISTRATOR)).get(LIST)))).toHaveLength(3)
  })

  it('hands no link over where the organisation has sent its answers, begun anew under a name written otherwise', async () => {
    const administrator = await signedIn(world, ADMINISTRATOR)
    const { reference } = await sentIko(world)
    const district = ikoAnswers.district
    await save({ organisation: 'YAYASAN  Bina-Karya Contoh', district })
    const answered = async () => {
      const page = await pageOf(await administrator.get(LIST))
      return [page.words.includes(wordsFor('id').drafts.list.answered), handed(page).length]
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
