// Of a long text whole sentences are shown, never half of one unless there is no other way.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { excerptOf } from '../../../src/core/kernel/excerpt.ts'

describe('an excerpt', () => {
  test('is the whole text where it fits, on one line', () => {
    expect(excerptOf('Satu.\n\nDua,  tiga.', 20)).toBe('Satu. Dua, tiga.')
  })

  test('ends with a sentence', () => {
    expect(excerptOf('Isilah bersama. Waktunya sepuluh menit. Siapkan dokumen.', 45)).toBe(
      'Isilah bersama. Waktunya sepuluh menit.',
    )
    expect(excerptOf('Sudah siap? Isi “sekarang.” Lalu kirim.', 30)).toBe('Sudah siap? Isi “sekarang.”')
  })

  test('of one long sentence is its first words', () => {
    expect(excerptOf('Formulir untuk semua organisasi', 20)).toBe('Formulir untuk…')
  })

  test('does not end at a point inside a number', () => {
    expect(excerptOf('Sedikitnya 1.000 orang ikut. Lalu?', 30)).toBe('Sedikitnya 1.000 orang ikut.')
    expect(excerptOf('Sedikitnya 1.000 orang ikut serta di sini', 15)).toBe('Sedikitnya…')
  })

  test('is never longer than asked for by more than its dots, and begins as the text does', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 50 }), (text, most) => {
        const excerpt = excerptOf(text, most)
        expect(excerpt.length).toBeLessThanOrEqual(most + 1)
        const plain = text.replace(/\s+/g, ' ').trim()
        expect(plain.startsWith(excerpt.replace(/…$/, ''))).toBe(true)
      }),
    )
  })
})
