// Where things are: addresses that were shared must stay good.
import { describe, expect, it } from 'vitest'
import { formPath, homePath, linkPath, networkPath } from '../../../src/core/kernel/paths.ts'

describe('an address', () => {
  it('in the first language names no language', () => {
    expect([homePath('id'), networkPath('simpul-timur', 'id'), formPath('iko-2026', 'id')]).toEqual([
      '/',
      '/n/simpul-timur',
      '/f/iko-2026',
    ])
  })

  it('in another language names it', () => {
    expect([homePath('en'), networkPath('simpul-timur', 'en'), formPath('iko-2026', 'en')]).toEqual([
      '/?lang=en',
      '/n/simpul-timur?lang=en',
      '/f/iko-2026?lang=en',
    ])
  })

  it('of a receipt and of a report differ', () => {
    expect(linkPath('receipt', 'abc.def')).toBe('/s/abc.def')
    expect(linkPath('report', 'abc.def')).toBe('/r/abc.def')
  })

  it('behind a link names a language only where one is asked for, even the first', () => {
    expect(linkPath('receipt', 'abc.def', 'en')).toBe('/s/abc.def?lang=en')
    expect(linkPath('report', 'abc.def', 'id')).toBe('/r/abc.def?lang=id')
  })
})
