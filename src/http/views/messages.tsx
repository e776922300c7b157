// The list of mails to organisations: what each is, to whom it went, and what became of it.

import { showMoment } from '../../core/kernel/moment.ts'
import { type ListPage, type PageWays, pageFields } from '../../core/kernel/page.ts'
import {
  handoversPath,
  messagePath,
  messagesPath,
  organisationPath,
  stepsPath,
} from '../../core/kernel/paths.ts'
import type { Scope, Self } from '../../core/kernel/scope.ts'
import { isTrouble, MESSAGE_FILTERS, type MessageFilter, messageState } from '../../core/message/message.ts'
import { districtLabel } from '../../core/place/regions.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { ListedMessage } from '../../db/message/read.ts'
import type { ListedSubmission } from '../../db/submission/read.ts'
import { CoordinatorPage } from './coordinator.tsx'
import { Line, Pick } from './fields.tsx'
import { Said, Ways } from './pager.tsx'

/** Who looks at mails. */
export interface CoordinatingProps {
  readonly self: Self
  readonly scope: Scope<'coordination'>
}

/** What was sent, as lists and headings tell of it. */
export interface About {
  readonly sent: ListedSubmission
}

/** The organisation that something is about, as it calls itself. */
export const organisationOf = ({ sent }: About, { scope }: CoordinatingProps): string =>
  sent.submission.respondentName || wordsFor(scope.person.locale).coordinator.registry.noName

/** The organisation, with the way to its page where it is known, its district, its round and its reference. */
export function AboutLines({ about, props }: { readonly about: About; readonly props: CoordinatingProps }) {
  const { network, person } = props.scope
  const { locale } = person
  const { sent } = about
  const { organisationId, respondentDistrict } = sent.submission
  const name = organisationOf(about, props)
  return (
    <>
      <p>
        {organisationId === null ? (
          <b>{name}</b>
        ) : (
          <a class="go" href={organisationPath(network.slug, organisationId)}>
            <b>{name}</b>
          </a>
        )}
      </p>
      <p>{districtLabel(respondentDistrict)}</p>
      <p>{sent.round.title[locale]}</p>
      <p>
        {wordsFor(locale).coordinator.messages.reference}: {sent.submission.reference}
      </p>
    </>
  )
}

/** The pages before and after, where it is not counted how many there are. */
export function Leaf({
  ways,
  to,
  props,
}: {
  readonly ways: PageWays
  readonly to: (page: ListPage) => string
  readonly props: CoordinatingProps
}) {
  const words = wordsFor(props.scope.person.locale).coordinator.messages
  const { number, earlier, later } = ways
  return earlier === null && later === null ? null : (
    <Ways
      label={words.pages}
      at={words.page(String(number))}
      ways={[
        earlier && { address: to(earlier), text: words.newer },
        later && { address: to(later), text: words.older },
      ]}
    />
  )
}

/** What became of a mail last, and when. */
export function lastOf(message: ListedMessage, { scope }: CoordinatingProps): string {
  const { locale } = scope.person
  const words = wordsFor(locale).coordinator.messages
  const state = messageState(message)
  const moments = {
    waiting: message.owedAt,
    dead: message.deadAt,
    failed: message.failedAt,
    handed: message.handedAt,
    delivered: message.deliveredAt,
    bounced: message.bouncedAt,
    complained: message.complainedAt,
  }
  const at = showMoment(moments[state] ?? message.createdAt, scope.network.timeZone, locale)
  return `${words.states[state]}, ${at}`
}

function Item({ message, props }: { readonly message: ListedMessage; readonly props: CoordinatingProps }) {
  const { scope } = props
  const words = wordsFor(scope.person.locale).coordinator.messages
  return (
    <li>
      <a class="go" href={messagePath(scope.network.slug, message.id)}>
        {words.one.title(words.kinds[message.kind], organisationOf(message, props))}
      </a>
      <p>{words.to(message.recipient)}</p>
      <p>{isTrouble(messageState(message)) ? <b>{lastOf(message, props)}</b> : lastOf(message, props)}</p>
      {message.byHandAt === null ? null : <p>{words.byHandState}</p>}
      {message.followedBy === null ? null : <p>{words.followedState}</p>}
      <p>{message.sent.round.title[scope.person.locale]}</p>
      <p>
        {words.reference}: {message.sent.submission.reference}
      </p>
    </li>
  )
}

/** The list of mails. */
export function MessagesPage(
  props: CoordinatingProps & {
    readonly found: readonly ListedMessage[]
    readonly filter: MessageFilter
    readonly typed: string
    readonly ways: PageWays
    readonly tellsDelivery: boolean
    /** What was just done, where it led here. */
    readonly said: string | null
  },
) {
  const { self, scope, found, filter, typed, ways, tellsDelivery, said } = props
  const { network, person } = scope
  const { messages: words } = wordsFor(person.locale).coordinator
  const path = messagesPath(network.slug)
  const to = (other: ListPage) =>
    `${path}?${new URLSearchParams({ state: filter, q: typed, ...pageFields(other) })}`
  const fields = new Map([
    ['q', [typed]],
    ['state', [filter]],
  ])
  const isAll = filter === 'all' && typed === ''
  return (
    <CoordinatorPage self={self} network={network} path={path} title={words.title}>
      <Said text={said} />
      <p>{words.intro}</p>
      {tellsDelivery ? null : <p class="box">{words.unknown}</p>}
      <form method="get" action={path}>
        <Line id="q" type="search" label={words.search} hint={words.searchHint} fields={fields} issues={[]} />
        <Pick
          id="state"
          label={words.filter}
          choices={MESSAGE_FILTERS.map((one) => [one, words.filters[one]] as const)}
          fields={fields}
          issues={[]}
        />
        <button type="submit">{words.show}</button>
      </form>
      {found.length > 0 ? null : <p>{isAll ? words.noneYet : words.none}</p>}
      <ul class="list">
        {found.map((message) => (
          <Item message={message} props={props} />
        ))}
      </ul>
      <Leaf {...{ ways, to, props }} />
      <p>
        <a class="go" href={handoversPath(network.slug)}>
          {words.byHand.title}
        </a>
      </p>
      <p>
        <a class="go" href={stepsPath(network.slug)}>
          {words.steps.title}
        </a>
      </p>
    </CoordinatorPage>
  )
}
