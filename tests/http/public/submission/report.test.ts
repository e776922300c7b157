// The report behind its link: a page for people, the same facts for programs.
import { beforeEach, describe, expect, it } from 'vitest'
import { pageOf } from '../../../support/inside/page.ts'
import { ikoAnswers, newWorld, sentIko, type World } from '../../../support/inside/world.ts'

let world: World
let link: string
let reference: string
beforeEach(async () => {
  world = await newWorld()
  const sending = await sentIko(world)
  reference = sending.reference
  await world.work()
  const receipt = await pageOf(await world.get(sending.receipt))
  link = receipt.all('a').find(({ attributes }) => attributes.href?.startsWith('/r/'))?.attributes.href ?? ''
  link = link.replace(/\?.*/, '')
})

const json = { Accept: 'application/json' }

describe('the page of a report', () => {
  it('names the organisation, the index and the band', async () => {
    const page = await pageOf(await world.get(link))
    expect(page.words).toContain('Yayasan Bina Karya Contoh')
    expect(page.words).toContain('1,30')
    expect(page.words).toContain('Tumbuh')
    expect(page.words).toContain(reference)
  })

  it('shows the evidence notes, and neither the sender nor the address', async () => {
    const page = await pageOf(await world.get(link))
    expect(page.words).toContain('Laporan kegiatan 2025')
    expect(page.html).not.toContain(ikoAnswers.sender_name)
    expect(page.html).not.toContain(ikoAnswers.email)
  })

  it('is in the language of the sender, and in the other one where the address says so', async () => {
    expect((await pageOf(await world.get(link))).one('html').attributes.lang).toBe('id')
    const english = await pageOf(await world.get(`${link}?lang=en`))
    expect(english.one('html').attributes.lang).toBe('en')
    expect(english.words).toContain('1.30')
    expect(english.words).toContain('Nascent')
  })

  it('is the one that the mail leads to', async () => {
    const mail = world.mails.find(({ text }) => text.includes('/r/'))
    const inMail = /https:\/\/simpul\.test(\/r\/[\w.-]+)/.exec(mail?.text ?? '')?.[1]
    expect(inMail).toBe(link)
  })
})

describe('the JSON of a report', () => {
  const items = (...ids: string[]) =>
    ids.map((id) => ({
      id,
      self: Number(ikoAnswers[id as keyof typeof ikoAnswers]),
      verified: null,
      agreed: null,
      evidence: id === 'delivery' ? 'Laporan kegiatan 2025' : '',
    }))
  const subdomain = (id: string) => {
    const score = Number(ikoAnswers[id as keyof typeof ikoAnswers])
    return { id, score, items: items(id) }
  }

  it('has exactly the promised shape', async () => {
    const response = await world.get(link, json)
    expect(response.headers.get('Content-Type')).toMatch(/^application\/json/)
    expect(response.headers.get('Cache-Control')).toBe('private, no-store')
    const level = { level: 1, nextSteps: expect.arrayContaining([expect.any(String)]) }
    expect(await response.json()).toEqual({
      reference,
      organisation: 'Yayasan Bina Karya Contoh',
      round: 'IKO 2026, putaran kedua',
      practice: false,
      basis: 'self',
      instrument: { id: 'iko-simpul', version: 1 },
      index: 1.3,
      band: 'nascent',
      domains: [
        { id: 'effectiveness', score: 1, subdomains: [subdomain('results'), subdomain('standards')] },
        { id: 'efficiency', score: 1.5, subdomains: [subdomain('delivery'), subdomain('reach')] },
        { id: 'relevance', score: 1.5, subdomains: [subdomain('target_population'), subdomain('learning')] },
        {
          id: 'sustainability',
          score: 1.5,
          subdomains: [subdomain('resources'), subdomain('social_capital')],
        },
        { id: 'resilience', score: 1, subdomains: [subdomain('adaptive_capacity'), subdomain('influence')] },
      ],
      priorities: [
        { subdomain: 'standards', ...level },
        { subdomain: 'results', ...level },
        { subdomain: 'learning', ...level },
      ],
    })
  })

  it('has the next steps in the language of the address', async () => {
    interface Steps {
      readonly priorities: readonly { readonly nextSteps: readonly string[] }[]
    }
    const indonesian = await (await world.get(link, json)).json<Steps>()
    const english = await (await world.get(`${link}?lang=en`, json)).json<Steps>()
    expect(indonesian.priorities[0]?.nextSteps[0]).toMatch(/^Buat daftar standar/)
    expect(english.priorities[0]?.nextSteps[0]).toMatch(/^Make a list of the standards/)
  })
})

describe('a report that was replaced', () => {
  it('says so, and is still there', async () => {
    await world.exec(`update assessments set replaced_by = 'x'`)
    const page = await pageOf(await world.get(link))
    expect(page.all('p', { class: 'box bad' })).toHaveLength(1)
    expect(page.words).toContain('1,30')
  })
})
