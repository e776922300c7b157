// The rules of `npm start`: refuse plainly, serve from an empty folder, take commands, end everything, keep what was made.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Copy, failToStart, startCopy } from '../support/copy.ts'
import { close, freePorts, listen } from '../support/ports.ts'
import { familyOf, stillRunning } from '../support/processes.ts'
import { until } from '../support/wait.ts'
import { runScript } from './command.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'simpul-start-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a taken port gives one sentence, and nothing is made', async () => {
  const { port, server } = await listen()
  const state = join(folder, 'never-made')
  const { code, output } = await failToStart({
    ...(await freePorts()),
    INBOX_PORT: `${port}`,
    STATE_DIR: state,
  })
  await close(server)
  expect(code).toBe(1)
  expect(output).toMatch(
    new RegExp(
      `^Port ${port} is taken: stop what uses it, or choose another with INBOX_PORT=\\d+ npm start\\.\n$`,
    ),
  )
  expect(existsSync(state)).toBe(false)
})

test('a command for a local copy that was never started gives one sentence', async () => {
  const network = ['--local', '--name', 'Jaringan Uji']
  const { code, output } = await runScript('network', network, {
    home: folder,
    env: { STATE_DIR: join(folder, 'never-made') },
  })
  expect([code, output]).toEqual([
    1,
    expect.stringMatching(/^There is no local copy in .*: run npm start once/),
  ])
})

// One copy, from an empty folder on: starting it takes longest of all.
describe.runIf(process.platform === 'linux')('what was started', () => {
  const state = () => join(folder, 'kept')
  const secretsIn = () => readFileSync(join(state(), 'secrets.env'), 'utf8')
  /** What the address that is printed to sign in with shows now. */
  const signInPage = async ({ output }: Copy): Promise<string> =>
    (await fetch(/Sign in +(\S+)/.exec(output())?.[1] ?? '')).text()

  test('migrates, seeds and serves from an empty folder, takes commands, and leaves no process behind after Ctrl-C', async () => {
    const copy = await startCopy(state())
    const family = familyOf(copy.pid)
    expect(family.map(({ command }) => command).join('\n')).toMatch(/maildev[\s\S]*workerd/)
    expect(copy.output()).toContain('Migrating')
    expect(copy.output()).toContain('Seeding')
    expect(await signInPage(copy)).toContain('<h1>Masuk ke Simpul</h1>')
    expect(secretsIn()).toMatch(/^LINK_SECRETS="a:[0-9a-f]{64}"$/m)

    // What is made on the command line is there at once, and what is asked is answered from the same database.
    const outside = { home: folder, env: { STATE_DIR: state() } }
    const named = {
      name: 'Jaringan Uji',
      'name-en': 'Test',
      slug: 'jaringan-uji',
      province: '35',
      'reply-to': 'k@uji.example',
    }
    const flags = Object.entries(named).flatMap(([name, text]) => [`--${name}`, text])
    expect(await runScript('network', ['--local', ...flags], outside)).toEqual({
      code: 0,
      output: expect.stringContaining('(Asia/Jakarta) is at /n/jaringan-uji.'),
    })
    expect(await (await fetch(`${copy.home}/n/jaringan-uji`)).text()).toContain('<h1>Jaringan Uji</h1>')
    expect(await runScript('steps', ['--local'], outside)).toEqual({
      code: 0,
      output: expect.stringMatching(/^Submissions: [1-9]\d* accepted = /),
    })

    expect(await copy.stop()).toBe(0)
    expect(stillRunning(family)).toEqual([])
  })

  test('keeps secrets and database for a second start, which ends as a whole, with a sentence, when a program dies', async () => {
    const secrets = secretsIn()
    const copy = await startCopy(state())
    expect(secretsIn()).toBe(secrets)
    expect(copy.output()).not.toMatch(/Migrating|Seeding/)
    expect(await signInPage(copy)).toContain('<h1>Masuk ke Simpul</h1>')
    expect((await fetch(`${copy.home}/n/jaringan-uji`)).status).toBe(200)

    const family = familyOf(copy.pid)
    const inbox = family.find(({ command }) => command.includes('maildev'))
    if (!inbox) throw new Error('There is no inbox to kill.')
    process.kill(inbox.pid, 'SIGKILL')
    expect(await copy.ended).toBe(1)
    expect(copy.output()).toContain('The inbox ended')
    await until('every process to end', () => (stillRunning(family).length === 0 ? true : undefined))
  })
})
