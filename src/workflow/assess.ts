// The step `assess:<revision key>`: measure a revision and owe its organisation the report.
import { parseFraction, toNumber } from '../core/assessment/fraction.ts'
import { rulesHash } from '../core/assessment/rules.ts'
import { score } from '../core/assessment/score.ts'
import { respondentOf } from '../core/form/respondent.ts'
import { newId } from '../core/id.ts'
import { wholeAnswers } from '../core/seal.ts'
import type { SentSubmission } from '../db/read/submission.ts'
import { submissionsByRevisions } from '../db/read/submission.ts'
import { storeAssessment } from '../db/write/assessment.ts'
import type { Claim } from '../db/write/step.ts'
import type { Deps } from '../deps.ts'
import type { Handler, Result } from './result.ts'

async function measure(
  deps: Deps,
  claim: Claim,
  revisionKey: string,
  sent: SentSubmission | undefined,
): Promise<Result> {
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

export const assess: Handler = async (deps, revisionKeys) => {
  const sent = await submissionsByRevisions(deps.db, revisionKeys)
  return (claim, revisionKey) => measure(deps, claim, revisionKey, sent.get(revisionKey))
}
