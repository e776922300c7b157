// The types of the platform that pages and steps drag along where they run outside of a Worker: never used there.
type D1Database = import('@cloudflare/workers-types').D1Database
type Queue<Body> = import('@cloudflare/workers-types').Queue<Body>
type SendEmail = import('@cloudflare/workers-types').SendEmail
type RateLimit = import('@cloudflare/workers-types').RateLimit
interface Fetcher {
  fetch(address: string, init?: RequestInit): Promise<Response>
}
type R2Bucket = import('@cloudflare/workers-types').R2Bucket
