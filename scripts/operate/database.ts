// The database of the deployment, or of a local copy, asked through wrangler.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { root } from '../run/place.ts'
import { failed, tryWrangler } from './wrangler.ts'

/** Which database is meant: `--remote`, or `--local` and where it lies. */
export type Place = readonly string[]

/** One row of a query, as wrangler prints it. */
export type Row = Readonly<Record<string, string | number | null>>

/** The flags by which scripts are told which database is meant, for `parseArgs`. */
export const placeFlags = {
  local: { type: 'boolean' },
  remote: { type: 'boolean' },
  staging: { type: 'boolean' },
} as const

/** Where the local copy keeps its state. */
export const localFolder = (): string => resolve(root, process.env.STATE_DIR || '.wrangler/simpul')

/** The flags as they were given. */
interface PlaceFlags {
  readonly local?: boolean | undefined
  readonly remote?: boolean | undefined
  readonly staging?: boolean | undefined
}

/**
 * The database meant by the flags: the deployment's, with `--staging` that of staging, or with `--local` the one of the copy
 * in STATE_DIR.
 * @throws where several are meant, or there is no copy yet.
 */
export async function placeOf({ local, remote, staging }: PlaceFlags): Promise<Place> {
  if (local && (remote || staging)) throw new Error('Give only one of --local, --remote and --staging.')
  // The settings are read by wrangler itself, which takes most of a second to load.
  if (staging) {
    const { configurationFor, readSettings } = await import('./settings.ts')
    return ['--remote', ...configurationFor(readSettings({ staging }))]
  }
  if (!local) return ['--remote']
  const folder = localFolder()
  if (!existsSync(join(folder, 'data'))) {
    throw new Error(
      `There is no local copy in ${folder}: run npm start once, or set STATE_DIR to where it is.`,
    )
  }
  return ['--local', '--persist-to', join(folder, 'data')]
}

// A copy that runs may be writing at that moment; a batch that found the file locked has done nothing.
const TRIES_WHERE_LOCKED = 5

async function patiently(args: readonly string[]): Promise<string> {
  let ran = await tryWrangler(args)
  for (let tries = 1; ran.code !== 0 && /SQLITE_BUSY/.test(ran.words) && tries < TRIES_WHERE_LOCKED; tries++)
    ran = await tryWrangler(args)
  if (ran.code !== 0) throw failed(args, ran)
  return ran.out
}

const executing = (place: Place): readonly string[] => ['d1', 'execute', 'DB', ...place, '--yes']

/** Runs statements as one batch, all or none, and gives the rows of each. */
export async function runSql(
  place: Place,
  statements: readonly string[],
): Promise<readonly (readonly Row[])[]> {
  const out = await patiently([...executing(place), '--json', '--command', statements.join(';\n')])
  // With --json wrangler prints one result a statement.
  const results: { readonly results: readonly Row[] }[] = JSON.parse(out)
  return results.map(({ results: rows }) => rows)
}

/** The arguments of wrangler that run the statements in a file, which may be longer than a command line. */
export const fileCommand = (place: Place, file: string): readonly string[] => [
  ...executing(place),
  '--file',
  file,
]

/** Runs the statements in a file. */
export const runFile = (place: Place, file: string): Promise<string> => patiently(fileCommand(place, file))
