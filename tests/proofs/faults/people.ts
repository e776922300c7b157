// People who send, correct and mend while the outside fails, and what each of them was promised.
import { expect } from 'vitest'
import { IKO, ikoAnswers, type Typed, type World } from '../../support/inside/world.ts'
import type { Chance } from './faults.ts'

/** What somebody posts, again and again with one key until it is answered. */
interface Posting {
  readonly does: 'send' | 'correct' | 'mend'
  readonly key: string
  readonly reach: string
  readonly email: string
}

/** One organisation's answers. */
export interface Person {
  readonly number: number
  /** The path of the receipt, once one was given. */
  receipt: string | null
  /** What was posted and not answered yet. */
  pending: Posting | null
  /** Keys of all that was answered with a promise, the sending first. */
  readonly promised: string[]
  /** What was promised last to be kept. */
  reach: string
  email: string
}

const LEVELS = ['1', '2', '3', '4']

function posting(person: Person, world: World, chance: Chance): Posting {
  const key = world.newKey()
  const { number, promised, reach, email } = person
  if (person.receipt === null) return { does: 'send', key, reach, email }
  if (chance.random() < 0.5)
    return { does: 'mend', key, reach, email: `a${number}.${promised.length}@contoh.example` }
  return { does: 'correct', key, reach: LEVELS[promised.length % LEVELS.length] ?? '', email }
}

/** Where a posting goes and what it carries. */
function requestOf({ receipt, number }: Person, { does, key, reach, email }: Posting): [string, Typed] {
  const fields = { ...ikoAnswers, submission: key, organisation: `Lembaga Contoh ${number}`, email, reach }
  if (does === 'send') return [IKO, fields]
  return does === 'correct'
    ? [`${receipt}/correction`, fields]
    : [`${receipt}/address`, { submission: key, email }]
}

/** Somebody who has sent nothing yet. */
export const newPerson = (number: number): Person => ({
  number,
  receipt: null,
  pending: null,
  promised: [],
  reach: '1',
  email: `a${number}@contoh.example`,
})

/**
 * Posts what somebody has not been promised yet, else something new; up to four times when told of a fault. What is not
 * answered then stays pending.
 */
export async function post(person: Person, world: World, chance: Chance): Promise<void> {
  const now = person.pending ?? posting(person, world, chance)
  person.pending = now
  for (let attempt = 0; attempt < 4; attempt++) {
    const response = await world.post(...requestOf(person, now))
    chance.restart()
    if (response.status === 303) {
      person.receipt = response.headers.get('Location')?.split('?')[0] ?? ''
      person.promised.push(now.key)
      person.reach = now.reach
      person.email = now.email
      person.pending = null
      return
    }
    expect(response.status).toBe(500)
  }
}
