// The step `assess:<revision key>`: measure a revision and owe its organisation the report.

import { respondentOf } from '../../core/form/respondent.ts'
import { parseFraction, toNumber } from '../../core/instrument/fraction.ts'
import { rulesHash } from '../../core/instrument/rules.ts'
import { score } from '../../core/instrument/score.ts'
import { newId } from '../../core/kernel/id.ts'
import { BrokenSeal } from '../../core/kernel/seal.ts'
import { wholeAnswers } from '../../core/submission/answers.ts'
import { storeAssessment } from '../../db/report/write.ts'
import type { Claim } from '../../db/step/write.ts'
import type { SentSubmission } from '../../db/submission/read.ts'
import { submissionsByRevisions } from '../../db/submission/read.ts'
import type { Deps } from '../../deps.ts'
import type { StepHandler, StepResult } from './result.ts'

/**
 * What becomes of a revision whose sealed answers do not open: half of it is not measured. A key that is missing may come
 * with the next deployment; a changed text is for a person.
 */
function unopened(error: unknown): StepResult {
  if (!(error instanceof BrokenSeal)) throw error
  const reason = `sealed answers do not open: ${error.message}`
  return error.fault === 'key' ? { result: 'later', reason, retryAt: null } : { result: 'never', reason }
}

async function measure(
  deps: Deps,
  claim: Claim,
  revisionKey: string,
  sent: SentSubmission | undefined,
): Promise<StepResult> {
  const form = sent && (await deps.forms.byHash(sent.revision.formHash))
  if (!sent || !form)
    return { result: 'never', reason: sent ? 'form version not found' : 'revision not found' }
  const answers = await wholeAnswers(deps.secrets, sent.revision)
  const scores = score(form, answers)
  const { email } = respondentOf(form, answers)
  const report = email ? { delivery: newId(deps.clock, deps.random), recipient: email } : null
  await storeAssessment(deps.db, claim, {
    id: newId(deps.clock, deps.random),
    submissionId: sent.submission.id,
    revisionKey,
    rulesHash: await rulesHash(form),
    scores,
    indexReal: scores.index === null ? null : toNumber(parseFraction(scores.index)),
    report,
    now: deps.clock.now(),
  })
  return { result: 'done', owed: report ? [`deliver:${report.delivery}`] : [] }
}

export const assess: StepHandler = async (deps, revisionKeys) => {
  const sent = await submissionsByRevisions(deps.db, revisionKeys)
  return (claim, revisionKey) => measure(deps, claim, revisionKey, sent.get(revisionKey)).catch(unopened)
}
