// `npm start`: a whole local copy. Database, demo network, mail inbox, Worker and clock, ended together by Ctrl-C.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { newId } from '../src/core/kernel/id.ts'
import { makeLink } from '../src/core/kernel/link.ts'
import { signInLinkPath } from '../src/core/kernel/paths.ts'
import { readSecrets } from '../src/core/kernel/secrets.ts'
import { systemClock, systemRandom } from '../src/platform/chance.ts'
import { demoCoordinator } from './demo/staff.ts'
import { demoAdministrator } from './demo.ts'
import { signInRow } from './operate/rows.ts'
import { installed, reason, root } from './run/place.ts'
import { choosePorts, isFree } from './run/ports.ts'
import { dataIn, prepareCopy, quiet } from './run/prepare.ts'
import { Processes, tail } from './run/processes.ts'
import { envText, keepSecrets } from './run/state.ts'

const host = '127.0.0.1'
const folder = resolve(root, process.env.STATE_DIR || '.wrangler/simpul')
const processes = new Processes()

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0))
start().catch((error: unknown) => {
  console.error(reason(error))
  stop(1)
})

async function start(): Promise<void> {
  const ports = await choosePorts({ PORT: 8787, INBOX_PORT: 1080, SMTP_PORT: 1025 }, process.env)
  const home = `http://${host}:${ports.PORT}`
  const inbox = `http://${host}:${ports.INBOX_PORT}`
  mkdirSync(folder, { recursive: true })
  await claimFolder(ports.PORT)
  const secrets = keepSecrets(folder)
  writeFileSync(
    join(folder, 'worker.env'),
    envText({
      ...secrets,
      PUBLIC_URL: home,
      MAILER: 'smtp',
      SMTP_HOST: host,
      SMTP_PORT: String(ports.SMTP_PORT),
      MAIL_FROM: 'simpul@simpul.example',
    }),
    { mode: 0o600 },
  )
  const ring = secrets.LINK_SECRETS ?? ''
  const [administrator, coordinator] = [await newSignIn(ring), await newSignIn(ring)]
  const rows = [
    signInRow(administrator.id, demoAdministrator.personId, Date.now()),
    signInRow(coordinator.id, demoCoordinator.personId, Date.now()),
  ]
  await prepareCopy(folder, processes, rows.join('\n'))

  console.log('Starting the inbox and the Worker …')
  const ended = Promise.race([keepInbox(ports.SMTP_PORT, ports.INBOX_PORT), keepWorker(ports.PORT)])
  await Promise.race([
    Promise.all([answers(`${home}/healthz`, 'worker.log'), answers(inbox, 'inbox.log')]),
    ended,
  ])
  console.log(`
  Home page   ${home}/
  Inbox       ${inbox}/
  IKO form    ${home}/f/iko-2026-2
  In frames   ${home}/embed-demo
  Sign in     ${home}${administrator.path}
              as the administrator ${demoAdministrator.email}
              ${home}${coordinator.path}
              as ${demoCoordinator.email}, who coordinates some districts and has a second network
              each once, within a day; after that at ${home}/c/sign-in, by a link in the inbox

  Errors of the Worker and the inbox are written to ${folder}

Ctrl-C stops everything.`)
  keepTime(home)
  await ended
}

/** A new way in: the id of its row, and the path of its link. */
async function newSignIn(ring: string): Promise<{ readonly id: string; readonly path: string }> {
  const id = newId(systemClock, systemRandom)
  return { id, path: signInLinkPath(await makeLink(readSecrets(ring), 'sign-in', id, 0)) }
}

/** Refuses a state folder that another running copy uses: two Workers would write one database. */
async function claimFolder(port: number): Promise<void> {
  const file = join(folder, 'port')
  const other = existsSync(file) ? Number(readFileSync(file, 'utf8')) : port
  if (other !== port && !(await isFree(other))) {
    throw new Error(
      `The copy on port ${other} uses ${folder}: choose another folder with STATE_DIR=… npm start.`,
    )
  }
  writeFileSync(file, String(port))
}

function keepInbox(smtp: number, web: number): Promise<never> {
  const mails = join(folder, 'mail')
  const addresses = ['--smtp', `${smtp}`, '--web', `${web}`, '--ip', host, '--web-ip', host]
  const run = installed('maildev', ...addresses, '--mail-directory', mails)
  return processes.keep({ name: 'The inbox', run, log: join(folder, 'inbox.log') })
}

function keepWorker(port: number): Promise<never> {
  const address = ['--ip', host, '--port', `${port}`, '--inspector-port', '0']
  const state = ['--persist-to', dataIn(folder), '--env-file', join(folder, 'worker.env')]
  const run = installed('wrangler', 'dev', ...address, ...state, '--show-interactive-dev-session=false')
  // Copies that share a registry would answer each other's service bindings.
  const env = { ...quiet, WRANGLER_REGISTRY_PATH: join(folder, 'registry') }
  return processes.keep({ name: 'The Worker', run, log: join(folder, 'worker.log'), env })
}

/** Waits until an address answers; otherwise throws the end of the log that tells why. */
async function answers(address: string, log: string): Promise<void> {
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)
    await answer?.body?.cancel()
    if (answer && answer.status < 500) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(
    `${tail(join(folder, log))}\n${address} did not answer within a minute: see ${log} in ${folder}.`,
  )
}

/** Calls the Worker's scheduled handler, because `wrangler dev` has no clock of its own. */
function keepTime(home: string): void {
  const address = `${home}/cdn-cgi/handler/scheduled?cron=${encodeURIComponent('* * * * *')}`
  setInterval(async () => {
    // A tick lost while the Worker reloads is made good by the next one; its errors are in worker.log.
    // Given up half-way, what it had begun would wait until its lease is over.
    const answer = await fetch(address, { signal: AbortSignal.timeout(60_000) }).catch(() => undefined)
    await answer?.body?.cancel()
  }, 15_000)
}

async function stop(code: number): Promise<void> {
  await processes.stop()
  process.exit(code)
}
