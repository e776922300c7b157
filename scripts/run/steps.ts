// The named steps of `npm run check` and `npm test`: timed, counted and summed up, with the slowest files named.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installed, root } from './place.ts'
import { type Count, countRun, type FileTime, failuresIn, timesIn, type VitestReport } from './totals.ts'

/** What one step did, what failed in it by name, and how long its files took. */
type Outcome = Count & { readonly failures: readonly string[]; readonly files: readonly FileTime[] }
type Step = { readonly name: string; readonly run: (folder: string) => Promise<Outcome> }
type Result = Outcome & { readonly name: string; readonly seconds: number }

/** Which steps: those of every commit, all of them, or all with many runs of each property. */
export type Extent = 'quick' | 'all' | 'long'

/** What was found right is kept with the packages, so that only what hangs on a change is looked at again. */
const types = (what: string, config: string): Step => {
  const known = `node_modules/.cache/types/${config}.tsbuildinfo`
  const options = ['--noEmit', '--incremental', '--tsBuildInfoFile', known, '-p', config]
  return tool(`types of the ${what}`, 'tsc', ...options)
}

/** Steps that run at the same time stand in one row. */
const quick: readonly (readonly Step[])[] = [
  [
    types('Worker', 'tsconfig.json'),
    types('scripts', 'tsconfig.node.json'),
    types('client', 'tsconfig.client.json'),
    tool('lint', 'biome', 'check', '.'),
  ],
  // Two Worker processes take two thirds of the time of one, on two cores.
  [tests(['pure', 'worker'], 2)],
]
const all: typeof quick = [
  ...quick,
  [tests(['proof'], 2)],
  [tests(['pages'])],
  [tests(['gallery'])],
  [tests(['scripted']), tests(['scripts'])],
  [tests(['journeys'])],
]

// Three kills take five to ten minutes: what a killed Worker had in hand is taken again after two minutes.
const long: typeof quick = [...all, [script('killed at any moment', 'trials/kill.ts', '--rounds', '3')]]

const STEPS: Readonly<Record<Extent, typeof quick>> = { quick, all, long }

/** Runs the steps, prints how each went and the totals on the last line, and returns the exit code. */
export async function runSteps(extent: Extent): Promise<number> {
  if (extent === 'long') process.env.SIMPUL_RUNS = 'many'
  const folder = mkdtempSync(join(tmpdir(), 'simpul-check-'))
  const results: Result[] = []
  for (const row of STEPS[extent]) {
    console.log(`\n— ${row.map(({ name }) => name).join(', ')}`)
    results.push(...(await Promise.all(row.map((step) => timed(step, folder)))))
  }
  rmSync(folder, { recursive: true, force: true })
  return summarise(results)
}

async function timed(step: Step, folder: string): Promise<Result> {
  const started = performance.now()
  const outcome = await step.run(folder)
  return { ...outcome, name: step.name, seconds: (performance.now() - started) / 1000 }
}

/** How many of the slowest files are named. */
const SLOWEST = 10

function summarise(results: readonly Result[]): number {
  console.log('\nTen slowest files')
  const files = results.flatMap((result) => result.files).toSorted((a, b) => b.seconds - a.seconds)
  for (const { name, seconds } of files.slice(0, SLOWEST))
    console.log(`${seconds.toFixed(1).padStart(7)} s  ${name}`)
  console.log('')
  for (const { name, failed, skipped, seconds } of results) {
    const verdict = failed > 0 ? 'FAILED' : 'ok'
    const note = skipped > 0 ? ` (${skipped} skipped)` : ''
    console.log(`${verdict.padEnd(7)}${name.padEnd(28)}${seconds.toFixed(1).padStart(6)} s${note}`)
  }
  for (const failure of results.flatMap(({ failures }) => failures)) console.log(`\n${failure}`)
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.failed, 0)
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
}

/** A step that passes or fails as a whole; passing counts for nothing, because it is not a test. */
function tool(name: string, program: string, ...args: string[]): Step {
  return whole(name, () => show(program, args))
}

function whole(name: string, run: () => Promise<number>): Step {
  return {
    name,
    run: async () => {
      const failed = (await run()) === 0 ? 0 : 1
      return { passed: 0, skipped: 0, failed, failures: [], files: [] }
    },
  }
}

/** A script of ours that passes or fails as a whole. */
function script(name: string, file: string, ...args: string[]): Step {
  const options = ['--experimental-strip-types', '--no-warnings', join(root, 'scripts', file), ...args]
  return whole(name, () => shown(process.execPath, options))
}

/** The tests of some vitest projects, run at the same time, in so many processes where that is not the projects' own matter. */
function tests(projects: readonly string[], processes?: number): Step {
  return {
    name: `${projects.join(' and ')} tests`,
    run: async (folder) => {
      const file = join(folder, `${projects.join('-')}.json`)
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
      const code = await show('vitest', [
        'run',
        ...projects.flatMap((project) => ['--project', project]),
        ...(processes === undefined ? [] : [`--maxWorkers=${processes}`]),
        ...reporters,
      ])
      const report: VitestReport | undefined = existsSync(file)
        ? JSON.parse(readFileSync(file, 'utf8'))
        : undefined
      return {
        ...countRun(report, code),
        failures: report ? failuresIn(report, root) : [],
        files: report ? timesIn(report, root) : [],
      }
    },
  }
}

/** Runs an installed program with its output in sight, and resolves to its exit code. */
function show(program: string, args: string[]): Promise<number> {
  return shown(...installed(program, ...args))
}

function shown(file: string, options: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(file, options, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
