// The ledger: what became of every answer, in four numbers that add up, and the answers behind each of them.
import type { Child } from 'hono/jsx'
import { showMoment } from '../../core/kernel/moment.ts'
import { type PageWays, pageFields } from '../../core/kernel/page.ts'
import {
  handoverPath,
  heldAnswerPath,
  ledgerListPath,
  ledgerPath,
  messagesPath,
  registrationsPath,
  stepsPath,
} from '../../core/kernel/paths.ts'
import {
  type Coordinator,
  coordinatorsFor,
  LEDGER_STATES,
  type LedgerState,
} from '../../core/message/message.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { LedgerCounts, LedgerEntry } from '../../db/submission/network-ledger.read.ts'
import { CoordinatorPage } from './coordinator.tsx'
import { MailReasonText } from './mail-reason.tsx'
import { AboutLines, type CoordinatingProps, Leaf } from './messages.tsx'

const ofPractice = (isPractice: boolean): string => (isPractice ? '?practice=1' : '')

/** The ledger in numbers. */
export function LedgerPage(
  props: CoordinatingProps & {
    readonly account: LedgerCounts
    readonly isPractice: boolean
    /** How many answers rounds for practice have. */
    readonly practice: number
  },
) {
  const { self, scope, account, isPractice, practice } = props
  const { network, person } = scope
  const words = wordsFor(person.locale).coordinator.messages.ledger
  const { slug } = network
  return (
    <CoordinatorPage
      self={self}
      network={network}
      path={ledgerPath(slug)}
      title={isPractice ? words.practiceTitle : words.title}
    >
      <p>
        <b>{words.accepted(String(account.accepted))}</b>
      </p>
      <p>{words.intro}</p>
      <ul class="list">
        {LEDGER_STATES.map((state) => (
          <li>
            <a class="go" href={ledgerListPath(slug, state) + ofPractice(isPractice)}>
              {`${words.states[state]}: ${account[state]}`}
            </a>
            <p>{words.abouts[state]}</p>
          </li>
        ))}
      </ul>
      {isPractice ? (
        <p>
          <a class="go" href={ledgerPath(slug)}>
            {words.real}
          </a>
        </p>
      ) : (
        <>
          <p>{words.decide}</p>
          <p>
            <a class="go" href={registrationsPath(slug)}>
              {words.registrations}
            </a>
          </p>
          <p>
            <a class="go" href={`${messagesPath(slug)}?state=trouble`}>
              {words.bounced}
            </a>
          </p>
          <p>
            <a class="go" href={stepsPath(slug)}>
              {wordsFor(person.locale).coordinator.messages.steps.title}
            </a>
          </p>
          {practice === 0 ? null : (
            <p>
              <a class="go" href={ledgerPath(slug) + ofPractice(true)}>
                {words.practice(String(practice))}
              </a>
            </p>
          )}
        </>
      )}
    </CoordinatorPage>
  )
}

interface ListProps extends CoordinatingProps {
  readonly state: LedgerState
  readonly found: readonly LedgerEntry[]
  /** Those who coordinate the network. */
  readonly staff: readonly Coordinator[]
  readonly ways: PageWays
  readonly isPractice: boolean
}

function Item({ answer, props }: { readonly answer: LedgerEntry; readonly props: ListProps }) {
  const { scope, state, staff } = props
  const { network, person } = scope
  const words = wordsFor(person.locale).coordinator.messages.ledger
  const { submission } = answer.sent
  const moment = (at: number | null) =>
    showMoment(at ?? submission.createdAt, network.timeZone, person.locale)
  const names = coordinatorsFor(staff, submission.respondentDistrict).map(({ name }) => name)
  const told: Readonly<Record<LedgerState, readonly Child[]>> = {
    done: [words.doneSince(moment(answer.doneAt))],
    waiting: [words.waitingFor(names.join(', ') || words.nobody, moment(submission.heldAt))],
    owed: [
      words.owedSince(moment(answer.owedSince)),
      ...(answer.dueAt === null
        ? []
        : [(answer.isPutOff ? words.putOff : words.nextTry)(moment(answer.dueAt))]),
    ],
    failed: [
      words.failedSince(moment(answer.failedAt)),
      ...(answer.reason === null ? [] : [<MailReasonText reason={answer.reason} locale={person.locale} />]),
    ],
  }
  const mails = `${messagesPath(network.slug)}?q=${encodeURIComponent(submission.reference)}`
  return (
    <li>
      <AboutLines about={answer} props={props} />
      {told[state].map((line) => (
        <p>{line}</p>
      ))}
      <p>
        {state === 'waiting' ? (
          <a class="go" href={heldAnswerPath(network.slug, submission.id)}>
            {words.decideOne(submission.reference)}
          </a>
        ) : (
          <a class="go" href={mails}>
            {words.mails(submission.reference)}
          </a>
        )}
        {answer.isToHandOver && (state === 'done' || state === 'failed') ? (
          <a class="go" href={handoverPath(network.slug, submission.id)}>
            {words.byHand}
          </a>
        ) : null}
      </p>
    </li>
  )
}

/** The answers behind one of the four numbers. */
export function LedgerListPage(props: ListProps) {
  const { self, scope, state, found, ways, isPractice } = props
  const { network, person } = scope
  const words = wordsFor(person.locale).coordinator.messages.ledger
  const path = ledgerListPath(network.slug, state)
  const title = `${isPractice ? words.practiceTitle : words.title}: ${words.states[state]}`
  return (
    <CoordinatorPage self={self} network={network} path={path} title={title}>
      <p>{found.length === 0 ? words.none : `${words.states[state]}: ${words.abouts[state]}.`}</p>
      <ul class="list">
        {found.map((answer) => (
          <Item answer={answer} props={props} />
        ))}
      </ul>
      <Leaf
        {...{ ways, props }}
        to={(other) =>
          `${path}?${new URLSearchParams({ ...pageFields(other), ...(isPractice ? { practice: '1' } : {}) })}`
        }
      />
      <p>
        <a class="go" href={ledgerPath(network.slug) + ofPractice(isPractice)}>
          {words.back}
        </a>
      </p>
    </CoordinatorPage>
  )
}
