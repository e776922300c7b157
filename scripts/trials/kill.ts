// `npm run trial:kill`: 300 answers are sent while the Worker or the mail server is killed at a random moment; twenty times.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PUT_OFF } from '../../src/core/message/message.ts'
import { ikoBody } from '../bench/answers.ts'
import { runSql } from '../operate/database.ts'
import { literal } from '../operate/rows.ts'
import { installed } from '../run/place.ts'
import { isFree } from '../run/ports.ts'
import { dataIn, prepareCopy, quiet } from '../run/prepare.ts'
import { Processes } from '../run/processes.ts'
import { envText, keepSecrets } from '../run/state.ts'
import { until, type Victim, victimOf } from './kill/victim.ts'
import { expectThat, runTrial } from './steps.ts'

const { values: flags } = parseArgs({
  options: { rounds: { type: 'string', default: '20' }, answers: { type: 'string', default: '300' } },
})
const ROUNDS = Number(flags.rounds)
const ANSWERS = Number(flags.answers)

const HOST = '127.0.0.1'
const MINUTE = 60_000
/** Every accepted answer has its receipt and its report within this time after the restart. */
const DONE_WITHIN = 5 * MINUTE
/** The latest moment of a kill: on a quiet machine all answers are sent, and their mails too, not long after. */
const LONGEST_BEFORE = 6000
/** The lanes of a consumer, and how many consumers may be at work: the queue's and the sweep's. */
const COPIES_A_KILL = 4 * 3
const SENDERS = 8

async function freePort(from: number): Promise<number> {
  for (let port = from; port < from + 500; port++) if (await isFree(port)) return port
  throw new Error('no port is free')
}

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, HOST)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** One answer to send: its body, where its mails go, and whether it was accepted. */
interface Sending {
  readonly body: string
  readonly email: string
  isAccepted: boolean
}

/** Sends until it is accepted, whatever happens in between: the key makes it one answer. */
async function sendUntilAccepted(home: string, sending: Sending): Promise<void> {
  while (!sending.isAccepted) {
    const answer = await fetch(`${home}/f/iko-2026-2`, {
      method: 'POST',
      body: sending.body,
      redirect: 'manual',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
      signal: AbortSignal.timeout(10_000),
    }).catch(() => null)
    await answer?.body?.cancel()
    if (answer?.status === 201 || answer?.status === 200) sending.isAccepted = true
    else if (answer && answer.status >= 400 && answer.status < 500 && answer.status !== 429)
      throw new Error(`an answer was refused: ${answer.status}`)
    else await later(answer?.status === 429 ? 2000 : 300)
  }
}

async function sendAll(home: string, sendings: readonly Sending[]): Promise<void> {
  const waiting = [...sendings]
  const sender = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await sendUntilAccepted(home, next)
  }
  await Promise.all(Array.from({ length: SENDERS }, sender))
}

await runTrial(
  `killed at any moment: ${ROUNDS} times, ${ANSWERS} answers each`,
  async ({ say, step, atEnd }) => {
    const folder = mkdtempSync(join(tmpdir(), 'simpul-kill-'))
    atEnd(() => rmSync(folder, { recursive: true, force: true }))
    const [port, smtp] = [await freePort(18_000), await freePort(19_000)]
    const home = `http://${HOST}:${port}`
    const mails = join(folder, 'mails.jsonl')
    writeFileSync(mails, '')
    writeFileSync(
      join(folder, 'worker.env'),
      envText({
        ...keepSecrets(folder),
        PUBLIC_URL: home,
        MAILER: 'smtp',
        SMTP_HOST: HOST,
        SMTP_PORT: String(smtp),
        MAIL_FROM: 'simpul@simpul.example',
      }),
    )
    await prepareCopy(folder, new Processes())

    const worker = victimOf({
      run: installed(
        'wrangler',
        ...[
          'dev',
          '--ip',
          HOST,
          '--port',
          String(port),
          '--inspector-port',
          '0',
          '--persist-to',
          dataIn(folder),
        ],
        ...['--env-file', join(folder, 'worker.env'), '--show-interactive-dev-session=false'],
      ),
      log: join(folder, 'worker.log'),
      env: { ...quiet, WRANGLER_REGISTRY_PATH: join(folder, 'registry') },
      answers: async () => {
        const answer = await fetch(`${home}/healthz`, { signal: AbortSignal.timeout(5000) }).catch(() => null)
        await answer?.body?.cancel()
        return answer?.status === 200
      },
    })
    const inbox = victimOf({
      run: [
        process.execPath,
        [
          '--experimental-strip-types',
          '--no-warnings',
          join(import.meta.dirname, 'kill/inbox.ts'),
          String(smtp),
          mails,
        ],
      ],
      log: join(folder, 'inbox.log'),
      answers: () => isOpen(smtp),
    })
    atEnd(() => worker.kill())
    atEnd(() => inbox.kill())
    await inbox.start()
    await worker.start()
    const clock = setInterval(() => {
      const address = `${home}/cdn-cgi/handler/scheduled?cron=${encodeURIComponent('* * * * *')}`
      fetch(address, { signal: AbortSignal.timeout(MINUTE) }).then(
        (answer) => answer.body?.cancel(),
        () => undefined,
      )
    }, 10_000)
    atEnd(() => clearInterval(clock))

    const place = ['--local', '--persist-to', dataIn(folder)]
    const ask = async (sql: string) => {
      const [rows] = await runSql(place, [sql])
      return rows ?? []
    }
    const number = async (sql: string) => Number(Object.values((await ask(sql))[0] ?? {})[0])
    const copies = () => {
      const counts = new Map<string, number>()
      for (const line of readFileSync(mails, 'utf8').split('\n').filter(Boolean)) {
        const { id }: { id: string } = JSON.parse(line)
        counts.set(id, (counts.get(id) ?? 0) + 1)
      }
      return counts
    }
    const extra = () => [...copies().values()].reduce((sum, count) => sum + count - 1, 0)

    for (let round = 1; round <= ROUNDS; round++) {
      const isWorker = Math.random() < 0.6
      const victim: Victim = isWorker ? worker : inbox
      const after = Math.round(Math.random() * LONGEST_BEFORE)
      const before = { extra: extra(), began: Date.now() }
      await step(
        `${round}: the ${isWorker ? 'Worker' : 'mail server'} is killed after ${after} ms`,
        async () => {
          const sendings = Array.from({ length: ANSWERS }, (): Sending => {
            const body = ikoBody()
            return { body, email: new URLSearchParams(body).get('email') ?? '', isAccepted: false }
          })
          const sent = sendAll(home, sendings)
          await later(after)
          await victim.kill()
          const acceptedBefore = sendings.filter(({ isAccepted }) => isAccepted).length
          await later(1000)
          await victim.start()
          const restarted = Date.now()
          await sent
          const mine = `recipient in (select value from json_each(${literal(sendings.map(({ email }) => email))}))`
          const open = () =>
            number(
              `select ${ANSWERS * 2} - count(*) from deliveries where handed_at is not null and kind in ('receipt', 'report') and ${mine}`,
            )
          const isDone = await until(
            async () => (await open()) === 0,
            DONE_WITHIN - (Date.now() - restarted),
            3000,
          )
          const took = Math.round((Date.now() - restarted) / 1000)
          expectThat(isDone, `${await open()} mails are missing five minutes after the restart`)
          const putOff = await number(`select count(*) from steps where reason = ${literal(PUT_OFF)}`)
          expectThat(putOff === 0, `${putOff} mails were put off by a rule that they did not use up`)
          const counts = copies()
          const missing = await ask(
            `select id || '.' || generation as id from deliveries where handed_at is not null and ${mine}`,
          )
          const lost = missing.filter(({ id }) => !counts.has(`<${id}@simpul.example>`)).length
          expectThat(lost === 0, `${lost} mails are said to be handed over that the server never took`)
          const twice = extra() - before.extra
          expectThat(twice <= COPIES_A_KILL, `${twice} copies too many of one kill`)
          expectThat(Math.max(...counts.values()) <= 2, 'a mail came more than twice')
          const [ledger] = await ask(`
        select sum(accepted) as accepted, sum(done) as done, sum(held) as held, sum(failed) as failed,
          (select count(*) from submissions) as rows_,
          (select count(*) from submissions where done_at is null and held_at is null and failed_at is null
            and not exists (select 1 from steps where submission_id = submissions.id)) as forgotten
        from round_tallies`)
          expectThat(
            ledger?.accepted === ledger?.rows_,
            `${ledger?.accepted} are counted of ${ledger?.rows_} answers`,
          )
          expectThat(ledger?.forgotten === 0, `${ledger?.forgotten} answers are neither done nor owed`)
          say(
            `        ${acceptedBefore} were accepted before; all mails ${took} s after the restart; ${twice} came twice`,
          )
        },
      )
      if (!existsSync(folder)) return
    }
  },
)
