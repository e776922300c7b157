// Every language says everything, and says it in its own words.
import { describe, expect, test } from 'vitest'
import { LOCALES } from '../../../src/core/kernel/text.ts'
import { wordsFor } from '../../../src/core/words/index.ts'

/** Where both languages rightly say the same. */
const same = [
  'page.level',
  'page.receipt.sharedText',
  'report.priorities.item',
  'report.computation.result',
  'accessibility.network',
  'coordinator.board.percent',
]

/** What a leaf may be called with: a sentence takes words, numbers or lists, whichever it names. */
const samples: readonly unknown[] = ['7', ['7', '8'], 7]

/** What a leaf says: its string, or the string it makes. */
function say(leaf: unknown): string {
  if (typeof leaf !== 'function') return String(leaf)
  for (const sample of samples) {
    try {
      return String(leaf(...Array(leaf.length).fill(sample)))
    } catch {
      // It takes another kind of sample.
    }
  }
  return ''
}

/** What a sentence says of numbers that tell in which order they were given; nothing where it takes no numbers. */
function sayInOrder(sentence: CallableFunction): string {
  try {
    return String(sentence(...Array.from({ length: sentence.length }, (_, at) => String(at + 11))))
  } catch {
    return ''
  }
}

/** Every leaf of a dictionary by its path, e.g. `report.facts.sent`. */
function leaves(part: unknown, path: readonly string[] = []): readonly (readonly [string, unknown])[] {
  return typeof part === 'object' && part !== null
    ? Object.entries(part).flatMap(([key, inner]) => leaves(inner, [...path, key]))
    : [[path.join('.'), part]]
}

const dictionaries = LOCALES.map((locale) => new Map(leaves(wordsFor(locale))))
const [first = new Map(), ...others] = dictionaries

describe('the dictionaries', () => {
  test('have the same entries in every language', () => {
    for (const other of others) expect([...other.keys()].sort()).toEqual([...first.keys()].sort())
  })

  test('ask for the same parts of a sentence in every language', () => {
    for (const [path, leaf] of first)
      for (const other of others) {
        expect(typeof other.get(path), path).toBe(typeof leaf)
        if (typeof leaf === 'function') expect(other.get(path), path).toHaveLength(leaf.length)
      }
  })

  test('leave nothing empty', () => {
    for (const dictionary of dictionaries)
      for (const [path, leaf] of dictionary) expect(say(leaf).trim(), path).not.toBe('')
  })

  test('are translated, except for the few entries that are the same in both', () => {
    const untranslated = [...first].flatMap(([path, leaf]) =>
      others.some((other) => say(other.get(path)) === say(leaf)) ? [path] : [],
    )
    expect(untranslated.filter((path) => !same.includes(path))).toEqual([])
  })

  test('say in the same order how many of how many', () => {
    const [id = new Map(), en = new Map()] = LOCALES.map((locale) => new Map(leaves(wordsFor(locale))))
    const parts = (leaf: unknown, said: RegExp) =>
      typeof leaf === 'function' ? [...sayInOrder(leaf).matchAll(said)].map(([, ...both]) => both) : []
    const counted = [...en].filter(([, leaf]) => parts(leaf, /(\d+) of (\d+)/g).length > 0)
    expect(counted.length).toBeGreaterThan(3)
    for (const [path, leaf] of counted)
      expect(parts(id.get(path), /(\d+) dari (\d+)/g), path).toEqual(parts(leaf, /(\d+) of (\d+)/g))
  })
})
