// The floors: the least that a Worker can do for the same request. They run in a process of their own.
import type { D1Database, ExecutionContext, Queue } from '@cloudflare/workers-types'
import { Hono } from 'hono'

// Put in when the floor is bundled.
declare const PAGE_BYTES: number
declare const STATEMENTS: number

interface Env {
  readonly DB: D1Database
  readonly STEPS: Queue<{ step: string }>
}

const page = 'x'.repeat(PAGE_BYTES)

const app = new Hono<{ Bindings: Env }>()
  .get('/page', (c) => c.html(page))
  .post('/send', async (c) => {
    const fields = await c.req.formData()
    const key = String(fields.get('submission'))
    const answers = JSON.stringify([...fields])
    const { DB, STEPS } = c.env
    const inserts = Array.from({ length: STATEMENTS - 1 }, (_, i) =>
      DB.prepare('insert into kept (id, answers) values (?, ?)').bind(`${key}:${i}`, i === 0 ? answers : ''),
    )
    const [kept] = (
      await DB.batch([...inserts, DB.prepare('select id from kept where id = ?').bind(`${key}:0`)])
    ).slice(-1)
    if (kept?.results.length !== 1) return c.text('not kept', 500)
    c.executionCtx.waitUntil(STEPS.send({ step: key }))
    return c.body(null, 303, { Location: `/s/${key}` })
  })

export default {
  fetch: (request: Request, env: Env, context: ExecutionContext) => app.fetch(request, env, context),
}
