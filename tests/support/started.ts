// Before the journeys: a real `npm start` for each worker, from one seeded state folder, and one browser program.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import provideChromium from './browser-program.ts'
import { startCopy } from './copy.ts'
import { copySeeded } from './seeded.ts'

/** A running copy, as a worker sees it. */
export interface Place {
  /** Its own address, without a slash at its end. */
  readonly home: string
  /** The address of its mail inbox, without a slash at its end. */
  readonly inbox: string
  /** Its state folder. */
  readonly folder: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    places: readonly Place[]
  }
}

/** Starts the copies that the journeys visit, and returns what ends them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folders = Array.from({ length: project.config.maxWorkers }, () =>
    mkdtempSync(join(tmpdir(), 'simpul-copy-')),
  )
  await Promise.all([provideChromium(project), copySeeded(folders)])
  const copies = await Promise.all(folders.map(startCopy))
  let stopping = false
  for (const copy of copies)
    copy.ended.then((code) => {
      if (!stopping) console.error(`A copy ended by itself, with code ${code}. It said:\n${copy.output()}`)
    })
  project.provide(
    'places',
    copies.map(({ home, inbox }, index) => ({ home, inbox, folder: folders[index] ?? '' })),
  )
  return async () => {
    stopping = true
    await Promise.all(copies.map((copy) => copy.stop()))
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  }
}
