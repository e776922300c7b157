// Registrations as coordinators see them: those that wait, then those that were decided.

import { dayOf, showDate } from '../../core/kernel/date.ts'
import { showMoment } from '../../core/kernel/moment.ts'
import { type PageWays, pageFields } from '../../core/kernel/page.ts'
import { registrationPath, registrationsPath } from '../../core/kernel/paths.ts'
import type { Scope, Self } from '../../core/kernel/scope.ts'
import { districtLabel } from '../../core/place/regions.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { ListedRegistration } from '../../db/organisation/registration.read.ts'
import { CoordinatorPage } from './coordinator.tsx'
import { Pager } from './pager.tsx'

/** What a page about registrations is made from. */
export interface RegistrationProps {
  readonly self: Self
  readonly scope: Scope<'coordination'>
}

/** What a registration calls its organisation. */
export const calledIn = ({ sent }: ListedRegistration, noName: string): string =>
  sent.submission.respondentName || noName

function Item({
  scope,
  registration,
}: {
  readonly scope: Scope<'coordination'>
  readonly registration: ListedRegistration
}) {
  const { network, person } = scope
  const { locale } = person
  const { coordinator, limits } = wordsFor(locale)
  const { registry } = coordinator
  const { registrations: words } = registry
  const { sent, decision } = registration
  const day = (at: number) => showDate(dayOf(at, network.timeZone), locale)
  const said = () => {
    if (!decision) return words.since(showMoment(sent.submission.createdAt, network.timeZone, locale))
    const decided = decision.outcome === 'confirmed' ? words.confirmedOn : words.declinedOn
    return decided(day(decision.decidedAt))
  }
  return (
    <li>
      <a class="go" href={registrationPath(network.slug, sent.submission.id)}>
        {calledIn(registration, registry.noName)}
      </a>
      <p>{districtLabel(sent.submission.respondentDistrict)}</p>
      <p>{said()}</p>
      {sent.submission.heldAt !== null && !decision ? (
        <p>{sent.submission.heldFor === null ? words.second : limits.held.why[sent.submission.heldFor]}</p>
      ) : null}
    </li>
  )
}

/** The list of registrations. */
export function RegistrationsPage({
  self,
  scope,
  found,
  waiting,
  ways,
  pages,
}: RegistrationProps & {
  readonly found: readonly ListedRegistration[]
  readonly waiting: number
  readonly ways: PageWays
  readonly pages: number
}) {
  const { network, person } = scope
  const words = wordsFor(person.locale).coordinator.registry.registrations
  const path = registrationsPath(network.slug)
  return (
    <CoordinatorPage self={self} network={network} path={path} title={words.title}>
      {found.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <p>{waiting === 0 ? words.noneWaiting : words.waiting(String(waiting))}</p>
      )}
      <ul class="list">
        {found.map((registration) => (
          <Item scope={scope} registration={registration} />
        ))}
      </ul>
      <Pager
        ways={ways}
        pages={pages}
        to={(other) => `${path}?${new URLSearchParams(pageFields(other))}`}
        locale={person.locale}
      />
    </CoordinatorPage>
  )
}
