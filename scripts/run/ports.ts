// Ports on this machine: read from the environment, and refused with one sentence when something has them.
import { createServer } from 'node:net'

/** Says whether nothing listens on this port of 127.0.0.1. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1' }, () => server.close(() => resolve(true)))
  })
}

/** Reads the ports named in the environment; throws one sentence when one is not a number, is named twice or is taken. */
export async function choosePorts<Name extends string>(
  defaults: Record<Name, number>,
  env: Record<string, string | undefined>,
): Promise<Record<Name, number>> {
  const chosen = { ...defaults }
  const seen = new Map<number, string>()
  for (const name in defaults) {
    const port = Number(env[name] || defaults[name])
    if (!Number.isInteger(port) || port < 1 || port > 65535) {
      throw new Error(`${name} must be a port between 1 and 65535, not "${env[name]}".`)
    }
    const other = seen.get(port)
    if (other) throw new Error(`${other} and ${name} are both ${port}: give them different ports.`)
    seen.set(port, name)
    chosen[name] = port
  }
  for (const [port, name] of seen) {
    if (await isFree(port)) continue
    const next = await firstFree(port + 1, seen)
    const advice = next ? ` with ${name}=${next} npm start` : ''
    throw new Error(`Port ${port} is taken: stop what uses it, or choose another${advice}.`)
  }
  return chosen
}

async function firstFree(from: number, taken: Map<number, string>): Promise<number | undefined> {
  for (let port = from; port < from + 100 && port <= 65535; port++) {
    if (!taken.has(port) && (await isFree(port))) return port
  }
  return undefined
}
