// Where the demo is played: the Worker's own actions and steps, on a database in memory, with a clock that is set by hand.
import { forms } from '../../forms/index.ts'
import { submit } from '../../src/actions/submission/submit.ts'
import { loadForms } from '../../src/core/form/check.ts'
import { collectFields, KEY_FIELD } from '../../src/core/form/fields.ts'
import { withPlaces } from '../../src/core/form/places.ts'
import { shelfOf } from '../../src/core/form/shelf.ts'
import { newId } from '../../src/core/kernel/id.ts'
import type { Handover } from '../../src/core/kernel/ports.ts'
import { readSecrets } from '../../src/core/kernel/secrets.ts'
import type { Locale } from '../../src/core/kernel/text.ts'
import { districtsOf } from '../../src/core/place/regions.ts'
import type { Database } from '../../src/db/database.ts'
import { publishedForm } from '../../src/db/form/read.ts'
import { roundBySlug } from '../../src/db/round/read.ts'
import { buryStep, claimSteps, postponeStep } from '../../src/db/step/write.ts'
import type { Deps } from '../../src/deps.ts'
import { logTo } from '../../src/platform/log.ts'
import { MOST_ATTEMPTS, takeSteps, waitAfter } from '../../src/workflow/consume.ts'
import type { Dice } from './chance.ts'

/** One sending of a form. Moments in ms UTC. */
export interface Sending {
  readonly round: string
  readonly begun: number
  readonly sent: number
  readonly locale: Locale
  readonly fields: Readonly<Record<string, string | readonly string[]>>
  /** Whether the mail of its report never goes out. */
  readonly isStuck?: boolean
  /** Whether the mail service refuses its address, which is all that one tells over SMTP. */
  readonly isRefused?: boolean
}

/** Plays what people send. */
export interface Stage {
  send(sending: Sending): Promise<void>
}

const SECOND = 1000
const HANDED: Handover = { outcome: 'handed', providerId: null }
const REFUSED: Handover = { outcome: 'refused', reason: '550 5.1.1 mailbox unavailable' }

/** A stage on a database that holds the rounds; `ring` is what links are made with. */
export function stageOn(db: Database, ring: string, dice: Dice): Stage {
  const clock = { time: 0 }
  let handover: Handover = HANDED
  const deps: Deps = {
    db,
    clock: { now: () => clock.time },
    random: dice,
    queue: { hint: async () => {} },
    limits: { isWithin: async () => true },
    log: logTo(() => {}),
    mailer: { send: async () => handover },
    secrets: readSecrets(ring),
    forms: shelfOf(loadForms(forms), (which) => publishedForm(db, which)),
    publicUrl: 'http://127.0.0.1',
    tellsDelivery: false,
    mailDaily: null,
    heartbeat: null,
    exports: null,
    commonPicture: async () => new Response(null, { status: 404 }),
  }

  async function opened(slug: string) {
    const round = await roundBySlug(db, slug)
    const shelved = round && (await deps.forms.find(round))
    if (!round || !shelved) throw new Error(`the demo has no round ${slug}`)
    const form = withPlaces(shelved.form, districtsOf(round.network.provinces))
    return { round, form, formHash: shelved.hash, unpublished: null }
  }

  /** Tries a step as often as it is ever tried, and in vain; it is dead then. */
  async function tryInVain(step: string): Promise<void> {
    const reason = 'mail service unreachable'
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      const [claim] = await claimSteps(db, [step], clock.time)
      if (!claim) throw new Error(`the demo cannot take ${step}`)
      const dueAt = clock.time + waitAfter(attempt)
      if (attempt === MOST_ATTEMPTS) await buryStep(db, claim, reason, clock.time)
      else await postponeStep(db, claim, { dueAt, reason, isWaiting: false, isByRule: false })
      clock.time = dueAt
    }
  }

  return {
    async send({ round, begun, sent, locale, fields, isStuck = false, isRefused = false }) {
      const key = newId({ now: () => begun }, dice)
      const pairs = Object.entries(fields).flatMap(([name, values]) =>
        [values].flat().map((value): [string, string] => [name, value]),
      )
      clock.time = sent
      handover = isRefused ? REFUSED : HANDED
      const answer = await submit(
        deps,
        await opened(round),
        collectFields([...pairs, [KEY_FIELD, key]]),
        locale,
      )
      if (answer.outcome !== 'stored')
        throw new Error(`the demo sends to ${round} what is not taken: ${JSON.stringify(answer)}`)
      let owed = answer.owed
      while (owed.length > 0) {
        clock.time += 20 * SECOND
        const { owed: left } = await takeSteps(deps, owed)
        if (isStuck && left.length > 0) {
          for (const step of left) await tryInVain(step)
          return
        }
        owed = left
      }
    },
  }
}
