// The rules of `npm start`: refuse plainly, end everything, keep what was made.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Copy, failToStart, startCopy } from '../support/copy.ts'
import { close, freePorts, listen } from '../support/ports.ts'
import { familyOf, stillRunning } from '../support/processes.ts'
import { until } from '../support/wait.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'simpul-start-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(['PORT', 'INBOX_PORT', 'SMTP_PORT'])(
  'a taken %s gives one sentence, and nothing is made',
  async (name) => {
    const { port, server } = await listen()
    const state = join(folder, 'never-made')
    const env = { ...(await freePorts()), [name]: `${port}`, STATE_DIR: state }
    const { code, output } = await failToStart(env)
    await close(server)
    expect(code).toBe(1)
    expect(output).toMatch(
      new RegExp(
        `^Port ${port} is taken: stop what uses it, or choose another with ${name}=\\d+ npm start\\.\n$`,
      ),
    )
    expect(existsSync(state)).toBe(false)
  },
)

test('a port that is not a number gives one sentence', async () => {
  const { code, output } = await failToStart({ ...(await freePorts()), PORT: 'http' })
  expect(code).toBe(1)
  expect(output).toBe('PORT must be a port between 1 and 65535, not "http".\n')
})

describe.runIf(process.platform === 'linux')('what was started', () => {
  /** What the address that is printed to sign in with shows now. */
  const signInPage = async ({ output }: Copy): Promise<string> =>
    (await fetch(/Sign in +(\S+)/.exec(output())?.[1] ?? '')).text()

  test('ends with Ctrl-C and leaves no process behind; a second start keeps the secrets and the database', async () => {
    const state = join(folder, 'kept')
    const first = await startCopy(state)
    const family = familyOf(first.pid)
    expect(family.map(({ command }) => command).join('\n')).toMatch(/maildev[\s\S]*workerd/)
    expect(await signInPage(first)).toContain('<h1>Masuk ke Simpul</h1>')
    expect(await first.stop()).toBe(0)
    expect(stillRunning(family)).toEqual([])
    const secrets = readFileSync(join(state, 'secrets.env'), 'utf8')
    expect(secrets).toMatch(/^LINK_SECRETS="a:[0-9a-f]{64}"$/m)

    const second = await startCopy(state)
    expect(readFileSync(join(state, 'secrets.env'), 'utf8')).toBe(secrets)
    expect(first.output()).toContain('Migrating')
    expect(second.output()).not.toContain('Migrating')
    expect(await signInPage(second)).toContain('<h1>Masuk ke Simpul</h1>')
    await second.stop()
  })

  test('ends as a whole, with a sentence, when one of its programs dies', async () => {
    const copy = await startCopy(join(folder, 'dying'))
    const family = familyOf(copy.pid)
    const inbox = family.find(({ command }) => command.includes('maildev'))
    if (!inbox) throw new Error('There is no inbox to kill.')
    process.kill(inbox.pid, 'SIGKILL')
    expect(await copy.ended).toBe(1)
    expect(copy.output()).toContain('The inbox ended')
    await until('every process to end', () => (stillRunning(family).length === 0 ? true : undefined))
  })
})
