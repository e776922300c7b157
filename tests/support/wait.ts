// Waiting for something to become true, for a bounded time.

/** Between two questions there are at most so many milliseconds; at first there are fewer. */
const PAUSE = 100

/** Asks again and again until there is an answer; throws a sentence when none comes in time. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined> | T | undefined,
  seconds = 20,
): Promise<T> {
  const deadline = Date.now() + seconds * 1000
  for (let pause = 10; Date.now() < deadline; pause = Math.min(2 * pause, PAUSE)) {
    const answer = await ask()
    if (answer !== undefined) return answer
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  throw new Error(`Waited ${seconds} s in vain for ${what}.`)
}
