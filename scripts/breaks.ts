// `npm run breaks`: makes one mistake after another in the sources and sees which test finds it. Never in CI: it takes
// minutes a break. `--only 3,7` by their number; `--projects pure,worker`; `--quick` without those that need a browser;
// `--near` only tests that are likely to see it, `--related` only those that vitest relates to it; `--files a,b` and
// `--without a,b` by path; `--tree <folder>` in another copy of the sources, with packages of its own; `--out <file.json>`
// keeps what was found, and a run with the same file goes on: what is caught is left alone, and what survived meets what it
// has not met. Ctrl-C at any moment ends all that it has started and takes the mistake back.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { lineOf, readFindings, withVerdict, writeFindings } from './breaks/findings.ts'
import { type Break, breaks } from './breaks/list.ts'
import { isNear, runTests, stopTests, type TestFile, testFilesOf } from './breaks/suite.ts'
import { type Broken, breakIn } from './breaks/tree.ts'
import { reason, root } from './run/place.ts'

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    projects: { type: 'string' },
    files: { type: 'string' },
    without: { type: 'string' },
    quick: { type: 'boolean', default: false },
    near: { type: 'boolean', default: false },
    related: { type: 'boolean', default: false },
    tree: { type: 'string', default: root },
    out: { type: 'string' },
  },
})

const parts = (list: string | undefined): readonly string[] => list?.split(',').filter(Boolean) ?? []
const tree = resolve(options.tree)
const out = options.out ? resolve(options.out) : null

/** Projects that run together; every other one runs by itself, after these. */
const FIRST: readonly (readonly string[])[] = [['pure', 'worker'], ['proof']]

function projectsOf(files: readonly TestFile[]): readonly (readonly string[])[] {
  const chosen = parts(options.projects)
  const isChosen = (project: string) => chosen.length === 0 || chosen.includes(project)
  const others = [...new Set(files.map(({ project }) => project))].filter(
    (one) => !FIRST.flat().includes(one),
  )
  const all = options.quick ? FIRST : [...FIRST, ...others.map((one) => [one])]
  return all.map((group) => group.filter(isChosen))
}

/** The project that renders what the one named `gallery` looks at: each run of it begins with nothing. */
const RENDERS = 'pages'

/** The runs that a break has to pass, the nearest tests of each group of projects first. */
function runsFor({ file }: Break, files: readonly TestFile[]): readonly (readonly TestFile[])[] {
  return projectsOf(files).flatMap((projects) => {
    const own = files.filter(({ project }) => projects.includes(project))
    if (options.related || projects.includes(RENDERS)) return [own]
    const near = own.filter(({ path }) => isNear(tree, path, file))
    return options.near ? [near] : [near, own.filter((one) => !near.includes(one))]
  })
}

let broken: Broken | null = null

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    stopTests()
    broken?.restore()
    process.exit(130)
  })

/** Makes a break, lets it meet tests until one finds it, and takes it back. */
async function meet(one: Break, all: readonly TestFile[]): Promise<void> {
  const findings = readFindings(out)
  const known = findings.get(one.what)
  if (known?.caught) return
  const isUnmet = ({ path }: TestFile) => !known?.met.includes(path)
  const looks = all.some((file) => file.project === 'gallery' && isUnmet(file))
  const left = all.filter((file) => isUnmet(file) || (file.project === RENDERS && looks))
  const runs = runsFor(one, left).filter((files) => files.length > 0)
  broken = breakIn(tree, one)
  try {
    for (const files of runs) {
      const started = performance.now()
      const verdict = await runTests(tree, files, options.related ? broken.files : null)
      const found = withVerdict(one, findings.get(one.what), verdict, (performance.now() - started) / 1000)
      findings.set(one.what, found)
      writeFindings(out, findings)
      if (found.caught) break
    }
  } finally {
    broken.restore()
    broken = null
  }
  const finding = findings.get(one.what)
  if (finding) console.log(lineOf(breaks.indexOf(one) + 1, finding))
}

const numbers = parts(options.only).map(Number)
const files = parts(options.files)
const without = parts(options.without)
const all = testFilesOf(tree)
  .filter(({ path }) => files.length === 0 || files.some((part) => path.includes(part)))
  .filter(({ path }) => !without.some((part) => path.includes(part)))
try {
  for (const [at, one] of breaks.entries())
    if (numbers.length === 0 || numbers.includes(at + 1)) await meet(one, all)
} catch (error) {
  console.error(reason(error))
  process.exitCode = 1
}
