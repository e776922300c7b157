// Links that were never given out open nothing, whatever they are made of; old ones say that they are old.
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { toBase64url } from '../../../src/core/kernel/base64url.ts'
import { type LinkKind, makeLink } from '../../../src/core/kernel/link.ts'
import { readSecrets } from '../../../src/core/kernel/secrets.ts'
import { ikoAnswers, newWorld, sentIko, type World } from '../../support/inside/world.ts'
import type { Hand } from './data/case.ts'
import { links } from './data/links.ts'
import { inspect } from './support/inspect.ts'

let world: World
let hand: Hand
beforeAll(async () => {
  world = await newWorld()
  const first = await sent('Yayasan Rahasia Contoh', 'siti@bina.example')
  const second = await sent('Perkumpulan Lain Contoh', 'budi@lain.example')
  hand = {
    ...first,
    otherReceipt: second.receipt,
    otherReport: second.report,
  }
})
afterEach(() => expect(world.logs).toEqual([]))

const linkIn = (html: string, letter: string): string =>
  new RegExp(`href="/${letter}/([\\w.-]+)`).exec(html)?.[1] ?? ''

async function sent(organisation: string, email: string) {
  const { receipt, reference } = await sentIko(world, { organisation, email })
  await world.work()
  const report = linkIn(await (await world.get(receipt)).text(), 'r')
  const [{ id } = { id: '' }] = await world.rows<{ id: string }>(
    `select id from submissions where reference = '${reference}'`,
  )
  return { receipt: receipt.replace('/s/', ''), report, submission: id, reference }
}

const statusOf = async (path: string): Promise<number> => (await world.get(path)).status

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

describe('a good link', () => {
  it('opens', async () => {
    for (const path of [
      `/s/${hand.receipt}`,
      `/s/${hand.otherReceipt}`,
      `/r/${hand.report}`,
      `/r/${hand.otherReport}`,
    ])
      expect(await statusOf(path)).toBe(200)
  })

  it('opens no other way than reading', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      for (const path of [`/s/${hand.receipt}`, `/r/${hand.report}`])
        expect((await world.request(path, { method })).status).toBe(405)
  })
})

describe('a link', () => {
  it.each(links)('$title', async ({ path, status }) => {
    const page = await world.get(path(hand))
    expect(page.status).toBe(status)
    const html = await page.text()
    expect((await inspect(html)).strange).toEqual([])
    if (status !== 200) expect(html).not.toMatch(/Rahasia|bina\.example|[sr]\/[\w-]{22}\./)
    const program = await world.get(path(hand), { Accept: 'application/json' })
    expect(program.status).toBe(status)
    if (status !== 200) expect(await program.text()).not.toMatch(/Rahasia|bina/)
  })

  it.each([
    ['receipt', 's', () => hand.receipt],
    ['report', 'r', () => hand.report],
  ] as const)('of a %s with any one letter changed', async (_kind, letter, good) => {
    const link = good()
    expect(link).toHaveLength(46)
    for (let at = 0; at < link.length; at++) {
      const place = ALPHABET.indexOf(link[at] ?? '')
      // The letter beside it differs in the lowest bit, another one in the highest.
      for (const step of [1, 32]) {
        const other = place === -1 ? '-' : ALPHABET[place ^ step]
        const status = await statusOf(`/${letter}/${link.slice(0, at)}${other}${link.slice(at + 1)}`)
        expect([at, other, status]).toEqual([at, other, 404])
      }
    }
  })

  it('of any kind but its own, though signed by us', async () => {
    const kinds: readonly LinkKind[] = ['receipt', 'report', 'resume', 'personal']
    const [{ id } = { id: '' }] = await world.rows<{ id: string }>(
      `select id from assessments where submission_id = '${hand.submission}'`,
    )
    for (const kind of kinds)
      for (const row of [hand.submission, id])
        for (const letter of ['s', 'r']) {
          const isGood =
            (kind === 'receipt' && row === hand.submission && letter === 's') ||
            (kind === 'report' && row === id && letter === 'r')
          const status = await statusOf(`/${letter}/${await makeLink(world.deps.secrets, kind, row, 0)}`)
          expect([kind, letter, status]).toEqual([kind, letter, isGood ? 200 : 404])
        }
  })

  it('of another secret under the same name', async () => {
    const secrets = readSecrets(`a:${'6'.repeat(64)}`)
    expect(await statusOf(`/s/${await makeLink(secrets, 'receipt', hand.submission, 0)}`)).toBe(404)
  })

  it('drawn by chance, 100 times', async () => {
    for (let i = 0; i < 100; i++) {
      const chance = (length: number) => toBase64url(crypto.getRandomValues(new Uint8Array(length)))
      const id = i % 2 === 0 ? chance(16) : hand.receipt.slice(0, 22)
      for (const letter of ['s', 'r']) expect(await statusOf(`/${letter}/${id}.a${chance(16)}`)).toBe(404)
    }
  })

  it('of a generation to come', async () => {
    expect(await statusOf(`/s/${await makeLink(world.deps.secrets, 'receipt', hand.submission, 1)}`)).toBe(
      404,
    )
  })

  it('of a generation gone by says so and shows nothing, and a forged one is still none', async () => {
    await world.exec('update submissions set link_generation = 3')
    await world.exec('update assessments set link_generation = 3')
    for (const [path, generation] of [
      [`/s/${hand.receipt}`, 0],
      [`/s/${await makeLink(world.deps.secrets, 'receipt', hand.submission, 2)}`, 2],
      [`/r/${hand.report}`, 0],
    ] as const) {
      const response = await world.get(path)
      expect([generation, response.status]).toEqual([generation, 410])
      const html = await response.text()
      expect(html).not.toMatch(/Rahasia|bina\.example/)
      expect(html).not.toContain(hand.reference)
    }
    for (const { path, status } of links)
      expect(await statusOf(path(hand))).toBe(status === 200 ? 410 : status)
  })

  it('that was replaced is not given out again by sending the same answers', async () => {
    const submission = world.newKey()
    const fields = { ...ikoAnswers, organisation: 'Sanggar Contoh', submission }
    const old = (await world.post('/f/iko-2026-2', fields)).headers.get('Location') ?? ''
    await world.exec('update submissions set link_generation = link_generation + 1')
    const renewed = (await world.post('/f/iko-2026-2', fields)).headers.get('Location') ?? ''
    expect(renewed).not.toBe(old)
    expect([await statusOf(old), await statusOf(renewed)]).toEqual([410, 200])
  })
})
