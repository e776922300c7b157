// Before each file of Worker tests: empty bindings and a migrated database.
import { applyD1Migrations, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

await reset()
await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
