// Firefox driven over WebDriver BiDi (https://w3c.github.io/webdriver-bidi/): the few commands that the trial needs.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { until } from '../../tests/support/wait.ts'

/** How long (s) a command may take. */
const PATIENCE = 30

/** Keys that have no character of their own, as WebDriver names them. */
export const KEYS = { tab: '\uE004', enter: '\uE007', down: '\uE015' } as const

const Answer = v.object({
  id: v.nullish(v.number()),
  type: v.string(),
  message: v.optional(v.string()),
  result: v.optional(v.unknown()),
})
const Opened = v.object({
  capabilities: v.object({ browserName: v.string(), browserVersion: v.string() }),
})
const Context = v.object({ context: v.string() })
const Tree = v.object({
  contexts: v.array(
    v.object({
      context: v.string(),
      url: v.string(),
      children: v.nullish(v.array(v.object({ context: v.string(), url: v.string() }))),
    }),
  ),
})
const Evaluated = v.object({
  type: v.string(),
  result: v.optional(v.object({ value: v.optional(v.string()) })),
  exceptionDetails: v.optional(v.object({ text: v.string() })),
})
const Picture = v.object({ data: v.string() })

/** A tab; `frame` is part of the address of a form in a frame of it, and its own page where that is left out. */
export interface Tab {
  readonly goTo: (address: string) => Promise<void>
  /** What an expression comes to in the page or in the frame, as JSON carries it. */
  readonly read: <T>(expression: string, frame?: string) => Promise<T>
  /** Presses keys one after the other: in the frame where the focus is within it, else on the page. */
  readonly press: (keys: string, frame?: string) => Promise<void>
  /** What is seen, as a PNG. */
  readonly picture: () => Promise<Buffer>
  readonly close: () => Promise<void>
}

export interface Firefox {
  readonly version: string
  /** Opens a tab whose page is so many px wide and high. */
  readonly open: (width: number, height: number) => Promise<Tab>
  readonly stop: () => Promise<void>
}

/** Finds $FIREFOX, else Debian's; throws how to come by one. */
export function findFirefox(): string {
  const program = process.env.FIREFOX || '/usr/bin/firefox-esr'
  if (existsSync(program)) return program
  throw new Error(
    `There is no Firefox at ${program}. On Debian: apt-get install --no-install-recommends firefox-esr. Elsewhere set FIREFOX to the program.`,
  )
}

/** Starts Firefox without a window and with a profile of its own; pages run their scripts, or none does. */
export async function startFirefox(program: string, { script }: { script: boolean }): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'simpul-firefox-'))
  const settings = { 'javascript.enabled': script, 'intl.accept_languages': 'id-ID, id' }
  writeFileSync(
    join(profile, 'user.js'),
    Object.entries(settings)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(''),
  )
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0']
  const child = spawn(program, args, {
    env: { ...process.env, HOME: profile },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const signal = (name: 'SIGTERM' | 'SIGKILL') => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, name)
    } catch {} // It is gone.
  }
  const stop = async () => {
    signal('SIGTERM')
    const impatient = setTimeout(signal, 5000, 'SIGKILL')
    await ended
    clearTimeout(impatient)
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    const address = await until('Firefox to listen', () => /BiDi listening on (ws:\S+)/.exec(said)?.[1], 60)
    const { command, close } = await connect(`${address}/session`)
    const { capabilities } = await command('session.new', { capabilities: {} }, Opened)
    return {
      version: `${capabilities.browserName} ${capabilities.browserVersion}`,
      open: (width, height) => openTab(command, width, height),
      stop: () => {
        close()
        return stop()
      },
    }
  } catch (error) {
    await stop()
    throw error
  }
}

type Command = <S extends v.GenericSchema>(
  method: string,
  params: Readonly<Record<string, unknown>>,
  shape: S,
) => Promise<v.InferOutput<S>>

async function connect(address: string): Promise<{ command: Command; close: () => void }> {
  const socket = new WebSocket(address)
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve())
    socket.addEventListener('error', () => reject(new Error(`Nothing answers at ${address}.`)))
  })
  const waiting = new Map<number, (answer: v.InferOutput<typeof Answer>) => void>()
  socket.addEventListener('message', ({ data }) => {
    const answer = v.parse(Answer, JSON.parse(String(data)))
    if (typeof answer.id !== 'number') return
    waiting.get(answer.id)?.(answer)
    waiting.delete(answer.id)
  })
  let last = 0
  const command: Command = async (method, params, shape) => {
    const id = ++last
    const answer = await new Promise<v.InferOutput<typeof Answer>>((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`Firefox does not answer to ${method}.`)),
        PATIENCE * 1000,
      )
      waiting.set(id, (one) => {
        clearTimeout(late)
        resolve(one)
      })
      socket.send(JSON.stringify({ id, method, params }))
    })
    if (answer.type !== 'success') throw new Error(`${method}: ${answer.message}`)
    return v.parse(shape, answer.result)
  }
  return { command, close: () => socket.close() }
}

async function openTab(command: Command, width: number, height: number): Promise<Tab> {
  const { context } = await command('browsingContext.create', { type: 'tab' }, Context)
  await command('browsingContext.setViewport', { context, viewport: { width, height } }, v.unknown())
  await command('browsingContext.activate', { context }, v.unknown())

  const contextOf = (frame: string) =>
    until(`a frame with ${frame}`, async () => {
      const { contexts } = await command('browsingContext.getTree', { root: context }, Tree)
      return contexts[0]?.children?.find(({ url }) => url.includes(frame))?.context
    })

  const read = async <T>(expression: string, frame?: string) => {
    const target = { context: frame === undefined ? context : await contextOf(frame) }
    const params = { target, expression: `JSON.stringify(${expression})`, awaitPromise: true }
    const { result, exceptionDetails } = await command('script.evaluate', params, Evaluated)
    if (exceptionDetails) throw new Error(exceptionDetails.text)
    // JSON of what the caller wrote the expression for.
    return (result?.value === undefined ? undefined : JSON.parse(result.value)) as T
  }

  return {
    goTo: async (url) => {
      await command('browsingContext.navigate', { context, url, wait: 'complete' }, v.unknown())
    },
    read,
    press: async (keys, frame) => {
      // Firefox gives keys to the process of the document they are meant for, and to no frame of another site in it.
      const isWithin = frame !== undefined && (await read<boolean>('document.hasFocus()', frame))
      const place = isWithin ? await contextOf(frame) : context
      const actions = [...keys].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ])
      const source = { type: 'key', id: 'keyboard', actions }
      await command('input.performActions', { context: place, actions: [source] }, v.unknown())
    },
    picture: async () =>
      Buffer.from((await command('browsingContext.captureScreenshot', { context }, Picture)).data, 'base64'),
    close: async () => {
      await command('browsingContext.close', { context }, v.unknown())
    },
  }
}
