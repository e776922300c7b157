// Held answers: the list of those that wait and why, and the page of one, beside the one that counts in its place if any.
import { ALONE_CHOICES, HELD_CHOICES, type HeldChoice } from '../../actions/submission/held.ts'
import { type AnswersToForm, type ComparedAnswers, compareAnswers } from '../../core/form/compare.ts'
import { questionName } from '../../core/form/message.ts'
import { districtName, respondentOf } from '../../core/form/respondent.ts'
import { showNothing } from '../../core/form/show.ts'
import { showMoment } from '../../core/kernel/moment.ts'
import { heldAnswerPath, heldPath } from '../../core/kernel/paths.ts'
import type { Scope, Self } from '../../core/kernel/scope.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { districtLabel } from '../../core/place/regions.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { ListedSubmission, SentSubmission } from '../../db/submission/read.ts'
import { AnswersList, AnswerText } from './answers.tsx'
import { CoordinatorPage } from './coordinator.tsx'

/** The fields of the form: what is chosen, and what was seen when it was. */
export const CHOICE_FIELD = 'choice'
export const SEEN_FIELD = 'seen'

interface Props {
  readonly self: Self
  readonly scope: Scope<'coordination'>
}

/** A held answer with what it says. */
export interface HeldAnswer extends AnswersToForm {
  readonly sent: SentSubmission
  /** Whether these are all answers: what is sealed may not open. */
  readonly isWhole: boolean
}

/** What has just been done, as the list says it. */
export type HeldDone = HeldChoice | 'aside' | 'decided'

/** Why an answer is held, in words. */
function Why({ sent, locale }: { readonly sent: ListedSubmission; readonly locale: Locale }) {
  const { why, mails } = wordsFor(locale).limits.held
  const { heldFor } = sent.submission
  return (
    <>
      <p>{why[heldFor ?? 'second']}</p>
      {heldFor === null ? null : <p>{mails}</p>}
    </>
  )
}

function HeldItem({ scope, sent }: { readonly scope: Props['scope']; readonly sent: ListedSubmission }) {
  const { locale } = scope.person
  const { held: words } = wordsFor(locale).coordinator
  const { read } = wordsFor(locale).limits.held
  const { submission, round } = sent
  return (
    <li>
      <p>
        <b>{submission.respondentName}</b>, {districtLabel(submission.respondentDistrict)}
      </p>
      <p>{round.title[locale]}</p>
      <p>
        {words.reference}: {submission.reference}
      </p>
      <p>{words.since(showMoment(submission.heldAt ?? 0, scope.network.timeZone, locale))}</p>
      <Why sent={sent} locale={locale} />
      <p>
        <a class="go" href={heldAnswerPath(scope.network.slug, submission.id)}>
          {(submission.heldFor === null ? words.compare : read)(submission.reference)}
        </a>
      </p>
    </li>
  )
}

/** The answers that wait; `total` also counts those that this page has no room for. */
export function HeldPage({
  self,
  scope,
  held,
  total,
  done,
}: Props & {
  readonly held: readonly ListedSubmission[]
  readonly total: number
  readonly done: HeldDone | null
}) {
  const { network, person } = scope
  const { held: words } = wordsFor(person.locale).coordinator
  return (
    <CoordinatorPage self={self} network={network} path={heldPath(network.slug)} title={words.title}>
      {done === null ? null : (
        <p class="box" role="status">
          {done === 'aside' ? wordsFor(person.locale).limits.held.done : words.done[done]}
        </p>
      )}
      <p>{words.intro}</p>
      {total === 0 ? <p>{words.none}</p> : null}
      {total > held.length ? <p>{words.more(String(held.length), String(total))}</p> : null}
      <ul class="list">
        {held.map((sent) => (
          <HeldItem scope={scope} sent={sent} />
        ))}
      </ul>
    </CoordinatorPage>
  )
}

function Cell({ side, row, locale }: { side: AnswersToForm; row: ComparedAnswers; locale: Locale }) {
  const { receipt } = wordsFor(locale).page
  const answer = side.answers[row.id]
  if (answer === undefined) return <td>{showNothing(row.question, locale)}</td>
  if (row.question.data === 'sensitive') return <td>{receipt.unshown}</td>
  return (
    <td>
      <AnswerText form={side.form} question={row.question} answer={answer} locale={locale} />
    </td>
  )
}

function SideBySide({ held, counting, locale }: { held: HeldAnswer; counting: HeldAnswer; locale: Locale }) {
  const { held: words } = wordsFor(locale).coordinator
  const rows = compareAnswers(held, counting)
  const different = rows.filter(({ isSame }) => !isSame).length
  return (
    <>
      <p>{words.differences(String(different), String(rows.length))}</p>
      {/* Two columns fit on a phone; what each row is about stands above it. */}
      <table class="both">
        <caption class="sr">{words.sideBySide}</caption>
        <thead>
          <tr>
            <th scope="col">{words.heldAnswer(held.sent.submission.reference)}</th>
            <th scope="col">{words.countingAnswer(counting.sent.submission.reference)}</th>
          </tr>
        </thead>
        {rows.map((row) => (
          <tbody>
            <tr>
              <th scope="rowgroup" colspan={2}>
                {questionName(row.question, locale)}{' '}
                {row.isSame ? <span class="n">({words.same})</span> : <b>({words.different})</b>}
              </th>
            </tr>
            <tr>
              <Cell side={held} row={row} locale={locale} />
              <Cell side={counting} row={row} locale={locale} />
            </tr>
          </tbody>
        ))}
      </table>
    </>
  )
}

/** When and under which reference an answer came. */
function Came({ answer, scope, title }: { answer: HeldAnswer; scope: Props['scope']; title: string }) {
  const { locale } = scope.person
  const { held: words } = wordsFor(locale).coordinator
  const { submission, revision } = answer.sent
  const moment = (at: number) => showMoment(at, scope.network.timeZone, locale)
  return (
    <>
      <h2>{title}</h2>
      <p>
        {words.reference}: <b>{submission.reference}</b>
      </p>
      {answer.isWhole ? null : <p class="box bad">{wordsFor(locale).seals.answers}</p>}
      <p>
        {words.came(moment(submission.createdAt))}{' '}
        {revision.correctedAt === null ? null : words.corrected(moment(revision.correctedAt))}
      </p>
      {submission.heldAt === null ? null : (
        <>
          <p>{words.since(moment(submission.heldAt))}</p>
          <Why sent={answer.sent} locale={locale} />
        </>
      )}
    </>
  )
}

interface DecideProps extends Props {
  readonly held: HeldAnswer
  readonly counting: HeldAnswer | null
  readonly seen: string
  /** What is wrong with what was posted: nothing was chosen, or other answers stand now. */
  readonly problem: 'choice' | 'changed' | null
}

function ChoiceForm({ scope, held, counting, seen, problem }: DecideProps) {
  const { coordinator, limits } = wordsFor(scope.person.locale)
  const { held: words } = coordinator
  const isAlone = counting === null
  const offered = isAlone ? ALONE_CHOICES : HELD_CHOICES
  const texts = isAlone ? { ...words.choices, ...limits.held.choices } : words.choices
  const isMissing = problem === 'choice'
  return (
    <form method="post" action={heldAnswerPath(scope.network.slug, held.sent.submission.id)} novalidate>
      <input type="hidden" name={SEEN_FIELD} value={seen} />
      <div class={isMissing ? 'q bad' : 'q'}>
        <fieldset aria-describedby={isMissing ? 'choice-e' : undefined}>
          <legend>{isAlone ? limits.held.which : words.which}</legend>
          {isMissing ? (
            <p class="e" id="choice-e">
              {words.problems.choice}
            </p>
          ) : null}
          {offered.map((choice, index) => (
            <label class="r">
              <input
                type="radio"
                name={CHOICE_FIELD}
                value={choice}
                id={index === 0 ? CHOICE_FIELD : undefined}
                required
              />
              <span>
                <b>{texts[choice].name}</b> {texts[choice].about}
              </span>
            </label>
          ))}
        </fieldset>
      </div>
      <button type="submit">{words.save}</button>
    </form>
  )
}

/** A held answer beside the one that counts, and the choice between them. */
export function HeldAnswerPage(props: DecideProps) {
  const { self, scope, held, counting, problem } = props
  const { network, person } = scope
  const { locale } = person
  const { held: words, form } = wordsFor(locale).coordinator
  const { limits, page } = wordsFor(locale)
  const { organisation } = respondentOf(held.form, held.answers)
  return (
    <CoordinatorPage
      self={self}
      network={network}
      path={heldAnswerPath(network.slug, held.sent.submission.id)}
      title={(counting ? words.decideTitle : limits.held.title)(organisation)}
      isRefused={problem !== null}
    >
      {problem === null ? null : (
        <div class="box bad" role="alert" tabindex={-1} autofocus>
          <h2>{form.errors}</h2>
          <ul>
            <li>
              <a href={`#${CHOICE_FIELD}`}>{words.problems[problem]}</a>
            </li>
          </ul>
        </div>
      )}
      <p>
        {held.sent.round.title[locale]}, {districtName(held.form, held.answers)}
      </p>
      <Came answer={held} scope={scope} title={words.heldTitle} />
      {counting ? (
        <Came answer={counting} scope={scope} title={words.countingTitle} />
      ) : (
        <p class="box">{words.noOther}</p>
      )}
      {counting ? (
        <>
          <h2>{words.sideBySide}</h2>
          <SideBySide held={held} counting={counting} locale={locale} />
        </>
      ) : (
        <>
          <h2>{limits.held.answers}</h2>
          <AnswersList
            form={held.form}
            answers={held.answers}
            locale={locale}
            rank="h3"
            show={({ data }) => (data === 'sensitive' ? page.receipt.unshown : null)}
          />
        </>
      )}
      <h2>{words.decision}</h2>
      <ChoiceForm {...props} />
      <p>
        <a class="go" href={heldPath(network.slug)}>
          {words.back}
        </a>
      </p>
    </CoordinatorPage>
  )
}
