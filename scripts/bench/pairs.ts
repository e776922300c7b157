// Runs that alternate between the product and its floor, so that what else the machine does falls on both.
import type { RunningWorker } from '../../tests/support/worker.ts'
import { type Asked, load, type Run } from './load.ts'

/** A Worker and what it is asked. */
export interface Side {
  readonly worker: RunningWorker
  readonly asked: Asked
}

/** Medians over all pairs. */
export interface Compared {
  readonly pairs: number
  /** Requests a second of the product divided by those of the floor in the run next to it. */
  readonly ratio: number
  /** Processor time of the floor divided by that of the product. */
  readonly cpuRatio: number | null
  readonly ratios: readonly number[]
  readonly product: Run
  readonly floor: Run
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]]
  if (low === undefined || high === undefined) throw new Error('the median of nothing')
  return (low + high) / 2
}

const medianRun = (runs: readonly Run[]): Run => ({
  perSecond: median(runs.map((run) => run.perSecond)),
  cpuMicros: medianKnown(runs.map((run) => run.cpuMicros)),
  p50: median(runs.map((run) => run.p50)),
  p99: median(runs.map((run) => run.p99)),
})

function medianKnown(numbers: readonly (number | null)[]): number | null {
  const known = numbers.filter((number) => number !== null)
  return known.length === 0 ? null : median(known)
}

/** Warms both sides up, then runs them in turns: product, floor, product, floor … */
export async function compare(product: Side, floor: Side, pairs: number, seconds: number): Promise<Compared> {
  const run = ({ worker, asked }: Side) => load(worker, asked, { duration: seconds })
  await load(product.worker, product.asked, { duration: 2 })
  await load(floor.worker, floor.asked, { duration: 2 })
  const taken: { readonly product: Run; readonly floor: Run }[] = []
  for (let i = 0; i < pairs; i++) {
    taken.push({ product: await run(product), floor: await run(floor) })
  }
  const ratios = taken.map((pair) => pair.product.perSecond / pair.floor.perSecond)
  const cpu = taken.map((pair) =>
    pair.floor.cpuMicros !== null && pair.product.cpuMicros !== null
      ? pair.floor.cpuMicros / pair.product.cpuMicros
      : null,
  )
  return {
    pairs,
    ratio: median(ratios),
    cpuRatio: medianKnown(cpu),
    ratios,
    product: medianRun(taken.map((pair) => pair.product)),
    floor: medianRun(taken.map((pair) => pair.floor)),
  }
}
