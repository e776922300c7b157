// The service worker: a form that somebody has begun opens without network too. It keeps blank pages and the script beside
// them, never an answer, and each page it brings gets a key of its own, as the server's would.

/** What a service worker is given, as far as this one needs it. */
interface ServiceWorkerItself {
  addEventListener(name: 'install', act: () => void): void
  addEventListener(name: 'message', act: (event: Waits & { readonly data: readonly string[] }) => void): void
  addEventListener(name: 'fetch', act: (event: Fetches) => void): void
  skipWaiting(): Promise<void>
}
interface Waits {
  waitUntil(what: Promise<unknown>): void
}
interface Fetches extends Waits {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

// In a service worker, the global is one; the library of the page's scripts does not know it.
const worker = self as unknown as ServiceWorkerItself

const FORMS = 'forms'
/** A network that has not answered after this time is none (ms). */
const PATIENCE = 6000

/** A new key: a UUID of version 7, as the server mints it (src/core/kernel/id.ts). */
function newKey(): string {
  const time = `00${Date.now().toString(16)}`.slice(-12)
  const chance = Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) =>
    `0${byte.toString(16)}`.slice(-2),
  ).join('')
  const parts = [time.slice(0, 8), time.slice(8), `7${chance.slice(0, 3)}`, `8${chance.slice(3, 6)}`]
  return [...parts, chance.slice(6, 18)].join('-')
}

async function keptPage(request: Request): Promise<Response | undefined> {
  const kept = (await caches.match(request)) || (await caches.match(request, { ignoreSearch: true }))
  if (!kept) return undefined
  const page = (await kept.text()).replace(
    /(name="submission" value=")[^"]+/,
    (_, before) => before + newKey(),
  )
  return new Response(page, { headers: kept.headers })
}

async function page({ request }: Fetches): Promise<Response> {
  const fresh = fetch(request)
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE, null))
  const answer = await Promise.race([fresh.catch(() => null), late])
  // A server that fails is no reason to keep anybody from filling in.
  return answer && answer.status < 500 ? answer : (await keptPage(request)) || fresh
}

worker.addEventListener('install', () => {
  worker.skipWaiting()
})

// The page tells what to keep: itself, as it was before anything was typed, and its script.
worker.addEventListener('message', (event) => {
  event.waitUntil(
    caches
      .open(FORMS)
      // Past the browser's own copy: Back would find another page there, with another key.
      .then((cache) => cache.addAll(event.data.map((address) => new Request(address, { cache: 'no-store' }))))
      .catch(() => undefined),
  )
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname } = new URL(request.url)
  if (request.method !== 'GET') return
  if (request.mode === 'navigate' && /^\/f\/[\w-]+$/.test(pathname)) event.respondWith(page(event))
  else if (pathname.startsWith('/later-'))
    event.respondWith(caches.match(request).then((kept) => kept || fetch(request)))
})
