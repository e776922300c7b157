// Generates migrations/ from src/db/schema.ts: `npm run migration`.
import { defineConfig } from 'drizzle-kit'

export default defineConfig({ dialect: 'sqlite', schema: './src/db/schema.ts', out: './migrations' })
