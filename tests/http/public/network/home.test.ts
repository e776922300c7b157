// The front page: whose forms these are, and which are open now.
import { beforeEach, expect, it } from 'vitest'
import { wordsFor } from '../../../../src/core/words/index.ts'
import { pageOf } from '../../../support/inside/page.ts'
import { DAY, HOUR, newWorld, openRound, START, type World } from '../../../support/inside/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const words = wordsFor('id').page.home
const addNetwork = () =>
  world.exec(
    `insert into networks (id, slug, name, time_zone, languages, provinces, reply_to, created_at) select 'n2', 'jaringan-kedua', '{"id":"Jaringan Kedua (contoh)","en":"Second Network (demo)"}', 'Asia/Makassar', languages, provinces, reply_to, created_at + 1 from networks`,
  )
const linksOn = async (path: string) => {
  const page = await pageOf(await world.get(path))
  return page.all('a', { class: 'go' }).map(({ attributes, text }) => [attributes.href, text])
}

it('one network has the front page to itself', async () => {
  const page = await pageOf(await world.get('/'))
  expect(page.one('h1').text).toBe('Rumah Inklusi Jawa Timur (contoh)')
  expect(await linksOn('/')).toEqual([
    ['/f/daftar', 'Pendaftaran organisasi'],
    ['/f/iko-2026-2', 'IKO 2026, putaran kedua'],
  ])
})

it('only rounds are listed that take answers at this very moment', async () => {
  await openRound(world, { slug: 'nanti', opensAt: START + HOUR })
  await openRound(world, { slug: 'lewat', closesAt: START })
  await openRound(world, { slug: 'ditutup', closesAt: START + DAY, closedAt: START })
  await openRound(world, { slug: 'sebentar', closesAt: START + 1 })
  const slugs = (await linksOn('/')).map(([href]) => href)
  expect(slugs).toEqual(['/f/daftar', '/f/iko-2026-2', '/f/sebentar'])
  world.clock.now = START + HOUR
  expect((await linksOn('/')).map(([href]) => href)).toEqual(['/f/daftar', '/f/iko-2026-2', '/f/nanti'])
})

it('each round says when it closes', async () => {
  expect((await pageOf(await world.get('/'))).words).toContain('23 Maret 2027 pukul 23.59 WIB')
})

it('without an open round the page says so', async () => {
  await world.exec(`update rounds set closed_at = ${START}`)
  expect((await pageOf(await world.get('/'))).words).toContain(words.none)
})

it('several networks are listed, each with a page of its own', async () => {
  await addNetwork()
  expect((await pageOf(await world.get('/'))).one('h1').text).toBe(words.networks)
  expect(await linksOn('/')).toEqual([
    ['/n/rumah-inklusi', 'Rumah Inklusi Jawa Timur (contoh)'],
    ['/n/jaringan-kedua', 'Jaringan Kedua (contoh)'],
  ])
  expect(await linksOn('/n/jaringan-kedua')).toEqual([])
  expect(await linksOn('/n/rumah-inklusi')).toHaveLength(2)
})

it('a deployment without a network yet shows an empty list', async () => {
  for (const table of ['round_tallies', 'rounds', 'memberships', 'networks'])
    await world.exec(`delete from ${table}`)
  const response = await world.get('/')
  expect(response.status).toBe(200)
})

it('those who look after a network find the way in at the foot of every front page, and no form has it', async () => {
  const wayIn = async (path: string, href: string) =>
    (await pageOf(await world.get(path))).all('a', { href }).map(({ text }) => text)
  const staff = { id: wordsFor('id').page.home.staff, en: wordsFor('en').page.home.staff }
  expect(await wayIn('/', '/c/sign-in')).toEqual([staff.id])
  expect(await wayIn('/n/rumah-inklusi?lang=en', '/c/sign-in?lang=en')).toEqual([staff.en])
  await addNetwork()
  expect(await wayIn('/', '/c/sign-in')).toEqual([staff.id])
  expect(await wayIn('/f/daftar', '/c/sign-in')).toEqual([])
})

it('links keep the language of the page', async () => {
  expect(await linksOn('/?lang=en')).toEqual([
    ['/f/daftar?lang=en', 'Register an organisation'],
    ['/f/iko-2026-2?lang=en', 'IKO 2026, second round'],
  ])
})

it('an unknown network and an unknown page are not there', async () => {
  for (const path of ['/n/lain', '/lain', '/f', '/f/', '/s/', '/favicon.ico', '/f/iko-2026-2/'])
    expect([path, (await world.get(path)).status]).toEqual([path, 404])
})
