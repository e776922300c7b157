// What the deployment says of itself at /healthz.
import * as v from 'valibot'
import { type Finding, type Outside, ok, unknown, wrong } from './finding.ts'

const seconds = v.optional(v.nullable(v.number()))
const health = v.object({
  ok: v.boolean(),
  database: v.optional(v.boolean()),
  sweptSecondsAgo: seconds,
  stopped: v.optional(v.number()),
  mail: v.optional(v.object({ oldestOwedSeconds: seconds, lastReason: v.optional(v.nullable(v.string())) })),
})

type Health = v.InferOutput<typeof health>

/** The sweep runs every minute; a few may fail. */
const LATE = 5 * 60

function checkSweep(swept: number | null | undefined): Finding {
  const what = 'sweep'
  const mend =
    'a new cron trigger needs up to 15 minutes; after that look at the Worker under Settings, Triggers, and run npm run deploy'
  if (swept === undefined) return unknown(what, 'what runs does not tell when it last ran: npm run deploy')
  if (swept === null) return wrong(what, `has not run yet: ${mend}`)
  return swept > LATE
    ? wrong(what, `ran ${Math.round(swept)} s ago and should every minute: ${mend}`)
    : ok(what, `ran ${Math.round(swept)} s ago`)
}

/** Mail that is owed longer than a few tries take. */
const OVERDUE = 20 * 60

function checkOwed(mail: NonNullable<Health['mail']>): Finding {
  const what = 'mail that is owed'
  const waits = mail.oldestOwedSeconds ?? 0
  return waits > OVERDUE
    ? wrong(
        what,
        `waits for ${Math.round(waits / 60)} min: ${mail.lastReason ?? 'no reason'} (npm run steps)`,
      )
    : ok(what, 'none waits for long')
}

/** Whether PUBLIC_URL answers, with its database, and whether the sweep runs. */
export async function checkHealth({ home, ask }: Outside): Promise<readonly Finding[]> {
  let response: Response
  try {
    response = await ask('/healthz')
  } catch (error) {
    const why = error instanceof Error ? String(error.cause ?? error.message) : String(error)
    return [
      wrong(
        'address',
        `${home} does not answer (${why}): a new host needs some minutes for its certificate; the domain has to be on this account`,
      ),
    ]
  }
  const said = v.safeParse(health, await response.json().catch(() => null))
  if (!said.success)
    return [
      wrong('address', `${home}/healthz answers ${response.status}, and not as Simpul does: npm run deploy`),
    ]
  return [
    ok('address', `${home} answers over https`),
    said.output.database === false
      ? wrong('database at work', 'does not answer: look at cloudflarestatus.com')
      : ok('database at work', 'answers'),
    ...(said.output.ok ? [checkSweep(said.output.sweptSecondsAgo)] : []),
    ...(said.output.mail ? [checkOwed(said.output.mail)] : []),
    ...(said.output.stopped ? [wrong('steps', `${said.output.stopped} have stopped: npm run steps`)] : []),
  ]
}
