// What is kept of a typed text: all that can be seen, nothing that cannot.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLine, cleanLines, lengthOf } from '../../../src/core/form/clean.ts'
import { anything } from '../anything.ts'

describe('several lines', () => {
  it.each([
    ['end in a line feed, however they were ended', 'a\r\nb\rc\u2028d\u2029e', 'a\nb\nc\nd\ne'],
    ['keep their empty lines and their indents', 'a\n\n  b', 'a\n\n  b'],
    ['keep tabs', 'a\tb', 'a\tb'],
    ['lose what stands around them', ' \n\u00a0a\u3000\n', 'a'],
    ['are composed as NFC', 'e\u0301', '\u00e9'],
    ['keep letters of another width as they are', 'Ａ', 'Ａ'],
    ['lose control characters', 'a\0b\u0007c\u001bd\u007fe\u009ff', 'abcdef'],
    ['lose what turns the direction of writing', '\u202egnp\u202c.exe\u2066\u2069\u200f', 'gnp.exe'],
    ['lose spaces without width and soft hyphens', 'a\u200bb\u00adc\ufeffd\u2060e', 'abcde'],
    ['lose what is no character', 'a\uffffb\ufdd0c\u{1ffff}d', 'abcd'],
    ['lose tags that spell words nobody sees', 'a\u{e0041}b', 'ab'],
    ['keep the joiners inside emoji', '👩\u200d🌾', '👩\u200d🌾'],
    ['keep the joiners that scripts are written with', 'क्\u200dष', 'क्\u200dष'],
    ['show half a character as one that is missing', 'a\ud800b', 'a\ufffdb'],
    ['keep what looks like markup', '<b>&amp;</b>', '<b>&amp;</b>'],
  ])('%s', (_rule, typed, kept) => {
    expect(cleanLines(typed)).toBe(kept)
  })
})

describe('one line', () => {
  it.each([
    ['has single spaces', ' a  b\u00a0\u3000c\t', 'a b c'],
    ['has no line ends', 'a\r\nb\u2028c', 'a b c'],
    ['is cleaned like several', '\u202ee\u0301\0', '\u00e9'],
  ])('%s', (_rule, typed, kept) => {
    expect(cleanLine(typed)).toBe(kept)
  })
})

describe.each([
  ['one line', cleanLine],
  ['several lines', cleanLines],
])('a text of %s', (_what, clean) => {
  it('is cleaned once: cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        expect(clean(clean(typed))).toBe(clean(typed))
      }),
    )
  })

  it('is well-formed, composed, and free of controls and of space around it', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const kept = clean(typed)
        expect(kept.isWellFormed()).toBe(true)
        expect(kept.normalize('NFC')).toBe(kept)
        expect(kept.trim()).toBe(kept)
        expect(kept).not.toMatch(/(?![\t\n])\p{Cc}/u)
        expect(kept).not.toMatch(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/)
      }),
    )
  })

  it('that nobody can see is empty', () => {
    for (const unseen of [
      '\u200b',
      '\u2060\u00ad',
      '\u202e\u202c',
      '\u200c',
      '\u200d',
      ' \u200d ',
      '\ufe0f',
      '\u3164',
      '\u2800',
    ])
      expect(clean(unseen), JSON.stringify(unseen)).toBe('')
  })
})

describe('the length of a text', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['🙂🙂', 2],
    ['a\nb', 3],
    ['\u00e9', 1],
  ])('of %j is %i characters', (counted, length) => {
    expect(lengthOf(counted)).toBe(length)
  })
})
