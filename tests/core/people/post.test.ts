// A role with its districts: what is offered is read back as it was, and nothing else is.
import { describe, expect, it } from 'vitest'
import { collectFields } from '../../../src/core/form/fields.ts'
import { ROLES } from '../../../src/core/kernel/scope.ts'
import { fieldsOfPost, POST_CHOICES, type Post, readPost } from '../../../src/core/people/post.ts'

const read = (role: string, districts: readonly string[] = []) =>
  readPost(collectFields([['role', role], ...districts.map((one) => ['districts', one] as const)]), ['35'])

describe('a role with its districts', () => {
  const posts: readonly Post[] = [
    ...ROLES.map((role) => ({ role, districts: null })),
    { role: 'coordinator', districts: ['35.07', '35.78'] },
  ]
  it.each(posts.map((post) => [post]))('is read as it is offered: %j', (post) => {
    expect(readPost(fieldsOfPost(post), ['35'])).toEqual(post)
  })

  it('is each of the choices, and no other word', () => {
    expect(POST_CHOICES.filter((choice) => typeof read(choice, ['35.01']) === 'string')).toEqual([])
    for (const other of ['', 'owner', 'constructor', 'toString', 'Viewer']) expect(read(other)).toBe('role')
  })

  it('never becomes all of the network because nothing was ticked', () => {
    expect(read('districts')).toBe('districts')
    expect(read('districts', ['35.99'])).toBe('districts')
    expect(read('districts', ['35.07', '35.99'])).toBe('districts')
    expect(read('districts', ['35.78', '35.07', '35.07'])).toEqual({
      role: 'coordinator',
      districts: ['35.07', '35.78'],
    })
  })
})
