// The links of a restored database: made by the ring, and opened as people do.
import { build } from 'esbuild'
import { forms } from '../../../forms/index.ts'
import type { createApp as CreateApp } from '../../../src/app.tsx'
import { loadForms } from '../../../src/core/form/check.ts'
import { shelfOf } from '../../../src/core/form/shelf.ts'
import { makeLink } from '../../../src/core/kernel/link.ts'
import { linkPath } from '../../../src/core/kernel/paths.ts'
import type { Secrets } from '../../../src/core/kernel/secrets.ts'
import { publishedForm } from '../../../src/db/form/read.ts'
import type { Deps } from '../../../src/deps.ts'
import { systemRandom } from '../../../src/platform/chance.ts'
import { logTo } from '../../../src/platform/log.ts'
import type { Memory } from '../../demo/database.ts'
import { root } from '../../run/place.ts'
import type { Compared } from './compare.ts'

const HOME = 'https://restored.example'

/** Pages are written in JSX, which Node does not read: they are built as for the Worker. */
async function pagesOf(deps: Deps): Promise<ReturnType<typeof CreateApp>> {
  const { outputFiles } = await build({
    entryPoints: [`${root}/src/app.tsx`],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    write: false,
    logLevel: 'error',
    tsconfig: `${root}/tsconfig.json`,
  })
  const source = Buffer.from(outputFiles[0]?.contents ?? new Uint8Array()).toString('base64')
  // What was built is this module.
  const { createApp } = (await import(`data:text/javascript;base64,${source}`)) as {
    createApp: typeof CreateApp
  }
  return createApp(deps)
}

const nobody = { waitUntil: () => {}, passThroughOnException: () => {}, props: {} }

/** The rows that have a link that opens, by kind; `until` (ms UTC) is when the export was whole. */
const linked = (until: number) =>
  ({
    receipt: `select id, link_generation as generation from submissions
      where withdrawn_at is null and erased_at is null order by id`,
    report: `select a.id, a.link_generation as generation from assessments a
      join submissions s on s.id = a.submission_id and s.withdrawn_at is null and s.erased_at is null
      join scores on scores.assessment_id = a.id and scores.basis = 'self' order by a.id`,
    resume: `select id, link_generation as generation from drafts
      where withdrawn_at is null and sent_at is null and expires_at > ${until} order by id`,
  }) as const

/** As many as `most` of a list, spread over all of it. */
const spread = <T>(list: readonly T[], most: number): readonly T[] =>
  list.length <= most
    ? list
    : Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)] as T)

/** Opens the links of receipts, reports and drafts, of each kind at most `most`. */
export async function compareLinks(
  { db, rows }: Memory,
  secrets: Secrets,
  { until, most }: { readonly until: number; readonly most: number },
): Promise<readonly Compared[]> {
  const app = await pagesOf({
    db,
    secrets,
    clock: { now: () => until },
    random: systemRandom,
    queue: { hint: async () => {} },
    mailer: { send: async () => ({ outcome: 'later', reason: 'a drill mails nobody', retryAt: null }) },
    tellsDelivery: false,
    mailDaily: null,
    heartbeat: null,
    log: logTo(() => {}),
    limits: { isWithin: async () => true },
    forms: shelfOf(loadForms(forms), (which) => publishedForm(db, which)),
    publicUrl: HOME,
    exports: null,
    commonPicture: async () => new Response(null, { status: 404 }),
  })
  const compared: Compared[] = []
  for (const [kind, sql] of Object.entries(linked(until)) as [keyof ReturnType<typeof linked>, string][]) {
    const all = rows(sql)
    const wrong: string[] = []
    const tried = spread(all, most)
    for (const { id, generation } of tried) {
      const link = await makeLink(secrets, kind, String(id), Number(generation))
      const request = new Request(HOME + linkPath(kind, link), { redirect: 'manual' })
      const { status } = await app.fetch(request, {}, nobody)
      if (status !== 200) wrong.push(`${id} (${status})`)
    }
    compared.push({
      what: `links of ${kind === 'resume' ? 'drafts' : `${kind}s`}, opened${tried.length < all.length ? ` (of ${all.length})` : ''}`,
      of: tried.length,
      wrong: wrong.length,
      ...(wrong[0] ? { says: `the first is ${wrong[0]}` } : {}),
    })
  }
  return compared
}
