// Links: what opens, what is gone, and what a new secret changes. What opens nothing is tried in tests/proofs/hostile/links.test.ts.
import { beforeEach, describe, expect, it } from 'vitest'
import { type LinkKind, makeLink } from '../../../../src/core/kernel/link.ts'
import { readSecrets } from '../../../../src/core/kernel/secrets.ts'
import { wordsFor } from '../../../../src/core/words/index.ts'
import { pageOf } from '../../../support/inside/page.ts'
import { newWorld, sentIko, type World } from '../../../support/inside/world.ts'

const OLD = `a:${'5'.repeat(64)}`
const NEW = `b:${'6'.repeat(64)}`

let world: World
let submission: string
let assessment: string
beforeEach(async () => {
  world = await newWorld()
  await sentIko(world)
  await world.work()
  const [row] = await world.rows<{ s: string; a: string }>(
    'select s.id as s, a.id as a from submissions s join assessments a on a.submission_id = s.id',
  )
  submission = row?.s ?? ''
  assessment = row?.a ?? ''
})

const link = (kind: LinkKind, id: string, generation = 0, setting = OLD) =>
  makeLink(readSecrets(setting), kind, id, generation)
const statusOf = async (path: string) => (await world.get(path)).status

describe('a link', () => {
  it('opens what it was made for', async () => {
    expect(await statusOf(`/s/${await link('receipt', submission)}`)).toBe(200)
    expect(await statusOf(`/r/${await link('report', assessment)}`)).toBe(200)
  })

  it('signed by anybody else opens nothing', async () => {
    expect(await statusOf(`/s/${await link('receipt', submission, 0, `a:${'7'.repeat(64)}`)}`)).toBe(404)
    expect(await statusOf(`/s/${await link('receipt', submission, 0, NEW)}`)).toBe(404)
  })

  it('that is none at all is not there', async () => {
    for (const path of [
      '/s/x',
      '/s/.',
      '/s/%00',
      '/s/%E0%A4%A',
      `/s/${submission}`,
      `/r/${'A'.repeat(5000)}.a`,
    ])
      expect([path, await statusOf(path)]).toEqual([path, 404])
    expect(await statusOf(`/s/${await link('receipt', submission)}.x`)).toBe(404)
    expect(await statusOf(`/s/${await link('receipt', submission)}=`)).toBe(404)
  })

  it('to a row that is not there is not there', async () => {
    expect(await statusOf(`/s/${await link('receipt', '01900000-0000-7000-8000-00000000ffff')}`)).toBe(404)
  })

  it('of an earlier generation is gone, and says in words what to do', async () => {
    const before = { s: await link('receipt', submission), r: await link('report', assessment) }
    await world.exec('update submissions set link_generation = 2')
    await world.exec('update assessments set link_generation = 1')
    for (const [letter, old] of Object.entries(before)) {
      const response = await world.get(`/${letter}/${old}?lang=en`)
      expect(response.status).toBe(410)
      const page = await pageOf(response)
      expect(page.one('h1').text).toBe(wordsFor('en').page.errors.gone.title)
      expect(page.words).toContain(wordsFor('en').page.errors.gone.text)
    }
    expect(await statusOf(`/s/${await link('receipt', submission, 2)}`)).toBe(200)
    expect(await statusOf(`/s/${await link('receipt', submission, 3)}`)).toBe(404)
  })

  it('that is gone is told to programs as such', async () => {
    const old = await link('receipt', submission)
    await world.exec('update submissions set link_generation = 1')
    const response = await world.get(`/s/${old}`, { Accept: 'application/json' })
    expect(response.status).toBe(410)
    expect(await response.json()).toMatchObject({ problem: 'gone' })
    expect(response.headers.get('Cache-Control')).toBe('private, no-store')
  })
})

describe('a new secret', () => {
  it('signs new links, and those of the one before stay good while it is in the ring', async () => {
    const old = await link('receipt', submission)
    world = await newWorld({ secrets: readSecrets(`${NEW},${OLD}`) })
    const { receipt } = await sentIko(world)
    expect(receipt).toMatch(/\.b[\w-]{22}$/)
    expect(old).toMatch(/\.a[\w-]{22}$/)
    const [{ id } = { id: '' }] = await world.rows<{ id: string }>('select id from submissions')
    expect(await statusOf(`/s/${await link('receipt', id, 0, OLD)}`)).toBe(200)
    expect(await statusOf(receipt)).toBe(200)
  })
})
