// What the bench's own Worker tells of a request, between it and those who ask.

/** The header that asks for it, and that answers. */
export const COUNTED = 'x-counted'

/** Rows that D1 read for a request, in how many journeys, and the most in one of them. */
export interface Counted {
  readonly read: number
  readonly calls: number
  readonly most: number
}
