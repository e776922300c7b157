// Deciding about a held answer: it counts, or it is set aside, and so is the one that counted in its place. One batch.
import { type SQL, sql } from 'drizzle-orm'
import type { EventVerb } from '../../core/event/event.ts'
import type { Scope } from '../../core/kernel/scope.ts'
import type { Database } from '../database.ts'
import { isAssessing, isOfMail } from '../facts/step.ts'
import {
  districtOfAnswer,
  firstAnswer,
  isHeld,
  isSetAside,
  respondentDistrict,
  respondentOf,
  waitsInRound,
} from '../facts/submission.ts'
import { stillCoordinates } from '../facts/theirs.ts'
import { insertAssessSteps, insertMailSteps } from '../step/insert.write.ts'
import { CHANGED, guarded, type RowAfterWrite } from '../write.ts'
import { recountTallies, updateOutcomes } from './tally.write.ts'

/** One of the two answers, as whoever decides has seen it. */
export interface SeenAnswer {
  readonly submission: string
  /** The key of its current revision. */
  readonly revision: string
}

/** Which counts: the held answer, the one that counted so far (if any), or both because they are two organisations. */
export type HeldChoice = 'held' | 'counting' | 'both'

export interface HeldDecision {
  readonly held: SeenAnswer
  readonly counting: SeenAnswer | null
  readonly choice: HeldChoice
  /** Whether the held answer is to be measured where it counts. */
  readonly isAssessed: boolean
  readonly now: number
}

/**
 * `decided`: the answer is not held any more, by another decision. `changed`: other answers stand than were seen.
 * `gone`: there is no such answer; `refused`: whoever asked is no coordinator any more.
 */
export type HeldOutcome = 'done' | 'decided' | 'changed' | 'gone' | 'refused'

/** What became of a decision, and the steps owed at once for the answer that was held. */
export interface HeldDecisionResult {
  readonly outcome: HeldOutcome
  readonly owed: readonly string[]
}

const heldOneCounts = ({ choice }: HeldDecision): boolean => choice !== 'counting'
const loserOf = ({ choice, held, counting }: HeldDecision): SeenAnswer | null =>
  choice === 'both' ? null : choice === 'held' ? counting : held

// Holds until the held answer is released or set aside, so everything that asks for it is written before that.
const standsAsSeen = (scope: Scope<'coordination'>, { held, counting }: HeldDecision): SQL => sql`exists (
  select 1 from submissions h
  where h.id = ${held.submission} and h.network_id = ${scope.network.id} and h.current_revision = ${held.revision}
    and ${waitsInRound('h')}
    and (select o.current_revision ${firstAnswer(sql`h.round_id`, respondentOf('h'))}) is ${counting?.revision ?? null}
    and ${stillCoordinates(scope, respondentDistrict('h'))})`

const touched = (decision: HeldDecision): SQL => {
  const loser = loserOf(decision)?.submission ?? null
  return sql`s.id in (${decision.held.submission}, ${loser})`
}

// What is set aside is measured no more, and its report is mailed no more; its receipt is, unless no person ever released it.
const isGivenUp = ({ submission }: SeenAnswer): SQL => sql`
  submission_id = ${submission} and handed_at is null and failed_at is null
  and (kind = 'report' or exists (select 1 from submissions s where s.id = ${submission} and s.held_for is not null))`

const dropSteps = (loser: SeenAnswer, seen: SQL): SQL => sql`
  delete from steps where submission_id = ${loser.submission} and ${seen} and (
    ${isAssessing('steps')} or ${isOfMail('steps', isGivenUp(loser))})`

const dropMails = (loser: SeenAnswer, seen: SQL): SQL =>
  sql`delete from deliveries where ${isGivenUp(loser)} and ${seen}`

const oweAssessment = ({ held, now }: HeldDecision, seen: SQL): SQL =>
  insertAssessSteps(sql`id = ${held.submission} and ${seen}`, now)

// The mails of what was suspect were never owed until now.
const oweItsMails = ({ held, now }: HeldDecision, seen: SQL): SQL =>
  insertMailSteps(
    sql`d.submission_id = ${held.submission} and d.handed_at is null and d.failed_at is null and ${seen}`,
    now,
  )

/** The key under which a second organisation of the same name answers beside the first. */
const ownKey = sql`respondent_key || '#' || id`

const markWhichCounts = (scope: Scope<'coordination'>, decision: HeldDecision, seen: SQL): SQL => {
  const { held, counting, choice, now } = decision
  const loser = loserOf(decision)?.submission ?? null
  const isWinner = sql`(id = ${held.submission} and ${heldOneCounts(decision)})`
  return sql`
    update submissions as s set
      held_at = null,
      held_for = case when id = ${loser} then held_for end,
      set_aside_at = case when id = ${loser} then ${now} end,
      set_aside_by = case when id = ${loser} then ${scope.person.id} end,
      respondent_key = case when ${isWinner} and ${choice === 'both'} then ${ownKey} else respondent_key end,
      organisation_id = case
        when ${isWinner} and ${choice === 'held'} then coalesce(
          organisation_id, (select organisation_id from submissions where id = ${counting?.submission ?? null})
        )
        when ${isWinner} and ${choice === 'both'} and matched_by = 'name' then null
        else organisation_id end
    where ${touched(decision)} and ${seen}`
}

type HeldState = RowAfterWrite<'isHeld' | 'isAside' | 'isApart' | 'isOtherAside' | 'owed'>

function outcomeOfDecision({ choice, counting }: HeldDecision, stands: HeldState | null): HeldOutcome {
  if (!stands) return 'gone'
  if (!stands.may) return 'refused'
  if (stands.isHeld === 1) return 'changed'
  const now: HeldChoice = stands.isAside === 1 ? 'counting' : stands.isApart === 1 ? 'both' : 'held'
  const isSame = now === choice && (choice !== 'held' || counting === null || stands.isOtherAside === 1)
  return isSame ? 'done' : 'decided'
}

const VERBS = { held: 'accept', counting: 'setAside', both: 'separate' } as const satisfies Readonly<
  Record<HeldChoice, EventVerb>
>

/**
 * Decides about a held answer. What was held back of the one that counts is owed now; what was owed for the one that is set
 * aside is given up, and its assessment counts no more. The same decision twice is one.
 */
export async function storeHeldDecision(
  scope: Scope<'coordination'>,
  db: Database,
  decision: HeldDecision,
): Promise<HeldDecisionResult> {
  const { held, counting, choice, now } = decision
  const seen = standsAsSeen(scope, decision)
  const loser = loserOf(decision)
  const stands: HeldState | null = await guarded(scope, db, {
    may: stillCoordinates(scope, respondentDistrict('submissions')),
    now,
    event: {
      verb: VERBS[choice],
      subject: 'submission',
      id: held.submission,
      district: districtOfAnswer(held.submission),
      ...(counting ? { detail: { counting: counting.submission } } : {}),
    },
    statements: (event) => [
      recountTallies('-', sql`${touched(decision)} and ${seen}`, now),
      ...(loser ? [dropSteps(loser, seen), dropMails(loser, seen)] : []),
      ...(heldOneCounts(decision) && decision.isAssessed ? [oweAssessment(decision, seen)] : []),
      ...(heldOneCounts(decision) ? [oweItsMails(decision, seen)] : []),
      markWhichCounts(scope, decision, seen),
      event,
      // Of both it is the same answers.
      updateOutcomes(sql`${CHANGED} and ${touched(decision)}`, now),
      recountTallies('+', sql`${touched(decision)} and ${CHANGED}`, now),
    ],
    asked: {
      isHeld: isHeld('submissions'),
      isAside: isSetAside('submissions'),
      isApart: sql`respondent_key like '%#' || id`,
      isOtherAside: sql`exists (
        select 1 from submissions o where o.id = ${counting?.submission ?? null} and ${isSetAside('o')})`,
      owed: sql`(
        select json_group_array(id) from steps
        where submission_id = submissions.id and dead_at is null and due_at <= ${now})`,
    },
    of: sql`from submissions where id = ${held.submission} and network_id = ${scope.network.id}`,
  })
  const outcome = outcomeOfDecision(decision, stands)
  return { outcome, owed: outcome === 'done' && stands ? JSON.parse(String(stands.owed)) : [] }
}
