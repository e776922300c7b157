// Before tests that look at pages without visiting a copy: one browser program for all of them.
import type { TestProject } from 'vitest/node'
import { type Chromium, findChromium } from './chromium.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    chromium: Chromium
  }
}

/** Finds or unpacks the browser program. */
export default async function setup(project: TestProject): Promise<void> {
  project.provide('chromium', await findChromium())
}
