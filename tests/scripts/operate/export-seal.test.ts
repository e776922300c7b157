// What a Worker sealed once opens on the machine of whoever operates it, for ever: exports outlive releases of the library.
import { expect, test } from 'vitest'
import { openExport } from '../../../src/platform/export-seal.ts'

/** Sealed in workerd, with @hpke/core 1.9.0. */
const KEPT = {
  key: 'Z-qKLQbkqgn7LHHV8i7Se8y8otFRaftKOq_LQA7g85g',
  name: 'exports/2026-11-23/0001',
  sealed: 'hDTjreiZHevTwccENDkiBLHXacV9HDytdvgG8squ1U9icOPZkOlS2QnTpSRZK/z2hdtFnWZbwvsjjEbJgWhcgYT5',
}

test('an object that a Worker sealed opens here', async () => {
  const opened = await openExport(KEPT.key, KEPT.name, Buffer.from(KEPT.sealed, 'base64'))
  expect(new TextDecoder().decode(opened)).toBe('{"table":"people"}')
})
