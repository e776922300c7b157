// An export of the database: when it is due, what it is called, how far it is, and what its pages look like.
import * as v from 'valibot'
import { utcDay } from '../kernel/date.ts'

const HOUR = 60 * 60 * 1000

/** When an export begins, as hours of the day in UTC: 01:00 in Jakarta, when nobody writes. */
const BEGINS_AT = 18

/** The day (UTC, ISO 8601) whose export is to be there at a moment (ms UTC). */
export const exportDay = (now: number): string => utcDay(now - BEGINS_AT * HOUR)

/** Where the objects of a day's export are. */
export const exportFolder = (day: string): string => `exports/${day}`
/** What says how far an export is, and, once it is whole, what it is made of: the last that is written. */
export const PROGRESS = 'progress.json'
export const MANIFEST = 'manifest.json'

/**
 * How much one portion holds: so many pages of so many rows, and no page more once it has so many characters. The free plan
 * gives an invocation 50 questions to the database and 10 ms.
 */
export const PORTION = { pages: 20, rows: 100, length: 300_000 } as const

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** One object: its name in the folder, and how many rows it holds of each table. */
const part = v.object({ name: v.string(), rows: v.record(v.string(), count) })

const extent = {
  version: v.literal(1),
  day: v.string(),
  /** When what is exported was there (ms UTC). */
  from: v.number(),
  /** The newest migration of the database. */
  migration: v.string(),
  /** The last row of each table that was there, by its number (`rowid`); no row after it is exported. */
  last: v.record(v.string(), count),
  parts: v.array(part),
}

/** How far an export is: the table that is read, and its row that was read last. */
const progress = v.object({ ...extent, table: v.string(), after: count })
export type ExportProgress = v.InferOutput<typeof progress>

/** What a whole export is made of. */
const manifest = v.object({
  ...extent,
  /** When its last row was read (ms UTC). */
  until: v.number(),
  /** How many of these rows were still there at the end, of each table. */
  standing: v.record(v.string(), count),
})
export type ExportManifest = v.InferOutput<typeof manifest>

/** Reads what was written. @throws where it is not what this release writes. */
export const readProgress = (text: string): ExportProgress => v.parse(progress, JSON.parse(text))
export const readManifest = (text: string): ExportManifest => v.parse(manifest, JSON.parse(text))

/** A value of a row as JSON; bytes as base64. */
export type Cell = string | number | null | { readonly base64: string }

/** Some rows of a table, in the order of its columns. A part of an export is pages, a line each. */
const page = v.object({
  table: v.string(),
  columns: v.array(v.string()),
  rows: v.array(v.array(v.union([v.string(), v.number(), v.null(), v.object({ base64: v.string() })]))),
})
export interface ExportPage {
  readonly table: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** The pages of a part, as they were written. @throws where they are not what this release writes. */
export const readPages = (text: string): readonly ExportPage[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => v.parse(page, JSON.parse(line)))
