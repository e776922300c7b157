// The Worker's three doors: requests, queue messages and the clock.
import { createApp } from './app.tsx'
import { errorClass } from './core/kernel/fault.ts'
import { type Deps, depsFrom, type Env } from './deps.ts'
import { mailEventIn } from './platform/mail-events.ts'
import { stepsIn } from './platform/queue.ts'
import { consume } from './workflow/consume.ts'
import { takeMailEvents } from './workflow/mail-events.ts'
import { sweep } from './workflow/sweep/sweep.ts'

/** How the name of the queue ends on which the mail service tells what became of mails; before it stands whose it is. */
const MAIL_EVENTS = '-mail-events'

interface Application {
  readonly deps: Deps
  readonly app: ReturnType<typeof createApp>
}

const applications = new WeakMap<Env, Application>()

// One application an isolate: what it has learnt of rounds and pages serves the next request.
function applicationOf(env: Env): Application {
  const known = applications.get(env)
  if (known) return known
  const deps = depsFrom(env)
  const application = { deps, app: createApp(deps) }
  applications.set(env, application)
  return application
}

/** Lets the runtime know that something failed by the class of its error alone: it logs messages, which quote queries. */
async function failingInClass<T>({ log }: Deps, event: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    log.error(event, { error })
    throw new Error(errorClass(error))
  }
}

export default {
  fetch: (request, env, context) => applicationOf(env).app.fetch(request, env, context),

  queue: async (batch, env) => {
    const { deps } = applicationOf(env)
    const isOfMails = batch.queue.endsWith(MAIL_EVENTS)
    await failingInClass(deps, isOfMails ? 'mail events not taken' : 'steps not taken', async () => {
      if (isOfMails) return takeMailEvents(deps, batch.messages, mailEventIn)
      // Every message is acknowledged: it was only a hint, and what could not be done waits in its row.
      await consume(
        deps,
        batch.messages.flatMap(({ body }) => stepsIn(body)),
      )
    })
  },

  scheduled: (_controller, env) => {
    const { deps } = applicationOf(env)
    return failingInClass(deps, 'sweep failed', () => sweep(deps))
  },
} satisfies ExportedHandler<Env, unknown>
