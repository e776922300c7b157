// Before the browser tests: one real `npm start` and one browser program, for all of them.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type Chromium, findChromium } from './chromium.ts'
import { startCopy } from './copy.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The copy's own address, without a slash at its end. */
    home: string
    /** The address of the copy's mail inbox, without a slash at its end. */
    inbox: string
    /** The copy's state folder. */
    folder: string
    chromium: Chromium
  }
}

/** Starts the copy that the browser tests visit, and returns what ends it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'simpul-copy-'))
  const [copy, chromium] = await Promise.all([startCopy(folder), findChromium()])
  let stopping = false
  copy.ended.then((code) => {
    if (!stopping) console.error(`The copy ended by itself, with code ${code}. It said:\n${copy.output()}`)
  })
  project.provide('home', copy.home)
  project.provide('inbox', copy.inbox)
  project.provide('folder', folder)
  project.provide('chromium', chromium)
  return async () => {
    stopping = true
    await copy.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
