// A way in for the demo administrator, as `npm start` prints one: tests that ask for many links would run out of them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { demoAdministrator } from '../../scripts/demo.ts'
import { runSql } from '../../scripts/operate/database.ts'
import { signInRow } from '../../scripts/operate/rows.ts'
import { newId } from '../../src/core/id.ts'
import { makeLink } from '../../src/core/link.ts'
import { signInLinkPath } from '../../src/core/paths.ts'
import { readSecrets } from '../../src/core/secrets.ts'
import { systemClock, systemRandom } from '../../src/platform/chance.ts'

/** Lets the demo administrator, or somebody else, of the copy in a folder sign in once, and gives the address. */
export async function addSignIn(
  folder: string,
  home: string,
  person: string = demoAdministrator.personId,
): Promise<string> {
  const id = newId(systemClock, systemRandom)
  await runSql(['--local', '--persist-to', join(folder, 'data')], [signInRow(id, person, systemClock.now())])
  const ring = parseEnv(readFileSync(join(folder, 'secrets.env'), 'utf8')).LINK_SECRETS ?? ''
  return home + signInLinkPath(await makeLink(readSecrets(ring), 'sign-in', id, 0))
}
