// Asking the server to save or to send, as a form does.
import type { Pairs } from './kept.ts'

/** No answer after this time is none (ms). */
const PATIENCE = 30_000
const LONGEST_WAIT = 60_000

/** What the server tells of a save, or of why it did not. */
export interface Told {
  readonly problem?: string
  readonly version: number
  readonly moment: string
  readonly link: string
  readonly receipt: string
}

/** An answer: its status, or 0 where there was none; for how long it puts off at least (ms); and what it tells. */
export interface Answer {
  readonly status: number
  readonly asked: number
  readonly told: Told
}

/** Waits twice as long after every failure, and not at the same moment as everybody else. */
export const waitAfter = (failures: number): number =>
  Math.min(1000 * 2 ** failures, LONGEST_WAIT) * (0.5 + Math.random() / 2)

/** What an answer tells; nothing where it is no JSON. */
export const told = (answer: Response): Promise<Told> => answer.json().catch(() => ({}))

/** Posts fields to an address; resolves to null where there was no network, no patience, or a failure of the server's own. */
export function post(
  target: string,
  fields: Pairs,
  action: string,
  keepalive = false,
): Promise<Response | null> {
  const body = new URLSearchParams()
  for (const [name, value] of fields) body.append(name, value)
  if (action) body.append('action', action)
  const headers = { Accept: 'application/json' }
  const asked = fetch(target, { method: 'POST', body, headers, keepalive }).then(
    (answer) => (answer.status >= 500 ? null : answer),
    () => null,
  )
  return Promise.race([asked, new Promise<null>((resolve) => setTimeout(resolve, PATIENCE, null))])
}
