// Answers for pages: what does not open any more is told on the page, and logged by its ids.
import type { SealPlace } from '../../core/kernel/seal.ts'
import {
  placeOfRevision,
  type ReadableAnswers,
  readableAnswers,
  type SealedRevision,
} from '../../core/submission/answers.ts'
import type { Deps } from '../../deps.ts'

/** Tells whoever operates that something sealed does not open. */
export const logBrokenSeal = ({ field, row }: SealPlace): void =>
  console.warn(JSON.stringify({ error: 'BrokenSeal', field, row }))

/** The answers of a revision as far as they can be read. */
export async function answersForPage({ secrets }: Deps, revision: SealedRevision): Promise<ReadableAnswers> {
  const read = await readableAnswers(secrets, revision)
  if (!read.isWhole) logBrokenSeal(placeOfRevision(revision.key))
  return read
}
