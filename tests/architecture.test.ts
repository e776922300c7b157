// The shape of the code: which folder may import which, what the inside never touches, and no way round in circles.
import { describe, expect, it } from 'vitest'
import { circlesIn, filesIn, type Import, importsOf, type Sources, targetOf } from './support/sources.ts'

/** The part of the application a file belongs to; files that stand in src itself are the wiring. */
function areaOf(path: string): string {
  const [top = '', layer = '', room = '', file] = path.split('/')
  if (top !== 'src') return top
  if (room === '') return 'wiring'
  if (path === 'src/client/built.ts') return 'client/built'
  if (file === undefined) return layer
  if (layer === 'core') return ['kernel', 'words'].includes(room) ? `core/${room}` : 'core'
  if (layer === 'http') return `http/${room}`
  // The noun is the folder, the last word of the name says whether it reads or writes.
  if (layer === 'db') return `db/${/[/.](read|write)\.ts$/.exec(path)?.[1] ?? room}`
  return layer
}

interface Rule {
  readonly areas: readonly string[]
  readonly packages?: readonly string[]
  /** Whether it may know the type of what it is given: `import type` from src/deps.ts. */
  readonly takesDeps?: true
}

/** All of core: its nouns, what knows none of them, and the dictionaries. */
const CORE: readonly string[] = ['core', 'core/kernel', 'core/words']
/** What pages and their routes are made from. */
const PAGES: readonly string[] = [...CORE, 'db/read', 'client/built', 'http']

/** Who may import whom. A new folder needs a line here; in db every file is a read, a write, a fact or a table. */
const rules: Readonly<Record<string, Rule>> = {
  core: { areas: CORE, packages: ['valibot', 'damerau-levenshtein'] },
  // No noun of the domain.
  'core/kernel': { areas: ['core/words'] },
  'core/words': { areas: ['core/kernel'] },
  forms: { areas: CORE },
  db: { areas: [...CORE, 'db/schema'], packages: ['drizzle-orm'] },
  'db/schema': { areas: CORE, packages: ['drizzle-orm'] },
  // What things are, in SQL, once for those who read and those who write.
  'db/facts': { areas: [...CORE, 'db', 'db/schema'], packages: ['drizzle-orm'] },
  'db/read': { areas: [...CORE, 'db', 'db/schema', 'db/facts'], packages: ['drizzle-orm'] },
  'db/write': { areas: [...CORE, 'db', 'db/schema', 'db/facts'], packages: ['drizzle-orm'] },
  mail: { areas: CORE, packages: ['hono/html'] },
  documents: { areas: CORE, packages: ['hucre', 'uqr'] },
  platform: { areas: CORE, packages: ['cloudflare:sockets', 'valibot', '@hpke/core'] },
  actions: { areas: [...CORE, 'db/read', 'db/write'], takesDeps: true },
  client: { areas: CORE },
  // The script as a string, which pages carry and its own source does not.
  'client/built': { areas: [] },
  // The table of access.
  http: { areas: [...CORE, 'client/built'] },
  'http/kernel': { areas: [...PAGES, 'actions', 'http/views'], packages: ['hono'], takesDeps: true },
  'http/public': {
    areas: [...PAGES, 'actions', 'documents', 'http/kernel', 'http/views'],
    packages: ['hono'],
    takesDeps: true,
  },
  'http/staff': {
    areas: [...PAGES, 'actions', 'documents', 'http/kernel', 'http/views'],
    packages: ['hono'],
    takesDeps: true,
  },
  'http/views': { areas: [...CORE, 'db/read', 'client/built', 'documents'], packages: ['hono'] },
  workflow: { areas: [...CORE, 'db/read', 'db/write', 'mail', 'documents', 'actions'], takesDeps: true },
}
/** Views import no action, save these, until the pages stand beside their routes: the list only gets shorter. */
const VIEWS_OF_ACTIONS: readonly string[] = [
  'src/http/views/held.tsx',
  'src/http/views/import-preview.tsx',
  'src/http/views/merges.tsx',
  'src/http/views/message.tsx',
  'src/http/views/people-form.tsx',
]
const WIRING: readonly string[] = ['src/index.ts', 'src/app.tsx', 'src/deps.ts']
const DEPS = 'src/deps.ts'

const isPackage = (from: string, packages: readonly string[]): boolean =>
  packages.some((name) => from === name || from.startsWith(`${name}/`))

function mayImport(path: string, { from, isType, names }: Import): boolean {
  const target = targetOf(path, from)
  const rule = rules[areaOf(path)]
  if (WIRING.includes(path)) return target !== DEPS || !/\bEnv\b/.test(names) || path === 'src/index.ts'
  if (!rule) return false
  if (target === null) return isPackage(from, rule.packages ?? [])
  if (target === DEPS) return rule.takesDeps === true && isType && !/\bEnv\b/.test(names)
  if (areaOf(target) === 'actions' && VIEWS_OF_ACTIONS.includes(path)) return true
  return [areaOf(path), ...rule.areas].includes(areaOf(target))
}

/** Every import that goes against the arrows. */
const wrongArrows = (sources: Sources): readonly string[] =>
  [...sources].flatMap(([path, source]) =>
    importsOf(source)
      .filter((one) => !mayImport(path, one))
      .map(({ from }) => `${path} imports ${from}`),
  )

/** What would make the same call give another result: the clock, chance, the network, the console, the platform. */
const EFFECTS: readonly RegExp[] = [
  /\bDate\.now\b/,
  /\bnew Date\(\s*\)|(?<!new )\bDate\(/,
  /\bMath\.random\b/,
  /\bcrypto\.(?!subtle\b)/,
  /\bfetch\(/,
  /\b(?:performance|process|navigator|caches|console|globalThis)\./,
  /\bset(?:Timeout|Interval)\(/,
  /\bTemporal\.Now\b/,
  /\.format(?:ToParts)?\(\s*\)/,
  /\bD1Database\b|\bHono\b/,
]
const effectsIn = (source: string): readonly string[] =>
  EFFECTS.flatMap((effect) => source.match(effect)?.[0] ?? [])

const readsEnv = (source: string): boolean =>
  /\benv\s*\??\.|\benv\[|\.env\b|\}\s*=\s*env\b|cloudflare:workers/.test(source)

/** Whether a file makes a scope out of something else: reads and actions believe whoever holds one. */
const mints = (source: string): boolean =>
  /\bas (?:Self|\w*Scope\w*)\b|<(?:Self|\w*Scope\w*)(?:<[^>]*>)?>\w/.test(source)

const opensWithComment = (source: string): boolean => /^(?:\/\/ |\/\*|#!)/.test(source)

const linesOf = (source: string): number => source.split('\n').length - (source.endsWith('\n') ? 1 : 0)

/** Lists, not logic: the dictionaries, the districts and the tables may be as long as what they list. */
const LISTS = /^src\/(?:core\/words\/|core\/place\/regions|db\/schema\/)/

const application = filesIn(['src', 'forms'], /\.tsx?$/)
const inArea = (...areas: readonly string[]) =>
  [...application].filter(([path]) => areas.includes(areaOf(path)))

describe('the application', () => {
  it('is read here, file by file', () => {
    expect(application.size).toBeGreaterThan(80)
    expect([...application.values()].flatMap(importsOf).length).toBeGreaterThan(300)
  })

  it('imports along the arrows only', () => {
    expect(wrongArrows(application)).toEqual([])
  })

  it('imports nothing in circles', () => {
    expect(circlesIn(application)).toEqual([])
  })

  it('has no clock, no chance, no network and no database in core, forms, mail and documents', () => {
    const found = inArea(...CORE, 'forms', 'mail', 'documents').flatMap(([path, source]) =>
      effectsIn(source).map((effect) => `${path}: ${effect}`),
    )
    expect(found).toEqual([])
  })

  it('tells the time and draws chance in platform only, and in the browser', () => {
    const chance = /\bDate\.now\b|\bMath\.random\b|\bgetRandomValues\b|\brandomUUID\b|\bnew Date\(\s*\)/
    const found = [...application].filter(
      ([path, source]) => !/^(platform|client)/.test(areaOf(path)) && chance.test(source),
    )
    expect(found.map(([path]) => path)).toEqual([])
  })

  it('speaks to the console in src/platform/log.ts only', () => {
    const speaking = [...application].filter(([, source]) => /\bconsole\b/.test(source)).map(([path]) => path)
    expect(speaking).toEqual(['src/platform/log.ts'])
  })

  it('reads its environment in src/deps.ts only', () => {
    const readers = [...application].filter(([, source]) => readsEnv(source)).map(([path]) => path)
    expect(readers).toEqual([DEPS])
  })

  it('mints scopes in the table of who may open what, and nowhere else', () => {
    const minting = [...application].filter(([, source]) => mints(source)).map(([path]) => path)
    expect(minting).toEqual(['src/http/staff/access.ts'])
  })

  it('hands no read or write about people to whoever has no scope', () => {
    const unscoped = [...application].flatMap(([path, source]) =>
      /^src\/db\/people\/(?:read|write)\.ts$|^src\/actions\/people\/(?:members|session)\.ts$/.test(path)
        ? [
            ...source.matchAll(
              /^export (?:async )?(?:function|const) (\w+)(?: =)?(?: async)? ?\(\s*([^)]*?\w+)(?::| \})/gm,
            ),
          ]
            .filter(([, , first = '']) => !/^(?:scope|self|\{ (?:person|session))/.test(first))
            .map(([, name]) => `${path}: ${name}`)
        : [],
    )
    expect(unscoped).toEqual([])
  })

  it('has no file of more than 320 lines, apart from lists', () => {
    const long = [...application].filter(([path, source]) => path.startsWith('src/') && linesOf(source) > 320)
    expect(long.map(([path]) => path).filter((path) => !LISTS.test(path))).toEqual([])
  })

  it('names files by what they are about: none is called utils or helpers', () => {
    const vague = /(?:^|[/-])(?:utils?|helpers?|misc|common)(?:[./-]|$)/i
    expect([...application.keys()].filter((path) => vague.test(path))).toEqual([])
  })

  it('says in the first line of every file what the file is for', () => {
    const files = [...application, ...filesIn(['scripts', 'tests'], /\.(?:tsx?|mjs)$/)]
    expect(files.filter(([, source]) => !opensWithComment(source)).map(([path]) => path)).toEqual([])
  })
})

describe('the repository', () => {
  it('speaks of itself alone: nothing in it points to a folder beside it', () => {
    const texts = filesIn(
      ['.'],
      /\.(?:tsx?|mjs|js|jsonc?|md|toml|sql|ya?ml|sh|html)$|^(?:run|LICENSE|\.\w+)$/,
    )
    expect(texts.size).toBeGreaterThan(100)
    const outside = [...texts].filter(([, text]) => /\.\.\/shared\b/.test(text))
    expect(outside.map(([path]) => path)).toEqual([])
  })
})

/** Imports that nobody may write: who, where, how. */
const AGAINST: readonly (readonly [who: string, path: string, source: string])[] = [
  [
    'core that imports the database',
    'src/core/round/times.ts',
    "import { rounds } from '../../db/schema/index.ts'",
  ],
  [
    'core that knows a type of the database',
    'src/core/form/read.ts',
    "import type { R } from '../../db/round/read.ts'",
  ],
  ['the kernel that knows a noun', 'src/core/kernel/seal.ts', "import { a } from '../form/question.ts'"],
  ['core that imports Hono', 'src/core/kernel/text.ts', "import { html } from 'hono/html'"],
  ['core that imports Node', 'src/core/kernel/text.ts', "import { join } from 'node:path'"],
  ['core that imports a form', 'src/core/form/shelf.ts', "import { forms } from '../../../forms/index.ts'"],
  [
    'a form that imports more than core',
    'forms/iko/v1.ts',
    "import { style } from '../../src/http/views/style.ts'",
  ],
  ['reading that writes', 'src/db/round/read.ts', "import { store } from '../submission/write.ts'"],
  ['a file of db that says not what it does', 'src/db/round/board.ts', "import { a } from '../database.ts'"],
  ['a fact that reads', 'src/db/facts/round.ts', "import { roundBySlug } from '../round/read.ts'"],
  ['a page that asks a fact', 'src/http/kernel/respond.tsx', "import { f } from '../../db/facts/round.ts'"],
  ['reading that imports forms', 'src/db/round/read.ts', "import { forms } from '../../../forms/index.ts'"],
  [
    'writing that imports an action',
    'src/db/step/write.ts',
    "import { submit } from '../../actions/submission/submit.ts'",
  ],
  ['mail that reads the database', 'src/mail/report.ts', "import { r } from '../db/report/read.ts'"],
  ['mail that imports pages', 'src/mail/html.ts', "import { jsx } from 'hono/jsx'"],
  [
    'http that writes',
    'src/http/public/form/form.tsx',
    "import { s } from '../../../db/submission/write.ts'",
  ],
  [
    'http that imports the platform',
    'src/http/kernel/respond.tsx',
    "import { c } from '../../platform/chance.ts'",
  ],
  [
    'http that imports the source of the script',
    'src/http/kernel/respond.tsx',
    "import { f } from '../../client/form.ts'",
  ],
  ['the script that imports pages', 'src/client/form.ts', "import { style } from '../http/views/style.ts'"],
  ['the script that imports a package', 'src/client/form.ts', "import * as v from 'valibot'"],
  ['a view that acts', 'src/http/views/form.tsx', "import { s } from '../../actions/submission/submit.ts'"],
  [
    'a page for everybody that knows one of staff',
    'src/http/public/form/form.tsx',
    "import { c } from '../../staff/cookie.ts'",
  ],
  [
    'what answers every request that knows a page',
    'src/http/kernel/respond.tsx',
    "import { f } from '../public/form/form.tsx'",
  ],
  ['http that imports SQL', 'src/http/kernel/respond.tsx', "import { sql } from 'drizzle-orm'"],
  [
    'http that imports more of the wiring than types',
    'src/http/kernel/respond.tsx',
    "import { depsFrom } from '../../deps.ts'",
  ],
  [
    'http that knows the environment',
    'src/http/kernel/respond.tsx',
    "import type { Env } from '../../deps.ts'",
  ],
  ['http that imports the app', 'src/http/kernel/respond.tsx', "import { createApp } from '../../app.tsx'"],
  [
    'an action that answers requests',
    'src/actions/submission/submit.ts',
    "import type { Context } from 'hono'",
  ],
  [
    'an action that imports pages',
    'src/actions/submission/submit.ts',
    "import { p } from '../../http/kernel/respond.tsx'",
  ],
  [
    'an action that imports the workflow',
    'src/actions/submission/submit.ts',
    "import { a } from '../../workflow/steps/assess.ts'",
  ],
  [
    'workflow that imports http',
    'src/workflow/steps/deliver.ts',
    "import { p } from '../../http/kernel/respond.tsx'",
  ],
  [
    'workflow that imports the platform',
    'src/workflow/steps/deliver.ts',
    "import { q } from '../../platform/queue.ts'",
  ],
  [
    'the platform that imports the database',
    'src/platform/queue.ts',
    "import { steps } from '../db/schema/index.ts'",
  ],
  [
    'the platform that knows the application',
    'src/platform/queue.ts',
    "import type { Deps } from '../deps.ts'",
  ],
  ['a folder nobody has a rule for', 'src/lib/thing.ts', "import { a } from '../core/kernel/text.ts'"],
  ['the app that knows the environment', 'src/app.tsx', "import type { Env } from './deps.ts'"],
]

const ALONG: readonly (readonly [path: string, source: string])[] = [
  ['src/core/form/kinds.ts', "import * as v from 'valibot'\nimport { a } from './clean.ts'"],
  [
    'src/actions/submission/submit.ts',
    "import type { Deps } from '../../deps.ts'\nimport { s } from '../../db/step/write.ts'",
  ],
  [
    'src/workflow/mails/report.ts',
    "import { r } from '../../mail/report.ts'\nimport { d } from '../../db/report/read.ts'",
  ],
  [
    'src/http/kernel/respond.tsx',
    "import type { Context } from 'hono'\nimport { s } from '../../actions/submission/submit.ts'",
  ],
  ['src/http/views/form.tsx', "import { formScript } from '../../client/built.ts'"],
  ['src/client/form.ts', "import { holds } from '../core/form/condition.ts'"],
  [
    'src/index.ts',
    "import { type Env, depsFrom } from './deps.ts'\nimport { sweep } from './workflow/sweep/sweep.ts'",
  ],
]

const EFFECTFUL: readonly string[] = [
  'Date.now()',
  'new Date()',
  'Date()',
  'Math.random()',
  'crypto.getRandomValues(bytes)',
  'crypto.randomUUID()',
  "fetch('https://simpul.example')",
  'performance.now()',
  'process.env.HOME',
  'console.log(answers)',
  'setTimeout(send, 10)',
  'new Intl.DateTimeFormat().format()',
  'db: D1Database',
]

const PURE: readonly string[] = [
  'new Date(moment)',
  'Date.parse(iso)',
  'Date.UTC(2026, 10)',
  "crypto.subtle.digest('SHA-256', x)",
  'format(1)',
]

const READING: readonly string[] = [
  'env.DB',
  'env?.DB',
  "env['DB']",
  'c.env.DB',
  'process.env.HOME',
  'const { DB } = env',
]

const MINTING: readonly string[] = [
  'facts as Self',
  'facts as Scope<Access[A]>',
  'facts as WholeScope',
  '<Scope>facts',
  '<Scope<"people">>facts',
]

describe('the checks themselves', () => {
  const sources = (files: Readonly<Record<string, string>>): Sources => new Map(Object.entries(files))

  it('find every form of import, on one line or several', () => {
    const source = [
      "import { a } from './a.ts'",
      "import type { B } from './b.ts'",
      "import {\n  type C,\n  c,\n} from './c.ts'",
      "import * as d from './d.ts'",
      "import './e.ts'",
      "export { f } from './f.ts'",
      "export type { G } from './g.ts'",
      "export * from './h.ts'",
      "const i = await import('./i.ts')",
      "type J = typeof import('./j.ts')",
      "// import { k } from './k.ts'",
      "export const l = 'not from m'",
    ].join('\n')
    expect(importsOf(source).map(({ from, isType }) => (isType ? `${from} type` : from))).toEqual([
      './a.ts',
      './b.ts type',
      './c.ts',
      './d.ts',
      './e.ts',
      './f.ts',
      './g.ts type',
      './h.ts',
      './i.ts',
      './j.ts type',
    ])
  })

  it('find each import that goes against the arrows', () => {
    const missed = AGAINST.filter(([, path, source]) => wrongArrows(sources({ [path]: source })).length !== 1)
    expect(missed).toEqual([])
  })

  it('leave alone what keeps to the arrows', () => {
    expect(ALONG.flatMap(([path, source]) => wrongArrows(sources({ [path]: source })))).toEqual([])
  })

  it('find circles, but not those of types', () => {
    const one = { 'src/a/one.ts': "import { two } from '../b/two.ts'" }
    const two = (line: string) =>
      sources({ ...one, 'src/b/two.ts': line, 'src/b/three.ts': "export * from '../a/one.ts'" })
    expect(circlesIn(two("import { three } from './three.ts'"))).toEqual([
      'src/a/one.ts → src/b/two.ts → src/b/three.ts → src/a/one.ts',
    ])
    expect(circlesIn(two("import type { Three } from './three.ts'"))).toEqual([])
  })

  it('find what has effects, reads the environment or mints a scope', () => {
    expect(EFFECTFUL.filter((source) => effectsIn(source).length === 0)).toEqual([])
    expect(PURE.flatMap(effectsIn)).toEqual([])
    expect(READING.filter((source) => !readsEnv(source))).toEqual([])
    expect(MINTING.filter((source) => !mints(source))).toEqual([])
  })

  it('know a file without a comment on top, and count lines', () => {
    expect(opensWithComment("import { a } from './a.ts'\n// Late.")).toBe(false)
    expect(opensWithComment('// What this is for.\n')).toBe(true)
    expect(linesOf('one\ntwo\n')).toBe(2)
    expect(linesOf('one\ntwo')).toBe(2)
  })
})
