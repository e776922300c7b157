// The forms by which somebody is invited into a network or gets another role.
import type { Child } from 'hono/jsx'
import type { PeopleIssue } from '../../actions/people/members.ts'
import { type Fields, firstOf } from '../../core/form/fields.ts'
import { invitePath, memberPath, peoplePath } from '../../core/kernel/paths.ts'
import type { Scope } from '../../core/kernel/scope.ts'
import { LOCALES, type Locale } from '../../core/kernel/text.ts'
import { DISTRICTS_FIELD, POST_CHOICES, type PostChoice, ROLE_FIELD } from '../../core/people/post.ts'
import { districtsOf } from '../../core/place/regions.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { Member } from '../../db/people/read.ts'
import { CoordinatorPage } from './coordinator.tsx'
import type { PeopleProps } from './people.tsx'

interface FormProps extends PeopleProps {
  /** What is filled in. */
  readonly fields: Fields
  readonly issues: readonly PeopleIssue[]
}

interface PartProps {
  readonly fields: Fields
  readonly issues: readonly PeopleIssue[]
  readonly locale: Locale
}

// The field that an issue is about.
const fieldOf = (issue: PeopleIssue): string => (issue === 'there' ? 'email' : issue)

/** The message about a field, or null. */
function messageFor(field: string, { issues, locale }: PartProps): string | null {
  const issue = issues.find((one) => fieldOf(one) === field)
  return issue ? wordsFor(locale).coordinator.form.issues[issue] : null
}

function Summary({ issues, locale }: { readonly issues: readonly PeopleIssue[]; readonly locale: Locale }) {
  const words = wordsFor(locale).coordinator.form
  return issues.length === 0 ? null : (
    // The focus comes here first, without any script (WCAG 2.2 SC 3.3.1).
    <div class="box bad" role="alert" tabindex={-1} autofocus>
      <h2>{words.errors}</h2>
      <ul>
        {issues.map((issue) => (
          <li>
            <a href={`#${fieldOf(issue)}`}>{words.issues[issue]}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** One line to write in. */
function Line(props: PartProps & { id: string; label: string; hint?: string; type?: 'email' }) {
  const { id, label, hint, type, fields } = props
  const message = messageFor(id, props)
  const described = [hint ? `${id}-h` : '', message ? `${id}-e` : ''].filter(Boolean).join(' ')
  return (
    <div class={message ? 'q bad' : 'q'}>
      <label class="l" for={id}>
        {label}
      </label>
      {hint ? (
        <p class="h" id={`${id}-h`}>
          {hint}
        </p>
      ) : null}
      {message ? (
        <p class="e" id={`${id}-e`}>
          {message}
        </p>
      ) : null}
      <input
        type={type}
        name={id}
        id={id}
        value={firstOf(fields, id)}
        required
        autocomplete="off"
        aria-describedby={described || undefined}
        aria-invalid={message ? 'true' : undefined}
      />
    </div>
  )
}

interface GroupProps extends PartProps {
  readonly id: string
  readonly type: 'radio' | 'checkbox'
  readonly legend: string
  readonly hint?: string
  readonly isMany?: boolean
  /** Whether what stands above already says what the legend says. */
  readonly isTitled?: boolean
  readonly choices: readonly (readonly [value: string, label: Child])[]
}

/** Several to choose from; the first carries the field's id, so that a link to the field lands on it. */
function Group(props: GroupProps) {
  const { id, type, legend, hint, isMany = false, isTitled = false, choices, fields } = props
  const message = messageFor(id, props)
  const described = [hint ? `${id}-h` : '', message ? `${id}-e` : ''].filter(Boolean).join(' ')
  return (
    <div class={message ? 'q bad' : 'q'}>
      <fieldset aria-describedby={described || undefined}>
        <legend class={isTitled ? 'sr' : undefined}>{legend}</legend>
        {hint ? (
          <p class="h" id={`${id}-h`}>
            {hint}
          </p>
        ) : null}
        {message ? (
          <p class="e" id={`${id}-e`}>
            {message}
          </p>
        ) : null}
        <div class={isMany ? 'many' : undefined}>
          {choices.map(([value, label], index) => (
            <label class="r">
              <input
                type={type}
                name={id}
                value={value}
                id={index === 0 ? id : undefined}
                required={index === 0 && type === 'radio'}
                checked={fields.get(id)?.includes(value)}
              />
              <span>{label}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  )
}

/** What a choice is called, and what it means. */
function wordsOf(choice: PostChoice, locale: Locale): { readonly name: string; readonly about: string } {
  const { form, roles } = wordsFor(locale).coordinator
  if (choice === 'coordinator') return { name: form.allDistricts, about: form.allAbout }
  return choice === 'districts' ? { name: form.someDistricts, about: form.someAbout } : roles[choice]
}

/** A role, and the districts for the one that has some only. */
function PostFields(props: PartProps & { readonly provinces: readonly string[] }) {
  const { fields, issues, locale, provinces } = props
  const words = wordsFor(locale).coordinator.form
  const isOpen = firstOf(fields, ROLE_FIELD) === 'districts' || issues.includes('districts')
  return (
    <>
      <Group
        {...props}
        id={ROLE_FIELD}
        type="radio"
        legend={words.role}
        choices={POST_CHOICES.map((choice) => {
          const { name, about } = wordsOf(choice, locale)
          return [
            choice,
            <>
              <b>{name}</b>: {about}
            </>,
          ]
        })}
      />
      <details open={isOpen}>
        <summary>{words.openDistricts}</summary>
        <Group
          {...props}
          id={DISTRICTS_FIELD}
          type="checkbox"
          legend={words.districts}
          isTitled
          hint={words.districtsHint}
          isMany
          choices={districtsOf(provinces).map(({ code, name }) => [code, name])}
        />
      </details>
    </>
  )
}

function BackLink({ scope }: { readonly scope: Scope<'people'> }) {
  return (
    <p>
      <a class="go" href={peoplePath(scope.network.slug)}>
        {wordsFor(scope.person.locale).coordinator.people.back}
      </a>
    </p>
  )
}

/** Where somebody is invited. */
export function InvitePage({ self, scope, fields, issues }: FormProps) {
  const { network, person } = scope
  const { locale } = person
  const { form: words, people } = wordsFor(locale).coordinator
  const part = { fields, issues, locale }
  const path = invitePath(network.slug)
  return (
    <CoordinatorPage
      self={self}
      network={network}
      path={path}
      title={people.invite}
      isRefused={issues.length > 0}
    >
      <Summary issues={issues} locale={locale} />
      <form method="post" action={path} novalidate>
        <Line {...part} id="name" label={words.name} />
        <Line {...part} id="email" type="email" label={words.email} hint={words.emailHint} />
        <PostFields {...part} provinces={network.provinces} />
        <Group
          {...part}
          id="locale"
          type="radio"
          legend={words.locale}
          choices={LOCALES.map((one) => [one, <span lang={one}>{wordsFor(one).page.language}</span>])}
        />
        <button type="submit">{words.invite}</button>
      </form>
      <BackLink scope={scope} />
    </CoordinatorPage>
  )
}

/** Where somebody of the network gets another role or other districts; `isLast`: theirs cannot be taken. */
export function ChangePage({
  self,
  scope,
  member,
  fields,
  issues,
  isLast = false,
}: FormProps & { readonly member: Member; readonly isLast?: boolean }) {
  const { network, person } = scope
  const { locale } = person
  const { form: words, changed } = wordsFor(locale).coordinator
  const path = memberPath(network.slug, member.id)
  return (
    <CoordinatorPage
      self={self}
      network={network}
      path={path}
      title={changed.title(member.name)}
      isRefused={isLast || issues.length > 0}
    >
      {isLast ? (
        <p class="box bad" role="alert">
          {changed.last}
        </p>
      ) : null}
      <Summary issues={issues} locale={locale} />
      <p>{member.email}</p>
      <form method="post" action={path} novalidate>
        <PostFields fields={fields} issues={issues} locale={locale} provinces={network.provinces} />
        <button type="submit">{words.change}</button>
      </form>
      <BackLink scope={scope} />
    </CoordinatorPage>
  )
}
