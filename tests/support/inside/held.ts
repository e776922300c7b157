// A second answer of one organisation in the tests' small world, and what a page shows of it.
import { type Receipt, sentIko, type Typed, type World } from './world.ts'

/** Two answers of one organisation, of which the second is held. */
export interface Held {
  readonly first: Receipt
  readonly second: Receipt
  /** The id of the submission that is held, and of the one that counts. */
  readonly submission: string
  readonly counting: string
  /** What the page posts of what it shows. */
  readonly seen: string
}

/** Sends two answers of one organisation; `changes` are those of the second. */
export async function heldAnswer(world: World, changes: Typed = {}): Promise<Held> {
  const first = await sentIko(world)
  const second = await sentIko(world, { email: 'agus@bina.example', results: '4', ...changes })
  const idOf = async ({ reference }: Receipt) =>
    (await world.rows<{ id: string }>(`select id from submissions where reference = '${reference}'`))[0]
      ?.id ?? ''
  return {
    first,
    second,
    submission: await idOf(second),
    counting: await idOf(first),
    seen: `${second.reference}.1+${first.reference}.1`,
  }
}
