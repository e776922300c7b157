// The Worker as it is, with a meter before its database where a request asks for one: what the page read comes as a header.

import { COUNTED, type Counted } from '../../../scripts/bench/counts.ts'
import worker from '../../../src/index.ts'
import { newMeter } from './meter.ts'

type Env = Parameters<typeof worker.fetch>[1]

const counting = new WeakMap<Env, { readonly env: Env; readonly meter: ReturnType<typeof newMeter> }>()

function countedEnv(env: Env) {
  const known = counting.get(env)
  if (known) return known
  const meter = newMeter(env.DB)
  const made = { env: { ...env, DB: meter.d1 }, meter }
  counting.set(env, made)
  return made
}

export default {
  async fetch(request, env, context) {
    if (!request.headers.has(COUNTED)) return worker.fetch(request, env, context)
    const counted = countedEnv(env)
    counted.meter.take()
    const answer = await worker.fetch(request, counted.env, context)
    const calls = counted.meter.take()
    const counts: Counted = {
      read: calls.reduce((sum, { read }) => sum + read, 0),
      calls: calls.length,
      most: Math.max(0, ...calls.map(({ read }) => read)),
    }
    const response = new Response(answer.body, answer)
    response.headers.set(COUNTED, JSON.stringify(counts))
    return response
  },
} satisfies ExportedHandler<Env>
