// /c/n/:slug/people: administrators see who may sign in, invite, change roles and remove.
import type { Context } from 'hono'
import { changeMember, inviteMember, removeMember } from '../../../actions/people/members.ts'
import type { Fields } from '../../../core/form/fields.ts'
import { coordinatorPath, peoplePath } from '../../../core/kernel/paths.ts'
import { fieldsOfPost } from '../../../core/people/post.ts'
import { type Member, memberById, membersOf } from '../../../db/people/read.ts'
import type { Deps } from '../../../deps.ts'
import { readFields } from '../../kernel/body.ts'
import { hint } from '../../kernel/hint.ts'
import { type MemberChange, PeoplePage, type PeopleProps, RemovePage } from '../../views/people.tsx'
import { ChangePage, InvitePage } from '../../views/people-form.tsx'
import type { Pages } from '../access.ts'
import { redirectTo, respondProblemIn, respondStaffPage } from '../respond.tsx'

const DONE: readonly MemberChange[] = ['invited', 'changed', 'removed']

/** Registers the pages of those who look after people. */
export function peoplePages(pages: Pages, deps: Deps): void {
  /** Back to the list, with what was done. */
  const done = (c: Context, { scope }: PeopleProps, what: MemberChange) =>
    redirectTo(c, `${peoplePath(scope.network.slug)}?done=${what}`)

  /** The member is not there any more, or whoever asked is no administrator any more. */
  const refuse = (c: Context, { self, scope }: PeopleProps, why: 'gone' | 'refused') =>
    respondProblemIn(c, why === 'gone' ? 'notFound' : 'role', self, scope.network)

  /** Answers about the member that the address names. */
  const withMember = async (
    c: Context,
    { scope, self }: PeopleProps,
    answer: (member: Member) => Response | Promise<Response>,
  ): Promise<Response> => {
    const member = await memberById(scope, deps.db, c.req.param('member') ?? '')
    return member ? answer(member) : respondProblemIn(c, 'notFound', self, scope.network)
  }

  pages.inNetwork('GET /c/n/:slug/people', async (c, entered) => {
    const members = await membersOf(entered.scope, deps.db)
    const said = c.req.query('done')
    return respondStaffPage(
      c,
      <PeoplePage {...entered} members={members} done={DONE.find((one) => one === said) ?? null} />,
    )
  })

  pages.inNetwork('GET /c/n/:slug/people/invite', (c, entered) => {
    const fields: Fields = new Map([['locale', [entered.scope.person.locale]]])
    return respondStaffPage(c, <InvitePage {...entered} fields={fields} issues={[]} />)
  })

  pages.inNetwork('POST /c/n/:slug/people/invite', async (c, entered) => {
    const fields = await readFields(c)
    const invited = await inviteMember(entered.scope, deps, fields)
    if (invited.outcome === 'refused') return refuse(c, entered, 'refused')
    if (invited.outcome === 'invalid')
      return respondStaffPage(c, <InvitePage {...entered} fields={fields} issues={invited.issues} />, 422)
    c.executionCtx.waitUntil(hint(deps, invited.owed))
    return done(c, entered, 'invited')
  })

  pages.inNetwork('GET /c/n/:slug/people/:member', (c, entered) =>
    withMember(c, entered, (member) =>
      respondStaffPage(
        c,
        <ChangePage {...entered} member={member} fields={fieldsOfPost(member)} issues={[]} />,
      ),
    ),
  )

  pages.inNetwork('POST /c/n/:slug/people/:member', (c, entered) =>
    withMember(c, entered, async (member) => {
      const fields = await readFields(c)
      const changed = await changeMember(entered.scope, deps, member.id, fields)
      if (typeof changed === 'object')
        return respondStaffPage(
          c,
          <ChangePage {...entered} member={member} fields={fields} issues={changed} />,
          422,
        )
      if (changed === 'last')
        return respondStaffPage(
          c,
          <ChangePage {...entered} member={member} fields={fields} issues={[]} isLast />,
          409,
        )
      return settled(c, entered, changed, member, 'changed')
    }),
  )

  pages.inNetwork('GET /c/n/:slug/people/:member/remove', (c, entered) =>
    withMember(c, entered, (member) => respondStaffPage(c, <RemovePage {...entered} member={member} />)),
  )

  pages.inNetwork('POST /c/n/:slug/people/:member/remove', (c, entered) =>
    withMember(c, entered, async (member) => {
      const changed = await removeMember(entered.scope, deps, member.id)
      if (changed === 'last')
        return respondStaffPage(c, <RemovePage {...entered} member={member} isLast />, 409)
      return settled(c, entered, changed, member, 'removed')
    }),
  )

  /** Where a change leads; whoever changed themselves may not see the list any more. */
  const settled = (
    c: Context,
    entered: PeopleProps,
    changed: 'done' | 'gone' | 'refused',
    member: Member,
    what: MemberChange,
  ): Response | Promise<Response> => {
    if (changed !== 'done') return refuse(c, entered, changed)
    return member.personId === entered.self.person.id
      ? redirectTo(c, coordinatorPath)
      : done(c, entered, what)
  }
}
