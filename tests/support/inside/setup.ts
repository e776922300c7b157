// Before each file of Worker tests: empty bindings, and a database that is migrated and seeded.
import { beginAnew } from './world.ts'

await beginAnew()
