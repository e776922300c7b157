// The front pages of whoever is signed in: which network, and what there is to do in it.
import {
  boardsPath,
  coordinatorNetworkPath,
  coordinatorPath,
  handoversPath,
  heldPath,
  ledgerPath,
  messagesPath,
  networkPath,
  organisationsPath,
  peoplePath,
  registrationsPath,
  roundsPath,
  sessionsPath,
  settingsPath,
  stepsPath,
} from '../../core/kernel/paths.ts'
import { type Capability, may, type Scope, type Self } from '../../core/kernel/scope.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { districtsOf } from '../../core/place/regions.ts'
import { type Words, wordsFor } from '../../core/words/index.ts'
import type { FrontDuties } from '../../db/network/front.read.ts'
import { CoordinatorPage } from './coordinator.tsx'

/** The names of some districts of a network, or that all of it is meant. */
export function namesOf(
  districts: readonly string[] | null,
  provinces: readonly string[],
  locale: Locale,
): string {
  if (districts === null) return wordsFor(locale).coordinator.everywhere
  return districtsOf(provinces)
    .filter(({ code }) => districts.includes(code))
    .map(({ name }) => name)
    .join(', ')
}

/** Where somebody with several networks chooses one. */
export function ChoosePage({ self }: { readonly self: Self }) {
  const { locale } = self.person
  const { choose, roles } = wordsFor(locale).coordinator
  return (
    <CoordinatorPage self={self} network={null} path={coordinatorPath} title={choose.title}>
      <p>{choose.text}</p>
      <ul class="list">
        {self.memberships.map(({ network, role }) => (
          <li>
            <a class="go" href={coordinatorNetworkPath(network.slug)}>
              {network.name[locale]}
            </a>
            <p>{roles[role].name}</p>
          </li>
        ))}
      </ul>
    </CoordinatorPage>
  )
}

type StaffWords = Words['coordinator']

interface Way {
  readonly needs: Capability
  readonly path: (slug: string) => string
  readonly words: (words: StaffWords) => { readonly title: string; readonly about: string }
}

/** What there is to do in a network, in the order of the front page, for whoever may. */
const WAYS: readonly Way[] = [
  { needs: 'organisations', path: roundsPath, words: ({ rounds }) => rounds },
  { needs: 'totals', path: boardsPath, words: ({ board }) => board },
  { needs: 'coordination', path: registrationsPath, words: ({ registry }) => registry.registrations },
  { needs: 'coordination', path: heldPath, words: ({ held }) => held },
  { needs: 'coordination', path: messagesPath, words: ({ messages }) => messages },
  { needs: 'coordination', path: ledgerPath, words: ({ messages }) => messages.ledger },
  { needs: 'coordination', path: handoversPath, words: ({ messages }) => messages.byHand },
  { needs: 'coordination', path: stepsPath, words: ({ messages }) => messages.steps },
  { needs: 'organisations', path: organisationsPath, words: ({ registry }) => registry.organisations },
  {
    needs: 'people',
    path: peoplePath,
    words: ({ front }) => ({ title: front.people, about: front.peopleAbout }),
  },
  { needs: 'settings', path: settingsPath, words: ({ settings }) => settings },
]

/** Where each kind of what waits is worked on. */
const WORK: Readonly<Record<keyof FrontDuties, (slug: string) => string>> = {
  registrations: registrationsPath,
  held: heldPath,
  bounced: (slug) => `${messagesPath(slug)}?state=trouble`,
  byHand: handoversPath,
  stopped: stepsPath,
}

const KINDS = [
  'registrations',
  'held',
  'bounced',
  'byHand',
  'stopped',
] as const satisfies readonly (keyof FrontDuties)[]

/** What waits for the person, in the words of the morning's mail where that tells it, each a way to where it is worked on. */
function Waiting({ slug, duties, words }: { slug: string; duties: FrontDuties; words: StaffWords }) {
  const waiting = KINDS.filter((kind) => duties[kind] > 0)
  const { mail, byHand, steps } = words.messages
  const told = { ...mail.digest, byHand: byHand.waiting, stopped: steps.waiting }
  return (
    <>
      <h2>{words.front.waiting}</h2>
      {waiting.length === 0 ? <p>{words.front.nothing}</p> : null}
      <ul class="list">
        {waiting.map((kind) => (
          <li>
            <a class="go" href={WORK[kind](slug)}>
              {told[kind](String(duties[kind]))}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

interface FrontProps {
  readonly self: Self
  readonly scope: Scope
  /** What waits for the person, or null where nothing ever does. */
  readonly duties: FrontDuties | null
}

/** The front page of a network. */
export function FrontPage({ self, scope, duties }: FrontProps) {
  const { network, role, districts, person } = scope
  const { locale } = person
  const { coordinator } = wordsFor(locale)
  const { front: words, roles, nav } = coordinator
  return (
    <CoordinatorPage
      self={self}
      network={network}
      path={coordinatorNetworkPath(network.slug)}
      title={network.name[locale]}
    >
      <p>{words.as(person.name, person.email)}</p>
      <p>
        {words.role}: <b>{roles[role].name}</b>, {roles[role].about}.
      </p>
      <p>
        {words.districts}: {namesOf(districts, network.provinces, locale)}.
      </p>
      {duties === null ? null : <Waiting slug={network.slug} duties={duties} words={coordinator} />}
      <h2>{words.what}</h2>
      <ul class="list">
        {WAYS.filter(({ needs }) => may(role, needs)).map((way) => {
          const { title, about } = way.words(coordinator)
          return (
            <li>
              <a class="go" href={way.path(network.slug)}>
                {title}
              </a>
              <p>{about}</p>
            </li>
          )
        })}
        <li>
          <a class="go" href={sessionsPath}>
            {nav.sessions}
          </a>
          <p>{words.sessionsAbout}</p>
        </li>
      </ul>
      <p>
        <a class="go" href={networkPath(network.slug, locale)}>
          {words.public}
        </a>
      </p>
    </CoordinatorPage>
  )
}
