// A local copy of Simpul started the way a person starts it, on free ports and with a state folder of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../../scripts/run/place.ts'
import { compiled } from './compiled.ts'
import { freePorts } from './ports.ts'
import { until } from './wait.ts'

export type Copy = {
  home: string
  inbox: string
  /** The process id of the first process; Ctrl-C reaches its group. */
  pid: number
  output: () => string
  /** Presses Ctrl-C and resolves to the exit code. */
  stop: () => Promise<number | null>
  /** Resolves to the exit code when the copy has ended by itself. */
  ended: Promise<number | null>
}

/** Runs `npm start`'s own script to its end; for starts that must fail. */
export async function failToStart(
  env: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const { output, ended } = launch(env)
  return { code: await ended, output: output() }
}

/** Starts a copy with this state folder and resolves when it says that it is ready. */
export async function startCopy(folder: string): Promise<Copy> {
  const ports = await freePorts()
  const { child, output, ended } = launch({ ...ports, STATE_DIR: folder })
  const stop = () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGINT')
    return ended
  }
  let early = false
  ended.then(() => {
    early = true
  })
  const ready = () => (output().includes('Ctrl-C stops everything.') || early ? true : undefined)
  await until('npm start to be ready', ready, 90).catch(async (error: Error) => {
    await stop()
    throw new Error(`${error.message} It said:\n${output()}`)
  })
  if (early || child.pid === undefined) throw new Error(`npm start ended before it was ready:\n${output()}`)
  return {
    home: `http://127.0.0.1:${ports.PORT}`,
    inbox: `http://127.0.0.1:${ports.INBOX_PORT}`,
    pid: child.pid,
    output,
    stop,
    ended,
  }
}

type Launched = { child: ChildProcess; output: () => string; ended: Promise<number | null> }

function launch(env: Record<string, string>): Launched {
  let text = ''
  // Its own group, as in a terminal, where Ctrl-C reaches every process in the foreground.
  const child = spawn(process.execPath, [join(root, 'scripts/bootstrap.mjs'), 'start'], {
    env: { ...process.env, ...compiled, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
    })
  }
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code))
  })
  return { child, output: () => text, ended }
}
