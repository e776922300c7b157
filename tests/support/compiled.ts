// Node keeps what it has compiled: wrangler is 15 MB of script, and tests start it dozens of times.
import { join } from 'node:path'
import { root } from '../../scripts/run/place.ts'

/** For the environment of programs that tests start. */
export const compiled = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled') } as const
