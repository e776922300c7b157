// The tests that mutants of src/core meet: those that need neither a Worker nor what was built.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['tests/{core,documents,forms,mail}/**/*.test.{ts,tsx}'], isolate: false },
})
