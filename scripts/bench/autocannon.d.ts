// The part of autocannon that the bench uses; the package has no types of its own.
declare module 'autocannon' {
  interface Sent {
    body?: string
  }

  export interface Options {
    readonly url: string
    readonly connections: number
    /** Seconds. */
    readonly duration?: number
    readonly amount?: number
    readonly method?: 'GET' | 'POST'
    readonly headers?: Readonly<Record<string, string>>
    readonly requests?: readonly { setupRequest(request: Sent): Sent }[]
  }

  export interface Result {
    /** Seconds. */
    readonly duration: number
    readonly errors: number
    /** Milliseconds. */
    readonly latency: { readonly p50: number; readonly p99: number }
    readonly statusCodeStats: Readonly<Record<string, { readonly count: number }>>
  }

  export default function autocannon(options: Options): Promise<Result>
}
