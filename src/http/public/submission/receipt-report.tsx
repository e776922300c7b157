// GET /s/:link and /r/:link: the receipt and the report, each for whoever holds its link. Reading spends and writes nothing.
import { linkPath, networkPath } from '../../../core/kernel/paths.ts'
import { reportJson } from '../../../core/report/json.ts'
import { buildReport } from '../../../core/report/report.ts'
import { wordsFor } from '../../../core/words/index.ts'
import { reportById } from '../../../db/report/read.ts'
import type { Deps } from '../../../deps.ts'
import { localeOf } from '../../kernel/language.ts'
import { respondJson, respondPage, wantsJson } from '../../kernel/respond.tsx'
import { Page } from '../../views/layout.tsx'
import { ReportBody } from '../../views/report.tsx'
import type { PublicPages } from '../routes.ts'
import { openLink, openReceipt } from './links.ts'
import { respondReceipt } from './receipt.tsx'

/** Registers the receipt and the report. */
export function receiptAndReportPages(pages: PublicPages, deps: Deps): void {
  const { db, forms } = deps

  pages.behindLink('GET /s/:link', async (c, link) => {
    const sent = await openReceipt(deps, link)
    return respondReceipt(c, deps, sent, link, localeOf(c, sent.submission.locale))
  })

  pages.behindLink('GET /r/:link', async (c, link) => {
    const { assessment, sent, facts } = await openLink(
      deps,
      'report',
      link,
      (id) => reportById(db, forms, id),
      ({ assessment, sent }) => ({ generation: assessment.linkGeneration, network: sent.round.network }),
    )
    const locale = localeOf(c, sent.submission.locale)
    if (wantsJson(c)) return respondJson(c, reportJson(facts, locale))
    const report = buildReport(facts, locale)
    const { network, practice } = sent.round
    const page = (
      <Page
        locale={locale}
        title={`${report.title}: ${report.organisation}`}
        inLanguage={(other) => linkPath('report', link, other)}
        home={{ name: network.name[locale], path: networkPath(network.slug, locale) }}
        look="report"
        isPractice={practice}
      >
        {assessment.replacedBy ? <p class="box bad">{wordsFor(locale).page.replaced}</p> : null}
        <ReportBody report={report} />
      </Page>
    )
    return respondPage(c, page, { look: 'report', isPrivate: true })
  })
}
