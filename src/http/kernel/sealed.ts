// Answers for pages: what does not open any more is told on the page, and logged by its ids.
import type { Answers } from '../../core/form/question.ts'
import { readableAnswers, type SealedRevision } from '../../core/submission/answers.ts'
import type { Deps } from '../../deps.ts'

/** The answers of a revision as far as they can be read, and whether these are all. */
export async function answersForPage(
  { secrets, log }: Deps,
  revision: SealedRevision,
): Promise<{ readonly answers: Answers; readonly isWhole: boolean }> {
  const { answers, broken } = await readableAnswers(secrets, revision)
  if (broken) log.warn('seal broken', { reason: broken.message })
  return { answers, isWhole: broken === null }
}
