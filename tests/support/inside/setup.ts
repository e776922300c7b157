// Before each file of Worker tests: a database that is migrated and seeded.
import { beginAgain } from './world.ts'

await beginAgain()
