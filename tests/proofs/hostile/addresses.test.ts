// Mail goes to one plain address as it was typed, or to nobody.
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newWorld, type World } from '../../support/inside/world.ts'
import { addresses } from './data/addresses.ts'
import { inspect } from './support/inspect.ts'
import { forget, places, sendBothWays } from './support/sending.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
beforeEach(() => forget(world))
afterEach(() => expect(world.logs).toEqual([]))

const PLAIN = /^[A-Za-z0-9+_.-]+@[A-Za-z0-9.-]+$/

describe.each(Object.entries(places))('an address in the form %s', (name, { path, complete }) => {
  it.each(addresses)('$title', async ({ typed, to }) => {
    const outcome = await sendBothWays(world, path, { ...complete, email: typed })
    await world.work()
    if (to === null) {
      expect(outcome).toMatchObject({ outcome: 'refused', issues: { email: 'notEmail' } })
      expect((await inspect(outcome.outcome === 'refused' ? outcome.page : '')).strange).toEqual([])
      expect(world.tried).toEqual([])
      return
    }
    expect(outcome.outcome).toBe('taken')
    expect(world.tried.map((mail) => mail.to)).toEqual(name === 'iko' ? [to, to] : [to])
    for (const mail of world.tried) {
      expect(mail.to).toMatch(PLAIN)
      expect(mail.replyTo).toMatch(PLAIN)
      for (const head of [mail.subject, mail.fromName, mail.delivery]) expect(head).not.toMatch(/\p{Cc}/u)
      expect(mail.text + mail.html).not.toContain(to)
    }
  })
})

describe('the same address', () => {
  it('is nowhere in full on the pages behind its links', async () => {
    const { path, complete } = places.iko
    const outcome = await sendBothWays(world, path, complete)
    const page = await (await world.get(outcome.outcome === 'taken' ? outcome.link : '')).text()
    expect(page).toContain('s…i@bina.example')
    expect(page).not.toContain(complete.email)
  })
})
