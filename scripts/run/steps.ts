// The named steps of `npm run check` and `npm test`: run one after another, timed, counted and summed up.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installed, root } from './place.ts'
import { type Count, countRun, failuresIn, type VitestReport } from './totals.ts'

/** What one step did, and what failed in it by name. */
type Outcome = Count & { failures: readonly string[] }
type Step = { name: string; run: (folder: string) => Promise<Outcome> }
type Result = Outcome & { name: string; seconds: number }

const quick: Step[] = [
  tool('types of the Worker', 'tsc', '--noEmit', '-p', 'tsconfig.json'),
  tool('types of the scripts', 'tsc', '--noEmit', '-p', 'tsconfig.node.json'),
  tool('types of the client', 'tsc', '--noEmit', '-p', 'tsconfig.client.json'),
  tool('lint', 'biome', 'check', '.'),
  // Together they keep both cores busy.
  tests('pure', 'worker'),
]
const all: Step[] = [...quick, tests('proof'), tests('browser')]

/** Runs the steps, prints how each went and the totals on the last line, and returns the exit code. */
export async function runSteps(which: 'quick' | 'all'): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'simpul-check-'))
  const results: Result[] = []
  for (const step of which === 'quick' ? quick : all) {
    console.log(`\n— ${step.name}`)
    const started = performance.now()
    const outcome = await step.run(folder)
    results.push({ ...outcome, name: step.name, seconds: (performance.now() - started) / 1000 })
  }
  rmSync(folder, { recursive: true, force: true })
  return summarise(results)
}

function summarise(results: Result[]): number {
  console.log('')
  for (const { name, failed, skipped, seconds } of results) {
    const verdict = failed > 0 ? 'FAILED' : 'ok'
    const note = skipped > 0 ? ` (${skipped} skipped)` : ''
    console.log(`${verdict.padEnd(7)}${name.padEnd(24)}${seconds.toFixed(1).padStart(6)} s${note}`)
  }
  for (const failure of results.flatMap(({ failures }) => failures)) console.log(`\n${failure}`)
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.failed, 0)
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
}

/** A step that passes or fails as a whole; passing counts for nothing, because it is not a test. */
function tool(name: string, program: string, ...args: string[]): Step {
  return {
    name,
    run: async () => {
      const failed = (await show(program, args)) === 0 ? 0 : 1
      return { passed: 0, skipped: 0, failed, failures: [] }
    },
  }
}

/** The tests of some vitest projects. */
function tests(...projects: string[]): Step {
  const named = projects.join(' and ')
  return {
    name: `${named} tests`,
    run: async (folder) => {
      const file = join(folder, `${projects.join('-')}.json`)
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
      const code = await show('vitest', [
        'run',
        ...projects.flatMap((project) => ['--project', project]),
        ...reporters,
      ])
      const report: VitestReport | undefined = existsSync(file)
        ? JSON.parse(readFileSync(file, 'utf8'))
        : undefined
      return { ...countRun(report, code), failures: report ? failuresIn(report, root) : [] }
    },
  }
}

/** Runs an installed program with its output in sight, and resolves to its exit code. */
function show(program: string, args: string[]): Promise<number> {
  const [file, options] = installed(program, ...args)
  return new Promise((resolve) => {
    const child = spawn(file, options, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
