// Programs started beside this one: each in its own process group, its words in a log file, all ended together.
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { root } from './place.ts'

export type Command = { name: string; run: [string, string[]]; log: string; env?: Record<string, string> }

/** The programs started so far. */
export class Processes {
  #running = new Map<ChildProcess, Promise<number | null>>()
  #stopping = false

  constructor() {
    process.on('exit', () => {
      for (const child of this.#running.keys()) signalGroup(child, 'SIGKILL')
    })
  }

  /** Runs a program to its end; throws its last words when it fails. */
  async run(command: Command): Promise<void> {
    const code = await this.#spawn(command)
    if (code !== 0) throw ended(command, code)
  }

  /** Starts a program that should never end; the promise rejects if it does. */
  async keep(command: Command): Promise<never> {
    const code = await this.#spawn(command)
    throw ended(command, code)
  }

  /** Ends every program and what it started itself; resolves when they are gone. */
  async stop(): Promise<void> {
    this.#stopping = true
    await Promise.all(
      [...this.#running].map(async ([child, exit]) => {
        signalGroup(child, 'SIGTERM')
        const impatient = setTimeout(() => signalGroup(child, 'SIGKILL'), 3_000)
        await exit
        clearTimeout(impatient)
      }),
    )
  }

  #spawn({ run: [file, args], log, env }: Command): Promise<number | null> {
    if (this.#stopping) return new Promise(() => {})
    const output = openSync(log, 'w')
    const child = spawn(file, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', output, output],
      detached: true,
    })
    closeSync(output)
    const exit = new Promise<number | null>((resolve) => {
      const gone = (code: number | null) => {
        this.#running.delete(child)
        signalGroup(child, 'SIGKILL')
        resolve(code)
      }
      child.once('error', () => gone(null))
      child.once('exit', gone)
    })
    this.#running.set(child, exit)
    // While everything is being stopped, an ending is no news: whoever waits for this program waits for ever.
    return exit.then((code) => (this.#stopping ? new Promise(() => {}) : code))
  }
}

/** Sends a signal to a program and to everything in its group; no matter if they are gone. */
function signalGroup(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {}
}

/** The error of a program that ended when it should not have: the end of its log and one sentence. */
function ended({ name, log }: Command, code: number | null): Error {
  const end = `${name} ended (${code ?? 'killed'}). Its whole log is ${basename(log)} in the state folder.`
  return new Error(`${tail(log)}\n${end}`)
}

/** The last lines of a log. */
export function tail(log: string): string {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-20).join('\n')
}
