// The accessibility statement: found from every page, honest about what is missing, and with somebody to write to.
import { beforeEach, describe, expect, it } from 'vitest'
import { wordsFor } from '../../../../src/core/words/index.ts'
import { pageOf } from '../../../support/inside/page.ts'
import { IKO, newWorld, sentIko, type World } from '../../../support/inside/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const STATEMENT = '/aksesibilitas'
const statement = async (query = '') => pageOf(await world.get(STATEMENT + query))
const addNetwork = () =>
  world.exec(
    `insert into networks (id, slug, name, time_zone, languages, provinces, reply_to, created_at) select 'n2', 'jaringan-kedua', '{"id":"Jaringan Kedua (contoh)","en":"Second Network (demo)"}', 'Asia/Makassar', languages, provinces, 'dua@jaringan.example', created_at + 1 from networks`,
  )

describe('the accessibility statement', () => {
  it.each([
    ['id', '', 'en', `${STATEMENT}?lang=en`, '/'],
    ['en', '?lang=en', 'id', STATEMENT, '/?lang=en'],
  ] as const)('says everything in %s, and leads home', async (locale, query, other, otherPath, home) => {
    const page = await statement(query)
    const words = wordsFor(locale).accessibility
    expect(page.one('html').attributes.lang).toBe(locale)
    expect(page.one('h1').text).toBe(words.title)
    expect(page.one('a', { hreflang: other }).attributes.href).toBe(otherPath)
    expect(page.one('a', { class: 'go' }).attributes.href).toBe(home)
    for (const text of [
      ...[words.intro, words.secret, words.answer],
      ...[words.aim, words.tested, words.untested, words.faults, words.help].map((part) => part.text),
      ...[words.tested, words.untested, words.faults].flatMap(({ items }) => items),
    ])
      expect(page.words).toContain(text)
  })

  it('names the level it aims at, what nobody has tested, and the day it was written, whatever day it is', async () => {
    world.clock.now += 400 * 24 * 60 * 60 * 1000
    const { words } = await statement()
    for (const text of ['WCAG 2.2 tingkat AA', 'TalkBack', 'bersama penyandang disabilitas', 'axe-core'])
      expect(words).toContain(text)
    expect(words).toMatch(/disusun pada \d+ November 2026/)
  })

  it('names the address of the one network, or each network with its own', async () => {
    expect((await statement()).words).toContain('Hubungi jaringan: koordinator@rumah-inklusi.example')
    await addNetwork()
    const { words } = await statement()
    expect(words).toContain('Rumah Inklusi Jawa Timur (contoh): koordinator@rumah-inklusi.example')
    expect(words).toContain('Jaringan Kedua (contoh): dua@jaringan.example')
  })

  it('is there before there is any network', async () => {
    for (const table of ['round_tallies', 'rounds', 'memberships', 'networks'])
      await world.exec(`delete from ${table}`)
    expect((await world.get(STATEMENT)).status).toBe(200)
  })
})

describe('every page', () => {
  it('leads to it in its own language', async () => {
    const { receipt } = await sentIko(world)
    await world.work()
    const report = /\/r\/[\w.-]+/.exec(await (await world.get(receipt)).text())?.[0] ?? ''
    for (const path of ['/', '/n/rumah-inklusi', IKO, `${IKO}/print`, receipt, report, '/lain', STATEMENT]) {
      const inFooter = async (query: string) => {
        const { html } = await pageOf(await world.get(path + query))
        return /<footer>.*<a href="([^"]+)">([^<]+)<\/a><\/footer>/.exec(html)?.slice(1)
      }
      expect([path, await inFooter('')]).toEqual([path, [STATEMENT, 'Aksesibilitas']])
      expect([path, await inFooter('?lang=en')]).toEqual([path, [`${STATEMENT}?lang=en`, 'Accessibility']])
    }
    const refused = await pageOf(await world.post(IKO, {}))
    expect(refused.all('a').at(-1)?.attributes.href).toBe(STATEMENT)
  })
})
