// A program that is started, killed without warning with all that it started itself, and started again.
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { root } from '../../run/place.ts'

/** What is started, and how it is known that it answers. */
export interface VictimOptions {
  readonly run: readonly [string, readonly string[]]
  readonly log: string
  readonly env?: Readonly<Record<string, string>>
  readonly answers: () => Promise<boolean>
}

/** A program that can be killed. */
export interface Victim {
  start(): Promise<void>
  kill(): Promise<void>
}

const PATIENCE = 90_000

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Asks again and again whether something holds, for a bounded time (ms); tells whether it came to hold. */
export async function until(holds: () => Promise<boolean>, patience: number, every = 200): Promise<boolean> {
  const end = Date.now() + patience
  while (Date.now() < end) {
    if (await holds()) return true
    await later(every)
  }
  return false
}

/** A program that was not started yet. */
export function victimOf({ run: [file, args], log, env = {}, answers }: VictimOptions): Victim {
  let child: ChildProcess | null = null
  return {
    async start() {
      const output = openSync(log, 'a')
      child = spawn(file, args, {
        cwd: root,
        env: { ...process.env, ...env },
        stdio: ['ignore', output, output],
        detached: true,
      })
      closeSync(output)
      if (!(await until(answers, PATIENCE))) throw new Error(`it does not answer: see ${log}`)
    },
    async kill() {
      const dying = child
      child = null
      if (dying?.pid === undefined || dying.exitCode !== null) return
      const gone = new Promise((resolve) => dying.once('exit', resolve))
      process.kill(-dying.pid, 'SIGKILL')
      await gone
    },
  }
}
