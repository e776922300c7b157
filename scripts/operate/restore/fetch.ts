// An export fetched from its bucket by wrangler, into a folder.
import { join } from 'node:path'
import { exportDay, exportFolder, MANIFEST } from '../../../src/core/export/export.ts'
import type { Place } from '../database.ts'
import { failed, tryWrangler } from '../wrangler.ts'
import { manifestIn } from './read.ts'

const A_DAY = 86_400_000
// wrangler takes a second to begin; a few at once are quicker and load nobody.
const AT_ONCE = 4

/** What is fetched, and from where; without a day, the newest export that is whole. `now` in ms UTC. */
interface Fetching {
  readonly bucket: string
  readonly place: Place
  readonly folder: string
  readonly day: string | undefined
  readonly now: number
}

/** Fetches the manifest of an export and every object that it names, and gives its day. @throws where there is none. */
export async function fetchExport({ bucket, place, folder, day, now }: Fetching): Promise<string> {
  const get = (one: string, name: string) => [
    ...['r2', 'object', 'get', `${bucket}/${exportFolder(one)}/${name}`],
    ...['--file', join(folder, name), ...place],
  ]
  const days = day === undefined ? [exportDay(now), exportDay(now - A_DAY)] : [day]
  for (const one of days) {
    const ran = await tryWrangler(get(one, MANIFEST))
    if (ran.code !== 0 && /does not exist/.test(ran.words)) continue
    if (ran.code !== 0) throw failed(['r2', 'object'], ran)
    const names = manifestIn(folder).parts.map(({ name }) => name)
    const lane = async (): Promise<void> => {
      for (let name = names.shift(); name !== undefined; name = names.shift()) {
        const got = await tryWrangler(get(one, name))
        if (got.code !== 0) throw failed(['r2', 'object'], got)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, lane))
    return one
  }
  throw new Error(`There is no whole export of ${days.join(' or ')} in ${bucket}.`)
}
