// What a table has to say before it is one: whose data its columns hold, what erasure leaves of them, and what a merge does to it.
import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { getTableConfig, type SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'
import * as schema from '../src/db/schema/index.ts'

const { onMerge, organisations, personalColumns } = schema

const tables = Object.values(schema).flatMap((value): SQLiteTable[] =>
  is(value, SQLiteTable) ? [value] : [],
)
const columnsOf = (table: SQLiteTable): readonly SQLiteColumn[] => Object.values(getTableColumns(table))
const all = tables.flatMap(columnsOf)
const nameOf = (column: SQLiteColumn): string => `${getTableName(column.table)}.${column.name}`
const namesOf = (columns: readonly SQLiteColumn[]): readonly string[] => columns.map(nameOf)

/** What a person could write into. */
const written = all.filter((column) => ['text', 'blob'].includes(column.getSQLType()))

/** Columns that tell of nobody: ids, words of ours, days, what a network says of itself and what an organisation is. */
const NOBODY: Readonly<Record<string, string>> = {
  addresses: 'network_id',
  assessments:
    'id network_id submission_id revision_key organisation_id round_id instrument_id rules_hash replaced_by',
  consents: 'revision_key network_id purpose notice_version',
  contacts: 'id network_id organisation_id locale',
  deliveries:
    'id network_id submission_id kind subject_id organisation_id person_id locale provider_id reason replaces',
  distinctions: 'network_id one_id other_id decided_by',
  draft_counts: 'day network_id',
  drafts: 'id network_id round_id form_hash locale invitation_id writer',
  events: 'network_id district actor_kind actor verb subject_kind subject_id detail',
  form_versions: 'hash form_id definition',
  handovers: 'id network_id submission_id person_id',
  imports: 'id network_id imported_by',
  mail_counts: 'day network_id',
  mail_days: 'day',
  memberships: 'id network_id person_id role districts invited_by',
  merges: 'id network_id kept_id merged_id moved merged_by undone_by',
  network_logos: 'network_id media_type bytes alt hash',
  network_roles: 'network_id key name',
  networks: `id slug name time_zone languages provinces reply_to quiet_days role_names privacy_notice privacy_contact
    digested_day`,
  opt_outs: 'id network_id organisation_id kind',
  organisation_names: 'id network_id organisation_id kind name normalised',
  organisations:
    'id network_id legal_form district status decree_no npwp merged_into registration_id themes import_id',
  people: 'id locale',
  programme_years: 'id network_id name from_day to_day',
  pulses: 'kind reason',
  refusals: 'round_id network_id day kind',
  registrations: 'submission_id network_id outcome organisation_id decided_by',
  relations: 'id network_id kind organisation_id other_id from_day to_day',
  revisions: 'key network_id submission_id form_hash answers_mac locale',
  roles: 'id network_id organisation_id role district from_day to_day',
  round_tallies: 'round_id network_id',
  rounds: `id network_id slug form_id form_hash kind answers_per title reference_from reference_to audience audience_roles
    closing_text framing frame_origins review_policy copied_from`,
  scores: 'assessment_id network_id basis index_exact band',
  sessions: 'hash person_id',
  sign_ins: 'id person_id',
  steps: 'id network_id submission_id kind subject_id class reason',
  submissions: `id network_id round_id respondent_district organisation_id matched_by invitation_id reference locale held_for
    set_aside_by current_revision`,
}

describe('every column that holds text', () => {
  const told = namesOf(personalColumns.map(({ column }) => column))
  const silent = Object.entries(NOBODY).flatMap(([table, columns]) =>
    columns.split(/\s+/).map((column) => `${table}.${column}`),
  )

  it('says whose data it holds and who erases it, or is known to tell of nobody', () => {
    const known = new Set([...told, ...silent])
    expect(namesOf(written).filter((name) => !known.has(name))).toEqual([])
  })

  it('says so once', () => {
    const twice = [...told, ...silent].filter((name, index, names) => names.indexOf(name) !== index)
    expect(twice).toEqual([])
  })

  it('is there', () => {
    const there = new Set(namesOf(written))
    expect([...told, ...silent].filter((name) => !there.has(name))).toEqual([])
  })
})

/** Columns that are empty only until the sweep fills them: emptied, they would be filled again. */
const UNFILLED: readonly SQLiteColumn[] = [schema.submissions.respondentName]

describe('what erasure leaves in a column', () => {
  const leaving = (...left: readonly unknown[]) =>
    personalColumns.filter(({ erasedAs }) => left.includes(erasedAs)).map(({ column }) => column)

  it('is nothing only where it can be empty, and stands for nothing only where it cannot', () => {
    expect(namesOf(leaving(null).filter(({ notNull }) => notNull))).toEqual([])
    const cannot = (column: SQLiteColumn) => column.notNull || UNFILLED.includes(column)
    expect(namesOf(leaving('', '{}').filter((column) => !cannot(column)))).toEqual([])
  })

  it('can be read as JSON where that is read', () => {
    expect(namesOf(leaving('').filter(({ dataType }) => dataType === 'json'))).toEqual([])
    // Typed and not yet read, a draft's answers are JSON of ours.
    const isJson = (column: SQLiteColumn) => column.dataType === 'json' || column === schema.drafts.answers
    expect(namesOf(leaving('{}').filter((column) => !isJson(column)))).toEqual([])
  })

  // A second row would be refused.
  it('is not the same in two rows where no two may be alike', () => {
    expect(namesOf(leaving('', '{}').filter(({ isUnique }) => isUnique))).toEqual([])
  })

  it('is no row where one of its columns goes with its row', () => {
    const gone = new Set(leaving('row').map(({ table }) => table))
    expect(namesOf(leaving(null, '', '{}').filter(({ table }) => gone.has(table)))).toEqual([])
  })
})

it('what is sealed is specific data, and nothing else is', () => {
  const sensitive = personalColumns.flatMap(({ column, isSensitive }) => (isSensitive ? [column] : []))
  const sealed = written.filter(({ name }) => /(?:^|_)sealed$/.test(name))
  expect(namesOf(sensitive).toSorted()).toEqual(namesOf(sealed).toSorted())
  expect(sealed.length).toBeGreaterThan(1)
})

/** What the ids are of that refer to no table in the schema, by the name of their column. */
const IDS: Readonly<Record<string, string>> = {
  organisation_id: 'organisation',
  one_id: 'organisation',
  other_id: 'organisation',
  merged_into: 'organisation',
  person_id: 'person',
  registration_id: 'submission',
  submission_id: 'submission',
  import_id: 'import',
  invitation_id: 'nothing yet',
  subject_id: 'what its kind says',
  form_id: 'code',
  instrument_id: 'code',
  provider_id: 'the mail service',
}

describe('every table that names organisations', () => {
  const references = new Map(
    tables.flatMap((table) =>
      getTableConfig(table).foreignKeys.flatMap(({ reference }) => {
        const { columns, foreignTable } = reference()
        return columns.map((column) => [column, foreignTable] as const)
      }),
    ),
  )
  const naming = all.filter((column) =>
    references.has(column) ? references.get(column) === organisations : IDS[column.name] === 'organisation',
  )
  const listed = onMerge.map(({ table }) => getTableName(table))

  it('is known by its columns: it is known of every id what it is of', () => {
    const ids = all.filter(({ name }) => /_(?:id|into)$/.test(name))
    expect(namesOf(ids.filter((column) => !references.has(column) && !IDS[column.name]))).toEqual([])
  })

  it('says once what a merge does to it, and no other table does', () => {
    const named = new Set(naming.map(({ table }) => getTableName(table)))
    expect(listed.toSorted()).toEqual([...named].toSorted())
  })

  it('moves by a list and a key of its own, and names one organisation, where it moves as it stands', () => {
    const lists = onMerge.flatMap((one) => (one.how === 'stays' ? [] : [one.list]))
    expect(lists).toEqual([...new Set(lists)])
    for (const one of onMerge.filter(({ how }) => how === 'moves')) {
      const name = getTableName(one.table)
      expect([name, namesOf(naming.filter(({ table }) => table === one.table))]).toEqual([
        name,
        [`${name}.organisation_id`],
      ])
      expect([name, 'key' in one && one.key.table === one.table]).toEqual([name, true])
    }
  })
})
