// The scores on the report's page: the table of domains and subdomains, and what each chosen level means.
import type { Bar, Report, ReportItem } from '../../core/report/shape.ts'
import { wordsFor } from '../../core/words/index.ts'

interface Props {
  readonly report: Report
}

/** The bar repeats the number beside it, so screen readers skip it. */
export const BarCells = ({ bar }: { readonly bar: Bar }) => (
  <table class="bar" role="presentation" aria-hidden="true">
    <tbody>
      <tr>
        {bar.map((cell) => (
          <td class={cell} />
        ))}
      </tr>
    </tbody>
  </table>
)

/** Every domain and subdomain with its number and its bar. */
export const Scores = ({ report }: Props) => {
  const words = wordsFor(report.locale).report
  const value = (display: string | null) =>
    display === null ? words.noIndex : words.outOf(display, report.highest)
  return (
    <section>
      <h2 id="scores">{words.headings.scores}</h2>
      <table class="scores" aria-labelledby="scores">
        <thead>
          <tr>
            <th scope="col">{words.table.name}</th>
            <th scope="col">{words.table.value}</th>
          </tr>
        </thead>
        {report.domains.map((domain) => (
          <tbody>
            <tr class="domain">
              <th scope="rowgroup">{domain.name}</th>
              <td>
                {value(domain.score.display)}
                <BarCells bar={domain.score.bar} />
              </td>
            </tr>
            {domain.subdomains.map(({ name, score, items: [first, ...others] }) => (
              <tr>
                <th scope="row">{name}</th>
                <td>
                  {first && others.length === 0 ? first.placed : value(score.display)}
                  <BarCells bar={score.bar} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

const Item = ({ item, report }: Props & { readonly item: ReportItem }) => {
  const words = wordsFor(report.locale).report
  return (
    <>
      <h4>
        {item.name}: {item.placed}
      </h4>
      {item.description !== '' && <p>{item.description}</p>}
      {item.evidence !== null && (
        <p class="note">
          <strong>{words.evidence.label}:</strong>{' '}
          {item.evidence === 'given' ? item.note : words.evidence[item.evidence]}
        </p>
      )}
    </>
  )
}

/** Every domain and item with the words of the chosen level, and the evidence note in full. */
export const Levels = ({ report }: Props) => (
  <section>
    <h2>{wordsFor(report.locale).report.headings.levels}</h2>
    {report.domains.map((domain) => (
      <>
        <h3>{domain.name}</h3>
        <p>{domain.description}</p>
        {domain.subdomains.flatMap(({ items }) => items.map((item) => <Item item={item} report={report} />))}
      </>
    ))}
  </section>
)
