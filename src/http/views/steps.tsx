// What has stopped: dead steps with their reason and age, and the buttons that run them again.
import { showMoment } from '../../core/kernel/moment.ts'
import { type PageWays, pageFields } from '../../core/kernel/page.ts'
import { ledgerPath, messagePath, messagesPath, stepsPath } from '../../core/kernel/paths.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { DeadStep } from '../../db/step/read.ts'
import { CoordinatorPage } from './coordinator.tsx'
import { MailReasonText } from './mail-reason.tsx'
import { AboutLines, type CoordinatingProps, Leaf, organisationOf } from './messages.tsx'
import { Said } from './pager.tsx'

/** The field that names a step; empty: all of them. */
export const STEP_FIELD = 'step'

/** What a step does, in words. */
function taskOf({ kind }: DeadStep, { scope }: CoordinatingProps): string {
  const words = wordsFor(scope.person.locale).coordinator.messages
  if (kind === null) return words.assess
  return kind in words.kinds ? words.kinds[kind as keyof typeof words.kinds] : words.staffKinds
}

function Item({ step, props }: { readonly step: DeadStep; readonly props: CoordinatingProps }) {
  // Nothing was sent that a mail to staff is about.
  const about = step.sent && { sent: step.sent }
  const { scope } = props
  const { network, person } = scope
  const messages = wordsFor(person.locale).coordinator.messages
  const words = messages.steps
  const task = taskOf(step, props)
  const name = about ? messages.one.title(task, organisationOf(about, props)) : task
  return (
    <li>
      {about && step.delivery ? (
        <a class="go" href={messagePath(network.slug, step.delivery)}>
          {name}
        </a>
      ) : (
        <p>
          <b>{name}</b>
        </p>
      )}
      {about ? <AboutLines about={about} props={props} /> : null}
      <p>{words.since(showMoment(step.deadAt, network.timeZone, person.locale))}</p>
      <p>{words.tries(String(step.attempts))}</p>
      <p>
        {words.reason}:{' '}
        {step.reason === null ? (
          words.noReason
        ) : (
          <MailReasonText reason={step.reason} locale={person.locale} />
        )}
      </p>
      <form method="post" action={stepsPath(network.slug)}>
        <input type="hidden" name={STEP_FIELD} value={step.id} />
        <button type="submit" class="quiet">
          {words.again(about ? `${name}, ${about.sent.submission.reference}` : name)}
        </button>
      </form>
    </li>
  )
}

/** The list of what has stopped. */
export function StepsPage(
  props: CoordinatingProps & {
    readonly found: readonly DeadStep[]
    readonly ways: PageWays
    readonly said: string | null
  },
) {
  const { self, scope, found, ways, said } = props
  const { network, person } = scope
  const messages = wordsFor(person.locale).coordinator.messages
  const words = messages.steps
  const path = stepsPath(network.slug)
  return (
    <CoordinatorPage self={self} network={network} path={path} title={words.title}>
      <Said text={said} />
      {found.length === 0 ? <p>{words.none}</p> : <p>{words.intro}</p>}
      {found.length < 2 && ways.earlier === null ? null : (
        <form method="post" action={path}>
          <input type="hidden" name={STEP_FIELD} value="" />
          <button type="submit">{words.all}</button>
        </form>
      )}
      <ul class="list">
        {found.map((one) => (
          <Item step={one} props={props} />
        ))}
      </ul>
      <Leaf {...{ ways, props }} to={(other) => `${path}?${new URLSearchParams(pageFields(other))}`} />
      <p>
        <a class="go" href={messagesPath(network.slug)}>
          {messages.one.back}
        </a>
      </p>
      <p>
        <a class="go" href={ledgerPath(network.slug)}>
          {messages.ledger.back}
        </a>
      </p>
    </CoordinatorPage>
  )
}
