// /c/n/:slug/organisations: those who look after a network find organisations; coordinators add and change them.
import type { Context } from 'hono'
import {
  addOrganisationByHand,
  editOrganisation,
  type OrganisationIssue,
  type OrganisationOutcome,
  todayIn,
} from '../../../actions/organisation/edit.ts'
import { recentMerges } from '../../../actions/organisation/merge.ts'
import type { Fields } from '../../../core/form/fields.ts'
import { newId } from '../../../core/kernel/id.ts'
import { organisationPath } from '../../../core/kernel/paths.ts'
import { may, type Scope, type Self } from '../../../core/kernel/scope.ts'
import { SURE_FIELD } from '../../../core/organisation/organisation.ts'
import { wordsFor } from '../../../core/words/index.ts'
import { countFailedMails } from '../../../db/message/read.ts'
import { mergedInto } from '../../../db/organisation/merge.read.ts'
import {
  ORGANISATION_KEY,
  type Organisation,
  type OrganisationQuery,
  organisationById,
  organisationsOf,
  PAGE_SIZE,
  partsOf,
  roleNamesOf,
  type Seeing,
} from '../../../db/organisation/read.ts'
import type { Deps } from '../../../deps.ts'
import { readFields } from '../../kernel/body.ts'
import type { FieldIssue } from '../../views/fields.tsx'
import { OrganisationPage } from '../../views/organisation.tsx'
import { EditOrganisationPage, type FormProps, NewOrganisationPage } from '../../views/organisation-form.tsx'
import { OrganisationsPage, type SeeingProps } from '../../views/organisations.tsx'
import type { Pages } from '../access.ts'
import { listPageIn } from '../pagination.ts'
import { redirectTo, respondProblemIn, respondStaffPage } from '../respond.tsx'

/** Who asks, and with which right. */
export interface Coordinating {
  readonly self: Self
  readonly scope: Scope<'coordination'>
}

// The field that an issue is about.
const fieldOf = (issue: OrganisationIssue): string =>
  issue === 'there' ? SURE_FIELD : issue === 'reach' ? 'email' : issue

/** What a form is filled in with, and what is wrong with it, in words. */
export function filledFields(
  { self, scope }: Coordinating,
  deps: Deps,
  fields: Fields,
  issues: readonly OrganisationIssue[] = [],
): FormProps {
  const words = wordsFor(scope.person.locale).coordinator.registry.organisations
  const inWords = issues.map((issue): FieldIssue => ({ field: fieldOf(issue), message: words.issues[issue] }))
  return { self, scope, fields, issues: inWords, rowId: newId(deps.clock, deps.random) }
}

const DONE = ['added', 'changed', 'removed', 'ended'] as const
const MERGED = ['merged', 'undone'] as const
export type OrganisationChange = (typeof DONE)[number]

/** Where a change leads: to the page of the organisation, which says what was done. */
export const respondToChange = (
  c: Context,
  { self, scope }: Coordinating,
  id: string,
  outcome: Exclude<OrganisationOutcome['outcome'], 'invalid'>,
  done: OrganisationChange,
): Response | Promise<Response> =>
  outcome === 'done'
    ? redirectTo(c, `${organisationPath(scope.network.slug, id)}?done=${done}`)
    : respondProblemIn(c, 'role', self, scope.network)

/** Answers about the organisation that the address names, or `otherwise`. */
export async function withOrganisation<S extends Seeing>(
  c: Context,
  db: Deps['db'],
  { self, scope }: { readonly self: Self; readonly scope: S },
  answer: (organisation: Organisation) => Response | Promise<Response>,
  otherwise: () => Promise<Response> = () => respondProblemIn(c, 'notFound', self, scope.network),
): Promise<Response> {
  const organisation = await organisationById(scope, db, c.req.param('organisation') ?? '')
  return organisation ? answer(organisation) : otherwise()
}

const fieldsOf = (values: Readonly<Record<string, string | null>>): Fields =>
  new Map(Object.entries(values).map(([name, value]) => [name, value === null ? [] : [value]]))

const typedOf = ({ name, district, legalForm, decreeNo, themes, status }: Organisation): Fields =>
  fieldsOf({
    name,
    district,
    legal_form: legalForm,
    decree_no: decreeNo,
    themes: themes?.join('\n') ?? null,
    status,
  })

/** Registers the list of organisations, the page of each, and the forms that add and change one. */
export function organisationPages(pages: Pages, deps: Deps): void {
  const { db } = deps
  const saidIn = (c: Context, { scope }: SeeingProps): string | null => {
    const { registry, doubles } = wordsFor(scope.person.locale).coordinator
    const done = DONE.find((one) => one === c.req.query('done'))
    const merged = MERGED.find((one) => one === c.req.query('done'))
    return done ? registry.organisations.done[done] : merged ? doubles.done[merged] : null
  }

  pages.inNetwork('GET /c/n/:slug/organisations', async (c, entered) => {
    const { scope } = entered
    const asked = (name: keyof OrganisationQuery) => c.req.query(name) ?? ''
    const wanted = {
      name: asked('name'),
      district: asked('district'),
      role: asked('role'),
      status: asked('status'),
    }
    const page = listPageIn(c, ORGANISATION_KEY)
    const [{ found, count, ...ways }, roleNames] = await Promise.all([
      organisationsOf(scope, db, wanted, { page, today: todayIn(scope, deps) }),
      roleNamesOf(scope, db),
    ])
    const list = { wanted, found, count, roleNames, ways, pages: Math.ceil(count / PAGE_SIZE) }
    return respondStaffPage(c, <OrganisationsPage {...entered} {...list} said={saidIn(c, entered)} />)
  })

  pages.inNetwork('GET /c/n/:slug/organisations/new', (c, entered) =>
    respondStaffPage(
      c,
      <NewOrganisationPage {...filledFields(entered, deps, fieldsOf({ status: 'active' }))} there={[]} />,
    ),
  )

  pages.inNetwork('POST /c/n/:slug/organisations/new', async (c, entered) => {
    const fields = await readFields(c)
    const kept = await addOrganisationByHand(entered.scope, deps, fields)
    if (kept.outcome !== 'invalid') return respondToChange(c, entered, kept.id, kept.outcome, 'added')
    const { issues, there } = kept
    return respondStaffPage(
      c,
      <NewOrganisationPage {...filledFields(entered, deps, fields, issues)} there={there} />,
      422,
    )
  })

  /** Where the organisation of the address was merged into another one, the way leads on to that. */
  const orKept = async (c: Context, { self, scope }: SeeingProps): Promise<Response> => {
    const kept = await mergedInto(scope, db, c.req.param('organisation') ?? '')
    return kept === null
      ? respondProblemIn(c, 'notFound', self, scope.network)
      : redirectTo(c, organisationPath(scope.network.slug, kept))
  }

  pages.inNetwork('GET /c/n/:slug/organisations/:organisation', (c, entered) => {
    const { scope } = entered
    const answer = async (organisation: Organisation) => {
      const [parts, roleNames, trouble, merges] = await Promise.all([
        partsOf(scope, db, organisation),
        roleNamesOf(scope, db),
        countFailedMails(scope, db, organisation),
        may(scope.role, 'coordination') ? recentMerges(scope, deps, organisation.id) : [],
      ])
      const said = saidIn(c, entered)
      return respondStaffPage(
        c,
        <OrganisationPage {...entered} {...parts} {...{ organisation, roleNames, trouble, merges, said }} />,
      )
    }
    return withOrganisation(c, db, entered, answer, () => orKept(c, entered))
  })

  pages.inNetwork('GET /c/n/:slug/organisations/:organisation/edit', (c, entered) =>
    withOrganisation(c, db, entered, (organisation) => {
      const filled = filledFields(entered, deps, typedOf(organisation))
      return respondStaffPage(c, <EditOrganisationPage {...filled} organisation={organisation} />)
    }),
  )

  pages.inNetwork('POST /c/n/:slug/organisations/:organisation/edit', (c, entered) =>
    withOrganisation(c, db, entered, async (organisation) => {
      const fields = await readFields(c)
      const kept = await editOrganisation(entered.scope, deps, organisation, fields)
      if (kept.outcome !== 'invalid')
        return respondToChange(c, entered, organisation.id, kept.outcome, 'changed')
      const filled = filledFields(entered, deps, fields, kept.issues)
      return respondStaffPage(c, <EditOrganisationPage {...filled} organisation={organisation} />, 422)
    }),
  )
}
