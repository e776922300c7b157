// Names of organisations: when two typed names are taken for the same one.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseName, respondentKey } from '../../../src/core/organisation/organisation.ts'
import { anything } from '../anything.ts'

describe('two names mean the same organisation where they differ only in', () => {
  it.each([
    ['case', 'YAYASAN BINA KARYA', 'Yayasan Bina Karya'],
    ['spaces', '  Yayasan   Bina\tKarya ', 'Yayasan Bina Karya'],
    ['quotation marks', 'Yayasan “Bina Karya”', "Yayasan 'Bina Karya'"],
    ['hyphens', 'Yayasan Bina-Karya', 'Yayasan Bina Karya'],
    ['full stops', 'Yay. Bina Karya.', 'Yay Bina Karya'],
    ['accents', 'Yayasan Bina Karyá', 'Yayasan Bina Karya'],
    ['how an accent is composed', 'Karya\u0301', 'Kary\u00e1'],
    ['the width of the letters', 'Ｙａｙａｓａｎ Bina Karya', 'Yayasan Bina Karya'],
    ['ligatures', 'Ko\ufb01 Bersama', 'Kofi Bersama'],
  ])('%s', (_what, one, other) => {
    expect(normaliseName(one)).toBe(normaliseName(other))
    expect(respondentKey(one, '35.07')).toBe(respondentKey(other, '35.07'))
  })
})

describe('two names mean different organisations where they differ in', () => {
  it.each([
    ['a word', 'Forum Desa Sehat', 'Forum Desa'],
    ['a number', 'Posko 1', 'Posko 2'],
    ['the order of words', 'Karya Bina', 'Bina Karya'],
    ['where a word ends', 'Bina Karya', 'Binakarya'],
  ])('%s', (_what, one, other) => {
    expect(normaliseName(one)).not.toBe(normaliseName(other))
  })
})

describe('a normalised name', () => {
  it('is words in small letters with single spaces', () => {
    expect(normaliseName('  Yayasan  "Bina-Karya", Kab. Malang ')).toBe('yayasan bina karya kab malang')
  })

  it('is its own normalised name', () => {
    fc.assert(
      fc.property(anything, (name) => {
        expect(normaliseName(normaliseName(name))).toBe(normaliseName(name))
      }),
    )
  })

  it('keeps letters of any script', () => {
    expect(normaliseName('जल समिति')).not.toBe('')
    expect(normaliseName('中文会')).toBe('中文会')
  })
})

describe('the key of a respondent', () => {
  it('is district and normalised name', () => {
    expect(respondentKey('Forum Desa Sehat', '35.07')).toBe('35.07/forum desa sehat')
  })

  it('differs from district to district', () => {
    expect(respondentKey('Forum Desa Sehat', '35.07')).not.toBe(respondentKey('Forum Desa Sehat', '35.73'))
  })

  it('is never the district alone: a name of signs only stands as it was typed', () => {
    expect(respondentKey(' *** ', '35.07')).toBe('35.07/***')
    expect(respondentKey('***', '35.07')).not.toBe(respondentKey('+++', '35.07'))
  })
})
