// A trial by hand in a browser, done by a script: steps that are each printed as ok or failed, and what ends afterwards.
import { stripVTControlCharacters } from 'node:util'
import { reason } from '../run/place.ts'

/** A trial that runs; `step` goes on after a failure and gives undefined then. */
export interface Trial {
  /** Says something that is no step, such as a version. */
  readonly say: (line: string) => void
  readonly step: <T>(what: string, act: () => Promise<T> | T) => Promise<T | undefined>
  /** Runs at the end, the last one first, however the trial ended. */
  readonly atEnd: (end: () => Promise<unknown> | unknown) => void
}

/** Runs a trial and sets the exit code: 0 where each step went well, else 1. Ctrl-C ends what was started, too. */
export async function runTrial(name: string, go: (trial: Trial) => Promise<void>): Promise<void> {
  const ends: (() => Promise<unknown> | unknown)[] = []
  let [ok, failed] = [0, 0]
  const say = (line: string) => console.log(line)
  const step = async <T>(what: string, act: () => Promise<T> | T): Promise<T | undefined> => {
    try {
      const found = await act()
      ok++
      say(`ok      ${what}`)
      return found
    } catch (error) {
      failed++
      say(
        `failed  ${what}\n        ${stripVTControlCharacters(reason(error)).replaceAll('\n', '\n        ')}`,
      )
      return undefined
    }
  }
  const end = async () => {
    for (let next = ends.pop(); next; next = ends.pop()) {
      await Promise.resolve()
        .then(next)
        .catch((error) => say(`at the end: ${reason(error)}`))
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void end().then(() => process.exit(1)))
  try {
    say(`${name}, ${new Date().toISOString()}, Node ${process.versions.node}`)
    await go({ say, step, atEnd: (one) => void ends.push(one) })
  } catch (error) {
    failed++
    say(reason(error))
  }
  await end()
  say(`${ok} ok, ${failed} failed`)
  process.exitCode = failed > 0 ? 1 : 0
}

/** Throws this sentence unless something holds. */
export function expectThat(holds: boolean, sentence: string): void {
  if (!holds) throw new Error(sentence)
}
