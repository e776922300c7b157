// `npm run restore-drill`: makes the key of exports, fetches an export, restores it here and compares it with what it was made from.
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { parseArgs, parseEnv } from 'node:util'
import { systemClock } from '../src/platform/chance.ts'
import { placeOf } from './operate/database.ts'
import { drill } from './operate/restore/drill.ts'
import { fetchExport } from './operate/restore/fetch.ts'
import { newKeyIn, privateKeyIn } from './operate/restore/key.ts'
import { exportKeyFile, ringOf } from './operate/ring.ts'
import { readSettings } from './operate/settings.ts'
import { reason } from './run/place.ts'

const usage = `npm run restore-drill -- --new-key [--key <file>] [--staging]
  makes the key of exports; its private half stays in the file, and never goes to Cloudflare

npm run restore-drill -- --from <folder> --fetch [--day 2026-11-23] [--staging | --local]
  fetches an export into the folder, the newest whole one unless a day is named

npm run restore-drill -- --from <folder> [--key <file>] [--ring <secrets.env>] [--newer <folder>] [--write back.sql]
  restores it into an empty database in memory, and compares rows, scores and links
  --key     the file that --new-key made; unless it is named, export.key beside the ring
  --ring    the file with LINK_SECRETS; unless it is named, the ring that npm run deploy keeps
  --newer   the folder of a newer export: what was erased since is erased here too
  --links   how many links of each kind are opened at most (200)
  --write   writes what was restored as SQL, for an empty database: it holds personal data`

const options = {
  'new-key': { type: 'boolean' },
  fetch: { type: 'boolean' },
  day: { type: 'string' },
  from: { type: 'string' },
  key: { type: 'string' },
  ring: { type: 'string' },
  newer: { type: 'string' },
  links: { type: 'string', default: '200' },
  write: { type: 'string' },
  staging: { type: 'boolean' },
  local: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

function ringIn(file: string): string {
  const ring = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')).LINK_SECRETS : undefined
  if (!ring) throw new Error(`There is no LINK_SECRETS in ${file}.`)
  return ring
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options })
  if (values.help) return console.log(usage)
  const settings = readSettings({ staging: values.staging })
  const file = values.key ?? exportKeyFile(settings.worker)
  if (values['new-key']) {
    const key = await newKeyIn(file)
    console.log(`The key of exports is in ${file}: copy it to where you keep passwords, and nowhere else.
In wrangler.toml, under [vars]:
EXPORT_KEY = "${key}"`)
    return
  }
  if (values.from === undefined) throw new Error('--from is missing: name the folder of an export.')
  if (values.fetch) {
    const bucket = settings.buckets[0]
    if (bucket === undefined)
      throw new Error('No bucket is bound in wrangler.toml: docs/operating.md, Exports.')
    mkdirSync(values.from, { recursive: true, mode: 0o700 })
    const place = await placeOf(values)
    const day = await fetchExport({
      bucket,
      place,
      folder: values.from,
      day: values.day,
      now: systemClock.now(),
    })
    console.log(`The export of ${day} is in ${values.from}.`)
    return
  }
  const { lines, isGood } = await drill({
    from: values.from,
    key: privateKeyIn(file),
    ring: values.ring ? ringIn(values.ring) : ringOf(settings.worker),
    newer: values.newer,
    write: values.write,
    links: Number(values.links),
  })
  for (const line of lines) console.log(line)
  if (!isGood) process.exit(1)
}

main().catch((error: unknown) => {
  console.error(reason(error))
  process.exit(1)
})
