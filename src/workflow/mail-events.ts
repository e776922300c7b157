// What the mail service tells of mails is kept with them.
import type { MailEvent } from '../core/kernel/ports.ts'
import { storeMailEvent } from '../db/message/mail-event.write.ts'
import type { Deps } from '../deps.ts'

/** A message of the queue, as far as it is needed. */
interface QueueMessage {
  readonly body: unknown
  readonly attempts: number
  ack(): void
  retry(options?: { readonly delaySeconds?: number }): void
}

// An event can come before the mail it is about is marked; a mail of another program on the same domain is never found.
const MOST_ATTEMPTS = 3
const WAIT_SECONDS = 60

/**
 * Takes events one by one; `read` makes an event of a message, or null of one that is none of ours. What the database
 * refuses comes back by itself.
 */
export async function takeMailEvents(
  { db, clock, log }: Deps,
  messages: readonly QueueMessage[],
  read: (body: unknown, now: number) => MailEvent | null,
): Promise<void> {
  for (const message of messages) {
    const event = read(message.body, clock.now())
    try {
      const isKnown = event === null || (await storeMailEvent(db, event))
      if (isKnown || message.attempts >= MOST_ATTEMPTS) message.ack()
      else message.retry({ delaySeconds: WAIT_SECONDS })
    } catch (error) {
      log.error('mail event not stored', { error })
      message.retry({ delaySeconds: WAIT_SECONDS })
    }
  }
}
