// A drill: an export restored into an empty database, compared with what it was made from, and what was erased since erased.
import { writeFileSync } from 'node:fs'
import { readSecrets } from '../../../src/core/kernel/secrets.ts'
import { statementsOf } from '../../demo/database.ts'
import { type Compared, compareCounts, compareRing, compareScores } from './compare.ts'
import { replayErasures } from './erase.ts'
import { restore } from './fill.ts'
import { compareLinks } from './links.ts'
import { readExport } from './read.ts'

/** What a drill goes by. */
export interface Drill {
  /** The folder with the objects of an export. */
  readonly from: string
  /** The private half of the key that it is sealed to. */
  readonly key: string
  /** The ring of secrets in use; null: it is not here, and links cannot be made. */
  readonly ring: string | null
  /** The folder with a newer export, sealed to the same key: what is gone from it goes from what is restored. */
  readonly newer?: string | undefined
  /** Where what was restored is written as SQL, for an empty database. */
  readonly write?: string | undefined
  /** How many links of each kind are opened at most. */
  readonly links: number
}

const NO_RING: Compared = {
  what: 'links',
  of: 0,
  wrong: 1,
  says: 'cannot be made without the ring of secrets: name its file with --ring',
}

/** What came of a drill: a line for each thing, and whether everything is as it was. */
export interface Drilled {
  readonly lines: readonly string[]
  readonly isGood: boolean
}

const lineOf = ({ what, of, wrong, says }: Compared): string =>
  `${wrong === 0 ? 'ok   ' : 'wrong'}  ${String(of).padStart(7)}  ${what}${says ? `: ${wrong > 1 ? `${wrong}, ` : ''}${says}` : ''}`

const moment = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ')

/**
 * Restores and compares.
 * @throws where the export cannot be read whole, or does not fit into an empty database.
 */
export async function drill({ from, key, ring, newer, write, links }: Drill): Promise<Drilled> {
  const exported = await readExport(from, key)
  const { manifest } = exported
  const { memory, filled, mended, recounted } = await restore(exported)
  const counts = compareCounts(exported, filled)
  const secrets = ring === null ? null : readSecrets(ring)
  const compared: readonly Compared[] = [
    ...counts.filter(({ of, wrong }) => of > 0 || wrong > 0),
    await compareScores(memory),
    ...(secrets
      ? [
          ...(await compareRing(memory, secrets)),
          ...(await compareLinks(memory, secrets, { until: manifest.until, most: links })),
        ]
      : [NO_RING]),
  ]
  const lines = [
    `The export of ${manifest.day}: what was there at ${moment(manifest.from)} UTC, read until ${moment(manifest.until)}, ${manifest.migration}.`,
    ...compared.map(lineOf),
    `Changed while it ran, and mended: ${mended} rows; counted anew: ${recounted} rounds.`,
  ]
  let isErased = true
  if (newer !== undefined) {
    const later = await readExport(newer, key)
    if (later.manifest.from <= manifest.from)
      throw new Error(`The export in ${newer} is not newer than the one in ${from}.`)
    const { memory: living } = await restore(later)
    const erased = replayErasures(memory, living)
    isErased = replayErasures(memory, living) === 0
    lines.push(
      `${isErased ? 'ok   ' : 'wrong'}  ${String(erased).padStart(7)}  rows erased, as they are in the export of ${later.manifest.day}`,
    )
  } else lines.push('Erasures since then were not replayed: name the folder of a newer export with --newer.')
  const isGood = isErased && compared.every(({ wrong }) => wrong === 0)
  if (write !== undefined) {
    writeFileSync(write, `${statementsOf(memory).join('\n')}\n`, { mode: 0o600 })
    lines.push(`Written to ${write}: it holds personal data.`)
  }
  return { lines: [...lines, isGood ? 'Everything is as it was.' : 'Not everything is as it was.'], isGood }
}
