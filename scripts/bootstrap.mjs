// The first file that every npm script runs: installs what is missing, then goes on under the installed Node.
// It has no dependencies and runs on Node 20, because nothing may be installed yet.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = join(root, 'node_modules', '.bin')
// Which lock is installed. Times of files do not tell: a clone gives the lock a new one while tests run.
const mark = join(root, 'node_modules', '.installed-lock')
const [task = '', ...args] = process.argv.slice(2)
const script = join(root, 'scripts', `${task}.ts`)

if (!existsSync(script)) fail(`There is no task "${task}" in scripts/.`)
if (installIsOld()) install()
run(chooseNode())

function installIsOld() {
  return !existsSync(mark) || readFileSync(mark, 'utf8') !== hashOfLock()
}

function hashOfLock() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}

function install() {
  console.log('Installing the packages named in package-lock.json …')
  const started = Date.now()
  const options = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--loglevel=error']
  const npm = process.env.npm_execpath
  const result = npm
    ? spawnSync(process.execPath, [npm, ...options], { cwd: root, encoding: 'utf8' })
    : spawnSync('npm', options, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' })
  if (result.status !== 0) {
    console.error(`${result.stdout ?? ''}${result.stderr ?? ''}`)
    fail('npm ci failed: its own words are above.')
  }
  writeFileSync(mark, hashOfLock())
  console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`)
}

function chooseNode() {
  const own = join(bin, 'node')
  if (existsSync(own)) {
    const { status, stdout } = spawnSync(own, ['--version'], { encoding: 'utf8' })
    if (status === 0 && isRecent(stdout)) return own
    // npm puts this folder first in PATH: a Node that cannot run here would break every later npm script.
    rmSync(own)
  }
  if (isRecent(process.version)) return process.execPath
  return fail(`Simpul needs Node 22.16 or newer on this machine; this is Node ${process.versions.node}.`)
}

function isRecent(version) {
  const [major = 0, minor = 0] = version.trim().slice(1).split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 16)
}

function run(node) {
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` }
  const child = spawn(node, ['--experimental-strip-types', '--no-warnings', script, ...args], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  // Ctrl-C reaches the child by itself; a signal sent to this process alone does not.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => fail(`${node} does not start: ${error.message}`))
  child.on('exit', (code) => process.exit(code ?? 1))
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
