// Whatever is written into the field that nobody sees: it is shown as text where the form comes again, and stored nowhere.
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { TRAP_FIELD } from '../../../src/core/form/trap.ts'
import { pageOf } from '../../support/inside/page.ts'
import { dump } from '../../support/inside/tables.ts'
import { IKO, ikoAnswers, newWorld, type World } from '../../support/inside/world.ts'
import { texts } from './data/texts.ts'
import { inspect } from './support/inspect.ts'

const MARK = 'penanda-uji'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterEach(() => expect(world.logs).toEqual([]))

describe('in the field that nobody sees:', () => {
  it.each(texts)('$title', async ({ typed }) => {
    const fields = { ...ikoAnswers, submission: world.newKey(), [TRAP_FIELD]: typed + MARK }
    for (const changes of [{ organisation: '' }, { action: 'check' }]) {
      const response = await world.post(IKO, { ...fields, ...changes })
      const html = await response.clone().text()
      expect((await inspect(html)).strange).toEqual([])
      const carried = (await pageOf(response)).one('input', { name: TRAP_FIELD }).attributes.value
      expect(carried).toContain(MARK)
    }
    expect((await world.post(IKO, fields)).status).toBe(303)
  })

  it('nothing of it is stored, and nothing of it was mailed', async () => {
    await world.work()
    expect(await dump(world)).not.toContain(MARK)
    expect(world.tried).toEqual([])
    expect(await world.number('select count(*) from submissions where held_for is null')).toBe(0)
  })
})
