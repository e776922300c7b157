// How long one call of the core takes, told from outside: a Worker's own clock stands still while it computes.
import { type RunningWorker, startWorker } from '../../tests/support/worker.ts'
import { bundleOwn } from './bundle.ts'
import { median } from './pairs.ts'

/** Microseconds a call, each a median over several requests. */
export interface Calls {
  readonly score: number
  readonly reportMail: number
  readonly reportPage: number
}

const TIMES = 200
const REQUESTS = 9

/** Times the core in a Worker of its own. */
export async function timeCalls(folder: string, compatibilityDate: string): Promise<Calls> {
  const bundle = `${folder}/core.js`
  await bundleOwn('core.tsx', bundle, {})
  const worker = await startWorker({ bundle, compatibilityDate })
  try {
    return {
      score: await timed(worker, 'score'),
      reportMail: await timed(worker, 'mail'),
      reportPage: await timed(worker, 'page'),
    }
  } finally {
    await worker.stop()
  }
}

async function timed(worker: RunningWorker, work: string): Promise<number> {
  const ask = async (path: string): Promise<number> => {
    const started = performance.now()
    const answer = await fetch(worker.url + path)
    const size = Number(await answer.text())
    if (!answer.ok || !(size > 0)) throw new Error(`${path} answered ${answer.status}`)
    return performance.now() - started
  }
  await ask(`/${work}/${TIMES}`)
  const took: number[] = []
  for (let i = 0; i < REQUESTS; i++)
    took.push((await ask(`/${work}/${TIMES}`)) - (await ask(`/nothing/${TIMES}`)))
  return (median(took) * 1000) / TIMES
}
