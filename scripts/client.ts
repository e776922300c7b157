// `npm run client`: builds the browser's script; src/client/built.ts is what it makes, and is committed.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BUILT, builtModule } from './run/client.ts'
import { root } from './run/place.ts'

const text = await builtModule()
writeFileSync(join(root, BUILT), text)
console.log(`${BUILT}: ${text.length} characters`)
