// A scripted mail server for tests inside the Worker, which cannot listen themselves: it runs beside them (../smtp-server.ts).
import { env } from 'cloudflare:workers'
import type { Heard, ServerScript } from '../smtp-script.ts'

/** A server that runs until the tests are over, or it is stopped. */
export interface ScriptedServer {
  readonly port: number
  heard(): Promise<Heard>
  /** Ends it before the test does. */
  stop(): Promise<void>
}

/** Starts one whose nth connection goes by the nth script, later ones by the last. */
export async function scriptedServer(...scripts: readonly ServerScript[]): Promise<ScriptedServer> {
  const address = `http://smtp.test/${crypto.randomUUID()}`
  const started = await env.SMTP.fetch(address, { method: 'PUT', body: JSON.stringify(scripts) })
  return {
    port: await started.json(),
    heard: async () => (await env.SMTP.fetch(address)).json(),
    stop: async () => void (await env.SMTP.fetch(address, { method: 'DELETE' })),
  }
}
