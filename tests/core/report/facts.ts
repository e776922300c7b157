// A made-up assessment to report on.
import { iko } from '../../../forms/iko/v1.ts'
import { score } from '../../../src/core/instrument/score.ts'
import type { ReportFacts } from '../../../src/core/report/facts.ts'
import { answersOf } from '../instrument/levels.ts'

/** Index 1.30: `delivery`, `target_population` and `social_capital` at level 2, the rest at level 1. */
export const growing = [1, 1, 2, 1, 2, 1, 1, 2, 1, 1] as const

/** The facts of an assessment with these levels, the same evidence note for all, and what a test changes. */
export function factsOf(
  levels: readonly (number | null)[],
  { evidence = '', form = iko, ...changes }: Partial<ReportFacts> & { readonly evidence?: string } = {},
): ReportFacts {
  const answers = answersOf(levels, evidence)
  return {
    form,
    answers,
    scores: score(form, answers),
    reference: 'KX4-RT7-WN5',
    organisation: 'Yayasan Contoh Melati',
    district: 'Kabupaten Malang',
    network: { id: 'Jaringan Contoh', en: 'Example Network' },
    round: { id: 'IKO Oktober 2026', en: 'IKO October 2026' },
    practice: false,
    period: { from: '2026-04-01', to: '2026-09-30' },
    sentAt: Date.UTC(2026, 9, 24, 18, 4),
    correctedAt: null,
    timeZone: 'Asia/Jakarta',
    ...changes,
  }
}
