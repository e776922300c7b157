// Every page of a network's staff with thousands of organisations: rows, time, and what they do to whoever sends meanwhile.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { hashOfToken } from '../../src/core/people/session.ts'
import type { RunningWorker } from '../../tests/support/worker.ts'
import { demoAdministrator, demoNetwork } from '../demo.ts'
import { ikoBody } from './answers.ts'
import { COUNTED, type Counted } from './counts.ts'
import { median } from './pairs.ts'

/**
 * A page: what it read, the median of its time from the request to the last byte, and the processor time of Worker and database
 * for it, in ms; null where the system does not tell.
 */
export interface LargePage extends Counted {
  readonly what: string
  readonly millis: number
  readonly cpuMillis: number | null
}

/** How long one sending takes, in ms: median and 95th percentile. */
interface Sending {
  readonly p50: number
  readonly p95: number
}

export interface Large {
  readonly organisations: number
  readonly pages: readonly LargePage[]
  readonly alone: Sending
  /** While one person reloads a board again and again, and how often they got it. */
  readonly besideBoard: Sending & { readonly reloads: number }
  /** The smallest heap, in MB, with which the list of pairs is made; null where the largest tried was too small. */
  readonly heap: number | null
}

const TOKENS = { administrator: 'large-all', some: 'large-some' } as const
type Who = keyof typeof TOKENS
const DAY = 86_400_000

/** Two who are signed in: one for all of the network, one for three districts of it. */
export async function visitorsSql(now: number): Promise<readonly string[]> {
  const session = async (token: string, person: string) => `
    insert into sessions (hash, person_id, created_at, seen_at, expires_at)
    values ('${await hashOfToken(token)}', '${person}', ${now}, ${now}, ${now + DAY})`
  return [
    await session(TOKENS.administrator, demoAdministrator.personId),
    `insert into people (id, email, name, locale, created_at) values ('some', 'beberapa@contoh.example', 'Wahyu Contoh', 'id', 0)`,
    `insert into memberships (id, network_id, person_id, role, districts, created_at)
     values ('some', '${demoNetwork.id}', 'some', 'coordinator', '["35.07","35.73","35.79"]', 0)`,
    await session(TOKENS.some, 'some'),
  ]
}

const HOME = `/c/n/${demoNetwork.slug}`
const BOARD = `${HOME}/rounds/mr0/board`

/** What is asked for, by whom, and after how many pages of a list. */
const PAGES: readonly (readonly [what: string, path: string, who?: Who, page?: number])[] = [
  ['the front page', HOME],
  ['… of three districts', HOME, 'some'],
  ['the board of a round', BOARD],
  ['… of three districts', BOARD, 'some'],
  ['… filtered by name', `${BOARD}?name=melati`],
  ['… those expected', `${BOARD}/expected`],
  ['… those who have not sent', `${BOARD}/missing`],
  ['… those in trouble', `${BOARD}/trouble`],
  ['… unknown answers', `${BOARD}/unknown`],
  ['the overview of rounds', `${HOME}/board`],
  ['… of three districts', `${HOME}/board`, 'some'],
  ['organisations', `${HOME}/organisations`],
  ['… page 20, by the ways on', `${HOME}/organisations`, 'administrator', 20],
  ['… by a name', `${HOME}/organisations?name=melati`],
  ['duplicates', `${HOME}/organisations/duplicates`],
  ['… of three districts', `${HOME}/organisations/duplicates`, 'some'],
  ['registrations', `${HOME}/registrations`],
  ['one registration', `${HOME}/registrations/g0`],
  ['held answers', `${HOME}/held`],
  ['the ledger', `${HOME}/ledger`],
  ['… of three districts', `${HOME}/ledger`, 'some'],
  ['… what is done', `${HOME}/ledger/done`],
  ['… what is done, page 20', `${HOME}/ledger/done`, 'administrator', 20],
  ['… what is owed', `${HOME}/ledger/owed`],
  ['… what waits', `${HOME}/ledger/waiting`],
  ['… what has failed', `${HOME}/ledger/failed`],
  ['reports to hand over', `${HOME}/handovers`],
  ['messages', `${HOME}/messages`],
  ['… page 20, by the ways on', `${HOME}/messages`, 'administrator', 20],
  ['… page 20, by its number', `${HOME}/messages?page=20`],
  ['… that wait', `${HOME}/messages?state=waiting`],
  ['… in trouble', `${HOME}/messages?state=trouble`],
  ['… that arrived', `${HOME}/messages?state=delivered`],
  ['… by a name', `${HOME}/messages?q=tidak+ada`],
  ['what has stopped', `${HOME}/steps`],
  ['the list of rounds', `${HOME}/rounds`],
  ['the drafts of a round', `${HOME}/rounds/mr0/drafts`],
  ['healthz', '/healthz'],
]

const as = (who: Who): Record<string, string> => ({ Cookie: `__Secure-simpul=${TOKENS[who]}` })

async function ask(url: string, path: string, headers: Record<string, string>) {
  const answer = await fetch(url + path, { headers, redirect: 'manual' })
  const body = await answer.text()
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
  return { counted: answer.headers.get(COUNTED), body }
}

/** Where the ways on from a list lead after so many pages. */
async function pageOf(url: string, path: string, who: Who, page: number): Promise<string> {
  let at = path
  for (let i = 1; i < page; i++) {
    const { body } = await ask(url, at, as(who))
    const next = [...body.matchAll(/href="([^"]*[?&](?:amp;)?after=[^"]*)"/g)].at(-1)?.[1]
    if (next === undefined) throw new Error(`${at} has no way on`)
    at = next.replaceAll('&amp;', '&')
  }
  return at
}

/** Asks for each page: once for its rows, then so many times for its time, after a first time that does not count. */
async function timePages({ url, cpuMillis }: RunningWorker, runs: number): Promise<readonly LargePage[]> {
  const pages: LargePage[] = []
  for (const [what, first, who = 'administrator', page = 1] of PAGES) {
    const path = await pageOf(url, first, who, page)
    const { counted } = await ask(url, path, { ...as(who), [COUNTED]: '1' })
    // Written by tests/support/inside/counted.ts.
    const counts: Counted = JSON.parse(counted ?? '')
    await ask(url, path, as(who))
    const times: number[] = []
    const before = cpuMillis()
    for (let run = 0; run < runs; run++) {
      const begun = performance.now()
      await ask(url, path, as(who))
      times.push(performance.now() - begun)
    }
    const after = cpuMillis()
    const cpu = before === null || after === null ? null : (after - before) / runs
    pages.push({ what, ...counts, millis: median(times), cpuMillis: cpu })
  }
  return pages
}

/** Sends one answer after another, each once the one before is taken. */
async function send(url: string, amount: number): Promise<Sending> {
  const times: number[] = []
  for (let i = 0; i < amount; i++) {
    const begun = performance.now()
    const answer = await fetch(`${url}/f/iko-2026-2`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: ikoBody(),
    })
    await answer.arrayBuffer()
    if (answer.status !== 303) throw new Error(`a sending was answered ${answer.status}`)
    times.push(performance.now() - begun)
  }
  const sorted = times.toSorted((a, b) => a - b)
  return { p50: median(times), p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0 }
}

async function sendBesideBoard(url: string, amount: number) {
  let isOver = false
  let reloads = 0
  const reloading = (async () => {
    while (!isOver) {
      await ask(url, BOARD, as('administrator'))
      reloads++
    }
  })()
  const sending = await send(url, amount)
  isOver = true
  await reloading
  return { ...sending, reloads }
}

const HEAPS = [16, 20, 24, 28, 32, 40, 48, 64, 96, 128, 192, 256]

/** The list of pairs in a Node of its own with less and less heap, until it does not get through. */
function smallestHeap(organisations: number): number | null {
  const script = join(import.meta.dirname, 'heap.ts')
  const isEnough = (megabytes: number): boolean => {
    try {
      execFileSync(
        process.execPath,
        [`--max-old-space-size=${megabytes}`, '--max-semi-space-size=1', script, String(organisations)],
        { stdio: 'ignore' },
      )
      return true
    } catch {
      return false
    }
  }
  return HEAPS.find(isEnough) ?? null
}

/** Looks at a running copy with so many organisations. */
export async function timeLarge(
  worker: RunningWorker,
  organisations: number,
  { runs, sendings }: { readonly runs: number; readonly sendings: number },
): Promise<Large> {
  const { url } = worker
  const pages = await timePages(worker, runs)
  await send(url, 20)
  const alone = await send(url, sendings)
  const besideBoard = await sendBesideBoard(url, sendings)
  return { organisations, pages, alone, besideBoard, heap: smallestHeap(organisations) }
}
