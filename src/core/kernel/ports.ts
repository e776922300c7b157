// What the inside asks of the outside: every effect behind a small interface, implemented in platform/.
import type { Locale } from './text.ts'

/** Tells the time in milliseconds since 1970 UTC. */
export interface Clock {
  now(): number
}

/** Gives what nobody can foresee. */
export interface Random {
  bytes(length: number): Uint8Array
  /** A UUID of version 4 (RFC 9562 §5.4): 122 random bits. Runtimes make it for less than its bytes cost. */
  uuid(): string
}

/**
 * All that a line of the log may say beside what happened: ids, counts and words of our own. An answer, an address of a
 * person or of a page, or a link has no field here; `lineOf` takes addresses and links out of every text all the same.
 */
export interface LogFacts {
  readonly step?: string
  readonly steps?: readonly string[]
  readonly attempt?: number
  readonly result?: string
  /** Why, in words of ours or of a mail service, without addresses. */
  readonly reason?: string
  /** What kind of thing it was about, or which part of a whole. */
  readonly kind?: string
  /** Whose: the id of a network. */
  readonly network?: string
  readonly count?: number
  /** The id of a request, what a page showed of it, its method, its pattern (`/s/:link`, never what stood there), its status. */
  readonly request?: string
  readonly code?: string
  readonly method?: string
  readonly route?: string
  readonly status?: number
  /** How long it took, in milliseconds. */
  readonly ms?: number
  /** What went wrong. Its class is written, never its message: those of a database quote answers. */
  readonly error?: unknown
}

/** Tells whoever runs the deployment what happened: `event` is a few fixed words, never made from what came in. */
export interface Log {
  error(event: string, facts?: LogFacts): void
  warn(event: string, facts?: LogFacts): void
  info(event: string, facts?: LogFacts): void
}

/** What trying again takes: time that passes (in ms), chance, so that not all come back at once, and a line that says so. */
export interface Patience {
  readonly pause: (ms: number) => Promise<void>
  readonly random: Random
  readonly log: Log
}

/** Tells the consumer that a step is owed. Only a hint: the row in `steps` is the truth, a lost hint loses nothing. */
export interface StepQueue {
  hint(steps: readonly string[]): Promise<void>
}

/**
 * What is counted of an address: pages that are asked for, and what is posted whatever it is; of that also what is sent, drafts
 * that are begun, mails that are asked for with the link of a draft, and links to sign in.
 */
export type LimitKind = 'pages' | 'posts' | 'sends' | 'drafts' | 'mails' | 'signIns'

/** Counts what is done from an address in a short while, about right. */
export interface Limits {
  /** Counts one more, and tells whether it is still within what is usual. May throw: then nobody knows. */
  isWithin(kind: LimitKind, address: string): Promise<boolean>
}

/** One mail to one recipient. */
export interface MailToSend {
  /** The delivery it belongs to and its generation: the Message-ID is made of them, so a second copy is recognised. */
  readonly delivery: string
  readonly to: string
  readonly fromName: string
  readonly replyTo: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly locale: Locale
}

/**
 * What became of a message: handed over (with the provider's id), refused for ever (with the reason),
 * or not now (`retryAt` in ms UTC where the provider says when; `isOutage`: the service takes no mail of anybody's now).
 * A mailer may also throw, which means not now.
 */
export type Handover =
  | { readonly outcome: 'handed'; readonly providerId: string | null }
  | { readonly outcome: 'refused'; readonly reason: string }
  | {
      readonly outcome: 'later'
      readonly reason: string
      readonly retryAt: number | null
      readonly isOutage?: boolean
    }

/** Hands one message to a mail service. */
export interface Mailer {
  send(message: MailToSend): Promise<Handover>
  /** A mailer for several messages in a row, where it is cheaper to keep a connection than to open one a message. */
  session?(): MailSession
}

/** A mailer that holds something open until it is closed. */
export interface MailSession extends Mailer {
  close(): Promise<void>
}

/** What a mail service tells later of a message it was handed. */
export interface MailEvent {
  /** The provider's id of the message, in every spelling it may be stored in. */
  readonly providerIds: readonly string[]
  /** `refused`: taken over and then neither sent nor bounced. */
  readonly kind: 'delivered' | 'bounced' | 'refused' | 'complained'
  /** In ms UTC. */
  readonly at: number
  /** What was answered, without addresses. */
  readonly reason: string | null
  /** Whether a bounce says that the address does not work at all, rather than not now. */
  readonly isForEver: boolean
}

/** Keeps exports by name, where whoever runs the Worker can read none of what is sealed. */
export interface ExportStore {
  has(name: string): Promise<boolean>
  /** A text that was written, with the mark by which it is replaced; null: there is none. */
  read(name: string): Promise<{ readonly text: string; readonly mark: string } | null>
  /** Writes a text in the place of the one with this mark (null: of none), and tells whether it did. */
  write(name: string, text: string, mark: string | null): Promise<boolean>
  /** Seals a text to the holder of the key, for this name alone, and keeps it. */
  seal(name: string, text: string): Promise<void>
}
