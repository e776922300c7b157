// What a network says of itself and keeps of its organisations, as it is stored.
import type { Text } from './text.ts'

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

/** What belonged to an organisation before it was merged: ids, by table. */
export interface Moved {
  readonly submissions: readonly string[]
  readonly assessments: readonly string[]
  readonly names: readonly string[]
  readonly roles: readonly string[]
  readonly contacts: readonly string[]
  readonly relations: readonly string[]
}
