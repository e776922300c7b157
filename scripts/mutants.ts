// `npm run mutants`: of many small changes in src/core, which no test notices (StrykerJS). Never in CI: it takes a second a
// change. `-- src/core/instrument` looks at one folder or file. Its packages come when it is first asked for, so that no
// installation has to wait for them.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run/place.ts'

const VERSION = '10.1.1'
const folder = join(root, 'node_modules/.cache/mutants')
const core = join(folder, 'node_modules/@stryker-mutator/core')

/** Dictionaries and lists: that a word is another one is no rule that a test could hold. */
const LISTS = ['words/**', 'place/regions.ts', 'organisation/name-words.ts', 'form/mail-domains.ts']

function isInstalled(): boolean {
  const manifest = join(core, 'package.json')
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === VERSION
}

function install(): void {
  console.log(`Installing StrykerJS ${VERSION} …`)
  mkdirSync(folder, { recursive: true })
  const packages = ['core', 'vitest-runner'].map((name) => `@stryker-mutator/${name}@${VERSION}`)
  // Without its peers: vitest is the one that is here already.
  const options = ['--prefix', folder, '--no-save', '--ignore-scripts', '--legacy-peer-deps', '--no-audit']
  const args = ['install', ...options, '--no-fund', '--loglevel=error', ...packages]
  const npm = process.env.npm_execpath
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio: 'inherit' })
    : spawnSync('npm', args, { stdio: 'inherit' })
  if (status !== 0) throw new Error('npm could not install StrykerJS: its own words are above.')
}

/** What is changed: what was asked for, or all of src/core. */
function mutated(asked: readonly string[]): readonly string[] {
  const places = asked.length > 0 ? asked : ['src/core']
  const all = places.map((place) => (statSync(join(root, place)).isDirectory() ? `${place}/**/*.ts` : place))
  return [...all, ...LISTS.map((list) => `!src/core/${list}`)]
}

function configure(asked: readonly string[]): string {
  const file = join(folder, 'stryker.config.json')
  const config = {
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'scripts/mutants/vitest.config.ts' },
    mutate: mutated(asked),
    coverageAnalysis: 'perTest',
    reporters: ['clear-text', 'html'],
    clearTextReporter: { reportTests: false, logTests: false },
    htmlReporter: { fileName: join(folder, 'mutants.html') },
    // vitest finds no test below node_modules.
    tempDirName: 'dist/mutants',
    cleanTempDir: 'always',
    disableTypeChecks: false,
    // TypeScript 7 has no API by which it could rewrite that file; a name that is nowhere makes it leave them alone.
    tsconfigFile: 'none.json',
    warnings: { slow: false },
  }
  writeFileSync(file, JSON.stringify(config, null, 2))
  return file
}

if (!isInstalled()) install()
const stryker = spawnSync(
  process.execPath,
  [join(core, 'bin/stryker.js'), 'run', configure(process.argv.slice(2))],
  { cwd: root, stdio: 'inherit' },
)
process.exitCode = stryker.status ?? 1
