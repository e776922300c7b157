// Sharing a round: its link, its QR code, a text for WhatsApp, the code for other pages, and the poster.
import jsQR from 'jsqr'
import { beforeEach, describe, expect, it } from 'vitest'
import { wordsFor } from '../../../../src/core/words/index.ts'
import { pageOf, sendable } from '../../../support/inside/page.ts'
import {
  addPractice,
  IKO_ROUND,
  PRACTICE,
  REGISTRATION_ROUND,
  ROUNDS,
} from '../../../support/inside/rounds.ts'
import { ADMINISTRATOR, type Client, signedIn } from '../../../support/inside/staff.ts'
import { dump } from '../../../support/inside/tables.ts'
import { newWorld, type World } from '../../../support/inside/world.ts'

const words = wordsFor('id').coordinator.shareRound
const SHARE = `${ROUNDS}/${IKO_ROUND}/share`
const ADDRESS = 'https://simpul.test/f/iko-2026-2'

let world: World
let admin: Client
beforeEach(async () => {
  world = await newWorld()
  admin = await signedIn(world, ADMINISTRATOR)
})

const framing = (round: string, how: string, origins: readonly string[] = []) =>
  world.exec(
    `update rounds set framing = '${how}', frame_origins = '${JSON.stringify(origins)}' where id = '${round}'`,
  )

/** What the code drawn in an SVG says, read by another library. */
function readSvg(svg: string): string | null {
  const side = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1])
  const scale = 4
  const width = side * scale
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++)
      for (let at = Number(x) * scale; at < (Number(x) + Number(length)) * scale; at++)
        pixels.set([0, 0, 0, 255], (row * width + at) * 4)
  return jsQR(pixels, width, width)?.data ?? null
}

describe('the link and the code', () => {
  it('lead to the form, in the language that is shared', async () => {
    for (const [lang, address] of [
      ['', ADDRESS],
      ['?lang=en', `${ADDRESS}?lang=en`],
    ] as const) {
      const page = await pageOf(await admin.get(SHARE + lang))
      expect(page.one('input', { id: 'address' }).attributes.value).toBe(address)
      expect(readSvg(page.html)).toBe(address)
      expect(page.one('svg').attributes['aria-label']).toBe(words.qr.alt(address))
    }
  })

  it('can be kept as SVG and as PNG, each a file by the name of the round', async () => {
    const svg = await admin.get(`${ROUNDS}/${IKO_ROUND}/qr.svg?lang=en`)
    expect(readSvg(await svg.text())).toBe(`${ADDRESS}?lang=en`)
    expect(svg.headers.get('Content-Type')).toBe('image/svg+xml')
    const png = await admin.get(`${ROUNDS}/${IKO_ROUND}/qr.png`)
    const bytes = new Uint8Array(await png.arrayBuffer())
    expect(new TextDecoder('latin1').decode(bytes.subarray(1, 4))).toBe('PNG')
    expect(new DataView(bytes.buffer).getUint32(16)).toBeGreaterThanOrEqual(1200)
    for (const { headers } of [svg, png]) {
      expect(headers.get('Content-Disposition')).toMatch(/^attachment; filename="iko-2026-2\.(svg|png)"$/)
      expect(headers.get('Content-Security-Policy')).toBe("default-src 'none'")
    }
  })
})

describe('WhatsApp', () => {
  it.each(['id', 'en'] as const)('gets a text with network, title, close and link: %s', async (locale) => {
    const page = await pageOf(await admin.get(`${SHARE}?lang=${locale}`))
    const { text } = sendable(page)
    expect(text).toContain(
      locale === 'id' ? 'Rumah Inklusi Jawa Timur (contoh)' : 'Rumah Inklusi East Java (demo)',
    )
    expect(text).toContain(locale === 'id' ? '“IKO 2026, putaran kedua”' : '“IKO 2026, second round”')
    expect(text).toContain('WIB')
    expect(text).toContain(locale === 'id' ? `${ADDRESS}\n` : `${ADDRESS}?lang=en`)
    expect(page.one('textarea', { id: 'text' }).attributes.lang).toBe(locale)
  })

  it('is opened with the text as it was changed, and nothing is stored', async () => {
    const before = await dump(world)
    const response = await admin.post(SHARE, { text: 'Isi ya!\r\nA & B + "C" 50%' })
    expect(response.status).toBe(303)
    expect(response.headers.get('Location')).toBe(
      'https://wa.me/?text=Isi%20ya!%0AA%20%26%20B%20%2B%20%22C%22%2050%25',
    )
    expect(await dump(world)).toBe(before)
  })

  it('is told of a round for practice that it is one', async () => {
    await addPractice()
    const { text } = sendable(await pageOf(await admin.get(`${ROUNDS}/${PRACTICE}/share`)))
    expect(text).toContain('“Latihan: Coba IKO”')
  })
})

describe('the code for other pages', () => {
  it('is a frame with a title and a way out, and is tried on the page itself, whose policy lets in our own', async () => {
    await framing(IKO_ROUND, 'anyone')
    const response = await admin.get(`${SHARE}?lang=en`)
    const policy = response.headers.get('Content-Security-Policy') ?? ''
    expect(policy).toContain("frame-src 'self';")
    expect(policy).toContain("form-action 'self' https://wa.me https://api.whatsapp.com;")
    expect(policy).toContain("frame-ancestors 'none'")
    const page = await pageOf(response)
    const code = page.one('textarea', { id: 'embed' })
    expect('readonly' in code.attributes).toBe(true)
    const snippet = await pageOf(new Response(code.text))
    const frame = snippet.one('iframe').attributes
    expect(snippet.one('script').attributes).toMatchObject({
      src: 'https://simpul.test/embed/v1.js',
      async: '',
    })
    expect(frame.src).toBe(`${ADDRESS}?lang=en&embed=1`)
    expect(frame).toMatchObject({ title: 'Form: IKO 2026, second round', loading: 'lazy', width: '100%' })
    expect(snippet.one('a').attributes.href).toBe(`${ADDRESS}?lang=en`)
    expect(page.one('iframe').attributes).toMatchObject({
      src: '/f/iko-2026-2?lang=en&embed=1',
      title: 'Formulir: IKO 2026, second round',
    })
  })

  it('keeps a title with quotes and brackets within its attribute', async () => {
    await framing(IKO_ROUND, 'anyone')
    await world.exec(
      `update rounds set title = '{"id":"A \\"<b>\\" & B","en":"x"}' where id = '${IKO_ROUND}'`,
    )
    const code = (await pageOf(await admin.get(SHARE))).one('textarea', { id: 'embed' })
    expect((await pageOf(new Response(code.text))).one('iframe').attributes.title).toBe(
      'Formulir: A "<b>" & B',
    )
  })

  it('is not there where nobody may, with the way to change that; where sites are listed, they are named', async () => {
    await framing(IKO_ROUND, 'nobody')
    const page = await pageOf(await admin.get(SHARE))
    expect(page.words).toContain(words.embed.nobody)
    expect(page.all('iframe')).toEqual([])
    expect(page.all('a', { href: `${ROUNDS}/${IKO_ROUND}/edit#framing` })).toHaveLength(1)
    await framing(IKO_ROUND, 'listed', ['https://contoh.org'])
    expect((await pageOf(await admin.get(SHARE))).words).toContain(words.embed.listed('https://contoh.org'))
  })

  it('is let in by no other page of coordinators', async () => {
    const policy = (await admin.get(`${ROUNDS}/${IKO_ROUND}`)).headers.get('Content-Security-Policy')
    expect(policy).not.toContain('frame-src')
    expect(policy).toContain("form-action 'self';")
  })
})

describe('the poster', () => {
  it('says network, title, how, the short address and until when, in the language that is shared', async () => {
    const page = await pageOf(await admin.get(`${ROUNDS}/${IKO_ROUND}/poster`))
    expect(readSvg(page.html)).toBe(ADDRESS)
    expect(page.one('h2').text).toBe('IKO 2026, putaran kedua')
    expect(page.one('p', { class: 'at' }).text).toBe('simpul.test/f/iko-2026-2')
    expect(page.words).toContain(words.poster.how)
    expect(page.one('p', { class: 'when' }).text).toMatch(/^Paling lambat .* WIB$/)
    const english = await pageOf(await admin.get(`${ROUNDS}/${IKO_ROUND}/poster?lang=en`))
    expect(english.one('html').attributes.lang).toBe('en')
    expect(english.one('h2').text).toBe('IKO 2026, second round')
  })

  it('has no closing moment where there is none', async () => {
    const page = await pageOf(await admin.get(`${ROUNDS}/${REGISTRATION_ROUND}/poster`))
    expect(page.all('p', { class: 'when' })).toEqual([])
  })
})
