// What each role may do, and that nobody can write down the right to do it.
import { describe, expect, it } from 'vitest'
import {
  type Capability,
  may,
  ROLES,
  type Scope,
  type ScopeFacts,
  type Self,
  type SelfFacts,
} from '../../../src/core/kernel/scope.ts'

describe('the roles', () => {
  it('may so much', () => {
    const all: readonly Capability[] = ['totals', 'organisations', 'coordination', 'people', 'settings']
    const table = Object.fromEntries(ROLES.map((role) => [role, all.filter((one) => may(role, one))]))
    expect(table).toEqual({
      administrator: all,
      coordinator: ['totals', 'organisations', 'coordination'],
      facilitator: ['totals', 'organisations'],
      viewer: ['totals'],
    })
  })
})

describe('a scope', () => {
  const takes = (_scope: Scope) => 'taken'
  const takesPeople = (_scope: Scope<'people'>) => 'taken'
  const takesSelf = (_self: Self) => 'taken'

  it('is not what it says of itself, and one for less is not one for more: neither compiles', () => {
    const attempts = (
      facts: ScopeFacts,
      self: SelfFacts,
      totals: Scope<'totals'>,
      people: Scope<'people'>,
    ) => [
      // @ts-expect-error facts are not a scope
      takes(facts),
      // @ts-expect-error nor is a copy of them with something more
      takes({ ...facts, minted: 'people' }),
      // @ts-expect-error who may see totals may not see people
      takesPeople(totals),
      // @ts-expect-error who is known is not thereby signed in
      takesSelf(self),
      takes(totals),
      takesPeople(people),
    ]
    expect(attempts).toHaveLength(4)
  })
})
