// /c/n/:slug/organisations/:organisation/…: coordinators add and end names, roles, relations and contacts.
import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import {
  addOrganisationName,
  dropContact,
  dropName,
  dropRelation,
  dropRole,
  giveOrganisationRole,
  keepContact,
  type OrganisationIssue,
  type OrganisationOutcome,
  relateOrganisations,
  todayIn,
} from '../../../actions/organisation/edit.ts'
import { type Fields, firstOf, withField } from '../../../core/form/fields.ts'
import { OTHER_FIELD } from '../../../core/organisation/organisation.ts'
import {
  type Contact,
  contactsOf,
  namesOf,
  type Organisation,
  otherOrganisationsNamed,
  relationsOf,
  roleNamesOf,
  rolesOf,
} from '../../../db/organisation/read.ts'
import type { Deps } from '../../../deps.ts'
import { readFields } from '../../kernel/body.ts'
import {
  ContactPage,
  END_FIELD,
  NamesPage,
  type PartProps,
  RelationsPage,
  RolesPage,
} from '../../views/organisation-parts.tsx'
import type { Pages } from '../access.ts'
import { respondProblemIn, respondStaffPage } from '../respond.tsx'
import {
  type Coordinating,
  filledFields,
  type OrganisationChange,
  respondToChange,
  withOrganisation,
} from './organisations.tsx'

type PartOutcome = Promise<Exclude<OrganisationOutcome['outcome'], 'invalid'>>

/** What happens with a part of an organisation: how it is added to, how something of it ends, and its page. */
interface Part {
  readonly add: (organisation: Organisation, fields: Fields) => Promise<OrganisationOutcome>
  readonly end: (organisation: Organisation, id: string) => PartOutcome
  readonly done: { readonly add: OrganisationChange; readonly end: OrganisationChange }
  readonly page: (props: PartProps) => Promise<JSX.Element>
}

/** Registers the pages about the parts of an organisation. */
export function organisationPartPages(pages: Pages, deps: Deps): void {
  const { db } = deps

  const propsOf = (
    entered: Coordinating,
    organisation: Organisation,
    fields: Fields,
    issues?: readonly OrganisationIssue[],
  ): PartProps => ({ ...filledFields(entered, deps, fields, issues), organisation })

  /** Shows a part as it stands. */
  const showPart = (c: Context, entered: Coordinating, part: Part, blank: Fields) =>
    withOrganisation(c, db, entered, async (organisation) =>
      respondStaffPage(c, await part.page(propsOf(entered, organisation, blank))),
    )

  /** Adds to a part, or ends something of it where the form says so. */
  const changePart = (c: Context, entered: Coordinating, part: Part) =>
    withOrganisation(c, db, entered, async (organisation) => {
      const posted = await readFields(c)
      const wanted = c.req.query(OTHER_FIELD)
      const fields = wanted === undefined ? posted : withField(posted, OTHER_FIELD, wanted)
      const ended = firstOf(fields, END_FIELD)
      if (ended !== '')
        return respondToChange(
          c,
          entered,
          organisation.id,
          await part.end(organisation, ended),
          part.done.end,
        )
      const kept = await part.add(organisation, fields)
      if (kept.outcome !== 'invalid')
        return respondToChange(c, entered, organisation.id, kept.outcome, part.done.add)
      return respondStaffPage(c, await part.page(propsOf(entered, organisation, fields, kept.issues)), 422)
    })

  const names = ({ scope }: Coordinating): Part => ({
    add: (organisation, fields) => addOrganisationName(scope, deps, organisation, fields),
    end: (organisation, id) => dropName(scope, deps, organisation, id),
    done: { add: 'changed', end: 'removed' },
    page: async (props) => <NamesPage {...props} names={await namesOf(scope, db, props.organisation)} />,
  })

  const roles = ({ scope }: Coordinating): Part => ({
    add: (organisation, fields) => giveOrganisationRole(scope, deps, organisation, fields),
    end: (organisation, id) => dropRole(scope, deps, organisation, id),
    done: { add: 'changed', end: 'ended' },
    page: async (props) => (
      <RolesPage
        {...props}
        roles={await rolesOf(scope, db, props.organisation)}
        roleNames={await roleNamesOf(scope, db)}
      />
    ),
  })

  const relations = ({ scope }: Coordinating): Part => ({
    add: (organisation, fields) => relateOrganisations(scope, deps, organisation, fields),
    end: (organisation, id) => dropRelation(scope, deps, organisation, id),
    done: { add: 'changed', end: 'ended' },
    page: async (props) => {
      const { organisation, fields } = props
      const wanted = firstOf(fields, OTHER_FIELD)
      const found = wanted.trim() ? await otherOrganisationsNamed(scope, db, organisation, wanted) : null
      return <RelationsPage {...props} relations={await relationsOf(scope, db, organisation)} found={found} />
    },
  })

  const contact = ({ scope }: Coordinating, one: Contact | null): Part => ({
    add: (organisation, fields) => keepContact(scope, deps, organisation, one?.id ?? null, fields),
    end: (organisation, id) => dropContact(scope, deps, organisation, id),
    done: { add: 'changed', end: 'removed' },
    page: async (props) => <ContactPage {...props} contact={one} />,
  })

  const fieldsOf = (values: Readonly<Record<string, string | null>>): Fields =>
    new Map(Object.entries(values).map(([name, value]) => [name, value === null ? [] : [value]]))

  const today = ({ scope }: Coordinating): Fields => fieldsOf({ from: todayIn(scope, deps) })

  pages.inNetwork('GET /c/n/:slug/organisations/:organisation/names', (c, entered) =>
    showPart(c, entered, names(entered), fieldsOf({ kind: 'alias' })),
  )
  pages.inNetwork('POST /c/n/:slug/organisations/:organisation/names', (c, entered) =>
    changePart(c, entered, names(entered)),
  )
  pages.inNetwork('GET /c/n/:slug/organisations/:organisation/roles', (c, entered) =>
    showPart(c, entered, roles(entered), today(entered)),
  )
  pages.inNetwork('POST /c/n/:slug/organisations/:organisation/roles', (c, entered) =>
    changePart(c, entered, roles(entered)),
  )
  pages.inNetwork('GET /c/n/:slug/organisations/:organisation/relations', (c, entered) =>
    showPart(
      c,
      entered,
      relations(entered),
      withField(today(entered), OTHER_FIELD, c.req.query(OTHER_FIELD) ?? ''),
    ),
  )
  pages.inNetwork('POST /c/n/:slug/organisations/:organisation/relations', (c, entered) =>
    changePart(c, entered, relations(entered)),
  )
  pages.inNetwork('GET /c/n/:slug/organisations/:organisation/contacts', (c, entered) =>
    showPart(c, entered, contact(entered, null), fieldsOf({ locale: entered.scope.person.locale })),
  )
  pages.inNetwork('POST /c/n/:slug/organisations/:organisation/contacts', (c, entered) =>
    changePart(c, entered, contact(entered, null)),
  )

  /** Answers about the contact that the address names. */
  const withContact = (
    c: Context,
    entered: Coordinating,
    answer: (one: Contact) => Promise<Response>,
  ): Promise<Response> =>
    withOrganisation(c, db, entered, async (organisation) => {
      const all = await contactsOf(entered.scope, db, organisation)
      const one = all?.find(({ id }) => id === c.req.param('contact'))
      return one ? answer(one) : respondProblemIn(c, 'notFound', entered.self, entered.scope.network)
    })

  pages.inNetwork('GET /c/n/:slug/organisations/:organisation/contacts/:contact', (c, entered) =>
    withContact(c, entered, (one) => {
      const { name, position, email, whatsapp, locale } = one
      const typed = fieldsOf({ contact_name: name, position, email, whatsapp, locale })
      return showPart(c, entered, contact(entered, one), typed)
    }),
  )
  pages.inNetwork('POST /c/n/:slug/organisations/:organisation/contacts/:contact', (c, entered) =>
    withContact(c, entered, (one) => changePart(c, entered, contact(entered, one))),
  )
}
