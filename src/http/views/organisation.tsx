// One organisation: what it is called, what is known of it, what it is to others, whom to reach, and what it sent.
import { dayOf, showDate } from '../../core/kernel/date.ts'
import {
  contactPath,
  heldAnswerPath,
  messagesPath,
  organisationPartPath,
  organisationPath,
  organisationsPath,
  registrationPath,
} from '../../core/kernel/paths.ts'
import { may } from '../../core/kernel/scope.ts'
import type { MessageFilter } from '../../core/message/message.ts'
import type { RoleName } from '../../core/network/registry.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { Merge } from '../../db/organisation/merge.read.ts'
import type {
  Contact,
  Name,
  Organisation,
  OrganisationRole,
  OrganisationSubmission,
  Relation,
} from '../../db/organisation/read.ts'
import { CoordinatorPage } from './coordinator.tsx'
import { MergedInto } from './merges.tsx'
import { districtIn, roleIn, type SeeingProps, statusIn } from './organisations.tsx'
import { Said } from './pager.tsx'

/** What the page of an organisation is made from; `contacts` is null for those who do not see people. */
export interface OrganisationProps extends SeeingProps {
  readonly organisation: Organisation
  readonly names: readonly Name[]
  readonly roles: readonly OrganisationRole[]
  readonly relations: readonly Relation[]
  readonly contacts: readonly Contact[] | null
  readonly submissions: readonly OrganisationSubmission[]
  readonly roleNames: readonly RoleName[]
  /** How many mails to it did not arrive; null for those who do not see mails. */
  readonly trouble: number | null
  /** What was merged into it lately, for those who may undo it. */
  readonly merges: readonly Merge[]
  readonly said: string | null
}

const wordsOf = ({ scope }: SeeingProps) => wordsFor(scope.person.locale).coordinator.registry

/** What a name is to its organisation, in words. */
export function kindOf(props: SeeingProps, { kind }: Name): string {
  const { kinds } = wordsOf(props).organisations.names
  return kind in kinds ? kinds[kind as keyof typeof kinds] : kind
}

/** From when on and until when something holds, in words. */
export function periodOf(
  props: SeeingProps,
  { fromDay, toDay }: { readonly fromDay: string; readonly toDay: string | null },
): string {
  const { locale } = props.scope.person
  const { roles: words } = wordsOf(props).organisations
  const from = showDate(fromDay, locale)
  return toDay === null ? words.since(from) : words.between(from, showDate(toDay, locale))
}

/** What another organisation is to one, in words. */
export function relationOf(props: SeeingProps, { kind, isFirst, other }: Relation): string {
  const { registry } = wordsFor(props.scope.person.locale).coordinator
  const { relations: words } = registry.organisations
  const what =
    kind === 'pair' ? (isFirst ? words.forum : words.lead) : isFirst ? words.member : words.memberOf
  return `${what}: ${other.name ?? registry.noName}`
}

/** A way to where a part is changed, for those who may. */
function Change({
  props,
  part,
  text,
}: {
  readonly props: OrganisationProps
  readonly part: Parameters<typeof organisationPartPath>[2]
  readonly text: string
}) {
  const { scope, organisation } = props
  return may(scope.role, 'coordination') ? (
    <p>
      <a class="go" href={organisationPartPath(scope.network.slug, organisation.id, part)}>
        {text}
      </a>
    </p>
  ) : null
}

function Facts(props: OrganisationProps) {
  const { scope, organisation } = props
  const { facts: words, status } = wordsOf(props).organisations
  const rows: readonly (readonly [string, string])[] = [
    [words.district, districtIn(scope, organisation.district)],
    [words.legalForm, organisation.legalForm ?? words.unknown],
    [words.decreeNo, organisation.decreeNo ?? words.unknown],
    [words.themes, organisation.themes?.join('; ') || words.unknown],
    [status, statusIn(organisation.status, scope.person.locale)],
  ]
  return (
    <>
      <h2>{words.title}</h2>
      <dl>
        {rows.map(([label, value]) => (
          <div class="a">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Change props={props} part="edit" text={words.change} />
    </>
  )
}

function Names(props: OrganisationProps) {
  const { names: words } = wordsOf(props).organisations
  return (
    <>
      <h2>{words.title}</h2>
      <ul>
        {props.names.map((name) => (
          <li>
            {kindOf(props, name)}: {name.name}
          </li>
        ))}
      </ul>
      <Change props={props} part="names" text={words.change} />
    </>
  )
}

function Roles(props: OrganisationProps) {
  const { scope, roles, roleNames } = props
  const { roles: words } = wordsOf(props).organisations
  return (
    <>
      <h2>{words.title}</h2>
      {roles.length === 0 ? <p>{words.none}</p> : null}
      <ul>
        {roles.map((role) => (
          <li>
            {roleIn(roleNames, role.role, scope.person.locale)}
            {role.district === null ? null : `, ${districtIn(scope, role.district)}`}, {periodOf(props, role)}
          </li>
        ))}
      </ul>
      <Change props={props} part="roles" text={words.change} />
    </>
  )
}

function Relations(props: OrganisationProps) {
  const { scope, relations } = props
  const { relations: words } = wordsOf(props).organisations
  return (
    <>
      <h2>{words.title}</h2>
      {relations.length === 0 ? <p>{words.none}</p> : null}
      <ul class="list">
        {relations.map((relation) => (
          <li>
            <a class="go" href={organisationPath(scope.network.slug, relation.other.id)}>
              {relationOf(props, relation)}
            </a>
            <p>{periodOf(props, relation)}</p>
          </li>
        ))}
      </ul>
      <Change props={props} part="relations" text={words.change} />
    </>
  )
}

/** What somebody to reach is called. */
export const contactName = ({ name, email, whatsapp }: Contact, noName: string): string =>
  name ?? email ?? whatsapp ?? noName

function Contacts(props: OrganisationProps & { readonly people: readonly Contact[] }) {
  const { scope, organisation, people } = props
  const { noName, organisations } = wordsOf(props)
  const { contacts: words } = organisations
  return (
    <>
      <h2>{words.title}</h2>
      {people.length === 0 ? <p>{words.none}</p> : null}
      <ul class="list">
        {people.map((one) => (
          <li>
            <p>
              <b>{contactName(one, noName)}</b>
              {one.position === null ? null : `, ${one.position}`}
            </p>
            {one.email === null ? null : <p>{one.email}</p>}
            {one.bouncedAt === null ? null : <p>{words.bounced}</p>}
            {one.optedOutAt === null ? null : <p>{words.optedOut}</p>}
            {one.whatsapp === null ? null : <p>{one.whatsapp}</p>}
            <p>
              <a class="go" href={contactPath(scope.network.slug, organisation.id, one.id)}>
                {words.change(contactName(one, noName))}
              </a>
            </p>
          </li>
        ))}
      </ul>
      <Change props={props} part="contacts" text={words.add} />
    </>
  )
}

/** Where its mails are, all of them or those in one state. */
const mailsOf = ({ scope, organisation }: OrganisationProps, state: MessageFilter): string =>
  `${messagesPath(scope.network.slug)}?state=${state}&q=${encodeURIComponent(organisation.name ?? '')}`

/** Mails that did not arrive, and the way to them. */
function Trouble(props: OrganisationProps) {
  const { messages: words } = wordsFor(props.scope.person.locale).coordinator
  return props.trouble ? (
    <p class="box bad">
      {words.organisation(String(props.trouble))}{' '}
      <a href={mailsOf(props, 'trouble')}>{words.organisationOpen}</a>
    </p>
  ) : null
}

function Sent(props: OrganisationProps) {
  const { scope, submissions } = props
  const { network, person } = scope
  const { sent: words } = wordsOf(props).organisations
  const day = (at: number) => showDate(dayOf(at, network.timeZone), person.locale)
  return (
    <>
      <h2>{words.title}</h2>
      {submissions.length === 0 ? <p>{words.none}</p> : null}
      <ul class="list">
        {submissions.map((one) => (
          <li>
            <p>
              <b>{one.round[person.locale]}</b>, {day(one.createdAt)}
            </p>
            <p>
              {words.reference}: {one.reference}
            </p>
            {one.heldAt === null ? null : (
              <p>{one.heldFor === null ? words.held : wordsFor(person.locale).limits.held.short}</p>
            )}
            {one.isMeasured ? (
              <p>{one.reportedAt === null ? words.unreported : words.reported(day(one.reportedAt))}</p>
            ) : null}
            {one.heldAt !== null && may(scope.role, 'coordination') ? (
              <p>
                <a class="go" href={heldAnswerPath(network.slug, one.id)}>
                  {words.decide}
                </a>
              </p>
            ) : null}
            {one.kind === 'registration' && may(scope.role, 'coordination') ? (
              <p>
                <a class="go" href={registrationPath(network.slug, one.id)}>
                  {words.registration}
                </a>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      {submissions.length > 0 && may(scope.role, 'coordination') ? (
        <p>
          <a class="go" href={mailsOf(props, 'all')}>
            {words.mails}
          </a>
        </p>
      ) : null}
    </>
  )
}

/** The page of an organisation. */
export function OrganisationPage(props: OrganisationProps) {
  const { self, scope, organisation, contacts, said } = props
  const { network } = scope
  const { noName, organisations: words } = wordsOf(props)
  return (
    <CoordinatorPage
      self={self}
      network={network}
      path={organisationPath(network.slug, organisation.id)}
      title={organisation.name ?? noName}
    >
      <Said text={said} />
      {organisation.confirmedAt === null ? <p class="box bad">{words.unconfirmed}</p> : null}
      <Trouble {...props} />
      <Facts {...props} />
      <Names {...props} />
      <Roles {...props} />
      <Relations {...props} />
      {contacts === null ? null : <Contacts {...props} people={contacts} />}
      <Sent {...props} />
      <MergedInto {...props} />
      <p>
        <a class="go" href={organisationsPath(network.slug)}>
          {words.toList}
        </a>
      </p>
    </CoordinatorPage>
  )
}
