// Generates migrations/ from src/db/schema/index.ts: `npm run migration`.
import { defineConfig } from 'drizzle-kit'

export default defineConfig({ dialect: 'sqlite', schema: './src/db/schema/index.ts', out: './migrations' })
