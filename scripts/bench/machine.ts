// What the bench ran on, because its absolute numbers mean nothing without it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus } from 'node:os'

/** The machine and its programs. */
export interface Machine {
  readonly processor: string
  readonly cores: number
  readonly node: string
  readonly workerd: string
  readonly chromium: string
  /** ISO 8601. */
  readonly day: string
}

/** Describes this machine; `chromium` is the version of the browser. */
export function describeMachine(chromium: string): Machine {
  const [first] = cpus()
  return {
    processor: first?.model.trim() ?? 'unknown',
    cores: cpus().length,
    node: process.versions.node,
    workerd: versionOf('workerd'),
    chromium,
    day: new Date().toISOString().slice(0, 10),
  }
}

function versionOf(name: string): string {
  const file = createRequire(import.meta.url).resolve(`${name}/package.json`)
  const { version }: { version: string } = JSON.parse(readFileSync(file, 'utf8'))
  return version
}
