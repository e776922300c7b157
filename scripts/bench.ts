// `npm run bench`: how fast Simpul is, as ratios to the least a Worker could do in the same minutes on the same machine.
// `npm run bench -- --quick` takes a short look, `--requests` looks at GET and POST alone, `--boards` at following a round
// alone, `--large` at every page of staff among thousands of organisations. Nothing passes or fails here: it prints a table and writes JSON.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startWorker } from '../tests/support/worker.ts'
import { ikoBody } from './bench/answers.ts'
import { boardSql, timeBoards } from './bench/board.ts'
import { bundleOwn, bundleWorker, migrations, settings, startUp } from './bench/bundle.ts'
import { burst } from './bench/burst.ts'
import { timeCalls } from './bench/calls.ts'
import { startEdge } from './bench/edge.ts'
import { timeLarge, visitorsSql } from './bench/large.ts'
import { largeSql } from './bench/large-world.ts'
import { describeMachine } from './bench/machine.ts'
import { weigh } from './bench/page.ts'
import { compare } from './bench/pairs.ts'
import { openPhone, visitInTurns } from './bench/phone.ts'
import { startSink } from './bench/sink.ts'
import { type Findings, tableOf, tableOfBoards, tableOfLarge, tableOfRequests } from './bench/table.ts'
import { touchLargeForm } from './bench/touches.ts'
import { reason, root } from './run/place.ts'
import { seedSql } from './seed.ts'

const amounts = process.argv.includes('--quick')
  ? {
      pairs: 3,
      seconds: 1.5,
      submissions: 200,
      starts: 1,
      visits: 3,
      walks: 3,
      levelsEach: 2,
      boards: 5,
      large: [1000],
      runs: 5,
      sendings: 100,
    }
  : {
      pairs: 7,
      seconds: 3,
      submissions: 1000,
      starts: 5,
      visits: 11,
      walks: 5,
      levelsEach: 5,
      boards: 21,
      large: [1000, 10_000],
      runs: 9,
      sendings: 300,
    }

const IKO = '/f/iko-2026-2'
// As many as src/db/submission/write.ts has for an IKO with an address: submission, revision, receipt, steps, tally, the
// draft that ends, and the select that tells what stands.
const STATEMENTS = 7

const folder = mkdtempSync(join(tmpdir(), 'simpul-bench-'))
// Also where it is interrupted; miniflare ends its processes in the same way.
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130))
const say = (what: string) => console.log(`${what} …`)

try {
  const partly = { '--boards': boardsAlone, '--requests': requestsAlone, '--large': largeAlone }
  for (const [option, part] of Object.entries(partly)) {
    if (!process.argv.includes(option)) continue
    console.log(`\n${await part(await productOf(bundleWorker(join(folder, 'product')).file, 0))}`)
    process.exit(0)
  }
  const findings = await measure()
  const file = join(root, '.wrangler/bench.json')
  mkdirSync(join(root, '.wrangler'), { recursive: true })
  writeFileSync(file, `${JSON.stringify(findings, null, 2)}\n`)
  console.log(`\n${tableOf(findings)}\n\nThe same as data: ${file}`)
} catch (error) {
  console.error(reason(error))
  // Whatever still runs is ended with this process.
  process.exit(1)
}

async function measure(): Promise<Findings> {
  say('Bundling')
  const bundle = bundleWorker(join(folder, 'product'))
  const { compatibilityDate, queue, batchSize, batchSeconds } = settings()
  const sink = await startSink()
  const product = await productOf(bundle.file, sink.port)
  const requests = await measureRequests(product)
  const boards = await measureBoards(product)
  const { browser, ...onPhone } = await measureOnPhone(product)
  say('Burst')
  const consuming = await startWorker({ ...product, consumes: { queue, batchSize, batchSeconds } })
  const asked = { path: IKO, status: 303 as const, body: ikoBody }
  await burst(consuming, asked, sink, 50)
  const handedOver = await burst(consuming, asked, sink, amounts.submissions)
  await consuming.stop()
  await sink.stop()
  say('Calls and start-up')
  return {
    machine: describeMachine(browser),
    ...requests,
    boards,
    ...onPhone,
    burst: handedOver,
    calls: await timeCalls(folder, compatibilityDate),
    bundle: bundle.gzip,
    startUp: startUp(folder, amounts.starts),
  }
}

/** The Worker as it is deployed, with the demo's rounds, and where it hands its mails. */
async function productOf(bundle: string, smtpPort: number) {
  const { compatibilityDate, queue } = settings()
  return {
    bundle,
    compatibilityDate,
    databases: { DB: [...migrations(), ...(await seedSql(new Date())).split('\n')] },
    queues: { STEPS: queue },
    vars: {
      MAILER: 'smtp',
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: String(smtpPort),
      MAIL_FROM: 'simpul@simpul.example',
      LINK_SECRETS: `a:${'5'.repeat(64)}`,
      PUBLIC_URL: 'https://simpul.example',
    },
  }
}

type Product = Awaited<ReturnType<typeof productOf>>

/** Following a round, with a network of its own size in the database. */
async function measureBoards(product: Product) {
  say('Boards')
  const databases = { DB: [...product.databases.DB, ...(await boardSql(Date.now()))] }
  const worker = await startWorker({ ...product, databases })
  const boards = await timeBoards(worker, amounts.boards)
  await worker.stop()
  return boards
}

async function boardsAlone(product: Product): Promise<string> {
  return tableOfBoards(describeMachine('not used'), await measureBoards(product))
}

/** Every page of staff at each size, of a Worker that tells what it read where it is asked to. */
async function largeAlone(product: Product): Promise<string> {
  const bundle = join(folder, 'counted.js')
  await bundleOwn('../../tests/support/inside/counted.ts', bundle, {})
  const now = Date.now()
  const found = []
  for (const organisations of amounts.large) {
    say(`${organisations} organisations`)
    const world = [...largeSql(organisations, now), ...(await visitorsSql(now))]
    const worker = await startWorker({
      ...product,
      bundle,
      databases: { DB: [...product.databases.DB, ...world] },
    })
    found.push(await timeLarge(worker, organisations, amounts))
    await worker.stop()
  }
  return tableOfLarge(describeMachine('not used'), found)
}

async function requestsAlone(product: Product): Promise<string> {
  return tableOfRequests(describeMachine('not used'), await measureRequests(product))
}

/** GET and POST, each against its floor; nobody takes from the queues, so only requests are measured. */
async function measureRequests(product: Product) {
  const worker = await startWorker(product)
  const page = await weigh(worker.url + IKO)
  const bundle = join(folder, 'floor.js')
  await bundleOwn('floor.ts', bundle, { PAGE_BYTES: page.plain, STATEMENTS })
  const floor = await startWorker({
    ...product,
    bundle,
    databases: { DB: ['create table kept (id text primary key not null, answers text not null)'] },
  })
  say('GET')
  const get = await compare(
    { worker, asked: { path: IKO, status: 200 } },
    { worker: floor, asked: { path: '/page', status: 200 } },
    amounts.pairs,
    amounts.seconds,
  )
  say('POST')
  const post = await compare(
    { worker, asked: { path: IKO, status: 303, body: ikoBody } },
    { worker: floor, asked: { path: '/send', status: 303, body: ikoBody } },
    amounts.pairs,
    amounts.seconds,
  )
  await worker.stop()
  await floor.stop()
  return { page, get, post }
}

/** The page in a browser that is as slow as a cheap phone on a weak network, and the largest form there. */
async function measureOnPhone(product: Product) {
  const { compatibilityDate } = product
  const bundle = join(folder, 'pages.js')
  await bundleOwn('pages.tsx', bundle, {})
  const [worker, others] = [await startWorker(product), await startWorker({ bundle, compatibilityDate })]
  const [edge, otherEdge] = [await startEdge(worker.url), await startEdge(others.url)]
  const browser = await openPhone()
  say('Phone')
  const phone = await visitInTurns(
    browser,
    { edge, path: IKO },
    { edge: otherEdge, path: '/floor' },
    amounts.visits,
  )
  const touches = await touchLargeForm(browser, otherEdge, amounts.walks, amounts.levelsEach)
  const floorPage = await weigh(`${others.url}/floor`)
  const largePage = await weigh(`${others.url}/large`)
  const version = browser.version()
  await browser.close()
  for (const running of [edge, otherEdge, worker, others]) await running.stop()
  return { browser: version, phone, touches, floorPage, largePage }
}
