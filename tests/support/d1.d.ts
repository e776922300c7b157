// The types of the platform that pages and steps drag along where they run outside of a Worker: never used there.
type D1Database = import('@cloudflare/workers-types').D1Database
type Queue<Body> = import('@cloudflare/workers-types').Queue<Body>
type SendEmail = import('@cloudflare/workers-types').SendEmail
type RateLimit = import('@cloudflare/workers-types').RateLimit
interface Fetcher {
  fetch(address: string, init?: RequestInit): Promise<Response>
}
type R2Bucket = import('@cloudflare/workers-types').R2Bucket
interface Socket {
  readonly readable: ReadableStream<Uint8Array>
  readonly writable: WritableStream<Uint8Array>
  readonly opened: Promise<unknown>
  readonly closed: Promise<void>
  close(): Promise<void>
  startTls(): Socket
}
declare module 'cloudflare:sockets' {
  export function connect(
    address: { hostname: string; port: number },
    options: { secureTransport: 'on' | 'starttls'; allowHalfOpen: boolean },
  ): Socket
}
