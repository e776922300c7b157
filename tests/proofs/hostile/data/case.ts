// What a hostile case says: its title, what is sent, and what must come of it.
import type { Answer } from '../../../../src/core/form/question.ts'
import type { Typed } from '../../../support/inside/world.ts'

/** A text typed into every text field of a form at once. */
export interface TextCase {
  readonly title: string
  readonly typed: string
  /** What is kept of it in a field of one line and in one of several; as typed unless said, nothing where empty. */
  readonly line?: string
  readonly lines?: string
  /** True where it is shaped like a name, so that it may stand in a mail as the organisation's. */
  readonly isName?: true
}

/** Fields changed in an otherwise complete form. */
export interface ValueCase {
  readonly title: string
  readonly form: 'iko' | 'registration'
  readonly typed: Typed
  /** The answers kept of them; null where there must be none. */
  readonly kept?: Readonly<Record<string, Answer | null>>
  /** Else: the questions whose answers are refused, and why. */
  readonly refused?: Readonly<Record<string, string>>
}

/** An address for the mail, and where mail goes then; null where it must be refused. */
export interface AddressCase {
  readonly title: string
  readonly typed: string | readonly string[]
  readonly to: string | null
}

/** A key as it comes with the answers, and the key they are stored under; null stands for a new one of ours. */
export interface KeyCase {
  readonly title: string
  readonly sent: string | readonly string[]
  readonly key: string | null
}

/** A body as it comes over the wire. */
export interface BodyCase {
  readonly title: string
  readonly type: string | null
  readonly body: string | Uint8Array
  readonly status: 303 | 400 | 413 | 415 | 422
  /** Where it is taken: the name of the organisation that is kept. */
  readonly organisation?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A request line with headers, without body. */
export interface RequestCase {
  readonly title: string
  readonly method?: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly status: 200 | 404 | 405
}

/** Links of two organisations that are good, and what a forger may have in hand. */
export interface Hand {
  readonly receipt: string
  readonly report: string
  readonly otherReceipt: string
  readonly otherReport: string
  readonly submission: string
  readonly reference: string
}

/** A link as somebody tries it. */
export interface LinkCase {
  readonly title: string
  readonly path: (hand: Hand) => string
  readonly status: 200 | 404
}

/** A request behind a good receipt's link; `rest` stands behind the link. */
export interface DoorCase {
  readonly title: string
  readonly method: string
  readonly rest: string
  readonly status: number
}

/** What the pressed button asks for, and what becomes of complete answers then. */
export interface ActionCase {
  readonly title: string
  readonly action: string | readonly string[]
  readonly becomes: 'sent' | 'checked' | 'shown'
}

/** A field that a page carries, made of somebody else's good links. */
export interface CarriedCase {
  readonly title: string
  readonly value: (receipt: string, report: string) => string | readonly string[]
  /** True where the page may lead to what stands first. */
  readonly leads?: true
}
