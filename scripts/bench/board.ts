// Following a round: how long the board and its lists take with 500 organisations and four rounds, one page at a time.
import { hashOfToken } from '../../src/core/people/session.ts'
import { manySql } from '../../tests/support/many.ts'
import type { RunningWorker } from '../../tests/support/worker.ts'
import { demoAdministrator, demoNetwork } from '../demo.ts'
import { median } from './pairs.ts'

/** Median of the time from the request to the last byte, in ms, with the size of the page. */
interface BoardPage {
  readonly what: string
  readonly millis: number
  readonly bytes: number
}

export interface Boards {
  readonly runs: number
  readonly pages: readonly BoardPage[]
}

const DAY = 86_400_000
const TOKEN = 'bench'
const HOME = `/c/n/${demoNetwork.slug}`
const BOARD = `${HOME}/rounds/mr2/board`

/** The first statements of a database with so many organisations, and somebody who is signed in. */
export async function boardSql(now: number): Promise<readonly string[]> {
  return [
    ...manySql({
      network: demoNetwork.id,
      prefix: 'm',
      organisations: 500,
      rounds: 4,
      opensAt: now - 28 * DAY,
    }),
    `insert into sessions (hash, person_id, created_at, seen_at, expires_at)
     values ('${await hashOfToken(TOKEN)}', '${demoAdministrator.personId}', ${now}, ${now}, ${now + DAY})`,
  ]
}

const PAGES = {
  'the board of a round, 500 organisations × 4 rounds': BOARD,
  '… filtered by district': `${BOARD}?district=35.07`,
  '… the list of those expected': `${BOARD}/expected`,
  '… the list of those who have not sent': `${BOARD}/missing`,
  '… the list of those in trouble': `${BOARD}/trouble`,
  '… the overview of rounds': `${HOME}/board`,
} as const

/** Asks for each page so many times, in turns. */
export async function timeBoards({ url }: RunningWorker, runs: number): Promise<Boards> {
  const headers = { Cookie: `__Secure-simpul=${TOKEN}` }
  const times = new Map<string, number[]>()
  const sizes = new Map<string, number>()
  // The first round of visits warms up.
  for (let run = 0; run <= runs; run++)
    for (const [what, path] of Object.entries(PAGES)) {
      const begun = performance.now()
      const answer = await fetch(url + path, { headers, redirect: 'manual' })
      const body = await answer.arrayBuffer()
      const taken = performance.now() - begun
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
      sizes.set(what, body.byteLength)
      if (run > 0) times.set(what, [...(times.get(what) ?? []), taken])
    }
  const pages = [...times].map(([what, all]) => ({ what, millis: median(all), bytes: sizes.get(what) ?? 0 }))
  return { runs, pages }
}
