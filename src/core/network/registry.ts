// What a network says of itself and keeps of its organisations, as it is stored.
import type { Text } from '../kernel/text.ts'

/** Days on which organisations get no mail that can wait. */
export interface QuietDays {
  /** ISO 8601: 1 is Monday, 7 is Sunday. */
  readonly weekdays: readonly number[]
  /** ISO 8601 days in the network's time zone. */
  readonly days: readonly string[]
}

/** What organisations can be in a network. Code knows the key only as what rounds and boards count by. */
export interface RoleName {
  /** Lower-case letters, digits and hyphens; never reused for something else. */
  readonly key: string
  readonly name: Text
}

/** What one merge did, so that undoing brings back exactly that; rows are named by their ids. */
export interface MergeRecord {
  readonly submissions: readonly string[]
  readonly assessments: readonly string[]
  readonly registrations: readonly string[]
  readonly names: readonly string[]
  readonly roles: readonly string[]
  readonly contacts: readonly string[]
  readonly relations: readonly string[]
  /** What nobody had sent, as long as two organisations had its name. */
  readonly tied: readonly string[]
  /** The official name that became another name of the one that is kept; null where that one has it already. */
  readonly official: { readonly id: string; readonly name: string; readonly normalised: string } | null
  /** What people asked not to be mailed for the other one; missing where an older release merged. */
  readonly optOuts?: readonly string[]
  /** Mails about the organisation itself; missing where an older release merged. */
  readonly deliveries?: readonly string[]
  /** What the one that is kept lacked; null where it lacked nothing, or the other one had nothing. */
  readonly filled: {
    readonly legalForm: string | null
    readonly decreeNo: string | null
    readonly npwp: string | null
    readonly themes: readonly string[] | null
    readonly confirmedAt: number | null
  }
  /** Answers that wait behind one of the other organisation in their round, and whether they counted before. */
  readonly answers: readonly {
    readonly id: string
    readonly behind: string
    readonly counted: boolean
    /** Whether it had a key of its own, as another organisation of one name. */
    readonly isApart: boolean
  }[]
}

/** For how many days a merge can be undone. */
export const UNDO_DAYS = 30
