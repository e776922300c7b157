// A WordPress of Debian's packages in a folder of its own, with a database that only it reaches.
import { execFile, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { close, listen } from '../../../tests/support/ports.ts'
import { until } from '../../../tests/support/wait.ts'
import { Processes } from '../../run/processes.ts'
import type { Trial } from '../steps.ts'

export interface WordPress {
  readonly address: string
  readonly user: string
  readonly password: string
}

const SOURCE = '/usr/share/wordpress'
const NEEDED = {
  [`${SOURCE}/wp-load.php`]: 'wordpress',
  [`${SOURCE}/wp-content/themes/twentytwentythree/style.css`]: 'wordpress-theme-twentytwentythree',
  '/usr/bin/php': 'php-cli',
  '/usr/sbin/mariadbd': 'mariadb-server',
} as const

/** Throws which of Debian's packages are missing here; nothing is installed. */
export function demandPackages(): void {
  const missing: string[] = Object.entries(NEEDED).flatMap(([path, name]) => (existsSync(path) ? [] : [name]))
  const hasMysql = spawnSync('/usr/bin/php', ['-r', 'exit((int) !extension_loaded("mysqli"));']).status === 0
  if (!hasMysql) missing.push('php-mysql')
  if (missing.length > 0)
    throw new Error(`Missing here. On Debian: apt-get install --no-install-recommends ${missing.join(' ')}`)
}

/** Starts a WordPress that may look at the forms at this address; it ends with the trial, and its folder with it. */
export async function startWordPress({ say, atEnd }: Trial, forms: string): Promise<WordPress> {
  const folder = mkdtempSync(join(tmpdir(), 'simpul-wordpress-'))
  atEnd(() => rmSync(folder, { recursive: true, force: true }))
  const processes = new Processes()
  atEnd(() => processes.stop())

  const web = join(folder, 'web')
  cpSync(SOURCE, web, { recursive: true, dereference: true })
  mkdirSync(join(web, 'wp-content/mu-plugins'), { recursive: true })
  const from = (name: string) => join(import.meta.dirname, name)
  cpSync(from('wp-config.php'), join(web, 'wp-config.php'))
  cpSync(from('loopback.php'), join(web, 'wp-content/mu-plugins/loopback.php'))

  const data = join(folder, 'data')
  const socket = join(folder, 'db.sock')
  const common = ['--no-defaults', `--datadir=${data}`, `--user=${userInfo().username}`]
  await processes.run({
    name: 'mariadb-install-db',
    run: [
      '/usr/bin/mariadb-install-db',
      [...common, '--auth-root-authentication-method=normal', '--skip-test-db'],
    ],
    log: join(folder, 'install.log'),
  })
  const keep = (name: string, run: [string, string[]], env: Record<string, string>) =>
    void processes
      .keep({ name, run, env, log: join(folder, `${name}.log`) })
      .catch((error: Error) => say(error.message))
  keep('mariadbd', ['/usr/sbin/mariadbd', [...common, `--socket=${socket}`, '--skip-networking']], {})
  await until('the database', () => existsSync(socket) || undefined, 60)

  const { port, server } = await listen()
  await close(server)
  const address = `http://localhost:${port}`
  const { hostname, port: formPort } = new URL(forms)
  const password = crypto.randomUUID()
  const env = {
    TRIAL_FOLDER: web,
    TRIAL_SOCKET: socket,
    TRIAL_SITE: address,
    TRIAL_FORM_HOST: hostname,
    TRIAL_FORM_PORT: formPort,
    TRIAL_PASSWORD: password,
  }
  // Several workers, because WordPress asks itself.
  keep('php', ['/usr/bin/php', ['-S', `localhost:${port}`, '-t', web, from('router.php')]], {
    ...env,
    PHP_CLI_SERVER_WORKERS: '4',
  })
  const { stdout } = await promisify(execFile)('/usr/bin/php', [from('set-up.php')], {
    env: { ...process.env, ...env },
  })
  const versions = JSON.parse(stdout) as Record<string, string> // as set-up.php says it
  const debian = readFileSync('/etc/debian_version', 'utf8').trim()
  say([`Debian ${debian}`, ...Object.entries(versions).map((one) => one.join(' '))].join(', '))
  say(`WordPress is at ${address}`)
  return { address, user: 'trial', password }
}
