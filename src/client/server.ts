// Asking the server to save or to send, as a form does.
import type { Pairs } from './kept.ts'

/** No answer after this time is none (ms). */
const PATIENCE = 30_000
const LONGEST_WAIT = 60_000

/** What the server tells of a save, or of why it did not. */
export interface Told {
  readonly problem?: string
  /** Why it was not saved, in words. */
  readonly message?: string
  readonly version: number
  readonly moment: string
  readonly link: string
  readonly receipt: string
}

/** Waits twice as long after every failure, and not at the same moment as everybody else. */
export const waitAfter = (failures: number): number =>
  Math.min(1000 * 2 ** failures, LONGEST_WAIT) * (0.5 + Math.random() / 2)

/** An answer: its status, or 0 where there was none; for how long it puts off at least (ms); and what it tells. */
export interface Answer {
  readonly status: number
  readonly asked: number
  readonly told: Told
}

/** There was no network, or no patience. */
const NONE: Answer = { status: 0, asked: 0, told: {} as Told }

/**
 * Asks, and reads what the answer tells. What takes a request and answers with something else than we do (a page to sign in to a
 * network, an answer that was cut off) is no answer; what refuses it or fails without saying why tells nothing.
 */
async function ask(target: string, request: RequestInit): Promise<Answer> {
  const answer = await fetch(target, request)
  const { status, headers } = answer
  const told = await answer.json().catch(() => status > 399 && {})
  return told ? { status, asked: Number(headers.get('Retry-After')) * 1000, told } : NONE
}

/** Posts fields to an address; resolves to an answer in any case. */
export function post(target: string, fields: Pairs, action: string, keepalive = false): Promise<Answer> {
  const body = new URLSearchParams()
  for (const [name, value] of fields) body.append(name, value)
  if (action) body.append('action', action)
  const headers = { Accept: 'application/json' }
  return Promise.race([
    ask(target, { method: 'POST', body, headers, keepalive }).catch(() => NONE),
    new Promise<Answer>((resolve) => setTimeout(resolve, PATIENCE, NONE)),
  ])
}
