// Why an answer was not taken: a value, worded last, in the reader's language.

/** What is wrong, and the limits that the message names. */
export type Problem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'tooLong'; readonly max: number; readonly length: number }
  | { readonly kind: 'notEmail' }
  | { readonly kind: 'notPhone' }
  | { readonly kind: 'notWhole' }
  | { readonly kind: 'outside'; readonly min: number; readonly max: number }
  | { readonly kind: 'notDate' }
  | { readonly kind: 'future' }
  | { readonly kind: 'notOffered' }

/** One answer that was not taken. */
export interface Issue {
  readonly question: string
  readonly problem: Problem
}
