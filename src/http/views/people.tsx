// The people of a network, as administrators see them: the list, and what is asked before somebody is removed.
import { dayOf, showDate } from '../../core/kernel/date.ts'
import { invitePath, memberPath, peoplePath, removePath } from '../../core/kernel/paths.ts'
import type { Scope, Self } from '../../core/kernel/scope.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { Member } from '../../db/people/read.ts'
import { CoordinatorPage } from './coordinator.tsx'
import { namesOf } from './front.tsx'

/** What a page of an administrator is made from. */
export interface PeopleProps {
  readonly self: Self
  readonly scope: Scope<'people'>
}

/** What has just been done, as the list says it. */
export type MemberChange = 'invited' | 'changed' | 'removed'

function MemberItem({ scope, member }: { readonly scope: Scope<'people'>; readonly member: Member }) {
  const { network, person } = scope
  const { locale } = person
  const { people: words, roles } = wordsFor(locale).coordinator
  const { role, districts, name } = member
  return (
    <li>
      <p>
        <b>{name}</b>
        {member.personId === person.id ? ` (${words.you})` : null}
      </p>
      {member.email === name ? null : <p>{member.email}</p>}
      <p>
        {roles[role].name}
        {role === 'coordinator' ? `, ${namesOf(districts, network.provinces, locale)}` : null}
      </p>
      <p>{words.since(showDate(dayOf(member.createdAt, network.timeZone), locale))}</p>
      <p>
        <a class="go" href={memberPath(network.slug, member.id)}>
          {words.change(name)}
        </a>
        <a class="go" href={removePath(network.slug, member.id)}>
          {words.remove(name)}
        </a>
      </p>
    </li>
  )
}

/** Everybody who may sign in to the network. */
export function PeoplePage({
  self,
  scope,
  members,
  done,
}: PeopleProps & { readonly members: readonly Member[]; readonly done: MemberChange | null }) {
  const { network, person } = scope
  const words = wordsFor(person.locale).coordinator.people
  return (
    <CoordinatorPage self={self} network={network} path={peoplePath(network.slug)} title={words.title}>
      {done === null ? null : (
        <p class="box" role="status">
          {words.done[done]}
        </p>
      )}
      <p>{words.intro(network.name[person.locale])}</p>
      {members.length === 1 ? <p>{words.alone}</p> : null}
      <p>
        <a class="go" href={invitePath(network.slug)}>
          {words.invite}
        </a>
      </p>
      <ul class="list">
        {members.map((member) => (
          <MemberItem scope={scope} member={member} />
        ))}
      </ul>
    </CoordinatorPage>
  )
}

/** Whether it is really meant that somebody is removed; `isLast`: they cannot be. */
export function RemovePage({
  self,
  scope,
  member,
  isLast = false,
}: PeopleProps & { readonly member: Member; readonly isLast?: boolean }) {
  const { network, person } = scope
  const { removal: words, changed } = wordsFor(person.locale).coordinator
  const path = removePath(network.slug, member.id)
  return (
    <CoordinatorPage
      self={self}
      network={network}
      path={path}
      title={words.title(member.name)}
      isRefused={isLast}
    >
      {isLast ? (
        <p class="box bad" role="alert">
          {changed.last}
        </p>
      ) : null}
      <p>{words.text(member.name, network.name[person.locale])}</p>
      {member.personId === person.id ? <p>{words.self}</p> : null}
      <form method="post" action={path}>
        <button type="submit">{words.button}</button>
      </form>
      <p>
        <a class="go" href={peoplePath(network.slug)}>
          {words.cancel}
        </a>
      </p>
    </CoordinatorPage>
  )
}
