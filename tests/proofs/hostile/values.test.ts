// Values that no page of ours sends: each is kept exactly as said, or refused with its own problem and nothing stored.
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newWorld, type World } from '../../support/inside/world.ts'
import { keys } from './data/keys.ts'
import { values } from './data/values.ts'
import { inspect, UNSEEN } from './support/inspect.ts'
import { countRows, forget, newestAnswers, places, sendBothWays } from './support/sending.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
beforeEach(() => forget(world))
afterEach(() => expect(world.logs).toEqual([]))

/** The consents kept with the newest answers. */
const purposes = async (): Promise<string[]> =>
  (
    await world.rows<{ purpose: string }>(
      'select purpose from consents where revision_key = (select key from revisions order by rowid desc limit 1) order by 1',
    )
  ).map(({ purpose }) => purpose)

describe('a form with', () => {
  it.each(values)('$title', async ({ form: name, typed, kept, refused }) => {
    const { form, path, complete } = places[name]
    const before = await countRows(world, 'revisions')
    const outcome = await sendBothWays(world, path, { ...complete, ...typed })
    if (outcome.outcome === 'refused') {
      expect(outcome.issues).toEqual(refused)
      expect((await inspect(outcome.page)).strange).toEqual([])
      expect(await countRows(world, 'revisions')).toBe(before)
      expect(world.hints).toEqual([])
      return
    }
    expect(refused).toBeUndefined()
    const answers = await newestAnswers(world)
    for (const [question, answer] of Object.entries(kept ?? {}))
      expect(Object.hasOwn(answers, question) ? answers[question] : null, question).toEqual(answer)
    for (const question of Object.keys(answers)) expect(Object.hasOwn(form.questions, question)).toBe(true)
    expect(JSON.stringify(answers)).not.toMatch(UNSEEN)
    const given = ['directory', 'donors', 'photos'].filter((one) => answers[`consent_${one}`] === true)
    expect(await purposes()).toEqual(given)
    expect(await countRows(world, 'revisions')).toBe(before + 1)
  })
})

describe('a key', () => {
  it.each(keys)('$title', async ({ sent, key }) => {
    const { path, complete } = places.iko
    const fields = { ...complete, submission: sent }
    const before = await countRows(world, 'revisions')
    const first = await world.post(path, fields)
    const second = await world.post(path, fields)
    expect([first.status, second.status]).toEqual([303, 303])
    const isSame = first.headers.get('Location') === second.headers.get('Location')
    expect(isSame).toBe(key !== null)
    expect(await countRows(world, 'revisions')).toBe(before + (key === null ? 2 : 1))
    if (key === null) return
    const again = await world.post(path, { ...complete, submission: key })
    expect(again.headers.get('Location')).toBe(first.headers.get('Location'))
  })

  it.each(keys)('on the page of answers that are refused: $title', async ({ sent }) => {
    const { path, complete } = places.iko
    const response = await world.post(path, { ...complete, results: '5', submission: sent })
    expect(response.status).toBe(422)
    expect((await inspect(await response.text())).strange).toEqual([])
  })

  it('of answers to another form gives nothing of them away', async () => {
    const submission = world.newKey()
    await world.post(places.iko.path, { ...places.iko.complete, submission })
    const { path, complete } = places.registration
    const response = await world.post(path, { ...complete, submission }, { Accept: 'application/json' })
    expect(response.status).toBe(409)
    expect(Object.keys(await response.json<object>()).sort()).toEqual(['problem', 'reference'])
  })
})
