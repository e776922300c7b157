// Rows that scripts write: published forms, networks and rounds, as SQL that changes nothing where the row is there.
import { forms } from '../../forms/index.ts'
import { loadForms } from '../../src/core/form/check.ts'
import type { Form } from '../../src/core/form/form.ts'
import { definitionOf, formHash } from '../../src/core/form/shelf.ts'
import { LOCALES, type Locale, type Text } from '../../src/core/kernel/text.ts'
import type { Framing } from '../../src/core/round/framing.ts'
import { answersPer } from '../../src/core/round/settings.ts'

type Value = string | number | null | object

/** A value as an SQL literal; objects as JSON. */
export const literal = (value: Value): string => {
  if (value === null) return 'null'
  if (typeof value === 'number') return String(value)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return `'${text.replaceAll("'", "''")}'`
}

/** The statement that puts a row into a table unless one with its keys is there. */
export const insert = (table: string, row: Readonly<Record<string, Value>>): string =>
  `insert or ignore into ${table} (${Object.keys(row).join(', ')}) values (${Object.values(row).map(literal).join(', ')});`

/** A form of this version of the code, its hash, and the statement that publishes it. */
export interface FormRow {
  readonly form: Form
  readonly hash: string
  readonly sql: string
}

/** The forms in `forms/`, published at a moment (ms UTC). */
export const formRows = (at: number): Promise<readonly FormRow[]> =>
  Promise.all(
    loadForms(forms).map(async (form) => {
      const hash = await formHash(form)
      const { id, version } = form
      const definition = definitionOf(form)
      const row = { hash, form_id: id, version, definition, published_at: at }
      return { form, hash, sql: insert('form_versions', row) }
    }),
  )

/** The newest version of a form, or undefined where there is no such form. */
export const newestForm = (rows: readonly FormRow[], id: string): FormRow | undefined =>
  rows.filter(({ form }) => form.id === id).sort((a, b) => b.form.version - a.form.version)[0]

/** A network as it is opened; everything else has the schema's default. */
export interface NewNetwork {
  readonly id: string
  readonly slug: string
  readonly name: Text
  readonly timeZone: string
  readonly provinces: readonly string[]
  readonly replyTo: string
}

/** The statement that makes a network. */
export const networkRow = (network: NewNetwork, at: number): string =>
  insert('networks', {
    id: network.id,
    slug: network.slug,
    name: network.name,
    time_zone: network.timeZone,
    languages: LOCALES,
    provinces: network.provinces,
    reply_to: network.replyTo,
    created_at: at,
  })

/** A round as it is opened: for anyone, by link, without review. Moments are in ms UTC, days are ISO 8601. */
export interface NewRound {
  readonly id: string
  readonly networkId: string
  readonly slug: string
  /** The form that is asked; the database it is opened in has to hold it. */
  readonly asked: Pick<FormRow, 'hash'> & { readonly form: Pick<Form, 'id' | 'version' | 'answersPer'> }
  readonly kind: 'registration' | 'survey'
  readonly title: Text
  readonly opensAt: number
  readonly closesAt: number | null
  readonly reference: { readonly from: string; readonly to: string } | null
  /** Who may show it in a frame; unless it is said, a registration anyone and a survey nobody. */
  readonly framing?: Framing
}

/** The statements that open a round and begin its counts. */
export const roundRows = (round: NewRound, at: number): readonly string[] => [
  insert('rounds', {
    id: round.id,
    network_id: round.networkId,
    slug: round.slug,
    form_id: round.asked.form.id,
    form_version: round.asked.form.version,
    form_hash: round.asked.hash,
    kind: round.kind,
    answers_per: answersPer(round.asked.form),
    title: round.title,
    opens_at: round.opensAt,
    closes_at: round.closesAt,
    reference_from: round.reference?.from ?? null,
    reference_to: round.reference?.to ?? null,
    audience: 'anyone',
    framing: round.framing ?? (round.kind === 'registration' ? 'anyone' : 'nobody'),
    review_policy: 'none',
    created_at: at,
  }),
  insert('round_tallies', { round_id: round.id, network_id: round.networkId }),
]

/** Somebody who is made administrator of a network; the ids are taken only where they are not there yet. */
export interface NewAdministrator {
  readonly personId: string
  readonly membershipId: string
  readonly networkId: string
  readonly name: string
  /** In lower case. */
  readonly email: string
  readonly locale: Locale
}

/** The statements that make somebody administrator, whether or not they are known, or are something else there. */
export const administratorRows = (one: NewAdministrator, at: number): readonly string[] => [
  insert('people', {
    id: one.personId,
    email: one.email,
    name: one.name,
    locale: one.locale,
    created_at: at,
  }),
  `insert into memberships (id, network_id, person_id, role, created_at) select ${literal(one.membershipId)}, ${literal(one.networkId)}, id, 'administrator', ${at} from people where email = ${literal(one.email)} on conflict (network_id, person_id) do update set role = 'administrator', districts = null, removed_at = null;`,
]

const A_DAY = 86_400_000

/** The statement that lets a person sign in once, for a day or as long as is said (ms), by a link that only the ring of secrets makes. */
export const signInRow = (id: string, personId: string, at: number, lasts = A_DAY): string =>
  insert('sign_ins', { id, person_id: personId, expires_at: at + lasts, created_at: at })
