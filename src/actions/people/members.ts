// Administrators look after who may sign in to their network, and as what.
import { cleanLine, lengthOf } from '../../core/form/clean.ts'
import { type Fields, firstOf } from '../../core/form/fields.ts'
import { readEmail } from '../../core/form/kinds.ts'
import { newId } from '../../core/kernel/id.ts'
import type { Scope } from '../../core/kernel/scope.ts'
import { isLocale } from '../../core/kernel/text.ts'
import { readPost } from '../../core/people/post.ts'
import {
  endMembership,
  type MemberChangeOutcome,
  storeMember,
  updateMembership,
} from '../../db/people/write.ts'
import type { Deps } from '../../deps.ts'

const NAME_MAX = 120

/** A field that is not as it should be; `there`: the address is of somebody who is in the network already. */
export type PeopleIssue = 'name' | 'email' | 'role' | 'districts' | 'locale' | 'there'

/** `owed` are steps to hint at. `refused`: whoever asked is no administrator any more. */
export type InviteOutcome =
  | { readonly outcome: 'stored'; readonly owed: readonly string[] }
  | { readonly outcome: 'invalid'; readonly issues: readonly PeopleIssue[] }
  | { readonly outcome: 'refused' }

/** Invites somebody: they may sign in from now on, and a mail says so. */
export async function inviteMember(
  scope: Scope<'people'>,
  deps: Deps,
  fields: Fields,
): Promise<InviteOutcome> {
  const name = cleanLine(firstOf(fields, 'name'))
  const email = readEmail(firstOf(fields, 'email'))
  const locale = firstOf(fields, 'locale')
  const post = readPost(fields, scope.network.provinces)
  const isNamed = name !== '' && lengthOf(name) <= NAME_MAX
  if (!isNamed || email === null || typeof post === 'string' || !isLocale(locale)) {
    const issues: readonly (PeopleIssue | false)[] = [
      !isNamed && 'name',
      email === null && 'email',
      typeof post === 'string' && post,
      !isLocale(locale) && 'locale',
    ]
    return { outcome: 'invalid', issues: issues.filter((issue) => issue !== false) }
  }
  const { clock, random } = deps
  const delivery = newId(clock, random)
  const stored = await storeMember(scope, deps.db, {
    ...post,
    personId: newId(clock, random),
    membershipId: newId(clock, random),
    delivery,
    name,
    email: email.toLowerCase(),
    locale,
    now: clock.now(),
  })
  if (stored === 'stored') return { outcome: 'stored', owed: [`deliver:${delivery}`] }
  return stored === 'there' ? { outcome: 'invalid', issues: ['there'] } : { outcome: 'refused' }
}

/** Gives somebody of the network another role or other districts. */
export async function changeMember(
  scope: Scope<'people'>,
  deps: Deps,
  member: string,
  fields: Fields,
): Promise<MemberChangeOutcome | readonly PeopleIssue[]> {
  const post = readPost(fields, scope.network.provinces)
  return typeof post === 'string' ? [post] : updateMembership(scope, deps.db, member, post, deps.clock.now())
}

/** Takes somebody out of the network, at once. */
export const removeMember = (
  scope: Scope<'people'>,
  deps: Deps,
  member: string,
): Promise<MemberChangeOutcome> => endMembership(scope, deps.db, member, deps.clock.now())
