// The pure core in workerd: how often it scores or words a report while one request lasts.
import { Hono } from 'hono'
import { iko } from '../../forms/iko/v1.ts'
import type { Answers } from '../../src/core/form/question.ts'
import { score } from '../../src/core/instrument/score.ts'
import type { ReportFacts } from '../../src/core/report/facts.ts'
import { buildReport } from '../../src/core/report/report.ts'
import { Page } from '../../src/http/views/layout.tsx'
import { ReportBody } from '../../src/http/views/report.tsx'
import { reportMail } from '../../src/mail/report.ts'

const levels = Object.entries(iko.questions).filter(([, { kind }]) => kind === 'level')
const answers: Answers = Object.fromEntries(
  levels.map(([id], i) => [
    id,
    { level: 1 + (i % 3), evidence: i % 4 === 0 ? 'Notulen rapat Maret 2026' : '' },
  ]),
)

const facts: ReportFacts = {
  form: iko,
  answers,
  scores: score(iko, answers),
  reference: 'KX4-RT7-WN5',
  organisation: 'Yayasan Contoh Melati',
  district: 'Kabupaten Malang',
  network: { id: 'Jaringan Contoh Jawa Timur', en: 'Example Network East Java' },
  round: { id: 'IKO Oktober 2026', en: 'IKO October 2026' },
  practice: false,
  period: { from: '2026-04-01', to: '2026-09-30' },
  sentAt: Date.UTC(2026, 9, 24, 8, 4),
  correctedAt: null,
  timeZone: 'Asia/Jakarta',
}

/** Each does its work once and gives the size of what came out, so that none of it can be left out. */
const works: Readonly<Record<string, () => number>> = {
  nothing: () => 1,
  score: () => JSON.stringify(score(iko, answers)).length,
  mail: () => {
    const { text, html } = reportMail(buildReport(facts, 'id'), { link: 'https://simpul.example/r/contoh' })
    return text.length + html.length
  },
  page: () =>
    String(
      <Page locale="id" title="Laporan" inLanguage={null} look="report">
        <ReportBody report={buildReport(facts, 'id')} />
      </Page>,
    ).length,
}

export default new Hono().get('/:work/:times', (c) => {
  const work = works[c.req.param('work')]
  if (!work) return c.notFound()
  let size = 0
  for (let i = 0; i < Number(c.req.param('times')); i++) size = work()
  return c.text(String(size))
})
