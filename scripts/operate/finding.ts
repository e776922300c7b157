// What a check finds, and what it asks of the outside to find it.
import type { Row } from './database.ts'
import type { Settings } from './settings.ts'
import type { Ran } from './wrangler.ts'

/** What was found of one thing: right, wrong with how to mend it, or nothing that can be seen from here. */
export interface Finding {
  readonly what: string
  readonly verdict: 'ok' | 'wrong' | 'not known here'
  readonly says: string
}

/** What a check asks of the outside. */
export interface Outside {
  readonly settings: Settings
  /** Where people reach the deployment, without a closing slash. */
  readonly home: string
  /** The ring of secrets as it is kept on this machine, or null. */
  readonly ring: string | null
  /** The name of the newest migration in this folder. */
  readonly migration: string
  /** Runs wrangler for this deployment, to its end, well or badly. */
  readonly wrangler: (args: readonly string[]) => Promise<Ran>
  /** Runs statements in the database of the deployment, and gives the rows of each. */
  readonly run: (statements: readonly string[]) => Promise<readonly (readonly Row[])[]>
  /** Asks the deployment itself; redirects are not followed. Throws where nothing answers. */
  readonly ask: (path: string, fields?: Readonly<Record<string, string>>) => Promise<Response>
  /** The TXT records of a name, each as one text; none where the name has none. Throws where DNS does not answer. */
  readonly texts: (name: string) => Promise<readonly string[]>
  /** The time in ms UTC, and waiting for some of it. */
  readonly now: () => number
  readonly pause: (ms: number) => Promise<void>
}

export const ok = (what: string, says: string): Finding => ({ what, verdict: 'ok', says })
export const wrong = (what: string, says: string): Finding => ({ what, verdict: 'wrong', says })
export const unknown = (what: string, says: string): Finding => ({ what, verdict: 'not known here', says })

/** What a check found, or, where it could not look, why. */
export async function looked(
  what: string,
  look: () => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  try {
    return await look()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return [unknown(what, `could not be looked at: ${why.trimEnd().split('\n').at(-1)}`)]
  }
}
