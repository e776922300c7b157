// A way in for staff of the demo, as `npm start` prints one: tests that ask for many links would run out of them.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { demoAdministrator } from '../../scripts/demo.ts'
import { makeLink } from '../../src/core/kernel/link.ts'
import { signInLinkPath } from '../../src/core/kernel/paths.ts'
import { readSecrets } from '../../src/core/kernel/secrets.ts'
import { stockOf } from './seeded.ts'

/** Takes a way in that was added before the copy in this folder started, and gives its address; it is good once. */
export async function takeSignIn(
  folder: string,
  home: string,
  person: string = demoAdministrator.personId,
): Promise<string> {
  const stock = stockOf(folder, person)
  const [id] = existsSync(stock) ? readdirSync(stock) : []
  if (id === undefined)
    throw new Error(`No way in is left for ${person}: see STOCK in tests/support/seeded.ts.`)
  rmSync(join(stock, id))
  const ring = parseEnv(readFileSync(join(folder, 'secrets.env'), 'utf8')).LINK_SECRETS ?? ''
  return home + signInLinkPath(await makeLink(readSecrets(ring), 'sign-in', id, 0))
}
