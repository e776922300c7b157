// The answers of a revision as a whole, those that are stored sealed too.
import type { Answers } from '../form/question.ts'
import { BrokenSeal, type SealPlace, unseal } from '../kernel/seal.ts'
import type { Secrets } from '../kernel/secrets.ts'

/** A revision as far as its answers go; `key` is that of its row. */
export interface SealedRevision {
  readonly key: string
  readonly answers: Answers
  readonly answersSealed: string | null
}

/** Where the sealed answers of a revision stand. Nothing ever changes the key of a revision: a correction is another one. */
export const placeOfRevision = (key: string): SealPlace => ({ field: 'revisions.answers_sealed', row: key })

/**
 * All answers of a revision, those that are sealed too.
 * @throws BrokenSeal where these do not open.
 */
export async function wholeAnswers(
  secrets: Secrets,
  { key, answers, answersSealed }: SealedRevision,
): Promise<Answers> {
  if (answersSealed === null) return answers
  // Sealed by us from validated answers.
  const sensitive = JSON.parse(await unseal(secrets, placeOfRevision(key), answersSealed)) as Answers
  return { ...answers, ...sensitive }
}

/** The answers of a revision that can be read; `broken` where the sealed ones do not open. */
export interface ReadableAnswers {
  readonly answers: Answers
  readonly broken: BrokenSeal | null
}

/** The same for whoever only reads: where the sealed ones do not open, the others are there all the same. */
export async function readableAnswers(secrets: Secrets, revision: SealedRevision): Promise<ReadableAnswers> {
  try {
    return { answers: await wholeAnswers(secrets, revision), broken: null }
  } catch (error) {
    if (!(error instanceof BrokenSeal)) throw error
    return { answers: revision.answers, broken: error }
  }
}
