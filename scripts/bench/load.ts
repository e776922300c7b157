// One run of load on one Worker: how many requests it answered, and what they cost its process.
import autocannon, { type Result } from 'autocannon'
import type { RunningWorker } from '../../tests/support/worker.ts'

/** Connections that ask at the same time. */
export const CONNECTIONS = 16

/** What is asked, and the status that every answer must have. */
export interface Asked {
  readonly path: string
  readonly status: 200 | 303
  /** Makes the body of a POST, a new one each time; without it the request is a GET. */
  readonly body?: () => string
}

/** What one run found. */
export interface Run {
  readonly perSecond: number
  /** Processor time of the whole workerd process for each request, in µs; null where /proc does not tell. */
  readonly cpuMicros: number | null
  /** Latency in ms. */
  readonly p50: number
  readonly p99: number
}

/** Asks for so many seconds, or for so many answers. */
export async function load(
  worker: RunningWorker,
  { path, status, body }: Asked,
  until: { readonly duration: number } | { readonly amount: number },
): Promise<Run> {
  const before = worker.cpuMillis()
  const result = await autocannon({
    url: worker.url + path,
    connections: CONNECTIONS,
    ...until,
    ...(body && {
      method: 'POST' as const,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      requests: [{ setupRequest: (request) => ({ ...request, body: body() }) }],
    }),
  })
  const after = worker.cpuMillis()
  const answered = count(result, path, status)
  return {
    perSecond: answered / result.duration,
    cpuMicros: before === null || after === null ? null : ((after - before) * 1000) / answered,
    p50: result.latency.p50,
    p99: result.latency.p99,
  }
}

/** The number of answers; throws where one of them is not as it should be, because then nothing was measured. */
function count({ statusCodeStats, errors }: Result, path: string, status: number): number {
  const answered = statusCodeStats[status]?.count ?? 0
  const others = Object.keys(statusCodeStats).filter((code) => code !== String(status))
  if (answered === 0 || errors > 0 || others.length > 0) {
    throw new Error(
      `${path}: ${answered} times ${status}, ${errors} errors, other answers: ${others.join(' ')}`,
    )
  }
  return answered
}
