// The scripts that a form asks for once somebody has begun it: what it needs later, and its service worker.
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { laterPath, laterScript, workerScript } from '../../client/built.ts'

const headers = {
  'Content-Type': 'text/javascript; charset=utf-8',
  'X-Content-Type-Options': 'nosniff',
  // A service worker may ask for what it keeps, and for nothing else.
  'Content-Security-Policy': "default-src 'none'; connect-src 'self'",
}

/** The routes of scripts. */
export const scriptRoutes = () =>
  new Hono()
    .get('/sw.js', (c) => c.body(workerScript, 200, { ...headers, 'Cache-Control': 'no-cache' }))
    // Its hash is in its address, so what a browser has it may keep for ever.
    .get('/:name{later-[0-9a-f]+\\.js}', (c) => {
      if (c.req.path !== laterPath) throw new HTTPException(404)
      return c.body(laterScript, 200, {
        ...headers,
        'Cache-Control': 'public, max-age=31536000, immutable',
      })
    })
