// GET /s/:link and /r/:link: the receipt and the report, each for whoever holds its link. Reading spends and writes nothing.
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { checkLink, type LinkKind, linkedId, makeLink } from '../../core/link.ts'
import { maskEmail } from '../../core/mask.ts'
import { linkPath, networkPath } from '../../core/paths.ts'
import { reportJson } from '../../core/report/json.ts'
import { buildReport } from '../../core/report/report.ts'
import { wordsFor } from '../../core/words/words.ts'
import { formOf, reportById } from '../../db/read/report.ts'
import { assessmentOf, deliveriesOf, submissionById } from '../../db/read/submission.ts'
import type { Deps } from '../../deps.ts'
import { localeOf } from '../language.ts'
import { documentOf, respond, respondJson, wantsJson } from '../respond.tsx'
import { otherLocale, Page } from '../views/layout.tsx'
import { type MailState, ReceiptPage } from '../views/receipt.tsx'
import { ReportBody } from '../views/report.tsx'
import { reportStyle } from '../views/report-style.ts'

type Delivery = Awaited<ReturnType<typeof deliveriesOf>>[number]

// A mail that waits this long waits for another day, not for its turn.
const SOON = 60 * 60 * 1000

/** The newest delivery of a kind, as its moments tell it. */
function mailState(deliveries: readonly Delivery[], kind: string, now: number): MailState | null {
  const delivery = deliveries.findLast((one) => one.kind === kind)
  if (!delivery) return null
  const { recipient, handedAt, bouncedAt, failedAt, deadAt, dueAt } = delivery
  const address = maskEmail(recipient)
  if (failedAt !== null || bouncedAt !== null || deadAt !== null) return { state: 'failed', address }
  if (handedAt !== null) return { state: 'handed', address }
  return dueAt !== null && dueAt > now + SOON
    ? { state: 'delayed', address, until: dueAt }
    : { state: 'waiting', address }
}

/** The routes behind links. */
export function sentRoutes(deps: Deps) {
  const { db, clock, secrets, forms } = deps

  /** Lets a link open the row it names: a forged one finds nothing, one of an earlier generation says so. */
  async function open<Row>(
    kind: LinkKind,
    link: string,
    load: (id: string) => Promise<Row | null>,
    generation: (row: Row) => number,
  ): Promise<Row> {
    const id = linkedId(link)
    const row = id && (await load(id))
    if (!row) throw new HTTPException(404)
    const state = await checkLink(secrets, kind, link, generation(row))
    if (state !== 'good') throw new HTTPException(state === 'revoked' ? 410 : 404)
    return row
  }

  async function reportOf(submissionId: string, deliveries: readonly Delivery[]) {
    const assessment = await assessmentOf(db, submissionId)
    const link = assessment && (await makeLink(secrets, 'report', assessment.id, assessment.linkGeneration))
    return { link, mail: mailState(deliveries, 'report', clock.now()) }
  }

  return new Hono()
    .get('/s/:link', async (c) => {
      const link = c.req.param('link')
      const sent = await open(
        'receipt',
        link,
        (id) => submissionById(db, id),
        (row) => row.submission.linkGeneration,
      )
      const form = await formOf(forms, sent)
      if (!form) throw new HTTPException(404)
      const deliveries = await deliveriesOf(db, sent.submission.id)
      const receipt = {
        sent,
        form,
        locale: localeOf(c, sent.submission.locale),
        link,
        receiptMail: mailState(deliveries, 'receipt', clock.now()),
        report: form.instrument ? await reportOf(sent.submission.id, deliveries) : null,
      }
      return respond(c, documentOf(<ReceiptPage {...receipt} />), { isPrivate: true })
    })
    .get('/r/:link', async (c) => {
      const link = c.req.param('link')
      const { assessment, sent, facts } = await open(
        'report',
        link,
        (id) => reportById(db, forms, id),
        (row) => row.assessment.linkGeneration,
      )
      const locale = localeOf(c, sent.submission.locale)
      if (wantsJson(c)) return respondJson(c, reportJson(facts, locale))
      const report = buildReport(facts, locale)
      const { network } = sent.round
      const page = (
        <Page
          locale={locale}
          title={`${report.title}: ${report.organisation}`}
          otherLanguage={linkPath('report', link, otherLocale(locale))}
          home={{ name: network.name[locale], path: networkPath(network.slug, locale) }}
          extraStyle={reportStyle}
        >
          {assessment.replacedBy ? <p class="box">{wordsFor(locale).page.replaced}</p> : null}
          <ReportBody report={report} />
        </Page>
      )
      return respond(c, documentOf(page), { isPrivate: true })
    })
}
