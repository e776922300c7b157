// The report's page. Only here do evidence notes appear: the page opens with the organisation's own link.
import type { Report } from '../../core/report/shape.ts'
import { wordsFor } from '../../core/words/index.ts'
import { BarCells, Levels, Scores } from './report-scores.tsx'

interface Props {
  readonly report: Report
}

const Names = ({ names }: { readonly names: readonly string[] }) =>
  names.length === 0 ? null : (
    <ul>
      {names.map((name) => (
        <li>{name}</li>
      ))}
    </ul>
  )

const Facts = ({ report }: Props) => {
  const words = wordsFor(report.locale).report.facts
  const facts = [
    [words.district, report.district],
    [words.network, report.network],
    [words.round, report.round],
    [words.period, report.period],
    [words.sent, report.sentAt],
    [words.reference, report.reference],
    [words.basis, report.basis],
  ] as const
  return (
    <dl class="facts">
      {facts.map(([label, value]) =>
        value === null ? null : (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

const Index = ({ report }: Props) => {
  const words = wordsFor(report.locale).report
  const { display, bar } = report.index
  return (
    <section>
      <h2>{words.headings.index}</h2>
      <p class="index">{display === null ? words.noIndex : words.outOf(display, report.highest)}</p>
      <BarCells bar={bar} />
      {report.band && (
        <>
          <p>
            {words.band}: <strong>{report.band.name}</strong>
          </p>
          <p>{report.band.summary}</p>
          <p>{report.band.focus}</p>
        </>
      )}
    </section>
  )
}

const Priorities = ({ report }: Props) => {
  const words = wordsFor(report.locale).report
  const { text, proposed, tied } = report.priorities
  return (
    <section>
      <h2>{words.headings.priorities}</h2>
      <p>{text}</p>
      {proposed.map(({ name, level, nextSteps }) => (
        <>
          <h3>{words.priorities.item(name, String(level))}</h3>
          <Names names={nextSteps} />
        </>
      ))}
      {tied !== null && <p>{tied}</p>}
    </section>
  )
}

/** The main content of the page of one report, from its only `h1` down; the layout brings `main` and the style. */
export const ReportBody = ({ report }: Props) => {
  const words = wordsFor(report.locale).report
  const { headings } = words
  return (
    <article class="report">
      <h1>
        {report.title} <span>{report.organisation}</span>
      </h1>
      <p class="lead">{report.sentence}</p>
      {report.correction === null ? null : <p class="box">{report.correction}</p>}
      <Facts report={report} />
      <Index report={report} />
      <section>
        <h2>{headings.strengths}</h2>
        <p>{report.strengths.text}</p>
        <Names names={report.strengths.names} />
      </section>
      <Priorities report={report} />
      <Scores report={report} />
      <Levels report={report} />
      <section>
        <h2>{headings.evidence}</h2>
        <p>{report.evidence.text}</p>
        {report.evidence.missing.length > 0 && <p>{words.evidence.missingIntro}</p>}
        <Names names={report.evidence.missing} />
      </section>
      <section>
        <h2>{headings.computation}</h2>
        {report.computation.map(({ rule, numbers }) => (
          <>
            <p>{rule}</p>
            <Names names={numbers} />
          </>
        ))}
      </section>
      <section>
        <h2>{headings.attribution}</h2>
        <p>{report.attribution}</p>
      </section>
    </article>
  )
}
