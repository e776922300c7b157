// The hints on a Cloudflare Queue.
import type { StepQueue } from '../core/kernel/ports.ts'

/** The body of a message: which step is owed. */
export interface StepMessage {
  readonly step: string
}

/** The step that a message names; none where the message is not one of ours. */
export const stepsIn = (body: unknown): readonly string[] =>
  typeof body === 'object' && body !== null && 'step' in body && typeof body.step === 'string'
    ? [body.step]
    : []

// A sendBatch takes at most 100 messages.
const AT_ONCE = 100

/** A queue of hints. */
export const stepQueue = (queue: Queue<StepMessage>): StepQueue => ({
  async hint(steps) {
    for (let i = 0; i < steps.length; i += AT_ONCE) {
      await queue.sendBatch(steps.slice(i, i + AT_ONCE).map((step) => ({ body: { step } })))
    }
  },
})
