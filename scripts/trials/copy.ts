// The local copy that a trial is about, with a state of its own, and what of it is stored.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Copy, startCopy } from '../../tests/support/copy.ts'
import { runSql } from '../operate/database.ts'
import { literal } from '../operate/rows.ts'
import type { Trial } from './steps.ts'

export interface TrialCopy extends Copy {
  /** Where its state lies. */
  readonly folder: string
  /** How many answers are stored under this name of an organisation, and not held for a coordinator to look at. */
  readonly stored: (organisation: string) => Promise<number>
}

/** Starts a copy as `npm start` does, on free ports; it ends with the trial, and its state with it. */
export async function copyFor({ say, atEnd }: Trial): Promise<TrialCopy> {
  const folder = mkdtempSync(join(tmpdir(), 'simpul-trial-'))
  atEnd(() => rmSync(folder, { recursive: true, force: true }))
  const copy = await startCopy(folder)
  atEnd(copy.stop)
  say(`the copy is at ${copy.home}`)
  const place = ['--local', '--persist-to', join(folder, 'data')]
  const stored = async (organisation: string) => {
    const asked = `select count(*) as stored from revisions join submissions on submissions.current_revision = revisions.key where held_for is null and json_extract(answers, '$.organisation') = ${literal(organisation)}`
    const [rows] = await runSql(place, [asked])
    return Number(rows?.[0]?.stored)
  }
  return { ...copy, folder, stored }
}
