// What the address of a page says, and what is made of an address that somebody wrote or changed.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ListPage, pageFields, pageNumbered, readPage } from '../../../src/core/kernel/page.ts'

const SHAPE = ['number', 'string'] as const
const read = (query: string): ListPage => {
  const fields = new URLSearchParams(query)
  return readPage((name) => fields.get(name) ?? undefined, SHAPE)
}

describe('the address of a page', () => {
  it('brings back the page, whatever stands in its key', () => {
    const page = fc.record({
      number: fc.integer({ min: 1, max: 10_000 }),
      from: fc.option(
        fc.record({
          side: fc.constantFrom('after' as const, 'before' as const),
          key: fc.tuple(fc.maxSafeInteger(), fc.string({ unit: 'grapheme', maxLength: 100 })),
        }),
      ),
    })
    fc.assert(
      fc.property(page, (one) => {
        expect(read(new URLSearchParams(pageFields(one)).toString())).toEqual(one)
      }),
    )
  })

  it('of before, which names a number alone, is that page still', () => {
    expect(read('page=7')).toEqual(pageNumbered(7))
  })

  it.each([
    '',
    'page=0',
    'page=x',
    'page=2.5',
    'page=3&after=',
    'page=3&after=%5B',
    'page=3&after=%5B1%5D',
    'page=3&after=%5B%22a%22%2C1%5D',
    'page=3&after=%5B1e300%2C%22a%22%5D',
    'page=3&after=%7B%7D',
    'page=3&before=null',
    `page=3&after=${encodeURIComponent(JSON.stringify([1, 'a'.repeat(401)]))}`,
  ])('that cannot be read is the first: %s', (query) => {
    expect(read(query)).toEqual(pageNumbered(1))
  })
})
