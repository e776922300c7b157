// One mail: everything that happened to it, and what can be done about it.
import type { Child } from 'hono/jsx'
import {
  ADDRESS_FIELD,
  canResend,
  currentAddressOf,
  followsByItself,
  SURE_FIELD,
} from '../../actions/message.ts'
import { type Fields, KEY_FIELD, withField } from '../../core/form/fields.ts'
import type { Form } from '../../core/form/form.ts'
import { showMoment } from '../../core/kernel/moment.ts'
import { handoverPath, messagePartPath, messagePath, messagesPath } from '../../core/kernel/paths.ts'
import { mailReasonOf } from '../../core/message/mail-reason.ts'
import { messageState } from '../../core/message/message.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { Message } from '../../db/message/read.ts'
import { CoordinatorPage } from './coordinator.tsx'
import { type FieldIssue, Line, Problems } from './fields.tsx'
import { MailReasonText } from './mail-reason.tsx'
import { AboutLines, type CoordinatingProps, lastOf, organisationOf } from './messages.tsx'
import { Said } from './pager.tsx'

export interface MessageProps extends CoordinatingProps {
  readonly message: Message
  /** The form that was answered; null where that version is unknown. */
  readonly form: Form | null
  /** Whether the address can be mended: the form asks for one, and the answers can still be changed. */
  readonly canMend: boolean
  readonly tellsDelivery: boolean
  /** The form for another address: its key, what was typed, what is wrong with it, and what was probably meant. */
  readonly key: string
  readonly fields: Fields
  readonly issues: readonly FieldIssue[]
  readonly meant: string | null
  readonly said: string | null
}

function Moments(props: MessageProps) {
  const { message, scope, tellsDelivery } = props
  const { locale } = scope.person
  const { one: words } = wordsFor(locale).coordinator.messages
  const moment = (at: number | null) => (at === null ? null : showMoment(at, scope.network.timeZone, locale))
  const isWaiting = messageState(message) === 'waiting'
  const reason = message.reason && <MailReasonText reason={message.reason} locale={locale} />
  const rows: readonly (readonly [string, Child | null])[] = [
    [words.created, moment(message.createdAt)],
    [words.attempts, message.attempts > 0 ? String(message.attempts) : null],
    [words.due, isWaiting && message.attempts > 0 ? moment(message.dueAt) : null],
    [words.dead, moment(message.deadAt)],
    [words.failed, moment(message.failedAt)],
    [words.handed, moment(message.handedAt)],
    [words.delivered, moment(message.deliveredAt)],
    [words.bounced, moment(message.bouncedAt)],
    [words.complained, moment(message.complainedAt)],
    [words.byHand, moment(message.byHandAt)],
    [words.reason, reason || null],
  ]
  return (
    <>
      <h2>{words.moments}</h2>
      <dl>
        {rows.map(([label, value]) =>
          value === null ? null : (
            <div class="a">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {messageState(message) === 'handed' && !tellsDelivery ? <p>{words.unknown}</p> : null}
    </>
  )
}

function Again({ scope, message }: MessageProps) {
  const { again: words } = wordsFor(scope.person.locale).coordinator.messages.one
  const isFull = message.reason !== null && mailReasonOf(message.reason) === 'full'
  return (
    <>
      <h3>{words.title}</h3>
      <p>{isFull ? words.full(message.recipient) : words.text(message.recipient)}</p>
      <form method="post" action={messagePartPath(scope.network.slug, message.id, 'again')}>
        <button type="submit">{words.button}</button>
      </form>
    </>
  )
}

function AddressForm({ scope, message, form, key, fields, issues, meant }: MessageProps) {
  const { locale } = scope.person
  const words = wordsFor(locale)
  const { address } = words.coordinator.messages.one
  const typed = fields.get(ADDRESS_FIELD)?.[0]?.trim() ?? ''
  const filled = fields.has(ADDRESS_FIELD)
    ? fields
    : withField(fields, ADDRESS_FIELD, currentAddressOf(message, form) ?? '')
  return (
    <>
      <h3>{address.title}</h3>
      <p>{address.text}</p>
      <form method="post" action={messagePartPath(scope.network.slug, message.id, 'address')} novalidate>
        <input type="hidden" name={KEY_FIELD} value={key} autocomplete="off" />
        {meant === null ? null : <input type="hidden" name={SURE_FIELD} value={typed} />}
        <Line
          id={ADDRESS_FIELD}
          type="email"
          label={address.label}
          hint={address.hint}
          fields={filled}
          issues={issues}
          isNeeded
        />
        <button type="submit">{address.button}</button>
      </form>
    </>
  )
}

/** What can be done about a mail that nothing newer stands for. */
function Ways(props: MessageProps) {
  const { scope, message, canMend, form } = props
  const { one: words } = wordsFor(scope.person.locale).coordinator.messages
  if (currentAddressOf(message, form) !== null && followsByItself(message))
    return <p>{words.moved.follows}</p>
  const isReport = message.kind === 'report'
  const again = canResend(message)
  return (
    <>
      {messageState(message) === 'complained' ? <p>{words.complainedText}</p> : null}
      {canMend ? <AddressForm {...props} /> : null}
      {again ? <Again {...props} /> : null}
      {isReport ? (
        <p>
          <a class="go" href={handoverPath(scope.network.slug, message.sent.submission.id)}>
            {words.byHandWay}
          </a>
        </p>
      ) : null}
      {canMend || again || isReport ? null : <p>{words.nothing}</p>}
    </>
  )
}

/** The page of one mail. */
export function MessagePage(props: MessageProps) {
  const { self, scope, message, form, issues, said } = props
  const { network, person } = scope
  const { messages } = wordsFor(person.locale).coordinator
  const { one: words } = messages
  const address = currentAddressOf(message, form)
  const other = (id: string | null, text: string) =>
    id === null ? null : (
      <p>
        <a class="go" href={messagePath(network.slug, id)}>
          {text}
        </a>
      </p>
    )
  return (
    <CoordinatorPage
      self={self}
      network={network}
      path={messagePath(network.slug, message.id)}
      title={words.title(messages.kinds[message.kind], organisationOf(message, props))}
      isRefused={issues.length > 0}
    >
      <Said text={said} />
      {address === null ? null : <p class="box">{words.moved.now(address)}</p>}
      <Problems issues={issues} locale={person.locale} />
      <AboutLines about={message} props={props} />
      <p>{address === null ? messages.to(message.recipient) : words.moved.went(message.recipient)}</p>
      <p>
        <b>{lastOf(message, props)}</b>
      </p>
      <Moments {...props} />
      {other(message.replaces, words.before)}
      <h2>{words.what}</h2>
      {message.followedBy === null ? <Ways {...props} /> : <p>{words.replaced}</p>}
      {other(message.followedBy, words.after)}
      {address === null ? null : (
        <p>
          <a
            class="go"
            href={`${messagesPath(network.slug)}?q=${encodeURIComponent(message.sent.submission.reference)}`}
          >
            {messages.ledger.mails(message.sent.submission.reference)}
          </a>
        </p>
      )}
      <p>
        <a class="go" href={messagesPath(network.slug)}>
          {words.back}
        </a>
      </p>
    </CoordinatorPage>
  )
}
