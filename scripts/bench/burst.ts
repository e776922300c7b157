// A burst of submissions, followed until the last report is handed to the mail server.
import { setTimeout as wait } from 'node:timers/promises'
import type { RunningWorker } from '../../tests/support/worker.ts'
import { type Asked, load } from './load.ts'
import type { Sink } from './sink.ts'

/** Milliseconds from sending to handing over. */
export interface Spread {
  readonly p50: number
  readonly p95: number
}

/** What became of a burst. */
export interface Burst {
  readonly submissions: number
  /** Submissions taken a second while they were being posted. */
  readonly postsPerSecond: number
  /** Submissions a second from the first one stored to the last report handed over. */
  readonly perSecond: number
  readonly receipt: Spread
  readonly report: Spread
  /** Processor time of the workerd process for each submission, posting included, in ms. */
  readonly cpuMillis: number | null
}

const MAILS_EACH = 2
const LONGEST = 120_000

/** Posts so many submissions as fast as they are taken, and waits for their receipts and reports. */
export async function burst(
  worker: RunningWorker,
  asked: Asked,
  sink: Sink,
  submissions: number,
): Promise<Burst> {
  const before = { taken: sink.taken(), now: Date.now(), cpu: worker.cpuMillis() }
  await load(worker, asked, { amount: submissions })
  const expected = before.taken + submissions * MAILS_EACH
  while (sink.taken() < expected) {
    if (Date.now() > before.now + LONGEST) {
      throw new Error(`${sink.taken() - before.taken} of ${submissions * MAILS_EACH} mails after two minutes`)
    }
    await wait(50)
  }
  // The last mail is taken a moment before it is marked.
  await wait(500)
  const after = worker.cpuMillis()
  const rows = await worker.rows(
    'DB',
    `select d.kind, s.created_at as sent, d.handed_at as handed
     from deliveries d join submissions s on s.id = d.submission_id where s.created_at >= ${before.now}`,
  )
  const took = (kind: string) =>
    rows.filter((row) => row.kind === kind).map((row) => Number(row.handed) - Number(row.sent))
  const sent = rows.map((row) => Number(row.sent))
  const first = Math.min(...sent)
  const last = Math.max(...rows.map((row) => Number(row.handed)))
  return {
    submissions,
    postsPerSecond: (submissions * 1000) / (Math.max(...sent) - first),
    perSecond: (submissions * 1000) / (last - first),
    receipt: spread(took('receipt')),
    report: spread(took('report')),
    cpuMillis: before.cpu === null || after === null ? null : (after - before.cpu) / submissions,
  }
}

function spread(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95) }
}
