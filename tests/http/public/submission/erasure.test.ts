// An answer that was erased counts no more: it holds no other one back, wherever that is asked.
import { beforeEach, describe, expect, it } from 'vitest'
import { pageOf, sendable } from '../../../support/inside/page.ts'
import { addOrganisation } from '../../../support/inside/registry.ts'
import { IKO_ROUND, ROUNDS } from '../../../support/inside/rounds.ts'
import { ADMINISTRATOR, type Client, HOME, signedIn } from '../../../support/inside/staff.ts'
import { broken, counted, tallies } from '../../../support/inside/tables.ts'
import {
  IKO,
  ikoAnswers,
  newWorld,
  type Receipt,
  SECOND,
  sentIko,
  type World,
} from '../../../support/inside/world.ts'

const A = '01900000-0000-7000-8000-00000000048a'
const B = '01900000-0000-7000-8000-00000000048b'
const OTHER_NAME = 'Bina Karya Contoh'

let world: World
let admin: Client
beforeEach(async () => {
  world = await newWorld()
  admin = await signedIn(world, ADMINISTRATOR)
})

/** Erases an answer as far as its row says so. */
const erase = ({ reference }: Receipt) =>
  world.exec(`update submissions set erased_at = 1 where reference = '${reference}'`)
const idOf = async ({ reference }: Receipt) =>
  (await world.rows<{ id: string }>(`select id from submissions where reference = '${reference}'`))[0]?.id ??
  ''
/** Whether an answer waits behind another one. */
const isHeld = async ({ reference }: Receipt) =>
  (await world.number(`select held_at is not null from submissions where reference = '${reference}'`)) === 1

async function checkLedger(): Promise<void> {
  expect(await broken()).toEqual([])
  expect(await tallies(world)).toEqual(await counted(world))
}

describe('an answer that was erased', () => {
  it('does not hold the next one of its organisation, known by its name or in the registry', async () => {
    await erase(await sentIko(world))
    expect(await isHeld(await sentIko(world))).toBe(false)
    await addOrganisation({ id: A, name: OTHER_NAME })
    const first = await sentIko(world, { organisation: OTHER_NAME })
    await world.exec(
      `update submissions set respondent_key = respondent_key || ' lama' where organisation_id = '${A}'`,
    )
    await erase(first)
    const next = await sentIko(world, { organisation: OTHER_NAME })
    expect(await isHeld(next)).toBe(false)
    const key = `select respondent_key = '35.07/bina karya contoh' from submissions where reference = '${next.reference}'`
    expect(await world.number(key)).toBe(1)
    await checkLedger()
  })

  it('does not hold one that is corrected to its name', async () => {
    const other = await sentIko(world, { organisation: OTHER_NAME })
    await erase(await sentIko(world))
    const fields = { ...ikoAnswers, submission: world.newKey() }
    expect((await world.post(`${other.receipt}/correction`, fields)).status).toBe(303)
    expect(await isHeld(other)).toBe(false)
    await checkLedger()
  })

  it('is not what a held answer is compared with: that is decided of by itself', async () => {
    const first = await sentIko(world)
    const second = await sentIko(world, { email: 'agus@bina.example' })
    await world.work()
    await erase(first)
    const path = `${HOME}/held/${await idOf(second)}`
    const page = await pageOf(await admin.get(path))
    expect(page.words).not.toContain(first.reference)
    expect(page.all('input', { name: 'choice' })).toHaveLength(2)
    const decided = await admin.post(path, { ...(await sendable(page)), choice: 'held' })
    expect(decided.headers.get('Location')).toBe(`${HOME}/held?done=held`)
    await world.work()
    expect(await isHeld(second)).toBe(false)
    expect(await world.number('select count(*) from submissions where set_aside_at is not null')).toBe(0)
    await checkLedger()
  })

  it('does not keep one from counting again when a merge is undone', async () => {
    await addOrganisation({ id: A, name: ikoAnswers.organisation })
    await addOrganisation({ id: B, name: OTHER_NAME })
    await sentIko(world, { organisation: OTHER_NAME })
    world.clock.now += SECOND
    const waits = await sentIko(world)
    await admin.post(`${HOME}/organisations/duplicates/${B}/${A}`, { choice: 'one' })
    expect(await isHeld(waits)).toBe(true)
    // Sent since under the name of the one that was merged away.
    await world.exec(
      `update submissions set organisation_id = null, respondent_key = '35.07/yayasan bina karya contoh' where reference <> '${waits.reference}'`,
    )
    const [since] = await world.rows<Receipt>(
      `select reference, '' as receipt from submissions where reference <> '${waits.reference}'`,
    )
    if (since) await erase(since)
    const [merge] = await world.rows<{ id: string }>('select id from merges')
    await admin.post(`${HOME}/organisations/merges/${merge?.id}`)
    expect(await isHeld(waits)).toBe(false)
    await world.work()
    await checkLedger()
  })

  it('is not named where it is said which unfinished answers have an answer already', async () => {
    await world.post(IKO, { ...ikoAnswers, submission: world.newKey(), action: 'save' })
    const list = async () => (await pageOf(await admin.get(`${ROUNDS}/${IKO_ROUND}/drafts`))).words
    const first = await sentIko(world)
    const answered = await list()
    await erase(first)
    expect(await list()).not.toBe(answered)
  })
})
