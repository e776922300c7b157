// Who may do what for a network: roles by what they may do, and the proof that somebody may, which reads ask for.
import type { Logo } from './picture.ts'
import type { Locale, Text } from './text.ts'

/** What there is to do, from the least to the most that is seen of people. */
export type Capability =
  /** Totals of the network, in which nobody is named. */
  | 'totals'
  /** Organisations and what they sent, within one's districts. */
  | 'organisations'
  /** The registry, rounds and messages, within one's districts. */
  | 'coordination'
  /** Who else may sign in, and as what. */
  | 'people'
  /** What the network says of itself, and what it goes by. */
  | 'settings'

const capabilities = {
  administrator: ['totals', 'organisations', 'coordination', 'people', 'settings'],
  coordinator: ['totals', 'organisations', 'coordination'],
  facilitator: ['totals', 'organisations'],
  viewer: ['totals'],
} as const satisfies Readonly<Record<string, readonly Capability[]>>

/** What a person is in a network. */
export type Role = keyof typeof capabilities

/** The roles, in the order in which they are offered. */
export const ROLES: readonly Role[] = ['administrator', 'coordinator', 'facilitator', 'viewer']

/** Whether a role may do something. */
export const may = (role: Role, capability: Capability): boolean =>
  capabilities[role].some((one) => one === capability)

declare const minted: unique symbol

/** The network a scope lies in. */
export interface ScopeNetwork {
  readonly id: string
  readonly slug: string
  readonly name: Text
  readonly timeZone: string
  readonly provinces: readonly string[]
  readonly logo: Logo | null
}

/** A person who is signed in. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly locale: Locale
}

/** One network of a person, with their role there. */
export interface Membership {
  readonly network: ScopeNetwork
  readonly role: Role
  /** Kemendagri codes, or null for every district. */
  readonly districts: readonly string[] | null
}

/** What is known of whoever signed in. */
export interface SelfFacts {
  readonly person: Person
  /** The hash of the session that the request came with, and when it was last seen (ms UTC). */
  readonly session: { readonly hash: string; readonly seenAt: number }
  /** The networks that are theirs now, by name of their first language. */
  readonly memberships: readonly Membership[]
}

/** Somebody who is signed in, as every read and action asks that is about their own sessions and settings. */
export interface Self extends SelfFacts {
  readonly [minted]: 'self'
}

/** Whether somebody coordinates all of a network, as rounds ask, and not some of its districts only. */
export const coordinatesAll = ({ role, districts }: Pick<Membership, 'role' | 'districts'>): boolean =>
  may(role, 'coordination') && districts === null

export interface ScopeFacts extends Membership {
  readonly person: Person
}

/**
 * The right to do something for a network, which every coordinators' read and action takes first. It cannot be written
 * down: it is minted in src/http/staff/access.ts only, for what the table of access says that an address needs.
 */
export interface Scope<Needed extends Capability = Capability> extends ScopeFacts {
  readonly [minted]: Needed
}

/** The right to coordinate all of a network. */
export type WholeScope = Scope<'coordination'> & { readonly districts: null }
