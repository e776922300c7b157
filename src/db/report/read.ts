// The facts of a report: an assessment, the revision it measured, and the form it was asked with.
import type { Form } from '../../core/form/form.ts'
import { withPlaces } from '../../core/form/places.ts'
import { districtName, respondentOf, respondentZone } from '../../core/form/respondent.ts'
import { type FormShelf, formsByHash } from '../../core/form/shelf.ts'
import { districtsOf } from '../../core/place/regions.ts'
import type { ReportFacts } from '../../core/report/facts.ts'
import type { Database } from '../database.ts'
import {
  type Assessment,
  assessmentById,
  type SentSubmission,
  submissionByRevision,
} from '../submission/read.ts'

/** The form a submission answered, with the districts of its network; null where that version is unknown. */
export async function formOf(forms: FormShelf, { revision, round }: SentSubmission): Promise<Form | null> {
  const form = await forms.byHash(revision.formHash)
  return form && filledFor(form, round)
}

/** The same for many submissions: each form is looked for once, and each submission is told of its own. */
export async function formsOf(
  forms: FormShelf,
  sent: readonly SentSubmission[],
): Promise<(one: SentSubmission) => Form | null> {
  const hashes = sent.map(({ revision }) => revision.formHash)
  const known = await formsByHash(forms, hashes)
  return ({ revision, round }) => {
    const form = known.get(revision.formHash)
    return form ? filledFor(form, round) : null
  }
}

function filledFor(form: Form, round: SentSubmission['round']): Form {
  const provinces = round.network.provinces.join()
  const filled = filledForms.get(form) ?? new Map<string, Form>()
  const known = filled.get(provinces) ?? withPlaces(form, districtsOf(round.network.provinces))
  filledForms.set(form, filled.set(provinces, known))
  return known
}

const filledForms = new WeakMap<Form, Map<string, Form>>()

const periodOf = ({ referenceFrom, referenceTo }: SentSubmission['round']): ReportFacts['period'] =>
  referenceFrom && referenceTo ? { from: referenceFrom, to: referenceTo } : null

/** What a report tells of an assessment; null where the form version is unknown. */
export async function factsOf(
  forms: FormShelf,
  assessment: Assessment,
  sent: SentSubmission,
): Promise<ReportFacts | null> {
  const form = await formOf(forms, sent)
  if (!form) return null
  const { answers } = sent.revision
  return {
    form,
    answers,
    scores: assessment.result,
    reference: sent.submission.reference,
    organisation: respondentOf(form, answers).organisation,
    district: districtName(form, answers),
    network: sent.round.network.name,
    round: sent.round.title,
    practice: sent.round.practice,
    period: periodOf(sent.round),
    sentAt: sent.submission.createdAt,
    timeZone: respondentZone(form, answers, sent.round.network.timeZone),
    correctedAt: sent.revision.correctedAt,
  }
}

/** An assessment with all that its report says, or null. */
export async function reportById(db: Database, forms: FormShelf, assessmentId: string) {
  const assessment = await assessmentById(db, assessmentId)
  const sent = assessment && (await submissionByRevision(db, assessment.revisionKey))
  const facts = assessment && sent && (await factsOf(forms, assessment, sent))
  return facts ? { assessment, sent, facts } : null
}
