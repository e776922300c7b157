// Telling a watcher outside that all is in order: it tells somebody when it hears nothing for a while.

const PATIENCE = 5000

/** Asks for an address, and throws where it does not answer well within five seconds. */
export const heartbeatTo = (url: string) => async (): Promise<void> => {
  const response = await fetch(url, { redirect: 'follow', signal: AbortSignal.timeout(PATIENCE) })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`the watcher answered ${response.status}`)
}
