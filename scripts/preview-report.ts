// Shows what an organisation is sent: writes the mails and the page of a made-up assessment into a folder.
// Usage: node --experimental-strip-types scripts/preview-report.ts <folder>
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { iko } from '../forms/iko/v1.ts'
import type { Answers } from '../src/core/form/question.ts'
import { score } from '../src/core/instrument/score.ts'
import { LOCALES, type Locale } from '../src/core/kernel/text.ts'
import type { ReportFacts } from '../src/core/report/facts.ts'
import { reportJson } from '../src/core/report/json.ts'
import { buildReport } from '../src/core/report/report.ts'
import type { Mail } from '../src/mail/mail.ts'
import { receiptMail } from '../src/mail/receipt.ts'
import { reportMail } from '../src/mail/report.ts'
import { root } from './run/place.ts'

/** The one call of esbuild used here. */
interface Bundler {
  build(options: object): Promise<{ readonly outputFiles: readonly { readonly text: string }[] }>
}

const levels: Answers = {
  results: { level: 1, evidence: '' },
  standards: { level: 1, evidence: '' },
  delivery: { level: 2, evidence: 'Rencana kerja 2026 dan notulen rapat Maret\nTabel realisasi anggaran' },
  reach: { level: 1, evidence: '' },
  target_population: { level: 2, evidence: '' },
  learning: { level: 1, evidence: '' },
  resources: { level: 1, evidence: 'Laporan keuangan 2025' },
  social_capital: { level: 2, evidence: 'Nota kesepahaman dengan Puskesmas Sukamaju' },
  adaptive_capacity: { level: 1, evidence: '' },
  influence: { level: 1, evidence: '' },
}

const facts: ReportFacts = {
  form: iko,
  answers: levels,
  scores: score(iko, levels),
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

function receipt(held: boolean, locale: Locale): Mail {
  const { form, network, round, organisation, reference, sentAt, timeZone } = facts
  const link = 'https://simpul.example/s/contoh'
  return receiptMail(
    {
      form,
      network,
      round,
      practice: facts.practice,
      organisation,
      reference,
      sentAt,
      timeZone,
      link,
      held,
      setAside: false,
      hasInstrument: true,
      correctedAt: null,
    },
    locale,
  )
}

/** The page. Node cannot read .tsx, so the view is bundled first, by the esbuild that wrangler brings. */
async function page(locale: Locale): Promise<string> {
  const wrangler = createRequire(createRequire(import.meta.url).resolve('wrangler/package.json'))
  // A required module has no type; what is used of it stands in Bundler.
  const { build } = wrangler('esbuild') as Bundler
  const contents = `import { Page } from './src/http/views/layout.tsx'
    import { ReportBody } from './src/http/views/report.tsx'
    export const show = (report) => '<!doctype html>' +
      <Page locale={report.locale} title={report.title} inLanguage={null} look="report">
        <ReportBody report={report} />
      </Page>`
  const { outputFiles } = await build({
    stdin: { contents, loader: 'tsx', resolveDir: root },
    bundle: true,
    format: 'esm',
    write: false,
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
  })
  const view = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`)
  return view.show(buildReport(facts, locale))
}

const folder = resolve(process.argv[2] ?? '.wrangler/preview')
mkdirSync(folder, { recursive: true })
const write = (name: string, content: string): void => {
  writeFileSync(join(folder, name), content)
  console.log(join(folder, name))
}

for (const locale of LOCALES) {
  const mails = {
    report: reportMail(buildReport(facts, locale), { link: 'https://simpul.example/r/contoh' }),
    receipt: receipt(false, locale),
    'receipt-held': receipt(true, locale),
  }
  for (const [name, mail] of Object.entries(mails)) {
    write(`${name}.${locale}.txt`, `${mail.subject}\n\n${mail.text}`)
    write(`${name}.${locale}.html`, mail.html)
  }
  write(`report.${locale}.json`, JSON.stringify(reportJson(facts, locale), null, 2))
  write(`page.${locale}.html`, await page(locale))
}
