// The answers of a revision as a whole, those that are stored sealed too.
import type { Answers } from '../form/question.ts'
import { unseal } from '../kernel/seal.ts'
import type { Secrets } from '../kernel/secrets.ts'

/** All answers of a revision, those that are sealed too. */
export async function wholeAnswers(
  secrets: Secrets,
  { answers, answersSealed }: { readonly answers: Answers; readonly answersSealed: string | null },
): Promise<Answers> {
  if (answersSealed === null) return answers
  // Sealed by us from validated answers.
  const sensitive = JSON.parse(await unseal(secrets, answersSealed)) as Answers
  return { ...answers, ...sensitive }
}
