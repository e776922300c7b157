// The report: what an assessment tells its organisation.
import { makeLink } from '../../core/kernel/link.ts'
import { linkPath } from '../../core/kernel/paths.ts'
import { buildReport } from '../../core/report/report.ts'
import { factsOf } from '../../db/report/read.ts'
import { reportMail } from '../../mail/report.ts'
import { aboutAnswer } from './mail.ts'

/** The report of the revision that was measured. */
export const report = aboutAnswer(async (deps, { delivery, assessment, sent }) => {
  const facts = assessment && (await factsOf(deps.forms, assessment, sent))
  if (!facts) return null
  const link = await makeLink(deps.secrets, 'report', assessment.id, assessment.linkGeneration)
  return reportMail(buildReport(facts, delivery.locale), { link: deps.publicUrl + linkPath('report', link) })
})
