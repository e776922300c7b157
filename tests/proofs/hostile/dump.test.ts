// Whoever steals the database, but not the Worker's secret, can open nothing with it.
import { beforeAll, describe, expect, it } from 'vitest'
import { toBase64url } from '../../../src/core/kernel/base64url.ts'
import { dump } from '../../support/inside/tables.ts'
import {
  IKO,
  ikoAnswers,
  newWorld,
  REGISTRATION,
  registrationAnswers,
  sent,
  sentIko,
  type Typed,
  type World,
} from '../../support/inside/world.ts'
import { UNSEEN } from './support/inspect.ts'

const changed = { ...ikoAnswers, organisation: 'Forum Contoh', email: 'agus@lama.example' }
const SECRET = '5'.repeat(64)
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

let world: World
let stolen: string
let opened: readonly string[]
/** Every revision in the dump: its digest, and the submission it belongs to. */
let stolenRows: readonly { readonly submission: string; readonly key: string }[]
/** Links that opened something before they were replaced. */
let replaced: readonly string[]

const linksIn = (text: string): string[] => text.match(/\/[sr]\/[\w-]{22}\.[\w-]{23}/g) ?? []

/** Corrects what one organisation sent, then has mail go elsewhere twice; gives the link that is good at last. */
async function change(receipt: string, complete: Typed): Promise<string> {
  let link = receipt
  for (const [where, more] of [
    ['correction', { sender_name: 'Agus Contoh', contact_name: 'Agus Contoh' }],
    ['address', { email: 'agus@salah.example' }],
    ['address', { email: 'agus@benar.example' }],
    ['correction', { sender_name: 'Wati Contoh', contact_name: 'Wati Contoh', email: 'agus@benar.example' }],
  ] as const) {
    const response = await world.post(`${link}/${where}`, {
      ...complete,
      ...more,
      submission: world.newKey(),
    })
    expect(response.status).toBe(303)
    link = response.headers.get('Location')?.split('?')[0] ?? ''
    await world.work()
  }
  return link
}

/** Two organisations, a registration, a second answer that is held, a link that was renewed, and answers that changed. */
beforeAll(async () => {
  world = await newWorld()
  const receipts = [
    await sentIko(world),
    await sentIko(world, { organisation: 'Perkumpulan Contoh', email: 'budi@lain.example' }),
    await sentIko(world, { results: '4', email: 'agus@bina.example' }),
    await sent(world, REGISTRATION, registrationAnswers),
  ]
  await world.work()
  await world.sweep()
  await world.exec(`update submissions set link_generation = 2 where reference = '${receipts[1]?.reference}'`)
  const survey = await sentIko(world, changed)
  const registered = await sent(world, REGISTRATION, {
    ...registrationAnswers,
    organisation: 'Sanggar Contoh',
  })
  await world.work()
  const moved = [
    await change(survey.receipt, changed),
    await change(registered.receipt, { ...registrationAnswers, organisation: 'Sanggar Contoh' }),
  ]
  stolen = await dump(world)
  stolenRows = await world.rows('select submission_id as submission, key from revisions')
  opened = unique([
    ...receipts.map(({ receipt }) => receipt),
    survey.receipt,
    registered.receipt,
    ...moved,
    ...world.mails.flatMap(({ text }) => linksIn(text)),
  ])
  replaced = (await Promise.all(opened.map(async (path) => ((await opens(path)) ? [] : [path])))).flat()
})

const unique = (texts: Iterable<string>): string[] => [...new Set(texts)]
const idsIn = (text: string): string[] => unique(text.match(UUID) ?? [])
/** Digests of 32 digits in the shape of a number, too. */
const keysIn = (text: string): string[] => [
  ...idsIn(text),
  ...unique(text.match(/(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/g) ?? []).flatMap((digits) => [
    digits,
    digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
  ]),
]
const compact = (id: string): string =>
  toBase64url(Uint8Array.from(id.replaceAll('-', '').match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)))
const opens = async (path: string): Promise<boolean> => (await world.get(path)).status === 200

const linksOf = (text: string): string[] =>
  linksIn(text).filter((link) => idsIn(stolen).some((id) => link.includes(compact(id))))

/** The changes that are taken of those sent with some keys behind some links. */
async function taken(keys: readonly string[], links: readonly string[], where: string): Promise<string[]> {
  const bad: string[] = []
  for (const submission of keys)
    for (const link of links) {
      const { status, headers } = await world.post(`${link}/${where}`, { ...changed, submission })
      if (status < 400 || headers.has('Location')) bad.push(`${status} ${link} ${submission}`)
    }
  return bad
}

describe('a dump of the database', () => {
  it('holds what was sent, so that there is something to steal', () => {
    expect(opened.length).toBeGreaterThan(12)
    // Both receipts from before, the one that was mailed between two changes, and reports to earlier addresses.
    expect(replaced.length).toBeGreaterThanOrEqual(5)
    for (const email of ['agus@lama.example', 'agus@salah.example', 'agus@benar.example'])
      expect(stolen).toContain(email)
    expect(stolen).toContain('Yayasan Bina Karya Contoh')
    expect(stolen).toContain('agus@bina.example')
    expect(idsIn(stolen).length).toBeGreaterThan(10)
  })

  it('holds no secret in any spelling', () => {
    const bytes = Uint8Array.from(SECRET.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
    const base64 = btoa(String.fromCharCode(...bytes))
    for (const spelling of [SECRET.slice(0, 32), base64.slice(0, 20), toBase64url(bytes).slice(0, 20)])
      expect(stolen).not.toContain(spelling)
  })

  it('holds no link and no part of one that signs it', () => {
    for (const path of opened) {
      const link = path.slice(3)
      const [, signature = ''] = link.split('.')
      expect(signature).toHaveLength(23)
      expect(stolen).not.toContain(link)
      expect(stolen).not.toContain(signature.slice(1))
    }
  })

  it('opens nothing with any word that is in it', async () => {
    const words = unique(stolen.match(/[\w.:-]{12,}/g) ?? [])
    expect(words.length).toBeGreaterThan(50)
    for (const word of words)
      for (const letter of ['s', 'r'])
        expect([word, await opens(`/${letter}/${word}`)]).toEqual([word, false])
  })

  it('opens nothing with its numbers and signatures put together', async () => {
    const signatures = unique(stolen.match(/(?<![\w-])[\w-]{22,23}(?![\w-])/g) ?? [])
    expect(signatures.length).toBeGreaterThanOrEqual(4)
    // Only what receipts and reports are of could be opened by a link.
    const numbers = await world.rows<{ id: string }>(
      'select id from submissions union all select id from assessments',
    )
    expect(numbers.length).toBeGreaterThanOrEqual(10)
    expect(numbers.every(({ id }) => stolen.includes(id))).toBe(true)
    for (const id of numbers.map(({ id }) => compact(id)))
      for (const signature of signatures)
        for (const path of [`/s/${id}.${signature}`, `/r/${id}.${signature}`, `/s/${id}.a${signature}`])
          expect([path, await opens(path)]).toEqual([path, false])
  })

  it('opens nothing with its codes', async () => {
    for (const { reference } of await world.rows<{ reference: string }>('select reference from submissions'))
      for (const letter of ['s', 'r', 'f', 'n']) expect(await opens(`/${letter}/${reference}`)).toBe(false)
  })

  it('opens nothing by sending a form again with a key that is in it', async () => {
    for (const submission of keysIn(stolen)) {
      for (const [path, fields] of [
        [IKO, ikoAnswers],
        [IKO, { ...ikoAnswers, sender_name: 'Pencuri' }],
        [IKO, { ...changed, sender_name: 'Wati Contoh', email: 'agus@benar.example' }],
        [REGISTRATION, registrationAnswers],
      ] as const) {
        const response = await world.post(path, { ...fields, submission })
        const known = linksOf(`${response.headers.get('Location')} ${await response.text()}`)
        expect([submission, path, known]).toEqual([submission, path, []])
      }
    }
  })

  it('opens nothing behind a link that is forged or was replaced, whatever key comes with it', async () => {
    const forged = unique(stolenRows.map(({ submission }) => `/s/${compact(submission)}.a${'A'.repeat(22)}`))
    const old = replaced.filter((path) => path.startsWith('/s/'))
    const keys = stolenRows.flatMap(({ key }) => keysIn(key))
    expect(await taken(keys, forged, 'correction')).toEqual([])
    expect(await taken([...keys, world.newKey()], old, 'address')).toEqual([])
  })

  it('holds no control character and nothing that turns the direction of writing', () => {
    expect(stolen).not.toMatch(UNSEEN)
  })
})
