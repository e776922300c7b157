// Answers that are taken: the receipt, once for each key however often they arrive.
import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../../../src/app.tsx'
import { readSecrets } from '../../../../src/core/kernel/secrets.ts'
import { wordsFor } from '../../../../src/core/words/index.ts'
import { filled, pageOf, sendable } from '../../../support/inside/page.ts'
import {
  DAY,
  encoded,
  IKO,
  ikoAnswers,
  keyAt,
  newWorld,
  OPENED,
  openRound,
  REGISTRATION,
  START,
  sentIko,
  type World,
} from '../../../support/inside/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const complete = { submission: keyAt(OPENED), ...ikoAnswers }
const json = { Accept: 'application/json' }
const locationOf = async (fields: Record<string, string>, path = IKO) =>
  (await world.post(path, fields)).headers.get('Location')

describe('complete answers', () => {
  it('lead to their receipt', async () => {
    const sent = await world.post(IKO, complete)
    expect(sent.status).toBe(303)
    expect(sent.headers.get('Location')).toMatch(/^\/s\/[\w-]{22}\.[\w-]{23}$/)
    expect((await world.get(sent.headers.get('Location') ?? '')).status).toBe(200)
  })

  it('give a program the reference and the whole address of the receipt', async () => {
    const sent = await world.post(IKO, complete, json)
    expect(sent.status).toBe(201)
    expect(await sent.json()).toEqual({
      reference: expect.stringMatching(/^[B-Y]{2}\d-[B-Y]{2}\d-[B-Y]{2}\d$/),
      receipt: `https://simpul.test${await locationOf(complete)}`,
    })
  })

  it('are taken from a browser that also names JSON among what it reads', async () => {
    const accept = { Accept: 'text/html,application/json;q=0.5,*/*;q=0.1' }
    expect((await world.post(IKO, complete, accept)).status).toBe(303)
  })

  it('are the same as multipart, where files are left out', async () => {
    const body = new FormData()
    for (const [name, value] of Object.entries(complete)) body.append(name, value)
    body.append('facilitator', new File(['x'], 'x.txt'))
    const sent = await world.request(IKO, { method: 'POST', body })
    expect(sent.status).toBe(303)
    expect(await locationOf(complete)).toBe(sent.headers.get('Location'))
  })

  it('are kept even where the page lost its key', async () => {
    for (const submission of ['', 'bukan-kunci', `${keyAt(OPENED)}x`])
      expect((await world.post(IKO, { ...ikoAnswers, submission })).status).toBe(303)
    expect((await world.post(IKO, ikoAnswers)).status).toBe(303)
    expect(await world.number('select count(*) from submissions')).toBe(4)
  })

  it('with a WhatsApp number and no e-mail owe no mail, and are measured and done all the same', async () => {
    const { receipt } = await sentIko(world, { email: '', whatsapp: '0812 3456 7890' })
    await world.work()
    expect(world.mails).toEqual([])
    expect(await world.number('select count(*) from deliveries')).toBe(0)
    expect(await world.number('select count(*) from scores')).toBe(1)
    expect(await world.number('select done from round_tallies where accepted = 1')).toBe(1)
    const page = await pageOf(await world.get(receipt))
    expect(page.words).toContain(wordsFor('id').page.receipt.mail.none)
    expect(page.all('a').map(({ attributes }) => attributes.href)).toContainEqual(
      expect.stringMatching(/^\/r\//),
    )
  })
})

describe('the same key', () => {
  it('with the same answers gives the same receipt, and nothing is stored twice', async () => {
    const first = await locationOf(complete)
    world.clock.now += DAY
    expect(await locationOf(complete)).toBe(first)
    expect((await world.post(IKO, complete, json)).status).toBe(201)
    for (const table of ['submissions', 'revisions', 'deliveries'])
      expect(await world.number(`select count(*) from ${table}`)).toBe(1)
    expect(await world.number('select sum(accepted) from round_tallies')).toBe(1)
  })

  it('in capitals is the same key', async () => {
    const small = await locationOf({ ...complete, submission: keyAt(OPENED, 'abcdefabcdef') })
    expect(await locationOf({ ...complete, submission: keyAt(OPENED, 'ABCDEFABCDEF') })).toBe(small)
  })

  it('gives the same receipt long after the round has closed', async () => {
    const first = await locationOf(complete)
    await world.exec(`update rounds set closes_at = ${START + DAY}`)
    world.clock.now = START + 30 * DAY
    expect(await locationOf(complete)).toBe(first)
  })

  it.each([
    ['a letter more', { sender_name: 'Siti Contohh' }],
    ['another level', { influence: '2' }],
    ['an evidence note', { 'influence.evidence': 'Surat' }],
    ['an answer less', { sender_role: '' }],
  ])('with other answers conflicts: %s', async (_what, change) => {
    const first = await locationOf(complete)
    const response = await world.post(IKO, { ...complete, ...change })
    expect(response.status).toBe(409)
    const page = await pageOf(response)
    expect(page.one('h1').text).toBe(wordsFor('id').page.conflict.title)
    expect(page.all('a').map(({ attributes }) => attributes.href)).toContain(`${first}?lang=id`)
    const { reference } =
      (await world.rows<{ reference: string }>('select reference from submissions'))[0] ?? {}
    expect(page.words).toContain(reference)
    const { submission, earlier, 'draft-version': version, ...kept } = sendable(page)
    expect(`/s/${earlier}`).toBe(first)
    // By which the script knows that its answers have another key now.
    expect(version).toBe('0')
    const { submission: _, ...typed } = { ...complete, ...change }
    expect(filled(kept)).toEqual(filled(typed))
    expect(submission).not.toBe(keyAt(OPENED))
    expect(await world.number('select count(*) from revisions')).toBe(1)
  })

  it('with other answers tells a program 409', async () => {
    await locationOf(complete)
    const response = await world.post(IKO, { ...complete, influence: '2' }, json)
    expect(response.status).toBe(409)
    expect(await response.json()).toMatchObject({ problem: 'conflict' })
  })

  it('with other answers can be sent as new ones from the page that says so', async () => {
    const first = await locationOf(complete)
    const conflict = await world.post(IKO, { ...complete, influence: '2' })
    const second = await world.post(IKO, sendable(await pageOf(conflict)))
    expect(second.status).toBe(303)
    expect(second.headers.get('Location')).not.toBe(first)
  })

  it('in another round conflicts, even with the same answers', async () => {
    const other = await openRound(world, { slug: 'iko-lain' })
    await locationOf(complete)
    expect((await world.post(other, complete)).status).toBe(409)
    expect(await world.number('select count(*) from submissions')).toBe(1)
  })

  it('is known again after the secrets were changed, as long as the one before is in the ring', async () => {
    const first = await locationOf(complete)
    const secrets = readSecrets(`b:${'6'.repeat(64)},a:${'5'.repeat(64)}`)
    const later = createApp({ ...world.deps, secrets })
    const body = encoded(complete)
    const context = createExecutionContext()
    const again = await later.request(IKO, { method: 'POST', body }, env, context)
    expect(again.status).toBe(303)
    expect(again.headers.get('Location')?.split('.')[0]).toBe(first?.split('.')[0])
  })

  it('with white space or fields of no question changed is still the same', async () => {
    const first = await locationOf(complete)
    const changed = { ...complete, organisation: '  Yayasan  Bina Karya Contoh ', utm_source: 'wa' }
    expect(await locationOf(changed)).toBe(first)
  })
})

describe('addresses', () => {
  it('are built from the setting, whatever host the request names', async () => {
    const response = await world.request(`https://evil.example${IKO}`, {
      method: 'POST',
      body: encoded(complete),
      headers: { ...json, Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' },
    })
    const { receipt } = await response.json<{ receipt: string }>()
    expect(receipt).toMatch(/^https:\/\/simpul\.test\/s\//)
    await world.sweep()
    expect(world.mails).toHaveLength(2)
    for (const { text, html } of world.mails) {
      expect(text).toContain('https://simpul.test/')
      expect(text + html).not.toContain('evil.example')
    }
  })

  it('of a receipt name no language: it opens in the one its sender used', async () => {
    const sent = await world.post(`${REGISTRATION}?lang=en`, {
      organisation: 'Komunitas Contoh',
      district: '35.78',
      legal_form: 'community',
      network_role: 'member',
      themes: 'health',
      contact_name: 'Bagas Contoh',
      whatsapp: '081234567890',
    })
    const receipt = sent.headers.get('Location') ?? ''
    expect(receipt).not.toContain('?')
    expect((await pageOf(await world.get(receipt))).one('html').attributes.lang).toBe('en')
    expect((await pageOf(await world.get(`${receipt}?lang=id`))).one('html').attributes.lang).toBe('id')
  })
})
