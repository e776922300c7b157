// Mistakes that somebody could make, as data: `npm run breaks` makes each of them and sees which test finds it.
import { answered } from './answered.ts'
import { looked } from './looked.ts'
import { stored } from './stored.ts'

/** One mistake: a text that stands once in a file, and what a careless hand would put in its place. */
export interface Break {
  readonly file: string
  readonly find: string
  readonly replace: string
  /** What somebody would suffer from it, in one sentence; no two breaks say the same. */
  readonly what: string
}

/** All of them, from the inside of the application to what is seen of it. */
export const breaks: readonly Break[] = [...stored, ...answered, ...looked]
