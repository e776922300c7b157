// The facts of a report: an assessment, the revision it measured, and the form it was asked with.
import type { Form } from '../../core/form/form.ts'
import { withPlaces } from '../../core/form/places.ts'
import { districtName, respondentOf } from '../../core/form/respondent.ts'
import type { FormShelf } from '../../core/form/shelf.ts'
import { districtsOf } from '../../core/regions.ts'
import type { ReportFacts } from '../../core/report/facts.ts'
import type { Database } from '../database.ts'
import { assessmentById, type SentSubmission, submissionByRevision } from './submission.ts'

/** The form a submission answered, with the districts of its network; null where that version is unknown. */
export async function formOf(forms: FormShelf, { revision, round }: SentSubmission): Promise<Form | null> {
  const form = await forms.byHash(revision.formHash)
  return form && withPlaces(form, districtsOf(round.network.provinces))
}

const periodOf = ({ referenceFrom, referenceTo }: SentSubmission['round']): ReportFacts['period'] =>
  referenceFrom && referenceTo ? { from: referenceFrom, to: referenceTo } : null

/** An assessment with all that its report says, or null. */
export async function reportById(db: Database, forms: FormShelf, assessmentId: string) {
  const assessment = await assessmentById(db, assessmentId)
  const sent = assessment && (await submissionByRevision(db, assessment.revisionKey))
  const form = sent && (await formOf(forms, sent))
  if (!assessment || !sent || !form) return null
  const { answers } = sent.revision
  const facts: ReportFacts = {
    form,
    answers,
    scores: assessment.result,
    reference: sent.submission.reference,
    organisation: respondentOf(form, answers).organisation,
    district: districtName(form, answers),
    network: sent.round.network.name,
    round: sent.round.title,
    period: periodOf(sent.round),
    sentAt: sent.submission.createdAt,
    timeZone: sent.round.network.timeZone,
  }
  return { assessment, sent, facts }
}
