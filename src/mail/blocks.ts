// What mails are made of, before it is known how they look.
import type { Bar } from '../core/report/shape.ts'

/** A part of a mail. Nothing in it is markup: whatever stands in a string is shown as it is. */
export type Block =
  | { readonly kind: 'heading'; readonly rank: 1 | 2 | 3; readonly text: string }
  /** `lead` is the sentence that says it all, `small` is what stands at the foot. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly look?: 'lead' | 'small' }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** A name, its value in words or digits, the same value as a bar, and what else is to be said of it. */
  | {
      readonly kind: 'score'
      readonly name: string
      readonly value: string
      readonly bar: Bar
      readonly details: readonly string[]
      readonly look: 'index' | 'domain' | 'item'
    }
  | { readonly kind: 'link'; readonly label: string; readonly href: string }
