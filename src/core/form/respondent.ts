// Who answered, read from the answers by what the form says of its respondent.

import { dayOf } from '../kernel/date.ts'
import { comparableName } from '../organisation/organisation.ts'
import { zoneOf } from '../place/zone.ts'
import { type Fields, firstOf } from './fields.ts'
import type { Form } from './form.ts'
import type { Answers } from './question.ts'
import { showAnswer, textAnswer } from './show.ts'

export interface RespondentAnswers {
  readonly organisation: string
  /** Kemendagri code. */
  readonly district: string
  /** Where mail goes, or null. */
  readonly email: string | null
  /** Who of the organisation, as names are compared, where each of its people answers once; or null. */
  readonly person: string | null
}

/** The respondent of validated answers. */
export const respondentOf = ({ respondent }: Form, answers: Answers): RespondentAnswers => ({
  organisation: textAnswer(answers, respondent.organisation),
  district: textAnswer(answers, respondent.district),
  email: textAnswer(answers, respondent.email) || null,
  person: respondent.person === undefined ? null : comparableName(textAnswer(answers, respondent.person)),
})

/** The name of the respondent's district; its code where the name is not known. The form must have its places. */
export function districtName({ questions, respondent }: Form, answers: Answers): string {
  const code = textAnswer(answers, respondent.district)
  const question = questions[respondent.district]
  return question ? showAnswer(question, code, 'id') : code
}

/** The IANA zone the respondent's clocks show: that of the district, else the network's own. */
export const respondentZone = (form: Form, answers: Answers, networkZone: string): string =>
  zoneOf(respondentOf(form, answers).district, networkZone)

/**
 * The day it is for whoever fills in a form (ISO 8601), by the district that was chosen: further east a day begins
 * earlier. `now` in ms UTC.
 */
export const respondentDay = (form: Form, fields: Fields, now: number, networkZone: string): string =>
  dayOf(now, zoneOf(firstOf(fields, form.respondent.district), networkZone))

/** The purposes consented to. */
export const consentsIn = ({ questions }: Form, answers: Answers): readonly string[] =>
  Object.entries(questions).flatMap(([id, question]) =>
    question.kind === 'consent' && answers[id] === true ? [question.purpose] : [],
  )
