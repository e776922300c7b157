// The tests of a tree, as far as vitest tells of them: which there are, which are near to a file, and what they say.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, delimiter, join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { VitestReport } from '../run/totals.ts'
import { endFamily } from './family.ts'

/** A file of tests, by its path in the tree. */
export interface TestFile {
  readonly path: string
  readonly project: string
}

/** The first test that failed, or null; and the files that were run to their end. */
export interface Verdict {
  readonly failed: { readonly project: string; readonly path: string; readonly test: string } | null
  readonly ran: readonly string[]
}

/**
 * What tells nothing here: the first finds every break, since it watches over their list; the second knows the script for
 * other sites by its hash, so it finds whatever is changed in it.
 */
const LEFT_OUT: readonly string[] = ['tests/breaks.test.ts', 'tests/client/embed-built.test.ts']

const vitest = (tree: string): string => join(tree, 'node_modules/vitest/vitest.mjs')
const environment = (tree: string) => ({
  ...process.env,
  PATH: `${join(tree, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`,
})

/** All files of tests of a tree. */
export function testFilesOf(tree: string): readonly TestFile[] {
  const listed = execFileSync(process.execPath, [vitest(tree), 'list', '--filesOnly', '--json'], {
    cwd: tree,
    env: environment(tree),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  // vitest's own list.
  const files = JSON.parse(listed) as readonly { readonly file: string; readonly projectName: string }[]
  return files
    .map(({ file, projectName }) => ({ path: relative(tree, file), project: projectName }))
    .filter(({ path }) => !LEFT_OUT.includes(path))
}

const wordsIn = (path: string): readonly string[] =>
  basename(path)
    .split(/[^a-z]+/)
    .filter((word) => word.length > 3 && !['test', 'style', 'read', 'write'].includes(word))

/** Whether a file of tests is likely to see what is wrong in a source: it imports it, or is called like it. */
export function isNear(tree: string, test: string, source: string): boolean {
  const stems = wordsIn(source)
  const named = wordsIn(test).some((word) =>
    stems.some((stem) => word.startsWith(stem) || stem.startsWith(word)),
  )
  return named || readFileSync(join(tree, test), 'utf8').includes(`/${source}'`)
}

/** What runs, and the folder for whatever it keeps meanwhile. */
let running: { readonly pid: number; readonly folder: string } | null = null

/** Ends what runs, with all that it has started, and takes away what it kept. */
export function stopTests(): void {
  if (!running) return
  endFamily(running.pid)
  rmSync(running.folder, { recursive: true, force: true, maxRetries: 5 })
}

/** How long (ms) one run may take: whatever hangs longer was broken by the break. */
const LONGEST = 90 * 60_000

/** Runs files of tests until the first test fails; `related` leaves out those that vitest does not relate to some sources. */
export async function runTests(
  tree: string,
  files: readonly TestFile[],
  related: readonly string[] | null,
): Promise<Verdict> {
  const folder = mkdtempSync(join(tmpdir(), 'simpul-breaks-'))
  const report = join(folder, 'report.json')
  const projects = [...new Set(files.map(({ project }) => project))]
  const args = [
    ...(related ? ['related', ...related, '--run'] : ['run', ...files.map(({ path }) => join(tree, path))]),
    ...projects.flatMap((project) => ['--project', project]),
    ...LEFT_OUT.flatMap((path) => ['--exclude', path]),
    ...['--bail', '1', '--passWithNoTests'],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ]
  const { code, output } = await run(tree, args, folder)
  const told: VitestReport | null = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null
  rmSync(folder, { recursive: true, force: true })
  return verdictOf(tree, files, told, code, output)
}

function run(
  tree: string,
  args: readonly string[],
  folder: string,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [vitest(tree), ...args], {
      cwd: tree,
      env: { ...environment(tree), TMPDIR: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: what is left of it when its first process has ended is known by that.
      detached: true,
    })
    const { pid } = child
    const end = (): void => {
      if (pid !== undefined) endFamily(pid)
    }
    running = pid === undefined ? null : { pid, folder }
    let output = ''
    const hear = (part: Buffer): void => {
      output = (output + part).slice(-20_000)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    const impatient = setTimeout(end, LONGEST)
    child.once('close', (code) => {
      clearTimeout(impatient)
      end()
      running = null
      resolve({ code, output })
    })
  })
}

function verdictOf(
  tree: string,
  files: readonly TestFile[],
  told: VitestReport | null,
  code: number | null,
  output: string,
): Verdict {
  const results = told?.testResults ?? []
  const ran = results.map(({ name }) => relative(tree, name))
  const wrong = results.find(({ status }) => status === 'failed')
  if (wrong) {
    const path = relative(tree, wrong.name)
    const project = files.find((file) => file.path === path)?.project ?? ''
    const test = wrong.assertionResults.find(({ status }) => status === 'failed')?.fullName ?? wrong.message
    return { failed: { project, path, test }, ran }
  }
  if (code === 0) return { failed: null, ran }
  // What nobody waited for fails no test, but the run.
  const plain = stripVTControlCharacters(output)
  const said = /Unhandled.*/s.exec(plain)?.[0] ?? plain
  return { failed: { project: '', path: '', test: `ended with ${code}: ${said.slice(0, 600)}` }, ran }
}
