// SQL that publishes the forms and opens the demo network's rounds. Run twice it changes nothing.
import { forms } from '../forms/index.ts'
import { canonicalJson } from '../src/core/canonical.ts'
import { loadForms } from '../src/core/form/check.ts'
import { formHash } from '../src/core/form/shelf.ts'
import { type DemoRound, demoNetwork, demoRounds } from './demo.ts'

const DAY = 24 * 60 * 60 * 1000

type Value = string | number | null | object

/** A value as an SQL literal; objects as JSON. */
const literal = (value: Value): string => {
  if (value === null) return 'null'
  if (typeof value === 'number') return String(value)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return `'${text.replaceAll("'", "''")}'`
}

const insert = (table: string, row: Readonly<Record<string, Value>>): string =>
  `insert or ignore into ${table} (${Object.keys(row).join(', ')}) values (${Object.values(row).map(literal).join(', ')});`

/** 23:59 in the time zone of the demo (WIB, UTC+7), so many days on. */
const endOfDay = (now: number, days: number): number => {
  const wib = 7 * 60 * 60 * 1000
  return (Math.floor((now + wib) / DAY) + days + 1) * DAY - wib - 60_000
}

const roundRows = (round: DemoRound, version: number, now: number): readonly string[] => [
  insert('rounds', {
    id: round.id,
    network_id: demoNetwork.id,
    slug: round.slug,
    form_id: round.form,
    form_version: version,
    kind: round.kind,
    title: round.title,
    opens_at: now - DAY,
    closes_at: round.daysOpen === null ? null : endOfDay(now, round.daysOpen),
    reference_from: round.reference?.from ?? null,
    reference_to: round.reference?.to ?? null,
    audience: 'anyone',
    framing: 'nobody',
    review_policy: 'none',
    created_at: now,
  }),
  insert('round_tallies', { round_id: round.id, network_id: demoNetwork.id }),
]

/** The statements, one a line. */
export async function seedSql(now: Date): Promise<string> {
  const at = now.getTime()
  const loaded = loadForms(forms)
  const versions = await Promise.all(
    loaded.map(async (form) =>
      insert('form_versions', {
        hash: await formHash(form),
        form_id: form.id,
        version: form.version,
        definition: canonicalJson(form),
        published_at: at,
      }),
    ),
  )
  const { id, slug, name, timeZone, languages, provinces, replyTo } = demoNetwork
  const network = insert('networks', {
    id,
    slug,
    name,
    time_zone: timeZone,
    languages,
    provinces,
    reply_to: replyTo,
    created_at: at,
  })
  const rounds = demoRounds.flatMap((round) => {
    const form = loaded.find((one) => one.id === round.form)
    if (!form) throw new Error(`the demo round ${round.slug} opens a form that is not there: ${round.form}`)
    return roundRows(round, form.version, at)
  })
  return [...versions, network, ...rounds].join('\n')
}
