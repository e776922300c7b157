// Sources as text, and what they import. The compiler has no API of its own, so import lines are read here.
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { root } from '../../scripts/run/place.ts'

/** Text by path, from the root of the repository. */
export type Sources = ReadonlyMap<string, string>

/** One import or re-export line. */
export interface Import {
  readonly from: string
  readonly isType: boolean
  readonly names: string
}

const STATIC = /^(?:import|export)\s+(type\s+)?((?:[\w*{][^'"]*?)\sfrom\s+)?['"]([^'"]+)['"]/gm
const DYNAMIC = /(\btypeof\s+)?\bimport\(\s*['"`]([^'"`]+)['"`]/g

/** The import and re-export lines of a source. */
export function importsOf(source: string): readonly Import[] {
  const found: Import[] = []
  for (const [, type, names = '', from = ''] of source.matchAll(STATIC))
    found.push({ from, isType: type !== undefined, names })
  for (const [, type, from = ''] of source.matchAll(DYNAMIC))
    found.push({ from, isType: type !== undefined, names: '' })
  return found
}

/** The path an import leads to, or null where it leads to a package. */
export const targetOf = (path: string, from: string): string | null =>
  from.startsWith('.') ? posix.join(posix.dirname(path), from) : null

/** Files that import each other in a circle, as one path through it; types do not count, they are gone at run time. */
export function circlesIn(sources: Sources): readonly string[] {
  const circles: string[] = []
  const done = new Set<string>()
  const follow = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '))
    if (done.has(path) || way.includes(path)) return
    for (const { from, isType } of importsOf(sources.get(path) ?? '')) {
      const target = targetOf(path, from)
      if (target !== null && !isType) follow(target, [...way, path])
    }
    done.add(path)
  }
  for (const path of sources.keys()) follow(path, [])
  return circles
}

const SKIPPED: readonly string[] = ['node_modules', '.git', '.wrangler', 'dist']

/** The paths below a folder, without what is installed or built. */
const pathsIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !SKIPPED.includes(name))
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name)
      return entry.isDirectory() ? pathsIn(path) : entry.isFile() ? [path] : []
    })

/** All files below some folders whose name ends in one of these ways. */
export const filesIn = (folders: readonly string[], ending: RegExp): Sources =>
  new Map(
    folders
      .flatMap(pathsIn)
      .filter((path) => ending.test(posix.basename(path)))
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  )
