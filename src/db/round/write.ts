// Rounds as coordinators of a whole network set them. Every statement asks again whether the writer may.
import { type SQL, sql } from 'drizzle-orm'
import type { EventVerb } from '../../core/event/event.ts'
import type { FormVersion } from '../../core/form/shelf.ts'
import type { Scope } from '../../core/kernel/scope.ts'
import { answersPer, kindOfForm, type NewRound, type RoundSettings } from '../../core/round/settings.ts'
import type { Database } from '../database.ts'
import { stillCoordinatesAll } from '../facts/theirs.ts'
import { publishForm } from '../form/write.ts'
import { CHANGED, guarded, valuesOf } from '../write.ts'

type Coordinating = Scope<'coordination'>

/** What became of a write. `not`: what stands in the database is against it; `refused`: the writer may no longer. */
export type RoundWriteOutcome = 'done' | 'not' | 'refused'

/** What is written of a round: the event is kept where `deciding` changes a row. */
interface RoundWrite {
  readonly id: string
  readonly verb: EventVerb
  readonly now: number
  readonly before?: readonly SQL[]
  readonly deciding: SQL
  readonly after?: readonly SQL[]
  /** Asked of what stands then. */
  readonly isDone: SQL
}

async function writeRound(
  scope: Coordinating,
  db: Database,
  { id, verb, now, before = [], deciding, after = [], isDone }: RoundWrite,
): Promise<RoundWriteOutcome> {
  const standing = await guarded(scope, db, {
    may: stillCoordinatesAll(scope),
    now,
    event: { verb, subject: 'round', id },
    statements: (event) => [...before, deciding, event, ...after],
    asked: { done: isDone },
  })
  if (!standing?.may) return 'refused'
  return standing.done === 1 ? 'done' : 'not'
}

const its = (scope: Coordinating, id: string): SQL =>
  sql`id = ${id} and network_id = ${scope.network.id} and ${stillCoordinatesAll(scope)}`

const json = (value: object | null): string | null => value && JSON.stringify(value)

/** A round as it is set before it opens, with the form it asks; `now` in ms UTC. */
export type NewRoundWithForm = NewRound & { readonly asked: FormVersion; readonly now: number }

/** The form that a round asks stands in the database with it, so that it is asked whatever stands in the code later. */
const publishFor = (
  scope: Coordinating,
  { id, asked, now }: NewRoundWithForm & { readonly id: string },
): SQL => publishForm(asked, now, sql`exists (select 1 from rounds where ${its(scope, id)})`)

/** Opens a round once under its id; `not`: another round has its address. */
export function insertRound(
  scope: Coordinating,
  db: Database,
  row: NewRoundWithForm & {
    readonly id: string
    readonly slug: string
    readonly copiedFrom: string | null
  },
): Promise<RoundWriteOutcome> {
  const { id, slug, form, asked, now } = row
  const insert = sql`
    insert into rounds (id, network_id, slug, form_id, form_version, form_hash, kind, answers_per, title, opens_at, closes_at, reference_from,
      reference_to, audience, audience_roles, practice, closing_text, framing, frame_origins, review_policy, copied_from, created_at)
    select ${id}, ${scope.network.id}, ${slug}, ${form.id}, ${form.version}, ${asked.hash}, ${kindOfForm(form)}, ${answersPer(asked.form)}, ${json(row.title)},
      ${row.opensAt}, ${row.closesAt}, ${row.referenceFrom}, ${row.referenceTo}, ${row.audience},
      ${json(row.audienceRoles)}, ${row.practice}, ${json(row.closingText)}, ${row.framing}, ${json(row.frameOrigins)},
      'none', (select id from rounds where id = ${row.copiedFrom} and network_id = ${scope.network.id}), ${now}
    where ${stillCoordinatesAll(scope)}
    on conflict do nothing`
  const tally = sql`
    insert into round_tallies (round_id, network_id) select id, network_id from rounds
    where id = ${id} and ${CHANGED}
    on conflict do nothing`
  const stands = sql`exists (select 1 from rounds where id = ${id} and network_id = ${scope.network.id})`
  const after = [tally, publishFor(scope, row)]
  return writeRound(scope, db, { id, verb: 'open', now, deciding: insert, after, isDone: stands })
}

const settings = (row: RoundSettings) => ({
  title: json(row.title),
  closes_at: row.closesAt,
  reference_from: row.referenceFrom,
  reference_to: row.referenceTo,
  audience: row.audience,
  audience_roles: json(row.audienceRoles),
  closing_text: json(row.closingText),
  framing: row.framing,
  frame_origins: json(row.frameOrigins),
})

const foundation = ({ form, asked, opensAt, practice }: NewRoundWithForm) => ({
  form_id: form.id,
  form_version: form.version,
  form_hash: asked.hash,
  kind: kindOfForm(form),
  answers_per: answersPer(asked.form),
  opens_at: opensAt,
  practice: Number(practice),
})

/** Changes a round where `holds`, and only what is not so already. */
function updateRound(
  scope: Coordinating,
  db: Database,
  { id, now, before = [] }: Pick<RoundWrite, 'id' | 'now' | 'before'>,
  values: Parameters<typeof valuesOf>[0],
  holds: SQL = sql`true`,
): Promise<RoundWriteOutcome> {
  const { set, differ } = valuesOf(values)
  return writeRound(scope, db, {
    id,
    verb: 'change',
    now,
    before,
    deciding: sql`update rounds set ${set} where ${its(scope, id)} and ${differ} and ${holds}`,
    isDone: sql`exists (select 1 from rounds where ${its(scope, id)} and not ${differ})`,
  })
}

/** Changes everything of a round that has not opened; `not`: it opened meanwhile, or is gone. */
export const changeNewRound = (
  scope: Coordinating,
  db: Database,
  id: string,
  row: NewRoundWithForm,
): Promise<RoundWriteOutcome> =>
  updateRound(
    scope,
    db,
    { id, now: row.now, before: [publishFor(scope, { ...row, id })] },
    { ...foundation(row), ...settings(row) },
    sql`opens_at > ${row.now} and not exists (select 1 from submissions where round_id = rounds.id)`,
  )

/** Changes what can be changed of a round that has opened; `not`: it is gone. */
export const changeOpenedRound = (
  scope: Coordinating,
  db: Database,
  id: string,
  row: RoundSettings,
  now: number,
): Promise<RoundWriteOutcome> => updateRound(scope, db, { id, now }, settings(row))

/** Closes a round by hand at a moment (ms UTC); one that is closed stays as it is. `not`: it has not opened, or is gone. */
export const storeClosing = (
  scope: Coordinating,
  db: Database,
  id: string,
  now: number,
): Promise<RoundWriteOutcome> =>
  writeRound(scope, db, {
    id,
    verb: 'close',
    now,
    deciding: sql`
      update rounds set closed_at = ${now}
      where ${its(scope, id)} and opens_at <= ${now} and closed_at is null
        and (closes_at is null or closes_at > ${now})`,
    isDone: sql`exists (
      select 1 from rounds where id = ${id} and network_id = ${scope.network.id}
        and (closed_at <= ${now} or closes_at <= ${now}))`,
  })

/** Opens a closed round again, until another moment (ms UTC) or until it is closed by hand; `not`: it is gone. */
export const storeReopening = (
  scope: Coordinating,
  db: Database,
  id: string,
  closesAt: number | null,
  now: number,
): Promise<RoundWriteOutcome> =>
  writeRound(scope, db, {
    id,
    verb: 'reopen',
    now,
    deciding: sql`update rounds set closed_at = null, closes_at = ${closesAt} where ${its(scope, id)}`,
    isDone: CHANGED,
  })

/**
 * Deletes a round for practice with everything that was sent in it, children first: nothing of it is left but what was
 * mailed. `not`: it is no round for practice. What is taken up later of it finds nothing.
 */
export function removePractice(
  scope: Coordinating,
  db: Database,
  id: string,
  now: number,
): Promise<RoundWriteOutcome> {
  const round = sql`select id from rounds where practice = 1 and ${its(scope, id)}`
  const submissions = sql`select id from submissions where round_id in (${round})`
  const revisions = sql`select key from revisions where submission_id in (${submissions})`
  const assessments = sql`select id from assessments where submission_id in (${submissions})`
  return writeRound(scope, db, {
    id,
    verb: 'remove',
    now,
    before: [
      sql`delete from consents where revision_key in (${revisions})`,
      sql`delete from scores where assessment_id in (${assessments})`,
      sql`delete from handovers where submission_id in (${submissions})`,
      sql`delete from registrations where submission_id in (${submissions})`,
      sql`delete from deliveries where submission_id in (${submissions}) or subject_id in (${submissions})`,
      sql`delete from steps where submission_id in (${submissions})`,
      sql`delete from assessments where submission_id in (${submissions})`,
      sql`delete from revisions where submission_id in (${submissions})`,
      sql`delete from drafts where round_id in (${round})`,
      sql`delete from submissions where round_id in (${round})`,
      sql`delete from refusals where round_id in (${round})`,
      sql`delete from round_tallies where round_id in (${round})`,
    ],
    deciding: sql`delete from rounds where practice = 1 and ${its(scope, id)}`,
    isDone: sql`not exists (select 1 from rounds where id = ${id} and network_id = ${scope.network.id})`,
  })
}
