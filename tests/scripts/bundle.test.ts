// What the Worker weighs as it is deployed.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { bundleWorker } from '../../scripts/bench/bundle.ts'

test('the Worker passes a deployment rehearsed without an account, and takes at most 300 kB compressed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'simpul-bundle-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  expect(bundleWorker(folder).gzip).toBeLessThanOrEqual(300_000)
})
