// What was found of each break: kept in a file, so that a run goes on where the one before it ended.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Break } from './list.ts'
import type { Verdict } from './suite.ts'

/** What is known of a break: the test that caught it, or null, and the files of tests that it has met. */
export interface Finding {
  readonly file: string
  readonly what: string
  readonly caught: Verdict['failed']
  readonly met: readonly string[]
  /** How long its tests took so far, in seconds. */
  readonly seconds: number
}

/** Findings by what the break does, in the order in which they were found. */
export type Findings = Map<string, Finding>

/** Reads findings; none where there is no such file yet. */
export function readFindings(file: string | null): Findings {
  // Written by us.
  const kept: readonly Finding[] = file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  return new Map(kept.map((finding) => [finding.what, finding]))
}

/** Keeps findings. */
export function writeFindings(file: string | null, findings: Findings): void {
  if (file) writeFileSync(file, `${JSON.stringify([...findings.values()], null, 2)}\n`)
}

/** A finding with what one more run has told. */
export const withVerdict = (
  { file, what }: Break,
  before: Finding | undefined,
  { failed, ran }: Verdict,
  seconds: number,
): Finding => ({
  file,
  what,
  caught: failed,
  met: [...new Set([...(before?.met ?? []), ...ran])].toSorted(),
  seconds: Math.round((before?.seconds ?? 0) + seconds),
})

/** One line that says what became of a break. */
export function lineOf(number: number, { what, caught, met, seconds }: Finding): string {
  const by = caught?.path ? `${caught.project} ${caught.path}` : 'the run itself'
  const fate = caught ? `caught by ${by}: ${caught.test}` : `SURVIVED ${met.length} files`
  return `${String(number).padStart(2)}  ${what}\n    ${fate.split('\n')[0]} (${seconds} s)`
}
