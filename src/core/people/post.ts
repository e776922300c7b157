// A role with its districts, as a form offers it and as it is read back.
import { type Fields, firstOf } from '../form/fields.ts'
import type { Role } from '../kernel/scope.ts'
import { districtsOf } from '../place/regions.ts'

/** A role, and the districts (Kemendagri codes) it is given for; null: all of the network. */
export interface Post {
  readonly role: Role
  readonly districts: readonly string[] | null
}

/** The fields of the form. */
export const ROLE_FIELD = 'role'
export const DISTRICTS_FIELD = 'districts'

/** What is offered as a role: whoever has some districts only is chosen by that, so that no empty list means all of them. */
export const POST_CHOICES = ['administrator', 'coordinator', 'districts', 'facilitator', 'viewer'] as const
export type PostChoice = (typeof POST_CHOICES)[number]

/** The choice that stands for a role with its districts. */
export const choiceOfPost = ({ role, districts }: Post): PostChoice =>
  role === 'coordinator' && districts !== null ? 'districts' : role

/** The fields that a role with its districts fills in. */
export const fieldsOfPost = (post: Post): Fields =>
  new Map([
    [ROLE_FIELD, [choiceOfPost(post)]],
    [DISTRICTS_FIELD, post.districts ?? []],
  ])

/** Reads a role for a network of some provinces; names the field that is not as it should be. */
export function readPost(
  fields: Fields,
  provinces: readonly string[],
): Post | typeof ROLE_FIELD | typeof DISTRICTS_FIELD {
  const choice = POST_CHOICES.find((one) => one === firstOf(fields, ROLE_FIELD))
  if (!choice) return ROLE_FIELD
  if (choice !== 'districts') return { role: choice, districts: null }
  const ticked = new Set(fields.get(DISTRICTS_FIELD))
  const offered = districtsOf(provinces).map(({ code }) => code)
  const districts = offered.filter((code) => ticked.has(code))
  // A district that is not of this network is not silently left out.
  if (districts.length === 0 || districts.length < ticked.size) return DISTRICTS_FIELD
  return { role: 'coordinator', districts }
}
