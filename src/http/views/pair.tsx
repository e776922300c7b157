// Two organisations side by side, everything that is known of both, and what is decided of them.
import type { Child } from 'hono/jsx'
import { KEY_FIELD, noFields } from '../../core/form/fields.ts'
import { dayOf, showDate } from '../../core/kernel/date.ts'
import { duplicatesPath, organisationPath, pairPath } from '../../core/kernel/paths.ts'
import type { Text } from '../../core/kernel/text.ts'
import { type RoleName, UNDO_DAYS } from '../../core/network/registry.ts'
import { wordsFor } from '../../core/words/index.ts'
import type {
  Contact,
  Name,
  Organisation,
  OrganisationRole,
  OrganisationSubmission,
  Relation,
} from '../../db/organisation/read.ts'
import { CoordinatorPage } from './coordinator.tsx'
import { type MergingProps, placedName } from './duplicates.tsx'
import { Choose, type FieldIssue, Problems } from './fields.tsx'
import { contactName, kindOf, periodOf, relationOf } from './organisation.tsx'
import { districtIn, roleIn, statusIn } from './organisations.tsx'

/** The field that says what is decided of a pair. */
export const CHOICE_FIELD = 'choice'

/** Everything that is known of one of the two. */
export interface Side {
  readonly organisation: Organisation
  readonly names: readonly Name[]
  readonly roles: readonly OrganisationRole[]
  readonly relations: readonly Relation[]
  readonly contacts: readonly Contact[]
  readonly submissions: readonly OrganisationSubmission[]
}

/** What the page of a pair is made from. */
export interface PairProps extends MergingProps {
  readonly one: Side
  readonly other: Side
  readonly roleNames: readonly RoleName[]
  /** The titles of the rounds in which an answer of both counts. */
  readonly both: readonly { readonly title: Text }[]
  /** When it was said that the two are two (ms UTC), or null. */
  readonly apartSince: number | null
  readonly issues: readonly FieldIssue[]
  readonly rowId: string
}

const wordsOf = ({ scope }: MergingProps) => wordsFor(scope.person.locale).coordinator

const List = ({ lines }: { readonly lines: readonly string[] }) =>
  lines.length === 0 ? (
    '–'
  ) : (
    <ul>
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )

function ComparedPair(props: PairProps) {
  const { scope, roleNames } = props
  const { locale } = scope.person
  const { registry, doubles } = wordsOf(props)
  const { compared: words } = doubles
  const { organisations: known } = registry
  const day = (at: number) => showDate(dayOf(at, scope.network.timeZone), locale)
  const contactLine = (one: Contact): string =>
    [contactName(one, registry.noName), one.position, one.email, one.whatsapp]
      .filter((part, index, all) => part !== null && all.indexOf(part) === index)
      .join(', ')
  const roleLine = (role: OrganisationRole): string =>
    [
      roleIn(roleNames, role.role, locale),
      role.district === null ? '' : districtIn(scope, role.district),
      periodOf(props, role),
    ]
      .filter(Boolean)
      .join(', ')
  const sentLine = ({ round, createdAt, reference }: OrganisationSubmission): string =>
    `${round[locale]}, ${day(createdAt)}, ${known.sent.reference} ${reference}`
  const rows: readonly (readonly [label: string, cell: (side: Side) => Child])[] = [
    [
      known.names.title,
      ({ names }) => <List lines={names.map((name) => `${kindOf(props, name)}: ${name.name}`)} />,
    ],
    [known.facts.district, ({ organisation }) => districtIn(scope, organisation.district)],
    [known.facts.legalForm, ({ organisation }) => organisation.legalForm ?? known.facts.unknown],
    [known.facts.decreeNo, ({ organisation }) => organisation.decreeNo ?? known.facts.unknown],
    [known.facts.themes, ({ organisation }) => <List lines={organisation.themes ?? []} />],
    [known.status, ({ organisation }) => statusIn(organisation.status, locale)],
    [words.registration, ({ organisation }) => (organisation.registrationId === null ? words.no : words.yes)],
    [known.roles.title, ({ roles }) => <List lines={roles.map(roleLine)} />],
    [
      known.relations.title,
      ({ relations }) => (
        <List lines={relations.map((one) => `${relationOf(props, one)}, ${periodOf(props, one)}`)} />
      ),
    ],
    [known.contacts.title, ({ contacts }) => <List lines={contacts.map(contactLine)} />],
    [known.sent.title, ({ submissions }) => <List lines={submissions.map(sentLine)} />],
  ]
  const head = (place: string, { organisation }: Side) => (
    <th scope="col">
      {place}:{' '}
      <a href={organisationPath(scope.network.slug, organisation.id)}>
        {organisation.name ?? registry.noName}
      </a>
    </th>
  )
  // Two columns fit on a phone; what each row is about stands above it.
  return (
    <table class="both">
      <caption>{words.table}</caption>
      <thead>
        <tr>
          {head(words.one, props.one)}
          {head(words.other, props.other)}
        </tr>
      </thead>
      {rows.map(([label, cell]) => (
        <tbody>
          <tr>
            <th scope="rowgroup" colspan={2}>
              {label}
            </th>
          </tr>
          <tr>
            <td>{cell(props.one)}</td>
            <td>{cell(props.other)}</td>
          </tr>
        </tbody>
      ))}
    </table>
  )
}

function Effects(props: PairProps) {
  const { compared: words } = wordsOf(props).doubles
  return (
    <>
      <h2>{words.what}</h2>
      {props.both.length === 0 ? null : (
        <div class="box bad">
          <p>{words.both}</p>
          <ul>
            {props.both.map(({ title }) => (
              <li>{title[props.scope.person.locale]}</li>
            ))}
          </ul>
          <p>{words.bothText}</p>
        </div>
      )}
      <ul>
        {words.effects.map((effect) => (
          <li>{effect}</li>
        ))}
      </ul>
      <p>{words.undo(String(UNDO_DAYS))}</p>
    </>
  )
}

function Decide(props: PairProps & { readonly path: string }) {
  const { scope, one, other, apartSince, issues, rowId, path } = props
  const { network, person } = scope
  const { compared: words, apart } = wordsOf(props).doubles
  const [first, second] = [placedName(props, one.organisation), placedName(props, other.organisation)]
  return (
    <>
      <h2>{words.decision}</h2>
      {apartSince === null ? null : (
        <>
          <p>{apart.since(showDate(dayOf(apartSince, network.timeZone), person.locale))}</p>
          <form method="post" action={path}>
            <button type="submit" class="quiet" name={CHOICE_FIELD} value="open">
              {apart.open}
            </button>
          </form>
        </>
      )}
      <form method="post" action={path} novalidate>
        <input type="hidden" name={KEY_FIELD} value={rowId} autocomplete="off" />
        <Choose
          id={CHOICE_FIELD}
          label={words.choose}
          fields={noFields}
          issues={issues}
          choices={[
            ['one', words.keep(words.first, first, second)],
            ['other', words.keep(words.second, second, first)],
            ...(apartSince === null ? [['two', words.two] as const] : []),
          ]}
        />
        <button type="submit">{words.button}</button>
      </form>
    </>
  )
}

/** The page of two organisations that may be one. */
export function PairPage(props: PairProps) {
  const { self, scope, one, other, issues } = props
  const { network, person } = scope
  const { registry, doubles: words } = wordsOf(props)
  const [first, second] = [one.organisation, other.organisation]
  const path = pairPath(network.slug, first.id, second.id)
  return (
    <CoordinatorPage
      self={self}
      network={network}
      path={path}
      title={words.compared.title(first.name ?? registry.noName, second.name ?? registry.noName)}
      isRefused={issues.length > 0}
    >
      <Problems issues={issues} locale={person.locale} />
      <ComparedPair {...props} />
      <Effects {...props} />
      <Decide {...props} path={path} />
      <p>
        <a class="go" href={duplicatesPath(network.slug)}>
          {words.toList}
        </a>
      </p>
    </CoordinatorPage>
  )
}
