// A restored database beside what was exported: rows by table, scores measured anew, and whether the ring is the one in use.
import { answersMac } from '../../../src/actions/submission/revision.ts'
import { placeOfDraft } from '../../../src/core/draft/draft.ts'
import { rulesHash } from '../../../src/core/instrument/rules.ts'
import { score } from '../../../src/core/instrument/score.ts'
import { canonicalJson } from '../../../src/core/kernel/canonical.ts'
import { unseal } from '../../../src/core/kernel/seal.ts'
import type { Secrets } from '../../../src/core/kernel/secrets.ts'
import { wholeAnswers } from '../../../src/core/submission/answers.ts'
import { publishedForm } from '../../../src/db/form/read.ts'
import type { Memory } from '../../demo/database.ts'
import type { Restored } from './fill.ts'
import type { Export } from './read.ts'

/** One thing that was compared: how much of it, and how much of that is not as it was. */
export interface Compared {
  readonly what: string
  readonly of: number
  readonly wrong: number
  /** What is wrong, or why nothing could be compared. */
  readonly says?: string
}

/** The rows of each table as they were put in: as many as were exported, and no fewer than were there at the end. */
export function compareCounts({ manifest }: Export, filled: Restored['filled']): readonly Compared[] {
  return Object.keys(manifest.last).map((table) => {
    const exported = manifest.parts.reduce((sum, { rows }) => sum + (rows[table] ?? 0), 0)
    const standing = manifest.standing[table] ?? 0
    const restored = filled[table] ?? 0
    const wrong = Math.max(Math.abs(exported - restored), standing - exported, 0)
    const says = { says: `${restored} restored, ${standing} were there` }
    return { what: table, of: exported, wrong, ...(wrong > 0 ? says : {}) }
  })
}

type Row = Readonly<Record<string, unknown>>

const answersIn = (row: Row) => ({
  key: String(row.key),
  answers: JSON.parse(String(row.answers)),
  answersSealed: row.answers_sealed === null ? null : String(row.answers_sealed),
})

/** Measures every answer again whose score is kept, and compares exactly. Levels are never sealed: no ring is needed. */
export async function compareScores({ db, rows }: Memory): Promise<Compared> {
  const kept = rows(`
    select a.id, a.rules_hash, s.index_exact, s.band, s.result, r.answers, r.form_hash
    from assessments a join submissions x on x.id = a.submission_id and x.erased_at is null
      left join scores s on s.assessment_id = a.id and s.basis = 'self' left join revisions r on r.key = a.revision_key`)
  const forms = new Map<unknown, Awaited<ReturnType<typeof publishedForm>>>()
  const wrong: string[] = []
  for (const row of kept) {
    const hash = row.form_hash
    if (!forms.has(hash)) forms.set(hash, await publishedForm(db, { hash: String(hash) }))
    const form = forms.get(hash)?.form
    const measured = form && row.answers ? score(form, JSON.parse(String(row.answers))) : null
    const isSame =
      form &&
      measured &&
      measured.index === row.index_exact &&
      measured.band === row.band &&
      canonicalJson(measured) === canonicalJson(JSON.parse(String(row.result))) &&
      (await rulesHash(form)) === row.rules_hash
    if (!isSame) wrong.push(String(row.id))
  }
  return {
    what: 'scores, measured again',
    of: kept.length,
    wrong: wrong.length,
    ...(wrong[0] ? { says: `the first is ${wrong[0]}` } : {}),
  }
}

/** Whether the ring opens what is sealed, and made the marks by which answers are known again. */
export async function compareRing({ rows }: Memory, secrets: Secrets): Promise<readonly Compared[]> {
  const kept = rows(`
    select r.key, r.answers, r.answers_sealed, r.answers_mac, s.round_id
    from revisions r join submissions s on s.id = r.submission_id and s.erased_at is null`)
  const wrong: string[] = []
  for (const row of kept) {
    const secret = secrets.find(String(row.answers_mac).slice(0, 1))
    const whole = await wholeAnswers(secrets, answersIn(row)).catch(() => null)
    const isMine =
      secret && whole && (await answersMac(secret, String(row.round_id), whole)) === row.answers_mac
    if (!isMine) wrong.push(String(row.key))
  }
  const drafts = rows('select id, sealed from drafts where sealed is not null')
  const broken: string[] = []
  for (const { id, sealed } of drafts) {
    const opened = unseal(secrets, placeOfDraft(String(id)), String(sealed))
    if (!(await opened.then(() => true).catch(() => false))) broken.push(String(id))
  }
  const why = { says: 'the ring is not the one that was in use, or lacks a key' }
  return [
    {
      what: 'answers, unsealed and known again by the ring',
      of: kept.length,
      wrong: wrong.length,
      ...(wrong[0] ? why : {}),
    },
    {
      what: 'drafts, unsealed by the ring',
      of: drafts.length,
      wrong: broken.length,
      ...(broken[0] ? why : {}),
    },
  ]
}
