// The one place where faults are injected: a database, a queue and a mail service that fail by a seeded chance.
import type { Handover, Mailer, MailToSend, StepQueue } from '../../../src/core/kernel/ports.ts'
import { seeded } from '../../support/inside/seeded.ts'

/** What can go wrong around one call to the outside. */
type Fault = 'refused' | 'answer lost' | 'stopped before' | 'stopped after'
const FAULTS: readonly Fault[] = ['refused', 'answer lost', 'stopped before', 'stopped after']

/** Chance, and what it has done so far. */
export class Chance {
  readonly random: () => number
  /** The share of calls that fail; 0 ends the faults. */
  rate: number
  /** Copies that each delivery's mail box got, and faults between a mail being accepted and being marked. */
  readonly copies = new Map<string, number>()
  readonly unmarked = new Map<string, number>()
  private isStopped = false
  private accepted: string | null = null

  constructor(seed: number, rate: number) {
    this.random = seeded(seed)
    this.rate = rate
  }

  /** The process starts again: what was stopped works, what it held in memory is gone. */
  restart(): void {
    this.isStopped = false
    this.accepted = null
  }

  private draw(): Fault | null {
    if (this.random() >= this.rate) return null
    return FAULTS[Math.floor(this.random() * FAULTS.length)] ?? null
  }

  private fail(how: string): never {
    const delivery = this.accepted
    if (delivery !== null) {
      this.unmarked.set(delivery, (this.unmarked.get(delivery) ?? 0) + 1)
      this.accepted = null
    }
    throw new Error(how)
  }

  /** Makes one call to the outside, or fails around it. */
  async around<T>(call: () => Promise<T>): Promise<T> {
    if (this.isStopped) throw new Error('the process is stopped')
    const fault = this.draw()
    if (fault === 'refused') this.fail('refused')
    if (fault === 'stopped before') {
      this.isStopped = true
      this.fail('stopped')
    }
    const result = await call()
    if (fault === 'stopped after') this.isStopped = true
    if (fault) this.fail('the answer is lost')
    return result
  }

  /** The mail service took a message; until it is marked, a fault may send it again. */
  accept({ delivery }: MailToSend): void {
    this.copies.set(delivery, (this.copies.get(delivery) ?? 0) + 1)
    this.accepted = delivery
  }

  /** A new mail or a new step: the one before is marked. */
  settle(): void {
    this.accepted = null
  }
}

/** A D1 that fails by chance. Statements stay those of the real one, so that batches take them. */
export function faultyDatabase(real: D1Database, chance: Chance): D1Database {
  const faulty = (statement: D1PreparedStatement): D1PreparedStatement =>
    new Proxy(statement, {
      get(target, name) {
        if (name === 'bind') return (...values: unknown[]) => faulty(target.bind(...values))
        if (name === REAL) return target
        const member: unknown = Reflect.get(target, name)
        if (typeof member !== 'function') return member
        return (...values: unknown[]) => chance.around(async () => member.apply(target, values))
      },
    })
  return new Proxy(real, {
    get(target, name) {
      if (name === 'prepare') return (query: string) => faulty(target.prepare(query))
      if (name === 'batch') {
        return (statements: D1PreparedStatement[]) =>
          chance.around(() => target.batch(statements.map((one) => Reflect.get(one, REAL) ?? one)))
      }
      return Reflect.get(target, name)
    },
  })
}

const REAL = Symbol('the statement behind a faulty one')

/** A queue whose `send` fails by chance, and which loses some of the hints it took. */
export const faultyQueue = (hints: string[], chance: Chance): StepQueue => ({
  hint: (steps) =>
    chance.around(async () => {
      hints.push(...steps.filter(() => chance.random() >= chance.rate))
    }),
})

/**
 * A mail service that times out, puts off until tomorrow, refuses for ever, or takes a message. `witness` sees every
 * message that it takes, at the moment it does.
 */
export const faultyMailer = (
  chance: Chance,
  now: () => number,
  witness: (message: MailToSend) => Promise<void>,
): Mailer => ({
  async send(message): Promise<Handover> {
    chance.settle()
    return chance.around(async () => {
      const luck = chance.random()
      if (luck < chance.rate / 4) return { outcome: 'refused', reason: 'E_RECIPIENT_SUPPRESSED' }
      if (luck < chance.rate / 2) {
        return { outcome: 'later', reason: 'E_DAILY_LIMIT_EXCEEDED', retryAt: now() + 3_600_000 }
      }
      chance.accept(message)
      await witness(message)
      return { outcome: 'handed', providerId: null }
    })
  },
})
