// What a report is made from: the stored facts of one assessment.

import type { Form } from '../form/form.ts'
import type { Answers } from '../form/question.ts'
import type { Scores } from '../instrument/scores.ts'
import type { Text } from '../kernel/text.ts'

export interface ReportFacts {
  readonly form: Form
  readonly answers: Answers
  readonly scores: Scores
  readonly reference: string
  /** As the sender typed it. */
  readonly organisation: string
  /** The name of the district, e.g. `Kabupaten Malang`. */
  readonly district: string
  readonly network: Text
  readonly round: Text
  /** Whether the round is for practice. */
  readonly practice: boolean
  /** The period the assessment speaks about, as ISO dates, where the round names one. */
  readonly period: { readonly from: string; readonly to: string } | null
  /** When the answers were sent, in ms UTC, and the IANA time zone of the respondent's district to show it in. */
  readonly sentAt: number
  readonly timeZone: string
  /** When they were corrected last, in ms UTC, or null. */
  readonly correctedAt: number | null
}
