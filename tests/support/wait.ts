// Waiting for something to become true, for a bounded time.

/** Asks again and again until there is an answer; throws a sentence when none comes in time. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined> | T | undefined,
  seconds = 20,
): Promise<T> {
  const deadline = Date.now() + seconds * 1000
  while (Date.now() < deadline) {
    const answer = await ask()
    if (answer !== undefined) return answer
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`Waited ${seconds} s in vain for ${what}.`)
}
