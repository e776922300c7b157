// A draft whose sealed part was changed or has lost its key: nothing that is not sealed is lost with it.
import { beforeEach, describe, expect, it } from 'vitest'
import { wordsFor } from '../../../../src/core/words/index.ts'
import { SECRET } from '../../../support/inside/needs.ts'
import { filled, pageOf, sendable } from '../../../support/inside/page.ts'
import {
  HOUR,
  IKO,
  ikoAnswers,
  keyAt,
  newWorld,
  SECOND,
  START,
  type Typed,
  type World,
} from '../../../support/inside/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const KEY = keyAt(START)
const half = { organisation: 'Yayasan Bina Karya Contoh', district: '35.07', results: '1' }

const save = (fields: Typed) => world.post(IKO, { ...fields, action: 'save' })

async function saved(fields: Typed): Promise<string> {
  const response = await save(fields)
  expect(response.status).toBe(303)
  return (response.headers.get('Location') ?? '').replace(/\?.*/, '')
}

const formBehind = async (link: string) => pageOf(await world.get(`${link}/form`))

const later = (moment: number) => {
  world.clock.now += moment
}

describe('a draft whose sealed part does not open', () => {
  const tamper = () => world.exec('update drafts set sealed = substr(sealed, 1, 40)')

  it('goes on with what is left: the form says so, and is saved and sent as answers begun when it was', async () => {
    const link = await saved({ ...ikoAnswers, submission: KEY, not_asked: SECRET })
    await tamper()
    world.clock.now += HOUR
    const page = await formBehind(link)
    expect(page.words).toContain(wordsFor('id').seals.draft)
    const fields = filled(sendable(page))
    expect(fields).toMatchObject({ ...ikoAnswers })
    expect(fields).not.toHaveProperty('draft-version')
    expect(fields).not.toHaveProperty('not_asked')
    const again = await saved(fields)
    expect(again).not.toBe(link)
    expect(filled(sendable(await formBehind(again)))).toMatchObject({ ...ikoAnswers })
    expect((await world.post(IKO, { ...fields, 'draft-version': '1' })).status).toBe(303)
    expect(await world.number('select begun_at from submissions')).toBe(START)
  })

  it('is saved over by the page that is open still, as if it had opened', async () => {
    const fields = { ...half, submission: KEY }
    const link = await saved(fields)
    await tamper()
    later(15 * SECOND)
    await saved({ ...fields, reach: '3', 'draft-version': '1' })
    expect(filled(sendable(await formBehind(link)))).toMatchObject({ ...half, reach: '3' })
  })

  it('is no save alike: who knows an older one is asked', async () => {
    const fields = { ...half, submission: KEY }
    await saved(fields)
    await tamper()
    later(15 * SECOND)
    expect((await save(fields)).status).toBe(409)
  })
})
