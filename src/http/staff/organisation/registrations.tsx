// /c/n/:slug/registrations: coordinators read what was sent to register, and confirm or decline it.
import type { Context } from 'hono'
import {
  confirmRegistration,
  type DecisionOutcome,
  declineRegistration,
  likelyOrganisations,
  type RegistrationIssue,
} from '../../../actions/organisation/registration.ts'
import { type Fields, noFields } from '../../../core/form/fields.ts'
import { registrationPath } from '../../../core/kernel/paths.ts'
import { wordsFor } from '../../../core/words/index.ts'
import { PAGE_SIZE, roleNamesOf } from '../../../db/organisation/read.ts'
import {
  decisionMailOf,
  REGISTRATION_KEY,
  type Registration,
  registrationById,
  registrationsOf,
  roundsFor,
} from '../../../db/organisation/registration.read.ts'
import { formOf } from '../../../db/report/read.ts'
import type { Deps } from '../../../deps.ts'
import { readFields } from '../../kernel/body.ts'
import { hint } from '../../kernel/hint.ts'
import { answersForPage } from '../../kernel/sealed.ts'
import type { FieldIssue } from '../../views/fields.tsx'
import { RegistrationPage } from '../../views/registration.tsx'
import { type RegistrationProps, RegistrationsPage } from '../../views/registrations.tsx'
import type { Pages } from '../access.ts'
import { listPageIn } from '../pagination.ts'
import { redirectTo, respondProblemIn, respondStaffPage } from '../respond.tsx'

// The field that an issue is about.
const fieldOf = (issue: RegistrationIssue): string => (issue === 'links' ? 'reason' : issue)

/** What was typed, what was wrong with it, and why nothing was done. */
interface DecisionAttempt {
  readonly fields: Fields
  readonly issues: readonly RegistrationIssue[]
  readonly stopped: 'other' | 'changed' | null
}

const noAttempt: DecisionAttempt = { fields: noFields, issues: [], stopped: null }

/** Registers the pages about registrations. */
export function registrationPages(pages: Pages, deps: Deps): void {
  const { db, forms } = deps

  pages.inNetwork('GET /c/n/:slug/registrations', async (c, entered) => {
    const page = listPageIn(c, REGISTRATION_KEY)
    const { found, count, waiting, ...ways } = await registrationsOf(entered.scope, db, page)
    const lists = { found, waiting, ways, pages: Math.ceil(count / PAGE_SIZE) }
    return respondStaffPage(c, <RegistrationsPage {...entered} {...lists} />)
  })

  /** The page of one registration as it stands now. */
  async function showOne(
    c: Context,
    { self, scope }: RegistrationProps,
    { fields, issues, stopped }: DecisionAttempt = noAttempt,
  ): Promise<Response> {
    const id = c.req.param('registration') ?? ''
    const registration = await registrationById(scope, db, id)
    const form = registration && (await formOf(forms, registration.sent))
    if (!registration || !form) return respondProblemIn(c, 'notFound', self, scope.network)
    const { sent, decision } = registration
    const words = wordsFor(scope.person.locale).coordinator.registry.registrations
    const inWords = issues.map(
      (issue): FieldIssue => ({ field: fieldOf(issue), message: words.issues[issue] }),
    )
    const done = c.req.query('done') !== undefined && decision ? words.done[decision.outcome] : null
    return respondStaffPage(
      c,
      <RegistrationPage
        {...{ self, scope, registration, form }}
        {...(await answersForPage(deps, sent.revision))}
        deciding={
          decision
            ? null
            : {
                ...(await likelyOrganisations(scope, deps, registration)),
                roleNames: await roleNamesOf(scope, db),
                fields,
                issues: inWords,
              }
        }
        told={decision && (await toldOf({ self, scope }, registration))}
        said={done}
        stopped={stopped && words.stopped[stopped]}
      />,
      stopped ? 409 : issues.length > 0 ? 422 : 200,
    )
  }

  const toldOf = async ({ scope }: RegistrationProps, registration: Registration) => ({
    mail: await decisionMailOf(scope, db, registration),
    open: await roundsFor(
      db,
      scope.network.id,
      registration.decision?.organisationId ?? '',
      deps.clock.now(),
    ),
    publicUrl: deps.publicUrl,
  })

  pages.inNetwork('GET /c/n/:slug/registrations/:registration', (c, entered) => showOne(c, entered))

  /** Decides of the registration that the address names. */
  const decide = async (
    c: Context,
    entered: RegistrationProps,
    act: (registration: Registration, fields: Fields) => Promise<DecisionOutcome>,
  ): Promise<Response> => {
    const { self, scope } = entered
    const registration = await registrationById(scope, db, c.req.param('registration') ?? '')
    if (!registration) return respondProblemIn(c, 'notFound', self, scope.network)
    const fields = await readFields(c)
    const decided = await act(registration, fields)
    switch (decided.outcome) {
      case 'done':
        await hint(deps, decided.owed)
        return redirectTo(c, `${registrationPath(scope.network.slug, registration.sent.submission.id)}?done`)
      case 'invalid':
        return showOne(c, entered, { fields, issues: decided.issues, stopped: null })
      case 'other':
      case 'changed':
        return showOne(c, entered, { fields, issues: [], stopped: decided.outcome })
      case 'gone':
        return respondProblemIn(c, 'notFound', self, scope.network)
      case 'refused':
        return respondProblemIn(c, 'role', self, scope.network)
    }
  }

  pages.inNetwork('POST /c/n/:slug/registrations/:registration/confirm', (c, entered) =>
    decide(c, entered, (registration, fields) =>
      confirmRegistration(entered.scope, deps, registration, fields),
    ),
  )

  pages.inNetwork('POST /c/n/:slug/registrations/:registration/decline', (c, entered) =>
    decide(c, entered, (registration, fields) =>
      declineRegistration(entered.scope, deps, registration, fields),
    ),
  )
}
