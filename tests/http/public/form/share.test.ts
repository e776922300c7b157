// What a link looks like where it is shared: the form's own words, and nothing of pages that are not for everybody.
import { beforeEach, describe, expect, it } from 'vitest'
import { forms } from '../../../../forms/index.ts'
import { wordsFor } from '../../../../src/core/words/index.ts'
import {
  DAY,
  HOUR,
  IKO,
  ikoAnswers,
  keyAt,
  newWorld,
  OPENED,
  openRound,
  START,
  sentIko,
  type World,
} from '../../../support/inside/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const named = { amp: '&', lt: '<', gt: '>', quot: '"' } as const
const decoded = (text: string): string =>
  text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(amp|lt|gt|quot);/g, (_, name: keyof typeof named) => named[name])

/** The tags of a preview, as a program reads them: name or property, and content. */
async function tagsOn(response: Response): Promise<Readonly<Record<string, string>>> {
  const tags: [string, string][] = []
  const head = /<head>.*<\/head>/s.exec(await response.text())?.[0] ?? ''
  for (const [, name = '', content = ''] of head.matchAll(
    /<meta (?:name|property)="([^"]+)" content="([^"]*)"/g,
  ))
    if (name !== 'viewport') tags.push([name, decoded(content)])
  expect(new Set(tags.map(([name]) => name)).size).toBe(tags.length)
  return Object.fromEntries(tags)
}
const tagsAt = async (path: string) => tagsOn(await world.get(path))

const picture = {
  'og:image': 'https://simpul.test/n/rumah-inklusi/picture.png',
  'og:image:type': 'image/png',
  'og:image:width': '1200',
  'og:image:height': '630',
}

describe('a form', () => {
  it('is shared by the title of its round and the first sentences of its own words', async () => {
    expect(await tagsAt(IKO)).toEqual({
      ...picture,
      description:
        'IKO adalah Indeks Kinerja Organisasi: cara organisasi menilai kinerjanya sendiri. Isilah bersama-sama. Pengurus, staf, dan relawan menyepakati satu jawaban untuk tiap pertanyaan.',
      'og:title': 'IKO 2026, putaran kedua',
      'og:description':
        'IKO adalah Indeks Kinerja Organisasi: cara organisasi menilai kinerjanya sendiri. Isilah bersama-sama. Pengurus, staf, dan relawan menyepakati satu jawaban untuk tiap pertanyaan.',
      'og:type': 'website',
      'og:url': `https://simpul.test${IKO}`,
      'og:site_name': 'Rumah Inklusi Jawa Timur (contoh)',
      'og:locale': 'id_ID',
      'og:locale:alternate': 'en_GB',
      'og:image:alt': wordsFor('id').share.picture('Rumah Inklusi Jawa Timur (contoh)'),
    })
  })

  it('is shared in the language of its page', async () => {
    const tags = await tagsAt(`${IKO}?lang=en`)
    expect(tags).toMatchObject({
      ...picture,
      'og:title': 'IKO 2026, second round',
      'og:url': `https://simpul.test${IKO}?lang=en`,
      'og:locale': 'en_GB',
      'og:locale:alternate': 'id_ID',
    })
    const intro = forms.find(({ id }) => id === 'iko')?.intro.en.replace(/\s+/g, ' ') ?? ''
    expect(intro.startsWith(tags.description ?? '?')).toBe(true)
  })

  it('keeps every character of its words, whatever the page does to send them', async () => {
    const title = 'Putaran “uji” – tahap 2 & <lagi> ✓ 𝄞 "ya"'
    await world.exec(`update rounds set title = '${JSON.stringify({ id: title, en: title })}'`)
    for (let visit = 1; visit <= 2; visit++) expect((await tagsAt(IKO))['og:title']).toBe(title)
    const html = await (await world.get(IKO)).text()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what is tested is that the page is ASCII.
    expect(html).toMatch(/^[\x00-\x7f]*$/)
  })

  it('is shared in the same way before it opens and after it has closed', async () => {
    const paths = [
      await openRound(world, { slug: 'nanti', opensAt: START + HOUR }),
      await openRound(world, { slug: 'lewat', closesAt: START - DAY }),
    ]
    for (const path of paths) {
      const slug = path.slice(3)
      expect(await tagsAt(path)).toMatchObject({
        ...picture,
        'og:title': `Putaran ${slug}`,
        'og:url': `https://simpul.test${path}`,
      })
    }
  })
})

describe('a network', () => {
  it.each(['/', '/n/rumah-inklusi'])('is shared at %s by its name and its open forms', async (path) => {
    expect(await tagsAt(path)).toMatchObject({
      ...picture,
      'og:title': 'Rumah Inklusi Jawa Timur (contoh)',
      'og:url': 'https://simpul.test/n/rumah-inklusi',
      'og:description': 'Formulir yang sedang dibuka: Pendaftaran organisasi; IKO 2026, putaran kedua.',
    })
  })

  it('without an open form says so', async () => {
    await world.exec(`update rounds set closed_at = ${START}`)
    expect((await tagsAt('/')).description).toBe(wordsFor('id').page.home.none)
  })
})

describe('what is not for everybody', () => {
  it('is never shared: what was typed, receipts, reports, errors', async () => {
    const { receipt } = await sentIko(world, { submission: keyAt(OPENED) })
    await world.work()
    const report = /\/r\/[\w.-]+/.exec(await (await world.get(receipt)).text())?.[0] ?? ''
    const closed = await openRound(world, { slug: 'tutup', closesAt: START })
    const responses = {
      receipt: await world.get(receipt),
      report: await world.get(report),
      incomplete: await world.post(IKO, {}),
      conflict: await world.post(IKO, { ...ikoAnswers, submission: keyAt(OPENED), reach: '3' }),
      late: await world.post(closed, { ...ikoAnswers, submission: world.newKey() }),
      missing: await world.get('/lain'),
      method: await world.request(IKO, { method: 'PUT' }),
    }
    for (const [name, response] of Object.entries(responses))
      expect([name, await tagsOn(response)]).toEqual([name, {}])
  })
})
