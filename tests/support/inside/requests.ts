// Many requests in one world: which of them are answered wrongly, and which of them change what they may not.
import { together, type WayBack } from './kept.ts'
import { dump } from './tables.ts'
import type { World } from './world.ts'

/** One request, and what is wrong with its answer; null where nothing is. */
export interface Request<Address extends string = string> {
  readonly address: Address
  send(): Promise<Response>
  judge(response: Response): string | null | Promise<string | null>
}

/** Judges an answer by its status alone. */
export const answers =
  (...right: readonly number[]) =>
  ({ status }: Response): string | null =>
    right.includes(status) ? null : `answers ${status}`

/** Sends one after the other, and names each address whose answer is wrong. */
async function wrong(requests: readonly Request[]): Promise<string[]> {
  const found: string[] = []
  for (const { address, send, judge } of requests) {
    const problem = await judge(await send())
    if (problem !== null) found.push(`${address} ${problem}`)
  }
  return found
}

/**
 * The same of requests that may change nothing, in the rows that a way back leads to. Where something changed, each is sent
 * once more from there, so that the address is named.
 */
export async function wrongOrWriting(
  world: World,
  rows: WayBack,
  requests: readonly Request[],
): Promise<string[]> {
  await together(rows)
  const before = await dump(world)
  const changes = async () => {
    await world.work()
    return (await dump(world)) !== before
  }
  const found = await wrong(requests)
  if (!(await changes())) return found
  const alone: string[] = []
  for (const one of requests) {
    await together(rows)
    alone.push(...(await wrong([one])))
    if (await changes()) alone.push(`${one.address} changes something`)
  }
  return alone.length > 0 ? alone : [...found, 'together they change something, and none of them alone']
}

/** The same of requests that may write: each is sent from the rows that a way back leads to. */
export async function wrongEachAlone(rows: WayBack, requests: readonly Request[]): Promise<string[]> {
  const found: string[] = []
  for (const one of requests) {
    await together(rows)
    found.push(...(await wrong([one])))
  }
  return found
}
