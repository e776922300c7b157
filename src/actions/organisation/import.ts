// Coordinators add the organisations of a list: it is read and shown first, and written once they say so.

import { type Fields, firstOf } from '../../core/form/fields.ts'
import { dayOf } from '../../core/kernel/date.ts'
import { newId } from '../../core/kernel/id.ts'
import type { Scope } from '../../core/kernel/scope.ts'
import type { RoleName } from '../../core/network/registry.ts'
import {
  CARRIED_MAX,
  carryRows,
  ROWS_FIELD,
  ROWS_MAX,
  readCarriedRows,
} from '../../core/organisation/import/carry.ts'
import { type Column, cellsOf, readHeadings, type TableRow } from '../../core/organisation/import/columns.ts'
import {
  type FaultyRow,
  type GoodRow,
  type ImportContext,
  type ImportedOrganisation,
  namesIn,
  readRows,
} from '../../core/organisation/import/read.ts'
import { comparableName } from '../../core/organisation/organisation.ts'
import { existingOrganisations } from '../../db/organisation/import.read.ts'
import { insertImported, type NewImport } from '../../db/organisation/import.write.ts'
import { roleNamesOf } from '../../db/organisation/read.ts'
import type { Deps } from '../../deps.ts'

type Coordinating = Scope<'coordination'>

/** Why a table gives no preview: columns are missing, it holds nothing, or more than is taken. */
export type ListProblem =
  | { readonly problem: 'columns'; readonly missing: readonly Column[] }
  | { readonly problem: 'empty' | 'rows' | 'carried' }

/** A list before anything is written. */
export interface ImportPreview {
  readonly fresh: readonly GoodRow[]
  /** Rows whose organisation is in the registry, with its id. */
  readonly standing: readonly (GoodRow & { readonly id: string })[]
  readonly faulty: readonly FaultyRow[]
  /** Headings that were not understood. */
  readonly unknown: readonly string[]
  /** What the form carries to the confirmation. */
  readonly carried: string
}

const contextOf = (
  { network, districts }: Coordinating,
  deps: Deps,
  roleNames: readonly RoleName[],
): ImportContext => ({
  provinces: network.provinces,
  districts,
  roleNames,
  today: dayOf(deps.clock.now(), network.timeZone),
})

const soughtOf = ({ organisation: { name, district } }: GoodRow) => ({
  normalised: comparableName(name),
  district,
})

/** Reads a table; nothing is written. */
export async function previewImport(
  scope: Coordinating,
  deps: Deps,
  table: readonly TableRow[],
): Promise<ImportPreview | ListProblem> {
  const { db, clock, random } = deps
  const list = readHeadings(table)
  if ('missing' in list) return table.length === 0 ? { problem: 'empty' } : { problem: 'columns', ...list }
  if (list.rows.length === 0) return { problem: 'empty' }
  if (list.rows.length > ROWS_MAX) return { problem: 'rows' }
  const rows = list.rows.map((row) => ({ number: row.number, cells: cellsOf(list.columns, row) }))
  const { good, faulty } = readRows(rows, contextOf(scope, deps, await roleNamesOf(scope, db)))
  const there = await existingOrganisations(scope, db, good.map(soughtOf))
  const fresh = good.filter((_, at) => !there.has(at))
  const carried = carryRows(fresh, () => newId(clock, random))
  if (new TextEncoder().encode(carried).length > CARRIED_MAX) return { problem: 'carried' }
  const standing = good.flatMap((row, at) => {
    const id = there.get(at)
    return id === undefined ? [] : [{ ...row, id }]
  })
  return { fresh, standing, faulty, unknown: list.unknown, carried }
}

/**
 * What became of a confirmed list: how many were added, were there already, and could not be taken any more; `refused`: the
 * writer may not any more; `invalid`: it is nothing that a preview carries.
 */
export type ImportOutcome =
  | { readonly outcome: 'done'; readonly added: number; readonly standing: number; readonly faulty: number }
  | { readonly outcome: 'refused' | 'invalid' }

function newImport({ clock, random }: Deps, id: string, organisation: ImportedOrganisation): NewImport {
  const { district, legalForm, decreeNo, themes, roles, since, contact } = organisation
  const withId = <T>(row: T) => ({ ...row, id: newId(clock, random) })
  return {
    id,
    district,
    legalForm,
    decreeNo,
    themes,
    names: namesIn(organisation).map(withId),
    roles: roles.map((role) => withId({ role, from: since })),
    contact: contact && withId(contact),
  }
}

/** Adds what a preview carried; everything is read anew, by what may be and what stands now. */
export async function confirmImport(scope: Coordinating, deps: Deps, fields: Fields): Promise<ImportOutcome> {
  const rows = readCarriedRows(firstOf(fields, ROWS_FIELD))
  if (rows === null || rows.length === 0) return { outcome: 'invalid' }
  const { good, faulty } = readRows(rows, contextOf(scope, deps, await roleNamesOf(scope, deps.db)))
  const ids = new Map(rows.map(({ number, id }) => [number, id]))
  const organisations = good.map(({ number, organisation }) =>
    newImport(deps, ids.get(number) ?? newId(deps.clock, deps.random), organisation),
  )
  const written = await insertImported(scope, deps.db, {
    id: newId(deps.clock, deps.random),
    organisations,
    now: deps.clock.now(),
  })
  if (written === 'refused') return { outcome: 'refused' }
  const added = written.added.size
  return { outcome: 'done', added, standing: good.length - added, faulty: faulty.length }
}
